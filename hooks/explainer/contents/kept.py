"""What was read and judged before, so that only what has changed is read and judged again.

A record is the same while its file is, told by size, inode and both its times, as git's index does. What a
rule found is the same while the records and texts that it read are, told by digests of these. A file with a
fault is read anew each time; what rules find is kept without its place, which is looked up when it is told.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias, TypeVar

from explainer.articles.article import Article
from explainer.contents import notes
from explainer.contents.derived import Derived, Held
from explainer.contents.store import Loaded, Stamp, article_in, read, stamp
from explainer.errors import Problem
from explainer.records.part import Part

T = TypeVar("T", bound=Part)
R = TypeVar("R")
Key: TypeAlias = tuple[object, ...]
"""A rule, and what it read: what tells each record from any other, and the values beside it."""
_PARTS = ("records", "articles", "judged")
_TICK = 50_000_000
"""Nanoseconds within which a clock may give two saves of a file the same time."""


class Known(NamedTuple):
    """What a rule found in some parts."""

    found: Any
    parts: frozenset[object]
    """What tells them from any others, where not all of them are as they were."""
    is_same: bool
    """Whether all are."""

    def has(self, told: str) -> bool:
        """Say whether a part that is told by this was among them."""
        return self.is_same or told in self.parts


@dataclass(slots=True)
class Kept:
    """A memory of one content folder; empty, it only costs what it saves later."""

    records: dict[str, tuple[Stamp, Any, str, Held]] = field(default_factory=dict)
    """By model and path: its file's state, the record, what tells it from any other, what was taken of it."""
    articles: dict[str, tuple[Stamp, Article]] = field(default_factory=dict)
    """By path: its file's state, and what it says."""
    judged: dict[Key, Any] = field(default_factory=dict)
    states: Mapping[str, Stamp] = field(default_factory=dict)
    """By path: the states of files at which somebody has looked just now."""
    keeps: bool = True
    """False where nobody asks again: then nothing is written down."""
    derived: Derived = field(default_factory=Derived)
    """For as long as the process lasts."""
    note: notes.Note | None = None
    """Where it was read from."""
    _again: dict[str, tuple[Stamp, Any, str, Held]] = field(default_factory=dict)
    _articles_again: dict[str, tuple[Stamp, Article]] = field(default_factory=dict)
    _judged_again: dict[Key, Any] = field(default_factory=dict)
    _digests: dict[int, str] = field(default_factory=dict)
    """By the id of a record that is kept, and so lives."""

    def read(self, path: str, model: type[T]) -> tuple[Loaded[T] | None, list[Problem]]:
        """Return what `store.read` does, from memory where the file is the same."""
        if not self.keeps:
            return read(Path(path), model)
        name, state = f"{model.__name__} {path}", self.states.get(path) or stamp(path)
        held = self.records.get(name)
        if held and state and held[0] == state:
            self._keep(name, held)
            return Loaded(held[1], path), []
        loaded, problems = read(Path(path), model)
        if loaded and state and not problems and _is_settled(state):
            self._keep(name, (state, loaded.record, self.told(loaded.record), {}))
        return loaded, problems

    def _keep(self, name: str, held: tuple[Stamp, Any, str, Held]) -> None:
        self._again[name] = held
        _, record, told, taken = held
        self._digests[id(record)] = told
        self.derived.last(record, taken)

    def article(self, path: str) -> Article:
        """Return the article in a file, from memory where that is the same; raises NotText."""
        state = (self.states.get(path) or stamp(path)) if self.keeps else None
        held = self.articles.get(path)
        found = held[1] if held and held[0] == state else article_in(Path(path))
        if state and _is_settled(state):
            self._articles_again[path] = state, found
        return found

    def told(self, part: Part) -> str:
        """Return what tells a record from any other: the same for the same values."""
        return self._digests.get(id(part)) or notes.digest([repr(part)]).hex()

    def judge(self, rule: str, parts: tuple[object, ...], work: Callable[[], tuple[R, bool]]) -> R:
        """Return what a rule finds in `parts`: records, and values that can be told apart.

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

    def taken(self, name: str, path: Path, work: Callable[[Path], R]) -> R:
        """Return what `work` takes from a file, from memory where that is the same."""
        state = stamp(path)
        return self.judge(name, (str(path), state), lambda: (work(path), bool(state and _is_settled(state))))

    def known(
        self, rule: str, name: str, around: tuple[object, ...], parts: tuple[object, ...]
    ) -> Known | None:
        """Return what a rule found the last time under a name; None where what is `around` has changed."""
        held = self.judged.get((rule, name)) if self.keeps else None
        if held is None or held[0] != self._key(rule, around):
            return None
        if held[1] != self._key(rule, parts):
            return Known(held[2], frozenset(held[1]), is_same=False)
        self._judged_again[rule, name] = held
        return Known(held[2], frozenset(), is_same=True)

    def learn(
        self, rule: str, name: str, around: tuple[object, ...], parts: tuple[object, ...], found: object
    ) -> None:
        """Take down what a rule finds in `parts`, in the light of what is `around` all of them."""
        if self.keeps:
            self._judged_again[rule, name] = self._key(rule, around), self._key(rule, parts), found

    def _key(self, rule: str, parts: tuple[object, ...]) -> Key:
        """Return values by which to look up; of 40,000 parts few are records that are not known."""
        known = self._digests
        return rule, *[
            known.get(id(part)) or (self.told(part) if isinstance(part, Part) else part) for part in parts
        ]

    def _is_known(self, key: Key) -> bool:
        if key not in self.judged:
            return False
        self._judged_again[key] = self.judged[key]
        return True

    def turn(self) -> None:
        """Forget what was not asked for since the last turn."""
        self.records, self.articles, self.judged = self._again, self._articles_again, self._judged_again
        self._again, self._articles_again, self._judged_again = {}, {}, {}
        self._digests = {id(record): told for _, record, told, _ in self.records.values()}
        self.states = {}
        self.derived.turn()


def _is_settled(state: Stamp) -> bool:
    """Say whether a later save would show in a file's times."""
    return time.time_ns() - max(state[2:]) > _TICK


def load(path: Path, version: str) -> Kept:
    """Return what is kept at `path`; nothing where that is of another version of the code, or unreadable."""
    note = notes.load(path, version)
    if note is None:
        return Kept()
    records, articles, judged = (note.parts[name] for name in _PARTS)
    return Kept(records, articles, judged, note=note)


def save(kept: Kept, path: Path, version: str) -> None:
    """Write down what is kept; where that cannot be, all is read again the next time."""
    parts = {name: getattr(kept, name) for name in _PARTS}
    notes.save(parts, path, version, since=kept.note)
