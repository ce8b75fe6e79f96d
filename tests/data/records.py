"""Small libraries made by hand, for what is made from them."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from explainer.library.library import Library
from explainer.records.model import (
    BY_KIND,
    Check,
    Event,
    Figure,
    Issue,
    Person,
    Position,
    Quote,
    Record,
    Site,
    Source,
    Term,
)
from explainer.verification.ladder import Match

TEXT = (
    "The ferry was late. “We will run every boat by spring,” said Ada Quill. Fares rose by over $2 million."
)
HOSTILE = "</script><img src=x onerror=alert(1)> \"'&amp;\u2028{{7*7}} \\{}%_#~^$ =cmd() a]b]]>"


def library(
    *records: Record, site: Site | None = None, folder: Path = Path("content"), **texts: str
) -> Library:
    """Return a library of these records, keyed as the store keys them."""
    by_kind: dict[str, dict[str, Record]] = {kind: {} for kind in BY_KIND}
    for record in sorted(records, key=lambda record: record.id):
        by_kind[record.KIND][record.id] = record
    held = {name.replace("_", "-"): text for name, text in texts.items()}
    return Library(site or Site(), by_kind, held, _matches(records, held), (), folder)


def _matches(records: Iterable[Record], texts: dict[str, str]) -> dict[str, Match]:
    found = {}
    for record in records:
        exact, text = getattr(record, "exact", None), texts.get(getattr(record, "source", None) or "")
        if exact and text and exact in text:
            start = text.index(exact)
            found[record.ref] = Match("V0", start, start + len(exact))
    return found


def figure(id: str = "coal", **fields: Any) -> Figure:
    """Return a figure with a label and a unit."""
    return Figure.model_validate({"id": id, "label": f"Label of {id}", "unit": "tonnes", **fields})


def series(id: str, values: dict[str, Any], **fields: Any) -> Figure:
    """Return a figure with a value, or a point's fields, for each date."""
    points = [
        {"date": date, **(value if isinstance(value, dict) else {"value": value})}
        for date, value in values.items()
    ]
    return figure(id, series=points, **fields)


def newsroom(words: str = "Ferries", *, site: Site | None = None, folder: Path = Path("content")) -> Library:
    """Return one record of each kind or more, `words` in every field that takes any."""
    site = site or Site.model_validate(
        {
            "title": words, "question": words, "description": words, "publisher": words, "licence": words,
            "url": "https://ferries.example/", "key_points": [{"text": words}],
            "changes": [{"date": "2024-05", "kind": "minor", "note": words}],
        }
    )  # fmt: skip
    return library(*_records(words), site=site, folder=folder, gazette=TEXT, ledger="late and later")


def _records(words: str) -> Iterator[Record]:
    address = "https://gazette.example/a"
    yield Source(
        id="gazette", title=words, publisher=words, author=words, published="2024-03-02", url=address
    )
    yield Source(id="ledger", title=words, title_kind="descriptive", publisher=words, rights="full")
    yield Issue.model_validate(
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
    yield Quote(
        id="boats", source="gazette", exact="We will run every boat by spring,", speaker="quill",
        speaker_as_named=words, cue="said", issues=["fares"], note=words,
    )  # fmt: skip
    yield Quote(id="unnamed", source="ledger", exact="late", speaker_as_named=words, issues=["fares"])
    yield figure(
        "cost", label=words, measures=words, value="2000000", unit="USD", qualifier="over", source="gazette",
        exact="over $2 million", issues=["fares"], geography=words, caveats=[words],
        period={"kind": "since", "start": "2001"},
    )  # fmt: skip
    rides = {"2019": "10", "2020": None, "2021": {"value": "30", "note": words}}
    yield series("rides", rides, label=words, source="ledger")
    roles = [{"title": words, "from": "2020"}]
    yield Person(
        id="quill", name=words, aliases=[words], roles=roles, about=words, same_as=["https://p.example/q"]
    )
    yield Position(
        id="quill-fares", actor="quill", issue="fares", text=words, basis="quoted", refs=["quote:boats"]
    )
    yield Event(id="launch", date="2023-11", label=words, detail=words, issues=["fares"], sources=["gazette"])
    yield Term(id="knot", term=words, abbr=words, definition=words)
    yield Check(
        id="late-claim", source="gazette", exact="The ferry was late.", finding="supports", note=words,
        sources=["ledger"], issues=["fares"],
    )  # fmt: skip
