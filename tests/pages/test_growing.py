"""No kind of page grows with the archive: what is too much for one stands on sheets, each record once."""

import gzip
import re
from collections.abc import Iterator
from posixpath import join, normpath

import pytest
from toys import library, read_as

from explainer.library.library import Library
from explainer.library.sheets import place
from explainer.pages import drafts
from explainer.pages.page import Page
from explainer.records.model import Check, Event, Figure, Issue, Person, Quote, Source, Term
from explainer.records.parts import Change, KeyPoint, Passage
from explainer.records.site import Site

MOST, MOST_SENT = 300_000, 60_000
"""Bytes of a page, and compressed: scripts, styles and font of a first visit are some 75 KB beside it."""
_ALIKE = re.compile(r"(quotes/q|figures/f|sources/s|checks/c|issues/named)\d\d+/$")
"""Pages of which ten are made, for the others are like them."""
_LINK = re.compile(r'(?:href|data-source)="([^"#]*)#([^"]+)"')


def _speaker() -> Iterator[object]:
    """Somebody with 3,000 quotes on one issue, named by 300 records and part of 500 events."""
    for n in range(3_000):
        yield Quote(
            id=f"q{n}",
            source="s0",
            exact=f"word {n} of what was said about the boats",
            speaker="p0",
            issues=("i0",),
        )
    for n in range(500):
        yield Event(
            id=f"met{n}", date=f"{1500 + n}", label=f"They met again, {n}", people=("p0",), sources=("s0",)
        )
    points = tuple(KeyPoint(text=f"Point {n}.", refs=("person:p0",)) for n in range(2))
    for n in range(300):
        yield Issue(
            id=f"named{n}",
            title=f"Named {n}",
            question="Who?",
            summary="They.",
            order=n + 9,
            key_points=points,
        )


def _source() -> tuple[str, list[object]]:
    """A text with 1,000 figures, 200 claims that are checked, and 300 events that rest on it."""
    text, records = "A long list\n", list[object]()
    for n in range(1_000):
        start = len(text) + len(f"Of line {n} they say that ")
        records.append(
            read_as(Figure,
                id=f"f{n}", label=f"Tickets of line {n}", value=str(200 + n), unit="tickets",
                source="long", issues=("i0",), exact=f"{200 + n} tickets", start=start,
                end=start + len(f"{200 + n} tickets"),
            )
        )  # fmt: skip
        text += f"Of line {n} they say that {200 + n} tickets were sold.\n"
    for n in range(200):
        exact = f"Of line {n} they say"
        start = text.index(exact)
        records.append(
            Check(
                id=f"c{n}", source="long", exact=exact, start=start, end=start + len(exact),
                finding="not-found", note="No list was found.", sources=("s0",), issues=("i0",),
            )
        )  # fmt: skip
    return text, records


def _issue() -> Iterator[object]:
    """An issue with 2,000 events from 400 sources, about which 1,500 sources have passages."""
    passages = tuple(
        Passage(source=f"s{n}", exact=f"Boats of day {n} " + "were late again " * 9, start=0, end=150)
        for n in range(1_500)
    )
    yield Issue(id="i0", title="Boats", question="Who pays?", summary="All.", passages=passages)
    for n in range(2_000):
        yield Event(
            id=f"e{n}", date=f"{1990 + n // 300}-{n % 12 + 1:02d}", label=f"Boat {n} came in", issues=("i0",),
            detail="It had been late for the whole winter, as it is told.", sources=(f"s{n % 400}",),
        )  # fmt: skip


def _site() -> Iterator[object]:
    """1,200 terms; 1,500 sources, each with something that is not known of it and read in a copy."""
    for n in range(1_200):
        yield Term(id=f"t{n}", term=f"pier {n}", definition="A place to land, as they are called here. " * 3)
    for n in range(1_500):
        yield Source(id=f"s{n}", title=f"Boats of day {n}", unknowns=("Who wrote it.",), via="A copy")
    yield Source(id="long", title="A long list")
    yield Person(id="p0", name="Ada Quill")


