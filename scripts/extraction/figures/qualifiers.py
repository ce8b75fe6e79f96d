"""How exact a number is said to be: the words before it ("over", "nearly") or after it ("or more")."""

import re

from extraction.candidates import Qualifier
from extraction.figures.reading import Reading
from extraction.wordlists import rows, words

_BEFORE: dict[str, Qualifier | None] = {
    phrase: None if name == "none" else name  # type: ignore[misc]
    for phrase, name in rows("figures/qualifiers", "|")
}
_LONGEST = max(len(phrase.split()) for phrase in _BEFORE)
_AFTER = re.compile(
    r"(?: (?:an?|per|each|every) [a-z]+)?,? or (?:(?:so|thereabouts)(?P<about>)"
    r"|(?:less|fewer|lower|below|under)(?P<most>)"
    r"|(?:more|above|higher|greater|better|longer))\b|[- ]plus\b|\+"
)
_FILLERS = words("figures/fillers")
_ARTICLES = frozenset(("a", "an"))
_DURING = frozenset(("over", "beyond"))
_PLACES = _DURING | {"under", "around", "above", "below"}
_EXTENT = words("figures/extent")
_OPENING = " \n“\"‘'(-"
_REACH = 48


def of(text: str, reading: Reading) -> Qualifier | None:
    """Return the qualifier of a reading: "between" for a range, else what the words beside it say."""
    if reading.value_max is not None:
        return None if reading.kind == "tally" else "between"
    if text.startswith(("couple", "Couple"), reading.start):
        return "about"
    return _after(text, reading.end) or _before(text, reading.start, duration=reading.kind == "duration")


def _after(text: str, end: int) -> Qualifier | None:
    found = _AFTER.match(text, end)
    if not found:
        return None
    return "up-to" if found["most"] is not None else "about" if found["about"] is not None else "at-least"


def _before(text: str, start: int, *, duration: bool) -> Qualifier | None:
    """Look at the words before `start`, over fillers ("more than a record"), prepositions of place apart.

    "over six years" means "during", unless another preposition governs it ("for over six years").
    """
    before = text[max(0, start - _REACH) : start].lower()
    if not before or before[-1] not in _OPENING:
        return None
    tail = before.rstrip(_OPENING).split()[-_LONGEST - 3 :]
    article = False
    while tail:
        if size := _known(tail):
            prepositional = size == 1 and (tail[-1] in _PLACES if article else duration and _during(tail))
            return None if prepositional else _BEFORE[_phrase(tail, size)]
        if tail[-1] not in _FILLERS:
            return None
        article = article or tail[-1] in _ARTICLES
        tail.pop()
    return None


def _during(tail: list[str]) -> bool:
    return tail[-1] in _DURING and (len(tail) < 2 or tail[-2] not in _EXTENT)


def _known(tail: list[str]) -> int:
    """Return how many of the last words make a known phrase, the longest first; 0 for none."""
    return next(
        (size for size in range(min(_LONGEST, len(tail)), 0, -1) if _phrase(tail, size) in _BEFORE), 0
    )


def _phrase(tail: list[str], size: int) -> str:
    return " ".join(tail[-size:]).lstrip("“\"‘'(—–")
