"""Toy libraries, made record by record, for what is made from them: the waterworks and the ferries."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from explainer.library.library import Library
from explainer.records.model import (
    BY_KIND,
    AnyRecord,
    Check,
    Event,
    Figure,
    Issue,
    Person,
    Position,
    Quote,
    Source,
    Term,
)
from explainer.records.part import Part
from explainer.records.parts import KeyPoint
from explainer.records.site import Site
from explainer.records.validation import validated
from explainer.verification.ladder import Match, verify

P = TypeVar("P", bound=Part)


def read_as(model: type[P], **fields: Any) -> P:
    """Return a record of what a file would say: lists, and numbers as they come."""
    return validated(model, {name.rstrip("_"): value for name, value in fields.items()})


WATER_TEXT = (
    "The council met on Monday.\n"
    "“The old pipes will be replaced by spring,” Mayor Ada Roe said, and she called the leak “small”.\n"
    "Repairs cost about $3 million a year. A spokesman for the union gave no answer.\n"
)
FERRY_TEXT = (
    "The ferry was late. “We will run every boat by spring,” said Ada Quill. Fares rose by over $2 million."
)
HOSTILE = "</script><img src=x onerror=alert(1)> \"'&amp;\u2028{{7*7}} \\{}%_#~^$ =cmd() a]b]]>"


def placed(model: type[AnyRecord], exact: str, /, **fields: Any) -> Any:
    start = WATER_TEXT.index(exact)
    return read_as(model, source="gazette", exact=exact, start=start, end=start + len(exact), **fields)


WATERWORKS: tuple[AnyRecord, ...] = (
    Source(id="gazette", title="Pipes to be replaced", url="https://gazette.example/pipes"),
    Source(id="audit", title="Audit of the waterworks", publisher="Audit Office", title_kind="descriptive"),
    read_as(Issue,
        id="water",
        title="Water",
        question="Will the pipes hold?",
        summary="The pipes leak. See [[quote:roe-pipes|the promise]] and the aquifer.",
        order=1,
        key_points=(KeyPoint(text="New pipes are promised.", refs=("quote:roe-pipes", "figure:repairs")),),
        background="## Before\n\nThe [[issue:rates]] rose. The aquifer sank.",
        open_questions=("Who pays?",),
        related=({"issue": "rates", "why": "Repairs are paid from rates."},),
        changes=({"date": "2025-03-04", "kind": "correction", "note": "The cost was wrong."},),
    ),
    Issue(id="rates", title="Rates", question="Who pays?", summary="Nobody says.", order=2),
    read_as(Person, id="roe", name="Ada Roe", roles=({"title": "Mayor", "from": "2020"},)),
    Person(id="poe", name="Ben Poe", about="Speaks for the union."),
    placed(
        Quote, "The old pipes will be replaced by spring,", id="roe-pipes", speaker="roe",
        issues=("water",),
    ),
    placed(Quote, "small", id="roe-small", speaker="roe", issues=("water",), kind="scare"),
    placed(
        Figure, "about $3 million a year", id="repairs", label="Cost of repairs", value="3000000", unit="USD",
        qualifier="about", period={"kind": "per-year"}, issues=("water",),
    ),
    Position(
        id="roe-water", actor="roe", issue="water", text="She promises pipes.", basis="quoted",
        refs=("quote:roe-pipes",), as_of="2025",
    ),
    Position(
        id="poe-water", actor="poe", issue="water", text="He gave no answer.", basis="silent", as_of="2025",
    ),
    Event(id="met", date="2025-02", label="The council meets", issues=("water",), sources=("gazette",)),
    Event(
        id="burst", date="2025-06-01", label="A main bursts", issues=("water",), sources=("audit",),
        people=("roe",), reply="No reply was found.", locator="Page 3",
    ),
    Term(id="aquifer", term="aquifer", definition="Rock that holds water."),
    placed(
        Check, "The council met on Monday", id="met-monday", finding="differs",
        note="The audit says Tuesday.", sources=("audit",), issues=("water",),
    ),
)  # fmt: skip


def library(
    *records: AnyRecord,
    site: Site | None = None,
    folder: Path = Path("content"),
    texts: Mapping[str, str] | None = None,
) -> Library:
    """Return a library of exactly these records, their words found in the texts as the reader finds them."""
    by_kind: dict[str, dict[str, AnyRecord]] = {kind: {} for kind in BY_KIND}
    for record in sorted(records, key=lambda record: record.id):
        by_kind[record.KIND][record.id] = record
    matches = dict(_matches(records, texts or {}))
    return Library(site or Site(), by_kind, texts or {}, matches, {}, (), folder)


def _matches(records: tuple[AnyRecord, ...], texts: Mapping[str, str]) -> Iterator[tuple[str, Match]]:
    for record in records:
        if isinstance(record, Quote | Figure | Check) and record.exact and record.source in texts:
            found = verify(texts[record.source], record.exact, start=record.start, end=record.end)
            if isinstance(found, Match):
                yield record.ref, found


def waterworks(*records: AnyRecord, site: Site | None = None, text: str = WATER_TEXT) -> Library:
    """Return the waterworks: these records, or all of them, with the gazette's text."""
    return library(
        *(records or WATERWORKS),
        site=site or Site(title="Waterworks", later_than="burst"),
        texts={"gazette": text},
    )


