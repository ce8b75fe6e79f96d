"""Points: percentage points of polls and forecasts, points of an index, and what is neither."""

import re

from extraction.figures.numerals import Numeral
from extraction.figures.reading import Reading
from extraction.figures.units import Unit

_INDEX = re.compile(
    r"\b(?:Dow|Nasdaq|S&P|FTSE|Nikkei|DAX|Hang Seng|index|indexes|stocks|shares|futures|SAT|IQ)\b"
)
_LISTED = re.compile(
    r"[- ]point(?:ers?\b|[- ](?:plan|agenda|list|program|proposal|platform|strategy|type|font"
    r"|guide|memo|checklist|peace|play|shot|contract|line))"
)
_LEAD = re.compile(
    r"\b(?:leads?|led|leading|trail(?:s|ed|ing)?|ahead|behind|margin|advantage|edge)\b"
    r"[^.;!?\n]{0,40}\b(?:by|of|is|was|to)(?: about| just| only| a| at least| nearly)? $"
    r"|\bmargin of (?:sampling )?error[^.;!?\n]{0,30}$"
)
_REACH = 80
_MOST = 60
"""More points than any poll lead: an index."""


def read(text: str, numeral: Numeral, unit: Unit) -> Reading | None:
    """Return the reading of a number of points; None for "a five-point plan" and "at one point"."""
    reading = Reading(
        numeral.start, unit.end, numeral.value * unit.factor, unit.name, "points", scale=numeral.scale
    )
    if unit.factor != 1 or "percent" in text[numeral.end : unit.end].lower():
        return reading
    if _LISTED.match(text, numeral.end) or (
        numeral.value == 1 and numeral.form == "words" and not unit.hyphenated
    ):
        return None
    if numeral.value > _MOST or of_index(text, numeral.start, unit.end):
        return reading._replace(unit="index points")
    return reading


def of_index(text: str, start: int, end: int) -> bool:
    """Tell whether the words around speak of a stock index or a test's score."""
    return bool(_INDEX.search(text, max(0, start - _REACH), end + _REACH // 2))


def bare_lead(text: str, start: int) -> bool:
    """Tell whether the words before `start` speak of a lead: "ahead by", "a margin of"."""
    return bool(_LEAD.search(text[max(0, start - _REACH) : start]))
