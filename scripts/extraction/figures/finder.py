"""All figures of a text, in one scan for the places where a number starts."""

import re

from ..candidates import FigureCandidate
from . import grammar, periods, qualifiers
from .reading import Reading

_LISTED = re.compile(r"(?: [A-Za-z][\w’'-]*){1,4}(?:,| and|, and|; ) $")


def find(text: str) -> list[FigureCandidate]:
    """Return the figures of `text` in their order; spans are disjoint code-point ranges of `text`.

    Dates, years, ages, clock times, names, list and telephone numbers are none, nor are vague
    plurals ("billions") and spelled counts up to ten outside an enumeration ("three women").
    """
    padded = "\n" + text.replace("\u00a0", " ").replace("\u2011", "-")
    readings = _enumerated(padded, _readings(padded))
    return [_candidate(text, padded, reading) for reading in readings]


def _readings(text: str) -> list[Reading]:
    found: list[Reading] = []
    pos = 0
    while start := grammar.START.search(text, pos):
        reading, pos = grammar.read(
            text, start.start() + 1, start.lastgroup or "digits"
        )
        if reading:
            found.append(reading)
    return found


def _enumerated(text: str, readings: list[Reading]) -> list[Reading]:
    """Keep small spelled counts only where a list ties them to a count that is a figure: "14 Catholics, six Orthodox"."""
    kept = [not reading.small for reading in readings]
    pairs = list(zip(range(len(readings)), range(1, len(readings)), strict=False))
    for here, there in [*pairs, *((there, here) for here, there in reversed(pairs))]:
        if kept[here] and not kept[there] and readings[here].kind == "count":
            left, right = sorted((readings[here], readings[there]))
            kept[there] = bool(_LISTED.fullmatch(text, left.end, right.start))
    return [reading for reading, keep in zip(readings, kept, strict=True) if keep]


def _candidate(article: str, text: str, reading: Reading) -> FigureCandidate:
    """Add qualifier and period, and turn places in the padded text into places in the article."""
    start, end = reading.start, reading.end
    qualifier = qualifiers.of(text, reading)
    return FigureCandidate(
        exact=article[start - 1 : end - 1],
        start=start - 1,
        end=end - 1,
        value=reading.value,
        value_max=reading.value_max,
        unit=reading.unit,
        qualifier=qualifier,
        period=periods.of(text, start, end),
    )