def figure(id: str = "coal", **fields: Any) -> Figure:
    """Return a figure with a label and a unit."""
    return validated(Figure, {"id": id, "label": f"Label of {id}", "unit": "tonnes", **fields})


def series(id: str, values: dict[str, Any], **fields: Any) -> Figure:
    """Return a figure with a value, or a point's fields, for each date."""
    points = [
        {"date": date, **(value if isinstance(value, dict) else {"value": value})}
        for date, value in values.items()
    ]
    return figure(id, series=points, **fields)


def ferries(words: str = "Ferries", *, site: Site | None = None, folder: Path = Path("content")) -> Library:
    """Return one record of each kind or more, `words` in every field that takes any."""
    site = site or validated(Site,
        {
            "title": words, "question": words, "description": words, "publisher": words, "licence": words,
            "url": "https://ferries.example/", "key_points": [{"text": words}],
            "changes": [{"date": "2024-05", "kind": "minor", "note": words}],
        }
    )  # fmt: skip
    return library(
        *_records(words), site=site, folder=folder, texts={"gazette": FERRY_TEXT, "ledger": "late and later"}
    )


def _records(words: str) -> Iterator[AnyRecord]:
    address = "https://gazette.example/a"
    yield Source(
        id="gazette", title=words, publisher=words, authors=(words,), published="2024-03-02", url=address
    )
    yield Source(id="ledger", title=words, title_kind="descriptive", publisher=words, rights="full")
    yield validated(Issue,
        {
            "id": "fares", "title": words, "question": words, "summary": words, "background": words,
            "key_points": [{"text": words, "refs": ["quote:boats"]}], "open_questions": [words],
            "charts": [{"title": words, "figures": ["rides"], "note": words}],
            "changes": [
                {"date": "2024-04-01", "kind": "major", "note": words},
                {"date": "2024-04-09", "kind": "correction", "note": words},
            ],
        }
    )  # fmt: skip
    yield Issue(id="harbour", title=words, question=words, summary=words)
    yield read_as(Quote,
        id="boats", source="gazette", exact="We will run every boat by spring,", start=21, end=54,
        speaker="quill", speaker_as_named=words, cue="said", issues=["fares"], note=words,
    )  # fmt: skip
    yield read_as(
        Quote, id="unnamed", source="ledger", exact="late", speaker_as_named=words, issues=["fares"]
    )
    yield figure(
        "cost", label=words, measures=words, value="2000000", unit="USD", qualifier="over", source="gazette",
        exact="over $2 million", issues=["fares"], geography=words, caveats=[words],
        period={"kind": "since", "start": "2001"},
    )  # fmt: skip
    rides = {"2019": "10", "2020": None, "2021": {"value": "30", "note": words}}
    yield series("rides", rides, label=words, source="ledger")
    roles = [{"title": words, "from": "2020"}]
    yield read_as(
        Person,
        id="quill",
        name=words,
        aliases=[words],
        roles=roles,
        about=words,
        same_as=["https://p.example/q"],
    )
    yield read_as(Position,
        id="quill-fares", actor="quill", issue="fares", text=words, basis="quoted", refs=["quote:boats"],
        as_of="2024",
    )  # fmt: skip
    yield read_as(
        Event, id="launch", date="2023-11", label=words, detail=words, issues=["fares"], sources=["gazette"]
    )
    yield Term(id="knot", term=words, abbr=words, definition=words)
    yield read_as(Check,
        id="late-claim", source="gazette", exact="The ferry was late.", finding="supports", note=words,
        sources=["ledger"], issues=["fares"],
    )  # fmt: skip


def made(outlet: ModuleType, shelf: Library) -> list[tuple[str, bytes]]:
    """Return every file of an outlet that makes them in parts."""
    return [pair for draft in outlet.drafts(shelf) for pair in draft.made(shelf)]
