"""What a reader who looks a source up would miss: an archived copy, and the place in it."""

from collections.abc import Iterator

from explainer.library.library import Library
from explainer.records.model import AnyRecord, Check, Event, Figure, Quote, Term

SHOWN = 3
"""How many records a note names; the rest are counted."""


def notes(library: Library) -> Iterator[str]:
    """Yield one line for each thing that is missing, with how often and where first."""
    lost = [each.id for each in library.sources.values() if each.url and not each.archive_url]
    if lost:
        yield f"{_many(lost, 'source')} without an archived copy (archive_url): {_named(lost)}"
    placeless = [each.ref for each in library if _is_looked_up(each, library) and not _place(each)]
    if placeless:
        yield f"{_many(placeless, 'record')} without the place in the sources (locator): {_named(placeless)}"


def _is_looked_up(record: AnyRecord, library: Library) -> bool:
    """Tell whether it rests on a source whose text is not held, so that a reader must look there."""
    match record:
        case Quote():
            return record.transcribed is not None
        case Figure():
            return bool({record.source, *record.sources} - {None, *library.articles})
        case Event() | Check() | Term():
            return bool(record.sources)
        case _:
            return False


def _place(record: AnyRecord) -> str | None:
    holder = record.transcribed if isinstance(record, Quote) else record
    return getattr(holder, "locator", None)


def _many(ids: list[str], noun: str) -> str:
    return f"{len(ids)} {noun}{'' if len(ids) == 1 else 's'}"


def _named(ids: list[str]) -> str:
    more = f" and {len(ids) - SHOWN} more" if len(ids) > SHOWN else ""
    return f"{', '.join(ids[:SHOWN])}{more}"
