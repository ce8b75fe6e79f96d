"""What asks for an editor's attention: unfinished, unread, old, thin and loose ends, each with its file."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from explainer.contents.folder import Contents
from explainer.library.index import refs_of, sources_of
from explainer.records.model import AnyRecord, Issue, Position, Quote

FRESH = timedelta(days=180)
"""A page whose last reading is longer ago is worth reading again."""


class Attention(NamedTuple):
    """One record that asks for a look: why, its file and a word on it."""

    why: str
    path: Path
    words: str


def attention(contents: Contents, *, today: date) -> Iterator[Attention]:
    """Yield what asks for a look, one reason after another."""
    records = [record for of_kind in contents.records.values() for record in of_kind.values()]
    yield from (
        Attention("Drafts", path, _lacking(contents, ref)) for ref, path in sorted(contents.drafts.items())
    )
    for status, why in (
        ("orphaned", "Orphaned: passage gone"),
        ("proposed", "Proposed, not yet read"),
    ):
        yield from (_told(contents, why, each) for each in records if each.status == status)
    for why, refs in _reasons(contents, records, today).items():
        yield from (Attention(why, contents.files[ref].path, words) for ref, words in sorted(refs.items()))


def _lacking(contents: Contents, ref: str) -> str:
    draft = contents.unfinished.get(ref)
    return f"still to be written: {', '.join(draft.missing)}" if draft and draft.missing else "whole"


def _told(contents: Contents, why: str, record: AnyRecord) -> Attention:
    return Attention(why, contents.files[record.ref].path, record.ref)


def _reasons(contents: Contents, records: list[AnyRecord], today: date) -> Mapping[str, Mapping[str, str]]:
    """Return reason -> `kind:id` -> a word on it, for what only the records together tell."""
    used = {ref: record for record in records for ref in refs_of(record)}
    status = {record.ref: record.status for record in records}
    return {
        "Not read again for half a year": dict(_stale(contents, today)),
        "Resting on one source alone": dict(_thin(contents, records)),
        "Quoted on an issue, without a position there": dict(_silent(contents)),
        "On no issue, and named by nothing": {
            each.ref: each.ref
            for each in records
            if each.KIND in ("quote", "figure", "event", "check")
            and not getattr(each, "issues", ())
            and each.ref not in used
        },
        "Withdrawn, but named as evidence": {
            ref: f"named by {record.ref}" for ref, record in used.items() if status.get(ref) == "withdrawn"
        },
    }


def _stale(contents: Contents, today: date) -> Iterator[tuple[str, str]]:
    for issue in contents.records[Issue.KIND].values():
        read_on = getattr(issue, "reviewed_on", None)
        if read_on and len(read_on) == len("2024-05-31") and date.fromisoformat(read_on) + FRESH < today:
            yield issue.ref, f"last read on {read_on}"


def _thin(contents: Contents, records: list[AnyRecord]) -> Iterator[tuple[str, str]]:
    for issue in contents.records[Issue.KIND].values():
        on_it = [each for each in records if issue.id in getattr(each, "issues", ())] + [issue]
        sources = {source for each in on_it for source in sources_of(each)}
        if len(sources) == 1 and issue.status != "proposed":
            yield issue.ref, f"all from {sources.pop()}"


def _silent(contents: Contents) -> Iterator[tuple[str, str]]:
    positions = {
        (each.actor, each.issue)
        for each in contents.records[Position.KIND].values()
        if isinstance(each, Position)
    }
    for quote in contents.records[Quote.KIND].values():
        if isinstance(quote, Quote) and quote.speaker and quote.status == "checked":
            for issue in quote.issues:
                if (quote.speaker, issue) not in positions and f"person:{quote.speaker}" in contents.files:
                    yield f"person:{quote.speaker}", f"on {issue}"
