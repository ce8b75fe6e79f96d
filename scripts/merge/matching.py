"""Which fresh record is which stored one: ids are kept, never derived anew.

In this order: the same words; the same words but for white space and typography, where the context
overlaps; similar words with a context equal on one side. Each only where there is one answer. Words that
stand several times in the same context keep their order. What is left is new on the one side and
vanished on the other: an ambiguity is never decided.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from merge.values import Record

SIMILAR = 0.9
"""Least ratio of difflib.SequenceMatcher between the words of two records taken for one."""
MARGIN = 0.1
"""By how much the best must be ahead of the second best."""
OVERLAP = 0.5
"""Least share of the context two records have in common to be taken for one."""

_TYPOGRAPHY = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00ad": ""}
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a record stands: its words, what is around them, and their offset as digits."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: str = ""

    @property
    def surroundings(self) -> tuple[str, str, str]:
        """Return the words in their context."""
        return self.exact, self.prefix, self.suffix

    @classmethod
    def of(cls, record: Record) -> "Anchor":
        """Return the anchor of a record; a part it lacks is empty."""
        return cls(*(str(record.get(name, "")) for name in ("exact", "prefix", "suffix", "start")))


def match(fresh: Sequence[Anchor], stored: Mapping[str, Iterable[Anchor]]) -> dict[int, str]:
    """Return the id for each index of `fresh` that is a stored record.

    A stored record may have several anchors, such as the base's and the writer's. What is new is left out
    and the rest matched again, as it will be in the next run, when the new has records of its own.
    """
    indexes = list(range(len(fresh)))
    while True:
        found = _match({index: fresh[index] for index in indexes}, stored)
        if len(found) == len(indexes):
            return found
        indexes = sorted(found)


def _match(fresh: Mapping[int, Anchor], stored: Mapping[str, Iterable[Anchor]]) -> dict[int, str]:
    matching = _Matching(fresh, stored)
    matching.by(lambda anchor: anchor, _certain)
    matching.by(lambda anchor: anchor.surroundings, _certain)
    matching.in_order()
    matching.by(lambda anchor: anchor.exact, _certain)
    matching.by(lambda anchor: anchor.exact, _overlap)
    matching.by(lambda anchor: _normal(anchor.exact), _overlap)
    matching.leave_undecided()
    matching.by(lambda anchor: anchor.prefix if anchor.prefix.strip() else None, _similar)
    matching.by(lambda anchor: anchor.suffix if anchor.suffix.strip() else None, _similar)
    return matching.found


class _Matching:
    """What is found so far, and what is still open on both sides."""

    def __init__(self, fresh: Mapping[int, Anchor], stored: Mapping[str, Iterable[Anchor]]) -> None:
        self.fresh = dict(fresh)
        self.stored = {id_: tuple(dict.fromkeys(anchors)) for id_, anchors in stored.items()}
        self.found: dict[int, str] = {}

    def by(
        self, key: Callable[[Anchor], Hashable | None], likeness: Callable[[Anchor, Anchor], float]
    ) -> None:
        """Match those that share a key and are, both ways, the one best by likeness."""
        buckets: dict[Hashable, tuple[list[int], dict[str, list[Anchor]]]] = defaultdict(lambda: ([], {}))
        for index, anchor in self.fresh.items():
            buckets[key(anchor)][0].append(index)
        for id_, anchors in self.stored.items():
            for anchor in anchors:
                buckets[key(anchor)][1].setdefault(id_, []).append(anchor)
        for value, (indexes, ids) in buckets.items():
            if value is not None and indexes and ids:
                self._pair(indexes, ids, likeness)

    def in_order(self) -> None:
        """Match those that words and context do not tell apart, where both sides have as many."""
        fresh: dict[Hashable, list[int]] = defaultdict(list)
        for index, anchor in self.fresh.items():
            fresh[anchor.surroundings].append(index)
        stored: dict[Hashable, dict[str, str]] = defaultdict(dict)
        for id_, anchors in self.stored.items():
            for anchor in reversed(anchors):
                stored[anchor.surroundings][id_] = anchor.start
        for key, indexes in fresh.items():
            ids = sorted(stored[key], key=lambda id_: (_offset(stored[key][id_]), id_))
            if len(ids) == len(indexes) and all(id_ in self.stored for id_ in ids):
                for index, id_ in zip(indexes, ids, strict=True):
                    self._join(index, id_)

    def leave_undecided(self) -> None:
        """Pass over words that stand in several records: likeness does not settle what equality could not."""
        known = {anchor.exact for anchors in self.stored.values() for anchor in anchors}
        self.fresh = {index: anchor for index, anchor in self.fresh.items() if anchor.exact not in known}

    def _join(self, index: int, id_: str) -> None:
        self.found[index] = id_
        del self.fresh[index], self.stored[id_]

    def _pair(
        self, indexes: list[int], ids: dict[str, list[Anchor]], likeness: Callable[[Anchor, Anchor], float]
    ) -> None:
        scores = {
            (index, id_): max(likeness(self.fresh[index], anchor) for anchor in anchors)
            for index in indexes
            if index in self.fresh
            for id_, anchors in ids.items()
            if id_ in self.stored
        }
        rows: dict[int, list[float]] = defaultdict(list)
        columns: dict[str, list[float]] = defaultdict(list)
        for (index, id_), score in scores.items():
            rows[index].append(score)
            columns[id_].append(score)
        for (index, id_), score in scores.items():
            if score > 0 and _leads(score, rows[index]) and _leads(score, columns[id_]):
                self._join(index, id_)


def _offset(start: str) -> int:
    return int(start) if start.isascii() and start.isdigit() else -1


def _leads(score: float, scores: Sequence[float]) -> bool:
    others = sorted(scores, reverse=True)[1:]
    return score == max(scores) and (not others or score - others[0] >= MARGIN)


def _certain(one: Anchor, other: Anchor) -> float:
    return 1.0


def _overlap(one: Anchor, other: Anchor) -> float:
    before = _ratio(_normal(one.prefix), _normal(other.prefix))
    after = _ratio(_normal(one.suffix), _normal(other.suffix))
    shared = max(before, after)
    return (before + after) / 2 if shared >= OVERLAP else 0.0


def _similar(one: Anchor, other: Anchor) -> float:
    ratio = _ratio(_normal(one.exact), _normal(other.exact))
    return ratio if ratio >= SIMILAR else 0.0


def _ratio(one: str, other: str) -> float:
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < OVERLAP or matcher.quick_ratio() < OVERLAP:
        return 0.0
    return matcher.ratio()


def _normal(text: str) -> str:
    folded = unicodedata.normalize("NFC", text).translate(_TYPOGRAPHY)
    return re.sub(r"\s+", " ", folded).strip()