@pytest.fixture(scope="module")
def archive() -> Library:
    text, records = _source()
    notes = (f"Boat {n} was late." for n in range(1_500))
    changes = tuple(Change(date="2024-05-06", kind="correction", note=note) for note in notes)
    records += [*_speaker(), *_issue(), *_site()]
    return library(*records, site=Site(changes=changes), texts={"long": text})  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def made(archive: Library) -> dict[str, Page]:
    found = (draft for draft in drafts(archive) if not _ALIKE.match(draft.name))
    return {page.path: page for page in (draft.made(archive) for draft in found)}


KINDS = "people sources issues timeline glossary checks ledger corrections quotes figures"


@pytest.mark.parametrize("start", KINDS.split())
def test_no_page_of_a_kind_is_large(made: dict[str, Page], start: str) -> None:
    found = {path: page.body + page.head for path, page in made.items() if path.startswith(f"{start}/")}
    assert len(found) > 5
    sizes = {path: len(html.encode()) for path, html in found.items()}
    assert max(sizes.values()) <= MOST, max(sizes, key=lambda path: sizes[path])
    largest = max(found, key=lambda path: sizes[path])
    assert len(gzip.compress(found[largest].encode())) <= MOST_SENT, largest


def test_the_home_page_is_not_large(made: dict[str, Page]) -> None:
    assert len(made[""].body.encode()) <= MOST


@pytest.mark.parametrize(
    ("start", "anchor", "number"),
    [
        ("quotes/by/p0/", r' id="quote-(q\d+)"', 3_000),
        ("people/p0/events/", r'timeline/[^"]*#event-(met\d+)"|They met again, (\d+)', 500),
        ("people/p0/named/", r"issues/(named\d+)/", 300),
        ("timeline/", r' id="event-(\w+)"', 2_500),
        ("issues/i0/events/", r"Boat (\d+) came in", 2_000),
        ("issues/i0/sources/", r"sources/(s\d+|long)/", 1_501),
        ("issues/i0/checks/", r"checks/(c\d+)/", 200),
        ("sources/long/", r'<mark[^>]* id="(figure-f\d+)"', 1_000),
        ("sources/long/uses/", r"(?:figures|checks)/(\w+)/", 1_200),
        ("glossary/", r' id="term-(t\d+)"', 1_200),
        ("checks/", r"checks/(c\d+)/", 200),
        ("ledger/", r"sources/(s\d+)/", 1_500),
        ("corrections/", r"Boat (\d+) was late", 1_500),
    ],
)
def test_the_sheets_of_a_list_hold_every_entry(
    made: dict[str, Page], start: str, anchor: str, number: int
) -> None:
    sheets = [page.body for path, page in made.items() if re.fullmatch(rf"{start}(page/\d+/)?", path)]
    assert len(sheets) > 1
    assert all('class="pager"' in body for body in sheets)
    assert len({found[0] for body in sheets for found in re.finditer(anchor, body)}) == number


def test_a_link_to_a_place_in_a_list_leads_to_the_sheet_that_holds_it(made: dict[str, Page]) -> None:
    ids = {path: set(re.findall(r' id="([^"]+)"', page.body)) for path, page in made.items()}
    broken = set()
    for path, page in made.items():
        for link, anchor in _LINK.findall(page.body):
            target = f"{normpath(join(path, link))}/" if link else path
            if target in ids and anchor not in ids[target] and "s0" not in target:  # no text is held
                broken.add((path, link, anchor))
    assert not broken, sorted(broken)[:5]


def test_what_leaves_the_site_leads_to_the_sheet_too(archive: Library, made: dict[str, Page]) -> None:
    for record in (archive.events["e1999"], archive.terms["t999"]):
        path, _, anchor = place(record, archive).partition("#")
        assert "page/" in path and f' id="{anchor}"' in made[path].body
