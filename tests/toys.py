"""A small site on waterworks, made record by record, for pages to be made of."""

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
from explainer.verification.ladder import Match, verify

TEXT = (
    "The council met on Monday.\n"
    "“The old pipes will be replaced by spring,” Mayor Ada Roe said, and she called the leak “small”.\n"
    "Repairs cost about $3 million a year. A spokesman for the union gave no answer.\n"
)


def placed(model: type[Record], exact: str, /, **fields: Any) -> Any:
    start = TEXT.index(exact)
    return model(source="gazette", exact=exact, start=start, end=start + len(exact), **fields)


RECORDS: tuple[Record, ...] = (
    Source(id="gazette", title="Pipes to be replaced", url="https://gazette.example/pipes"),
    Source(id="audit", title="Audit of the waterworks", publisher="Audit Office", title_kind="descriptive"),
    Issue(
        id="water",
        title="Water",
        question="Will the pipes hold?",
        summary="The pipes leak. See [[quote:roe-pipes|the promise]] and the aquifer.",
        order=1,
        key_points=({"text": "New pipes are promised.", "refs": ("quote:roe-pipes", "figure:repairs")},),
        background="## Before\n\nThe [[issue:rates]] rose. The aquifer sank.",
        open_questions=("Who pays?",),
        related=({"issue": "rates", "why": "Repairs are paid from rates."},),
        changes=({"date": "2025-03-04", "kind": "correction", "note": "The cost was wrong."},),
    ),
    Issue(id="rates", title="Rates", question="Who pays?", summary="Nobody says.", order=2),
    Person(id="roe", name="Ada Roe", roles=({"title": "Mayor", "from": "2020"},)),
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
        refs=("quote:roe-pipes",),
    ),
    Position(id="poe-water", actor="poe", issue="water", text="He gave no answer.", basis="silent"),
    Event(id="met", date="2025-02", label="The council meets", issues=("water",), sources=("gazette",)),
    Event(
        id="burst", date="2025-06-01", label="A main bursts", issues=("water",), sources=("audit",),
        later=True,
    ),
    Term(id="aquifer", term="aquifer", definition="Rock that holds water."),
    placed(
        Check, "The council met on Monday", id="met-monday", finding="differs",
        note="The audit says Tuesday.", sources=("audit",), issues=("water",),
    ),
)  # fmt: skip


def a_library(*records: Record, site: Site | None = None, texts: dict[str, str] | None = None) -> Library:
    """Return a library of exactly these records, their words found in the texts as the reader finds them."""
    by_kind: dict[str, dict[str, Record]] = {kind: {} for kind in BY_KIND}
    for record in sorted(records, key=lambda record: record.id):
        by_kind[record.KIND][record.id] = record
    texts = {} if texts is None else texts
    matches = {}
    for record in records:
        exact, text = getattr(record, "exact", None), texts.get(getattr(record, "source", None) or "")
        if exact and text is not None:
            found = verify(text, exact, start=record.start, end=record.end)  # type: ignore[attr-defined]
            if isinstance(found, Match):
                matches[record.ref] = found
    return Library(site or Site(title="Waterworks"), by_kind, texts, matches)
