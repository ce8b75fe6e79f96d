"""Three versions of one record to what is to be written: the table, applied unit by unit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from merge.sets import merge_items
from merge.shape import PLACE, STATUS, Shape
from merge.table import Decision, decide
from merge.values import Record, Value, canonical, part, same

Side: TypeAlias = Literal["ours", "theirs"]
Reason: TypeAlias = Literal["changed", "checked", "deleted", "vanished"]

ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two changes to the same thing: a person has to say which stands."""

    reason: Reason
    """changed: writer and source both changed it. checked: the source changed what a writer had checked.
    deleted: the source changed what a writer deleted. vanished: a passage the writer had edited is gone."""
    fields: tuple[str, ...]
    base: Record
    ours: Record
    theirs: Record


@dataclass(frozen=True, slots=True)
class Merged:
    """What is to be done with one record."""

    create: Record | None = None
    """A whole record, where there is no file yet."""
    changes: Mapping[str, Value | None] = field(default_factory=dict)
    """Fields of the writer's file to set; None removes the field."""
    base: Record | None = None
    """What extraction is to remember; None forgets the record."""
    conflicts: tuple[Conflict, ...] = ()
    orphaned: bool = False
    """The passage vanished in this run."""


def merge_record(
    shape: Shape, base: Record | None, ours: Record | None, theirs: Record | None, *, take: Side | None = None
) -> Merged:
    """Merge one record; `take` settles its conflicts for one side."""
    if ours is None:
        return _without_file(shape, base, theirs, take)
    if theirs is None:
        return _without_passage(base, ours, take) if shape.has_passage else Merged()
    return _Merge(shape, base, ours, theirs, take).result()


def _without_file(shape: Shape, base: Record | None, theirs: Record | None, take: Side | None) -> Merged:
    if theirs is None:
        return Merged()
    if base is None:
        return Merged(create=theirs, base=theirs)
    if same(part(base, shape.core), part(theirs, shape.core)):
        return Merged(base=theirs)
    if take == "theirs":
        return Merged(create=theirs, base=theirs)
    if take == "ours":
        return Merged(base=theirs)
    changed = _differing(shape.core, base, theirs)
    return Merged(base=base, conflicts=(Conflict("deleted", changed, base, {}, theirs),))


def _without_passage(base: Record | None, ours: Record, take: Side | None) -> Merged:
    if base is None or base.get(STATUS) == ORPHANED:
        return Merged(base=base)
    flagged = {**base, STATUS: ORPHANED}
    is_flagged = ours.get(STATUS) == ORPHANED
    flag: dict[str, Value | None] = {} if is_flagged else {STATUS: ORPHANED}
    ignored = {*PLACE, STATUS} if is_flagged else {*PLACE}
    edited = _differing([name for name in base if name not in ignored], base, ours)
    if not edited or take == "theirs":
        return Merged(changes=flag, base=flagged, orphaned=not is_flagged)
    if take == "ours":
        return Merged(base=flagged)
    conflict = Conflict("vanished", edited, base, ours, {})
    changes = {} if STATUS in edited else flag
    return Merged(changes=changes, base=base, conflicts=(conflict,), orphaned=not is_flagged)


class _Merge:
    """One record that all sides but perhaps the base know."""

    def __init__(
        self, shape: Shape, base: Record | None, ours: Record, theirs: Record, take: Side | None
    ) -> None:
        self.shape = shape
        self.known = base is not None
        self.base: Record = base or {}
        self.ours = ours
        self.theirs = theirs
        self.take = take
        self.changes: dict[str, Value | None] = {}
        self.kept: set[str] = set()
        self.conflicts: list[Conflict] = []

    def result(self) -> Merged:
        """Merge the coupled group first: while it is open, the rest waits, its questions told."""
        self._group()
        waits = bool(self.conflicts)
        for name in self._single_fields():
            self._field(name)
        if waits:
            return Merged(base=self.base if self.known else None, conflicts=tuple(self.conflicts))
        return Merged(changes=self.changes, base=self._next_base(), conflicts=tuple(self.conflicts))

    def _group(self) -> None:
        group = self.shape.group
        if not group:
            return
        base, ours, theirs = (part(record, group) for record in (self.base, self.ours, self.theirs))
        if not self.known and all(same(value, theirs.get(name)) for name, value in ours.items()):
            return self._take_group(group)
        decision = decide(base, ours, theirs)
        if decision is Decision.KEEP:
            return self._move()
        checked = decision is Decision.TAKE and self._is_checked()
        if decision is Decision.TAKE and not checked:
            return self._take_group(group)
        fields = _differing(group, self.ours, self.theirs)
        self._settle("checked" if checked else "changed", fields, group)

    def _settle(self, reason: Reason, fields: Sequence[str], group: Sequence[str]) -> None:
        if self.take is None:
            self.conflicts.append(Conflict(reason, tuple(fields), self.base, self.ours, self.theirs))
        elif self.take == "theirs":
            self._take_group(group)
            if STATUS in self.theirs and self.known:
                self._set(STATUS, self.theirs[STATUS])

    def _is_checked(self) -> bool:
        """Say whether a writer vouched for the words that are now others in the source."""
        status = self.ours.get(STATUS)
        looked_at = self.known and status != ORPHANED and not same(status, self.base.get(STATUS))
        return looked_at and bool(_differing(self.shape.core, self.base, self.theirs))

    def _take_group(self, group: Sequence[str]) -> None:
        for name in (*group, *PLACE):
            self._set(name, self.theirs.get(name))

    def _move(self) -> None:
        """Let the place follow the words, where the writer has not set it by hand."""
        base, ours, theirs = (part(record, PLACE) for record in (self.base, self.ours, self.theirs))
        anchor = ("exact", "prefix", "suffix")
        if same(part(self.ours, anchor), part(self.theirs, anchor)) and same(base, ours):
            for name in PLACE:
                self._set(name, theirs.get(name))

    def _single_fields(self) -> Iterator[str]:
        coupled = {*self.shape.group, *PLACE} if self.shape.group else set()
        for name in dict.fromkeys((*self.theirs, *self.base)):
            if name not in coupled and (name != STATUS or self.known):
                yield name

    def _field(self, name: str) -> None:
        base, ours, theirs = (record.get(name) for record in (self.base, self.ours, self.theirs))
        if name in self.shape.sets:
            return self._set(name, merge_items(_items(base), _items(ours), _items(theirs)) or None)
        if name == STATUS and ours == ORPHANED:
            base = ours  # only extraction orphans, and here the passage is back
        decision = decide(base, ours, theirs)
        asked = decision is Decision.CONFLICT and name not in self.shape.suggested
        if decision is Decision.TAKE or (asked and self.take == "theirs"):
            return self._set(name, theirs)
        if asked and self.take is None:
            self.kept.add(name)
            self.conflicts.append(Conflict("changed", (name,), self.base, self.ours, self.theirs))

    def _set(self, name: str, value: Value | None) -> None:
        if not same(self.ours.get(name), value):
            self.changes[name] = None if canonical(value) is None else value

    def _next_base(self) -> Record:
        """Return what extraction found now, except where an open conflict needs the old value."""
        fresh = {name: value for name, value in self.theirs.items() if name not in self.kept}
        return fresh | {name: self.base[name] for name in self.kept if name in self.base}


def _items(value: Value | None) -> Sequence[Value]:
    return () if value is None or isinstance(value, (str, Mapping)) else value


def _differing(fields: Sequence[str], one: Record, other: Record) -> tuple[str, ...]:
    return tuple(name for name in fields if not same(one.get(name), other.get(name)))
