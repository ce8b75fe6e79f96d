"""A name stands for one person or for nobody, whatever the order in which articles come."""

from itertools import permutations
from pathlib import Path

import pytest
import yaml

from explainer.library.reading import read
from revision.run import Options, revise

ANA = "“The quay stays,” Ana Roe said. “It is ours,” Roe added.\n"
BEN = "“The dam is safe,” Ben Roe said. “It will hold,” Roe added.\n"
ROE = "“Nobody asked me,” Roe said on Monday.\n"
FULL = "“The ferry sails,” Carl B. Moor said. “It sails on time,” Moor added.\n"
PLAIN = "“The ferry sank,” Carl Moor said. “It sank at night,” Moor added.\n"
OTHER = "“The ferry burns,” Carl D. Moor said. “It burns still,” Moor added.\n"


def people(content: Path) -> dict[str, list[str]]:
    return {
        path.stem: yaml.safe_load(path.read_text(encoding="utf-8")).get("aliases", [])
        for path in sorted((content / "people").glob("*.yml"))
    }


def arrive(content: Path, *articles: str) -> None:
    """Put each article in place and extract, one run each; equal texts are the same file."""
    (content / "sources").mkdir(parents=True, exist_ok=True)
    for text in articles:
        words = "-".join(text.split()[:3]).lower()
        name = "".join(letter for letter in words if letter.isalnum() or letter == "-")
        (content / "sources" / f"{name}.txt").write_text(text, encoding="utf-8")
        revise(content, Options())
        read(content)


@pytest.mark.parametrize("order", [*permutations((ANA, BEN))])
def test_a_surname_two_people_share_is_an_alias_of_neither(order: tuple[str, ...], tmp_path: Path) -> None:
    arrive(tmp_path, *order)
    assert people(tmp_path) == {"ana-roe": [], "ben-roe": []}


def test_a_surname_of_one_person_is_an_alias_until_another_has_it(tmp_path: Path) -> None:
    arrive(tmp_path, ANA)
    assert people(tmp_path) == {"ana-roe": ["Roe"]}
    arrive(tmp_path, BEN)
    assert people(tmp_path) == {"ana-roe": [], "ben-roe": []}


def test_an_alias_a_writer_gives_stays_and_is_proposed_for_nobody_else(tmp_path: Path) -> None:
    arrive(tmp_path, ANA)
    with (tmp_path / "people/ana-roe.yml").open("a", encoding="utf-8") as file:
        file.write("about: Runs the quay.\n")
    (tmp_path / "people/cleo-roe.yml").write_text("name: Cleo Roe\naliases: [Roe]\n", encoding="utf-8")
    arrive(tmp_path, BEN)
    assert people(tmp_path) == {"ana-roe": [], "ben-roe": [], "cleo-roe": ["Roe"]}
    assert "about: Runs the quay." in (tmp_path / "people/ana-roe.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("order", [*permutations((ANA, BEN, ROE))])
def test_a_surname_alone_is_nobody_where_two_people_have_it(order: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    for number, text in enumerate(order):
        (tmp_path / f"sources/{number}.txt").write_text(text, encoding="utf-8")
    revise(tmp_path, Options())
    (quote,) = (tmp_path / "quotes").glob("*nobody-asked*.yml")
    record = yaml.safe_load(quote.read_text(encoding="utf-8"))
    assert "speaker" not in record and record["speaker_as_named"] == "Roe"
    assert set(people(tmp_path)) == {"ana-roe", "ben-roe"}


@pytest.mark.parametrize("order", [*permutations((FULL, PLAIN))])
def test_a_middle_initial_makes_nobody_another_person(order: tuple[str, ...], tmp_path: Path) -> None:
    arrive(tmp_path, *order)
    assert len(people(tmp_path)) == 1


def test_a_middle_name_makes_nobody_another_person_and_a_suffix_does(tmp_path: Path) -> None:
    arrive(tmp_path, FULL.replace("B.", "Bruce"), PLAIN, PLAIN.replace("Moor said", "Moor Jr. said"))
    assert set(people(tmp_path)) == {"carl-bruce-moor", "carl-moor-jr"}


def test_two_middle_initials_are_two_people(tmp_path: Path) -> None:
    arrive(tmp_path, FULL, OTHER)
    assert set(people(tmp_path)) == {"carl-b-moor", "carl-d-moor"}
