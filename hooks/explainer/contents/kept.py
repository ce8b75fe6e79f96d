"""What was read and judged before, so that only what has changed is read and judged again.

A record is the same while its file is, told by size, inode and both its times, as git's index does. What a
rule found is the same while the records and texts that it read are, told by a digest of them. Only what is
without fault is kept: a fault is told anew each time, at its place.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from explainer.contents import notes
from explainer.contents.derived import Derived
from explainer.contents.store import Loaded, Stamp, read, stamp
from explainer.errors import Problem
from explainer.records.parts import Part

T = TypeVar("T", bound=Part)
R = TypeVar("R")
_TICK = 50_000_000
"""Nanoseconds within which a clock may give two saves of a file the same time."""


@dataclass(slots=True)
class Kept:
    """A memory of one content folder; empty, it only costs what it saves later."""

    records: dict[str, tuple[Stamp, Any, str]] = field(default_factory=dict)
    """By model and path: its file's state, the record, and what tells it from any other."""
    judged: dict[bytes, Any] = field(default_factory=dict)
    keeps: bool = True
    """False where nobody asks again: then nothing is written down."""
    derived: Derived = field(default_factory=Derived)
    """For as long as the process lasts."""
    note: notes.Note | None = None
    """Where it was read from."""
    _again: dict[str, tuple[Stamp, Any, str]] = field(default_factory=dict)
    _judged_again: dict[bytes, Any] = field(default_factory=dict)
    _digests: dict[int, str] = field(default_factory=dict)
    """By the id of a record that is kept, and so lives."""

    def read(self, path: Path, model: type[T]) -> tuple[Loaded[T] | None, list[Problem]]:
        """Return what `store.read` does, from memory where the file is the same."""
        name = f"{model.__name__} {path}"
        state = stamp(path)
        held = self.records.get(name)
        if held and state and held[0] == state:
            self._again[name] = held
            self._digests[id(held[1])] = held[2]
            return Loaded(held[1], path), []
        loaded, problems = read(path, model)
        if loaded and state and not problems and time.time_ns() - max(state[2:]) > _TICK:
            self._again[name] = state, loaded.record, self.told(loaded.record)
            self._digests[id(loaded.record)] = self._again[name][2]
        return loaded, problems

    def told(self, part: Part) -> str:
        """Return what tells a record from any other: the same for the same values."""
        return self._digests.get(id(part)) or notes.digest([part.model_dump_json()]).hex()

    def judge(self, rule: str, parts: tuple[object, ...], work: Callable[[], tuple[R, bool]]) -> R:
        """Return what a rule finds in `parts`: records, and values whose text tells them apart.

        `work` finds it, and says whether it may be kept.
        """
        if not self.keeps:
            return work()[0]
        key = self._key(rule, parts)
        if self._is_known(key):
            return self.judged[key]  # type: ignore[no-any-return]
        found, is_clean = work()
        if is_clean:
            self._judged_again[key] = found
        return found

    def mark_clear(self, rule: str, parts: tuple[object, ...]) -> None:
        """Take down that a rule finds nothing in `parts`."""
        if self.keeps:
            self._judged_again[self._key(rule, parts)] = None

    def is_clear(self, rule: str, parts: tuple[object, ...]) -> bool:
        """Say whether it is known that a rule finds nothing in `parts`."""
        return self.keeps and self._is_known(self._key(rule, parts))

    def _key(self, rule: str, parts: tuple[object, ...]) -> bytes:
        return notes.digest(
            self.told(part) if isinstance(part, Part) else repr(part) for part in (rule, *parts)
        )

    def _is_known(self, key: bytes) -> bool:
        if key not in self.judged:
            return False
        self._judged_again[key] = self.judged[key]
        return True

    def turn(self) -> None:
        """Forget what was not asked for since the last turn."""
        self.records, self.judged = self._again, self._judged_again
        self._again, self._judged_again = {}, {}
        self._digests = {id(record): digest for _, record, digest in self.records.values()}
        self.derived.turn()


def load(path: Path, version: str) -> Kept:
    """Return what is kept at `path`; nothing where that is of another version of the code, or unreadable."""
    note = notes.load(path, version)
    return Kept(note.parts["records"], note.parts["judged"], note=note) if note else Kept()


def save(kept: Kept, path: Path, version: str) -> None:
    """Write down what is kept; where that cannot be, all is read again the next time."""
    notes.save({"records": kept.records, "judged": kept.judged}, path, version, since=kept.note)
