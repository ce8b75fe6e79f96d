"""Durations that measure an extent ("seven years of talks"), told from places in time ("seven years ago")."""

import re

from extraction.figures import exclusions
from extraction.figures.numerals import Numeral
from extraction.figures.reading import Reading
from extraction.figures.units import Unit

_OFFSET_AFTER = re.compile(
    r"['’]?(?: (?:ago|before|after|later|earlier|from now|prior|since|away|old|to go|until|out from"
    r"|left|into)\b|[- ]olds?\b)"
)
_PLACED = re.compile(
    r"\b(?:past|last|previous|first|final|recent|coming|preceding|opening|closing|early|few|these"
    r"|(?<!for )(?<!for the )next)(?: (?:about|over|nearly|almost))? $"
)
_WITHIN = re.compile(
    r"\b[Ii]n(?: the)?(?: (?:over|more than|less than|about|nearly|under|almost|just|as little as))? $"
)
_LOW = re.compile(r"-(?:high|low|highs|lows|peak|record)\b")
_ALWAYS = {("hour", 24), ("day", 7), ("day", 365), ("month", 12), ("week", 52)}
_EACH = re.compile(r" (?:a|per|each|every) (?:day|week|year)\b")


def read(text: str, numeral: Numeral, unit: Unit, *, opening: int | None = None) -> Reading | None:
    """Return the reading of a number of days, years …; None where it measures no extent.

    `opening` is where the range begins whose second number this is. None for ages, offsets ("two days
    later"), placed stretches ("the past three decades"), titles ("60 Minutes"), the bare "a year" and
    "one day", and idioms ("24 hours a day").
    """
    if offset(text, unit.end) or _always(text, numeral, unit):
        return None
    if unit.hyphenated and exclusions.instrument(text, unit.end):
        return None
    if numeral.value == 0 or (numeral.form == "digits" and text[numeral.end + 1].isupper()):
        return None
    extent = text.startswith((" of ", "’ ", "' "), unit.end)
    if numeral.value == 1 and not unit.hyphenated and not extent:
        return None
    start = numeral.start if opening is None else opening
    before = text[max(0, start - 24) : start]
    if not unit.hyphenated and (_PLACED.search(before) or (not extent and _WITHIN.search(before))):
        return None
    return Reading(numeral.start, unit.end, numeral.value, unit.name, "duration", scale=numeral.scale)


def offset(text: str, end: int) -> bool:
    """Tell whether the words at `end` make an age or a place in time of the stretch before: "ago", "-old"."""
    return bool(_OFFSET_AFTER.match(text, end))


def _always(text: str, numeral: Numeral, unit: Unit) -> bool:
    return (unit.name, numeral.value) in _ALWAYS and bool(_EACH.match(text, unit.end))
