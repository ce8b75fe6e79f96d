"""Whom a name stands for: one person, or nobody where several share it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from merge.values import Record

_BETWEEN_NAMES = re.compile(r"[.\s]+")
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
ALIASES = "aliases"


def key(name: str) -> str:
    """Return what makes two names the same: case, dots and white space aside."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(part for part in _BETWEEN_NAMES.split(folded) if part)


def names(record: Record) -> Iterator[str]:
    """Yield a person's name and other names."""
    aliases: Any = record.get(ALIASES, ())
    yield from (name for name in (record.get("name"), *aliases) if isinstance(name, str))


def contested(people: Iterable[tuple[str, Record]]) -> frozenset[str]:
    """Return the keys of names that records of different ids have; an id is a name, too.

    `people` gives ids and what an article or a file says of them, an id as often as there are such.
    """
    owners: dict[str, str] = {}
    found = set()
    for id_, record in people:
        for name in (id_, *names(record)):
            if owners.setdefault(key(name), id_) != id_:
                found.add(key(name))
    return frozenset(found)


def without_contested(record: Record, contested: frozenset[str]) -> Record:
    """Return a person's record with those other names alone that no other record has."""
    aliases: Any = record.get(ALIASES, ())
    kept = [alias for alias in aliases if key(alias) not in contested]
    rest = {field: value for field, value in record.items() if field != ALIASES}
    return {**rest, ALIASES: kept} if kept else rest


@dataclass(slots=True)
class Directory:
    """Who is known by which name; it grows as people are proposed."""

    ids: dict[str, set[str]] = field(default_factory=dict)
    """Key of a name -> everybody known by it."""
    fuller: dict[str, set[str]] = field(default_factory=dict)
    """Key of a first and a last name -> those people known with names or initials between them."""
    shared: frozenset[str] = frozenset()
    """Keys of names that nobody's record has because several people are called so."""

    @classmethod
    def of(cls, written: Mapping[str, Record], extracted: Iterable[tuple[str, Record]]) -> "Directory":
        """Return what the files say; of those that were deleted, and of shared names, what articles said."""
        extracted = list(extracted)
        directory = cls()
        for id_, record in written.items():
            directory.learn(id_, record)
        settled = frozenset(directory.ids)
        for id_, record in extracted:
            if id_ not in written:
                directory.learn(id_, {ALIASES: [name for name in names(record) if key(name) not in settled]})
        directory.shared = contested(extracted) - settled
        return directory

    def learn(self, id_: str, record: Record) -> None:
        """Note a person's names."""
        for name in names(record):
            self.ids.setdefault(key(name), set()).add(id_)
            plain = _first_and_last(key(name))
            if plain != key(name) and record.get("kind", "person") == "person":
                self.fuller.setdefault(plain, set()).add(id_)

    def person(self, name: str) -> str | None:
        """Return the one person of that name; None where there is none, or more than one."""
        found = self._found(name)
        return next(iter(found)) if len(found) == 1 and key(name) not in self.shared else None

    def is_ambiguous(self, name: str) -> bool:
        """Say whether the name is known and stands for nobody in particular."""
        return bool(self._found(name)) and self.person(name) is None

    def _found(self, name: str) -> set[str]:
        """Return who may be meant: `Ada B. Roe` is `Ada Roe`, unless there is an `Ada C. Roe`, too."""
        asked, plain = key(name), _first_and_last(key(name))
        if asked in self.ids:
            return self.ids[asked]
        if asked == plain:
            return self.fuller.get(plain, set())
        return set() if plain in self.fuller else self.ids.get(plain, set())


def _first_and_last(name: str) -> str:
    """Return the key of a name less what stands in its middle; `jr` goes with the last name."""
    parts = name.split()
    last = 2 if len(parts) > 2 and parts[-1] in _SUFFIXES else 1
    return " ".join([*parts[:1], *parts[max(1, len(parts) - last) :]])
