"""Which records wait for a writer: proposed, orphaned and conflicting ones, in the order of their article."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from explainer.contents.folder import Contents
from explainer.contents.store import Loaded
from explainer.errors import Problem, shown_path
from explainer.records.model import RECORD_TYPES, AnyRecord, Figure, Quote

WAITING = ("proposed", "orphaned")
_ORDER = {model.KIND: place for place, model in enumerate(RECORD_TYPES)}


@dataclass(frozen=True, slots=True)
class Item:
    """A record that waits, and all that a decision needs to know of it."""

    ref: str
    path: Path
    record: AnyRecord
    source: str
    """Id of the source it was made from; of a person's, that of the first quote."""
    faults: tuple[str, ...] = ()
    """What a check says of it already."""
    conflict: str = ""
    """What the article says otherwise, in words; empty where nothing does."""

    @property
    def kind(self) -> str:
        """Return the kind of the record."""
        return self.record.KIND


def waiting(
    contents: Contents,
    *,
    problems: Collection[Problem] = (),
    conflicts: Mapping[str, str] | None = None,
    sources: Collection[str] = (),
    kinds: Collection[str] = (),
) -> list[Item]:
    """Return what waits of some sources and kinds, of all where none is named.

    `conflicts` gives `kind:id` and what the article says otherwise.
    """
    conflicts = conflicts or {}
    told: dict[Path, list[str]] = {}
    for problem in problems:
        told.setdefault(problem.path, []).append(f"{problem.field}: {problem.message}".removeprefix(": "))
    quoted_in = dict(_people(contents))
    items = []
    for loaded in contents.parts():
        item = _item(loaded, quoted_in, told, conflicts)
        if item and (not sources or item.source in sources) and (not kinds or item.kind in kinds):
            items.append(item)
    return sorted(items, key=_place)


def _item(
    loaded: "Loaded[AnyRecord]",
    quoted_in: Mapping[str, str],
    told: Mapping[Path, list[str]],
    conflicts: Mapping[str, str],
) -> Item | None:
    record = loaded.record
    if getattr(record, "KIND", "") not in _ORDER:
        return None
    if record.status not in WAITING and record.ref not in conflicts:
        return None
    source = record.id if record.KIND == "source" else getattr(record, "source", None)
    faults = tuple(told.get(shown_path(loaded.path), ()))
    source = source or quoted_in.get(record.id, "") or _from_passages(record)
    return Item(record.ref, loaded.path, record, source, faults, conflicts.get(record.ref, ""))


def _from_passages(record: AnyRecord) -> str:
    return next((each.source for each in getattr(record, "passages", ())), "")


def _people(contents: Contents) -> Iterator[tuple[str, str]]:
    """Yield speakers and the source of each one's first quote, later ones first."""
    for quote in reversed(list(contents.records[Quote.KIND].values())):
        if isinstance(quote, Quote) and quote.speaker and quote.source:
            yield quote.speaker, quote.source


def _place(item: Item) -> tuple[str, int, int, str]:
    """Return a source's own record first, then its passages as they stand in it, then people and issues."""
    start = item.record.start if isinstance(item.record, Quote | Figure) else None
    if item.kind == "source":
        return item.source, 0, 0, item.ref
    if start is not None:
        return item.source, 1, start, item.ref
    return item.source, 2 + _ORDER[item.kind], 0, item.ref
