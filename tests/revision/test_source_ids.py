"""A source has an id that a person can say, minted once: its file's name, or what the article says."""

from collections.abc import Iterator
from itertools import permutations
from pathlib import Path

import pytest

from reading.metadata import Metadata
from revision.ids import source_id
from revision.run import Options, revise


def article(title: str, *, publisher: str = "The Gazette") -> str:
    said = f"“The quay of {title} must stay public,” Mayor Ana Ruiz said on Monday."
    return f"---\ntitle: {title}\npublisher: {publisher}\n---\n{said}\n"


def put(content: Path, name: str, text: str) -> None:
    (content / "sources").mkdir(exist_ok=True)
    (content / "sources" / name).write_text(text, encoding="utf-8")
    revise(content, Options())


def records(content: Path) -> dict[str, str]:
    """Return the id of each source by the file that it names, or has."""
    return dict(_records(content))


def _records(content: Path) -> Iterator[tuple[str, str]]:
    for path in (content / "sources").glob("*.yml"):
        lines = path.read_text(encoding="utf-8").splitlines()
        named = next((line.removeprefix("file: ") for line in lines if line.startswith("file: ")), "")
        yield named or next(each.name for each in path.parent.glob(f"{path.stem}.[mt]*")), path.stem


@pytest.mark.parametrize(
    ("stem", "title", "publisher", "published", "wanted"),
    [
        ("2024-ferry", "Ferries to run all night", "The Gazette", "2024-05-01", "2024-ferry"),
        ("000_89bf5df22207e392", "The ferries are to run all night long", "The Alder Gazette", None,
         "alder-gazette-ferries-are-to-run-all"),
        ("article-12", "Ferries to run all night", None, "2024-05-01T10:00",
         "ferries-to-run-all-night-2024-05-01"),
        ("4711", "Ferries", None, None, "ferries"),
        ("deadbeef", "Ferries", "Tag", None, "tag-ferries"),
        ("page", "Fährgebühren für Götz", "Öresund", None, "oresund-fahrgebuhren-fur-gotz"),
        ("0001", None, "The Gazette", "2024", "0001"),
        ("паром", None, None, None, "source"),
        ("паром", "Паром", None, None, "source"),
    ],
)  # fmt: skip
def test_an_id_is_the_files_name_or_publisher_and_title_or_title_and_day(
    stem: str, title: str | None, publisher: str | None, published: str | None, wanted: str
) -> None:
    assert source_id(stem, Metadata(title=title, publisher=publisher, published=published)) == wanted


def test_a_numbered_file_gets_an_id_made_of_its_headline_and_keeps_its_name(tmp_path: Path) -> None:
    put(tmp_path, "0001.md", article("Ferries to run all night"))
    assert records(tmp_path) == {"0001.md": "gazette-ferries-to-run-all-night"}
    quotes = [path.read_text(encoding="utf-8") for path in (tmp_path / "quotes").glob("*.yml")]
    assert quotes and all("source: gazette-ferries-to-run-all-night\n" in text for text in quotes)


def test_an_article_that_is_known_keeps_its_id_whatever_it_says_later(tmp_path: Path) -> None:
    put(tmp_path, "0001.md", article("Ferries to run all night"))
    before = records(tmp_path)
    put(tmp_path, "0001.md", article("Ferries will not run at night", publisher="The Post"))
    assert records(tmp_path) == before


def test_an_id_of_old_stays_though_it_is_a_number(tmp_path: Path) -> None:
    put(tmp_path, "0001.md", article("Ferries to run all night"))
    (minted,) = (tmp_path / "sources").glob("*.yml")
    for path in [minted, *tmp_path.glob("quotes/*.yml"), *tmp_path.glob(".extracted/*.json")]:
        text = path.read_text(encoding="utf-8").replace(minted.stem, "0001")
        path.write_text(text.replace("file: 0001.md\n", ""), encoding="utf-8")
        path.rename(path.with_name(path.name.replace(minted.stem, "0001")))
    put(tmp_path, "0002.md", article("Piers to close"))
    assert records(tmp_path) == {"0001.md": "0001", "0002.md": "gazette-piers-to-close"}


def test_a_file_that_a_writer_renames_is_the_same_source(tmp_path: Path) -> None:
    put(tmp_path, "0001.md", article("Ferries to run all night"))
    (tmp_path / "sources/0001.md").rename(tmp_path / "sources/night-ferries.md")
    revise(tmp_path, Options())
    assert records(tmp_path) == {"night-ferries.md": "gazette-ferries-to-run-all-night"}


def test_the_same_headline_twice_gets_a_number(tmp_path: Path) -> None:
    put(tmp_path, "0001.md", article("Weather"))
    put(tmp_path, "0002.md", article("Weather") + "Rain.\n")
    assert records(tmp_path) == {"0001.md": "gazette-weather", "0002.md": "gazette-weather-2"}


def test_a_new_article_does_not_take_the_id_that_is_anothers_file_name(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/gazette-weather.txt").write_text(article("Rain"), encoding="utf-8")
    put(tmp_path, "0001.md", article("Weather"))
    assert records(tmp_path) == {"gazette-weather.txt": "gazette-weather", "0001.md": "gazette-weather-2"}


@pytest.mark.parametrize("order", [*permutations(range(3))])
def test_ids_do_not_depend_on_the_order_in_which_articles_come(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    for number in order:
        put(tmp_path, f"000{number}.md", article(f"Weather of place {'xyz'[number]}"))
    wanted = {f"000{number}.md": f"gazette-weather-of-place-{'xyz'[number]}" for number in range(3)}
    assert records(tmp_path) == wanted
