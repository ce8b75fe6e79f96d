"""What is taken from single records, and kept for as long as a record is the same.

What is taken may itself be taken from: it is one object for as long as its record is.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias, TypeVar, cast

R = TypeVar("R")
T = TypeVar("T")
Held: TypeAlias = dict[Callable[[Any], Any], Any]
"""What was taken from one record, by what took it."""


class Derived:
    """A memory of what was taken from each record; a record is the same while it is one object."""

    def __init__(self) -> None:
        self._now: dict[tuple[Callable[[Any], Any], int], tuple[Any, Any]] = {}
        self._before = self._now
        self._lasting: dict[int, Held] = {}
        self._of_all: dict[tuple[Callable[[Any], Any], int], tuple[Any, tuple[Any, ...]]] = {}

    def take(self, work: Callable[[R], T], record: R) -> T:
        """Return what `work` makes of a record; a function of a module that looks at nothing else."""
        key = work, id(record)
        held = self._now.get(key)
        if held is None:
            held = self._before.get(key) or (record, work(record))
            self._now[key] = held  # with the record, so that no other can take its id
        return held[1]

    def take_lasting(self, work: Callable[[R], T], record: object, *, through: Callable[..., R]) -> T:
        """Return what `work` makes of what is taken `through` a record; where that is kept, from there."""
        held = self._lasting.get(id(record))
        if held is None:
            return self.take(work, self.take(through, record))
        if work not in held:
            held[work] = work(self.take(through, record))
        return cast(T, held[work])

    def of_all(self, work: Callable[[R], Iterable[T]], contents: R) -> tuple[T, ...]:
        """Return what `work` yields of all records, once for all rules that ask it."""
        key = work, id(contents)
        if key not in self._of_all:
            self._of_all[key] = contents, tuple(work(contents))
        return self._of_all[key][1]

    def last(self, record: object, held: Held) -> None:
        """Let what is taken from a record last in `held`, until the next turn; so long the record lives."""
        self._lasting[id(record)] = held

    def turn(self) -> None:
        """Forget what was not asked for since the last turn."""
        self._before, self._now = self._now, {}
        self._lasting, self._of_all = {}, {}
