"""On the first site whatever is related is linked in both directions, and nobody is hard to find."""

import posixpath
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from newsroom import ROOT, needs_the_first_site

from explainer.library.index import sources_of
from explainer.library.library import Library
from explainer.library.reading import read
from explainer.records.model import AnyRecord, Check, Figure, Issue, Position, Quote

Links = dict[str, set[str]]
"""Page -> the pages that its own words lead to."""
FOLDERS = {"source": "sources", "issue": "issues", "quote": "quotes", "figure": "figures", "check": "checks"}


@pytest.fixture(scope="module")
def library() -> Library:
    needs_the_first_site()
    return read(ROOT / "content")


@pytest.fixture(scope="module")
def links(built_site: Path) -> Links:
    found: Links = {}
    for file in built_site.rglob("index.html"):
        page = file.parent.relative_to(built_site).as_posix()
        hrefs = html.parse(str(file)).xpath("//main//a/@href")
        found[page] = {posixpath.normpath(posixpath.join(page, href.partition("#")[0])) for href in hrefs}
    return found


def test_three_pages_at_least_lead_to_each_person(links: Links, library: Library) -> None:
    for person in library.people.values():
        page = f"people/{person.id}"
        leading = {other for other, to in links.items() if page in to} - {page, "people"}
        assert len(leading) >= 3, (person.name, leading)


def test_what_is_related_is_linked_in_both_directions(links: Links, library: Library) -> None:
    lost = [
        (one, other)
        for record in library
        for pair in _related(record)
        for one, other in (pair, pair[::-1])
        if other not in links[one]
    ]
    assert lost == []


def test_an_event_names_its_people_and_stands_on_the_page_of_each(built_site: Path, library: Library) -> None:
    for person in library.people.values():
        tree = html.parse(str(built_site / f"people/{person.id}/index.html"))
        labels = [" ".join(label.text_content().split()) for label in tree.xpath("//*[@class = 'label']")]
        took_part = [event for event in library.events.values() if person.id in event.people]
        assert sum(label != "" for label in labels) >= len(took_part), person.name


def _related(record: AnyRecord) -> Iterator[tuple[str, str]]:
    """Yield pairs of pages between which a reader may want to go either way."""
    page = f"{FOLDERS[record.KIND]}/{record.id}" if record.KIND in FOLDERS else ""
    if page and record.KIND != "source":
        yield from ((page, f"sources/{source}") for source in sources_of(record))
    match record:
        case Issue():
            yield from ((page, f"issues/{other.issue}") for other in record.related)
        case Quote():
            yield from ((page, f"issues/{issue}") for issue in record.issues)
            yield from ((page, f"people/{speaker}") for speaker in [record.speaker] if speaker)
        case Check():
            yield from ((page, f"issues/{issue}") for issue in record.issues)
        case Figure():
            yield from ((page, f"issues/{issue}") for issue in record.issues)
            yield from ((page, f"figures/{other}") for other in record.compare)
        case Position():
            yield (f"issues/{record.issue}", f"people/{record.actor}")
