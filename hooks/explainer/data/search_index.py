"""The search index in files: what a first search loads stays the same however large the site is.

    search/index.json         the head, loaded when a reader first opens search
        entries               the first entries, as `search.entries` yields them, up to a size
        stem                  the pattern that cuts a word to its stem
        terms                 the first term of each file of terms
        number                how many entries the head does not hold
        kinds                 kind and number of the first entry of each kind that follows
        together              so many entries stand in one file
    search/terms/<n>.json     terms in their order, each with the numbers of the entries that have it, loaded
                              when a reader types a word that stands between its first and the next file's
    search/entries/<n>.json   the entries that the head does not hold, loaded when they are found

Numbers count the entries that the head does not hold. A term is `[term, "in titles|often in text|in text"]`,
each number as the difference to the one before. Of a term in very many entries those are listed in whose
title it stands and that have it most often; how many are not, stands third.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from sys import intern
from typing import Any, NamedTuple

from explainer.data.search import Entry, entry, page_entries, searched
from explainer.data.terms import STEM, terms
from explainer.library.draft import Draft
from explainer.library.library import Library

Files = Iterator[tuple[str, bytes]]

HEAD = 125_000
"""Characters of the entries in the head: some 37 KB on their way to a reader."""
TOGETHER = 12
"""Entries in one file: some 1.5 KB each on their way."""
SHARD = 16_000
"""Characters of terms in one file: some 7 KB on their way."""
LISTED = 2_000
"""Entries listed for one term."""
_WORDS = 30
"""Words of a text of middling length: a word counts for less in a long one."""
_OFTEN = 1.0
"""So often, by that measure, is often."""

_Postings = tuple[list[int], list[int], list[int]]
"""Numbers of the entries that have a term: in the title, often in the text, in the text."""


_Told = tuple[Any, ...]
"""A term as its file has it."""


def drafts(library: Library) -> Iterator[Draft[Files]]:
    """Yield the head with the terms, then the other entries in files of a few."""
    refs = list(searched(library))
    held = _held(refs, library)
    yield Draft("search", index_files, (held,))
    for number, first in enumerate(range(held, len(refs), TOGETHER)):
        yield Draft(f"search entries {number}", entry_files, (number, refs[first : first + TOGETHER]))


def _held(refs: Sequence[str], library: Library) -> int:
    """Return how many records fit into the head."""
    left = HEAD
    for number, ref in enumerate(refs):
        left -= len(_found(ref, library).line)
        if left < 0:
            return number
    return len(refs)


def index_files(library: Library, held: int) -> Files:
    """Yield the head, which holds so many records, and the terms of all other entries."""
    refs = list(searched(library))
    kept = [*map(_line, page_entries(library)), *(_found(ref, library).line for ref in refs[:held])]
    others = refs[held:]
    shards = list(_shards(postings([_found(ref, library) for ref in others])))
    numbered = enumerate(ref.partition(":")[0] for ref in others)
    head = {
        "stem": STEM,
        "together": TOGETHER,
        "number": len(others),
        "kinds": [(kind, next(of)[0]) for kind, of in groupby(numbered, key=lambda each: each[1])],
        "terms": [shard[0][0] for shard in shards],
    }
    parts = [f"{json.dumps(name)}: {_line(value)}" for name, value in head.items()]
    yield "search/index.json", ("{\n" + ",\n".join([*parts, f'"entries": {_array(kept)}']) + "\n}\n").encode()
    for number, shard in enumerate(shards):
        yield f"search/terms/{number}.json", f"{_array(map(_line, shard))}\n".encode()


def entry_files(library: Library, number: int, refs: Sequence[str]) -> Files:
    """Yield one file of entries."""
    entries = _array(_found(ref, library).line for ref in refs)
    yield f"search/entries/{number}.json", f"{entries}\n".encode()


class Found(NamedTuple):
    """An entry as its file has it, and the terms that find it, each where it counts for most."""

    line: str
    in_title: tuple[str, ...]
    often: tuple[str, ...]
    """In the text, often."""
    in_text: tuple[str, ...]


def _found(ref: str, library: Library) -> Found:
    return Found(*library.piece(f"search of {ref}", partial(_plainly_found, ref)))


def _plainly_found(ref: str, library: Library) -> tuple[Any, ...]:
    return tuple(found(entry(ref, library)))


def found(entry: Entry) -> Found:
    """Return an entry with its terms."""
    _, title, _, text, *names = entry
    titled = dict.fromkeys(map(intern, terms(" ".join((title, *names)))))
    counts = Counter(map(intern, terms(text)))
    length = 0.3 + 0.7 * counts.total() / _WORDS
    often: list[str] = []
    in_text: list[str] = []
    for term, times in counts.items():
        if term not in titled:
            (often if times / length >= _OFTEN else in_text).append(term)
    return Found(_line(entry), tuple(titled), tuple(often), tuple(in_text))


def postings(entries: Iterable[Found]) -> dict[str, _Postings]:
    """Return which entries have each term, by number; an entry stands once, where it counts for most."""
    numbers: dict[str, _Postings] = {}
    for number, (_, *levels) in enumerate(entries):
        for level, terms_there in enumerate(levels):
            for term in terms_there:
                numbers.setdefault(term, ([], [], []))[level].append(number)
    return numbers


def _shards(found: dict[str, _Postings]) -> Iterator[list[_Told]]:
    """Yield the terms in the order in which scripts compare them, as many at a time as fit into a file."""
    shard: list[_Told] = []
    size = 0
    for term in sorted(found, key=lambda term: term.encode("utf-16-be")):
        told = _told(term, found[term])
        more = len(term) + len(told[1])
        if shard and size + more > SHARD:
            yield shard
            shard, size = [], 0
        shard.append(told)
        size += more
    if shard:
        yield shard


def _told(term: str, levels: _Postings) -> _Told:
    left, lists = LISTED, []
    for numbers in levels:
        some = numbers[:left]
        left -= len(some)
        lists.append(" ".join(str(each - before) for before, each in zip([0, *some], some, strict=False)))
    rest = sum(map(len, levels)) - LISTED
    return (term, "|".join(lists).rstrip("|"), *([rest] if rest > 0 else []))


def _array(lines: Iterable[str]) -> str:
    """Return a JSON array with one value a line, so that a changed entry is one changed line."""
    return "[\n" + ",\n".join(lines) + "\n]"


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
