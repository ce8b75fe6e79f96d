"""The benchmark's newsroom is like a real one, and the same each time."""

from pathlib import Path

from explainer.library.reading import read
from lab.news import write_articles
from revision.parallel import Cores
from revision.run import Options, revise

RECORDS = 200


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def test_made_up_news_is_the_same_each_time(tmp_path: Path) -> None:
    for name in ("first", "second"):
        write_articles(tmp_path / name, records=RECORDS)
    assert texts(tmp_path / "first") == texts(tmp_path / "second")


def test_made_up_news_builds_and_has_the_proportions_of_real_news(tmp_path: Path) -> None:
    write_articles(tmp_path / "sources", records=RECORDS)
    revise(tmp_path, Options(workers=Cores(1)))
    library = read(tmp_path)
    quotes, people = library.quotes.values(), library.people.values()
    number = sum(1 for _ in tmp_path.glob("*/*.yml"))
    assert 0.8 < number / RECORDS < 1.2
    assert 0.4 < len(quotes) / number < 0.6
    assert 0.15 < len(people) / number < 0.3
    assert len({quote.speaker for quote in quotes}) > len(people) / 2
    assert any(person.aliases for person in people)
    assert 0.2 < sum(bool(quote.issues) for quote in quotes) / len(quotes) < 0.8
