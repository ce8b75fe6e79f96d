"""A proposed label for a figure's page, in the words of the figure's own sentence."""

import re

from extraction.candidates import FigureCandidate
from extraction.figures.lexicon import words

_LONGEST = 12
_LEAST = 4
_REACH = 300
_TITLES = "".join(rf"(?<!\b{title})" for title in ("Mr", "Ms", "Dr", "Mrs", "St", "Sen", "Rep", "Gov", "No"))
_SENTENCE_END = re.compile(rf"(?<![A-Z]){_TITLES}[.!?][”\"’)]* (?=[“\"‘(]?[A-Z0-9])|\n")
_CLAUSE_END = re.compile(r"[,;:](?!\d)|\s?[—―]\s?|\s[–-]{1,2}\s")
_LINKS = words("links")
_LOOSE = words("loose")
_EDGES = ' \t\n\u00a0,;:—–-.“”"‘()'


def describe(figure: FigureCandidate, text: str) -> str:
    """Return at most about twelve words of the clause around the figure, in the source's own words and order.

    "…" marks a cut inside the clause; an uncut clause begins with a capital. Nothing else is added.
    """
    start, end = _clause(text, figure.start, figure.end)
    before, after = text[start : figure.start], text[figure.end : end]
    room = max(0, _LONGEST - len(figure.exact.split()))
    tail = _head_of(after, max(room // 3, room - len(before.split())))
    head = _tail_of(before, room - len(tail.split()))
    label = " ".join(f"{head}{figure.exact}{tail}".split()).strip(_EDGES)
    opening = "…" if len(head.split()) < len(before.split()) else ""
    closing = "…" if len(tail.split()) < len(after.split()) else ""
    return f"{opening}{label if opening else label[:1].upper() + label[1:]}{closing}"


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the clause around a place, widened to its neighbours while it is very short."""
    floor, ceiling = max(0, start - _REACH), min(len(text), end + _REACH)
    first = max([floor, *(found.end() for found in _SENTENCE_END.finditer(text, floor, start))])
    stop = _SENTENCE_END.search(text, end, ceiling)
    last = stop.start() if stop else ceiling
    cuts = [first, *(found.end() for found in _CLAUSE_END.finditer(text, first, start))]
    ends = [*(found.start() for found in _CLAUSE_END.finditer(text, end, last)), last]
    while len(text[cuts[-1] : ends[0]].split()) < _LEAST and (len(ends) > 1 or len(cuts) > 1):
        if len(cuts) > 1:
            cuts.pop()
        else:
            ends.pop(0)
    return cuts[-1], ends[0]


def _head_of(after: str, room: int) -> str:
    """Return the first `room` words of `after`, ending on no loose preposition or article."""
    pieces = re.findall(r"\s*\S+", after)
    if len(pieces) <= room:
        return after
    kept = pieces[:room]
    while kept and kept[-1].strip().lower() in _LOOSE:
        kept.pop()
    return "".join(kept)


def _tail_of(before: str, room: int) -> str:
    """Return the last `room` words of `before`, from after a "that" or "who" where one is among them."""
    pieces = re.findall(r"\S+\s*", before)
    if len(pieces) <= room:
        return before
    kept = pieces[-room:] if room else []
    for i, piece in enumerate(kept[:-_LEAST]):
        if piece.strip().lower() in _LINKS:
            kept = kept[i + 1 :]
            break
    return "".join(kept)
