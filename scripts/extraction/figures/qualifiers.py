"""How exact a number is said to be: the words before it ("over", "nearly") or after it ("or more")."""

import re

from ..candidates import Qualifier
from .lexicon import rows
from .reading import Reading

_BEFORE: dict[str, Qualifier] = {phrase: name for phrase, name in rows("qualifiers", "|")}  # type: ignore[misc]
_LONGEST = max(len(phrase.split()) for phrase in _BEFORE)
_TAIL = re.compile(r"[A-Za-z.’']+[ \u00a0\n“”\"‘’'(]{1,2}$|[A-Za-z.’']+[ \u00a0]")
_AFTER = re.compile(
    r"(?:(?: (?:an?|per|each|every) [a-z]+)? or (?:(?P<over2>more)|(?P<under2>less|fewer))\b|[- ](?P<plus>plus\b)|(?P<sign>\+)|[ ,]{1,2}or (?:(?P<over>more|above|higher|greater|better|longer)|"
    r"(?P<under>less|fewer|lower|below|under|shorter)|(?P<about>so|thereabouts))\b)"
)
_FILLERS = frozenset(
    {
        "a",
        "an",
        "the",
        "another",
        "additional",
        "record",
        "whopping",
        "total",
        "of",
        "extra",
        "just",
        "only",
        "its",
        "their",
    }
)


def before(text: str, start: int, *, duration: bool = False) -> Qualifier | None:
    """Return what the words right before `start` say; "over" before a duration counts only if it cannot mean "during"."""
    words = text[max(0, start - 48) : start].lower()
    if not words or words[-1] not in " \n“\"‘'(-":
        return None
    tail = words.rstrip("“\"‘'(- \n").split()[-6:]
    for _ in range(3):
        if found := _longest(tail, duration=duration):
            return found
        if not tail or tail[-1] not in _FILLERS:
            return None
        tail = tail[:-1]
    return None


def _longest(tail: list[str], *, duration: bool) -> Qualifier | None:
    for size in range(min(_LONGEST, len(tail)), 0, -1):
        found = _BEFORE.get(" ".join(tail[-size:]).lstrip("“\"‘'(—–"))
        if found:
            during = duration and size == 1 and tail[-1] in ("over", "within", "around", "above", "top")
            return None if during and (len(tail) < 2 or tail[-2] not in _EXTENT) else found
    return None


_EXTENT = frozenset(
    {
        "for",
        "of",
        "in",
        "after",
        "last",
        "lasted",
        "been",
        "took",
        "takes",
        "spent",
        "spend",
        "with",
        "served",
        "a",
        "is",
        "was",
    }
)


def after(text: str, end: int) -> Qualifier | None:
    """Return what the words right after `end` say: "or more", "or less", "or so", "-plus", "+"."""
    found = _AFTER.match(text, end)
    if not found:
        return None
    if found["under"] or found["under2"]:
        return "under"
    return "about" if found["about"] else "over"


def of(text: str, reading: Reading) -> Qualifier | None:
    """Return the qualifier of a reading: "between" for a range, else the words after or before it."""
    if reading.value_max is not None:
        return None if reading.kind == "tally" else "between"
    if text.startswith(("couple", "Couple"), reading.start):
        return "about"
    return after(text, reading.end) or before(text, reading.start, duration=reading.kind == "duration")
