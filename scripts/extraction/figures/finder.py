"""All figures of a text, in one scan for the places where a number starts."""

from collections.abc import Sequence

from extraction import paragraphs
from extraction.candidates import FigureCandidate
from extraction.figures import currencies, grammar, neighbours, periods, qualifiers, spacing
from extraction.figures.reading import Reading


def find(text: str, parts: Sequence[paragraphs.Span] | None = None) -> list[FigureCandidate]:
    """Return the figures of `text` in their order; spans are disjoint code-point ranges of `text`.

    `parts` are its paragraphs, where they are known already.

    Dates, years, ages, clock times, names, list and telephone numbers are none, nor are vague
    plurals ("billions") and spelled counts up to ten outside an enumeration ("three women").
    """
    padded = "\n" + spacing.evened(text, paragraphs.split(text) if parts is None else parts)
    readings = currencies.settle(padded, neighbours.settle(padded, _readings(padded)))
    return [_candidate(text, padded, reading) for reading in readings]


def _readings(text: str) -> list[Reading]:
    found: list[Reading] = []
    pos = 0
    while start := grammar.START.search(text, pos):
        reading, pos = grammar.read(text, start.start() + 1, start.lastgroup or "digits")
        if reading:
            found.append(reading)
    return found


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
        period=periods.of(text, reading),
    )
