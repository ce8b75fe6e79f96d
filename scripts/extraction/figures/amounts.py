"""Plain amounts: a number with a unit after it, or a count of things."""

import re

from . import exclusions, nouns
from .numerals import Numeral
from .reading import Reading
from .units import Unit

_AFTER_OFFSET = re.compile(
    r"['’]?(?: ago\b| (?:before|after|later|earlier|from now|prior|since|away|old|to go|until|out from|left)\b|[- ]olds?\b| a (?:day|week|year)\b)"
)
_BEFORE_OFFSET = re.compile(
    r"\b(?:past|last|previous|first|final|recent|coming|preceding|opening|closing|early|few|every few|[Ii]n(?: the)?(?: (?:over|more than|less than|about|nearly|under|almost))?"
    r"|(?<!for )(?<!for the )next(?: about)?) $"
)
_TIMES_AFTER = re.compile(r"[- ]times\b")
_COMPARED = re.compile(
    r" (?:the|as|more|less|fewer|higher|larger|greater|bigger|faster|lower|smaller|worse|better|that|what|its|their|his|her|likelier)\b"
)
_X = re.compile(r"-?(?:x\b|fold\b)")
_INDEX = re.compile(r"\b(?:Dow|Nasdaq|S&P|FTSE|Nikkei|index|stocks|shares|DAX|Hang Seng|futures|SAT|IQ)\b")
_LIST_OF_POINTS = re.compile(
    r"-point (?:plan|agenda|list|program|proposal|platform|strategy|type|font|guide|memo|checklist|peace)|-point(?:er|s)"
)
_LEAD = re.compile(
    r"\b(?:lead|leads|led|leading|trail|trails|trailed|trailing|ahead|behind|up|down|margin|advantage|edge)\b[^.;!?\n]{0,40}\b(?:by|of|is|was) (?:about |just |only |a |at least )?$"
)
_HEADS = re.compile(
    r"\b(?:kill|wound|injur|dead\b|deaths?\b|died|arrest|displac|detain|hospital|evacuat|employ|survey|sampl|crowd|audience|turnout|attend|people|persons|victims|toll)",
    re.I,
)


def with_unit(text: str, numeral: Numeral, unit: Unit) -> Reading | None:
    """Return the reading of a number with a unit word; None where it is an age, an offset in time or a list's length."""
    reading = Reading(
        numeral.start, unit.end, numeral.value * unit.factor, unit.name, unit.kind, scale=numeral.scale
    )
    if unit.kind == "duration":
        return None if _offset(text, numeral, unit) else reading
    if unit.kind == "points":
        return _points(text, numeral, unit, reading)
    if numeral.form == "words" and numeral.value < 2 and not unit.hyphenated and unit.kind == "measure":
        return None
    return reading


def _offset(text: str, numeral: Numeral, unit: Unit) -> bool:
    """Tell whether a time unit places something in time, or belongs to an age or a name, rather than measure."""
    if _AFTER_OFFSET.match(text, unit.end) or text[unit.end - len("x") : unit.end].isupper():
        return True
    if text[numeral.end + 1].isupper() and numeral.form == "digits":
        return True
    before = text[max(0, numeral.start - 24) : numeral.start]
    if numeral.value == 1 and not unit.hyphenated and not text.startswith(" of", unit.end):
        return True
    if (
        numeral.form == "words"
        and numeral.value == 1
        and numeral.start
        and text[numeral.start : numeral.start + 1] in "aA"
    ):
        return True
    return (
        not unit.hyphenated
        and not text.startswith((" of ", "’ ", "' "), unit.end)
        and bool(_BEFORE_OFFSET.search(before))
    )


def _points(text: str, numeral: Numeral, unit: Unit, reading: Reading) -> Reading | None:
    if (
        unit.name != "percentage points"
        or unit.factor != 1
        or "percent" in text[numeral.end : unit.end].lower()
    ):
        return reading
    if _LIST_OF_POINTS.match(text, numeral.end):
        return None
    if numeral.value > 60 or _INDEX.search(text, max(0, numeral.start - 80), min(len(text), unit.end + 40)):
        return reading._replace(unit="index points")
    return reading


def count(text: str, numeral: Numeral) -> Reading | None:
    """Return the reading of a number with no unit word, as a multiple, a lead in points or a count; None for no figure."""
    start, end = numeral.start, numeral.end
    if times := _TIMES_AFTER.match(text, end):
        return _times(text, numeral, times.end())
    if fold := _X.match(text, end):
        return Reading(start, fold.end(), numeral.value, "x", "multiple")
    noun = nouns.counted(text, end)
    if numeral.form == "digits" and numeral.scale == 1 and _excluded(text, numeral, noun):
        return None
    if exclusions.age(text, start, end) or exclusions.date_or_time(text, start, end):
        return None
    small = numeral.form == "words" and numeral.scale == 1 and numeral.value <= 10
    if noun is None and not small:
        noun = _implied(text, start, end)
    if noun is None and numeral.value < 100 and _LEAD.search(text[max(0, start - 70) : start]):
        noun = "percentage points"
    return Reading(start, end, numeral.value, noun, "count", scale=numeral.scale, small=small)


def _times(text: str, numeral: Numeral, end: int) -> Reading:
    if _COMPARED.match(text, end):
        return Reading(numeral.start, end, numeral.value, "x", "multiple")
    small = numeral.form == "words" and numeral.value <= 10
    return Reading(numeral.start, end, numeral.value, "times", "count", small=small)


def _excluded(text: str, numeral: Numeral, noun: str | None) -> bool:
    start, end = numeral.start, numeral.end
    if exclusions.year(text, start, end) or exclusions.date_or_time(text, start, end):
        return True
    return exclusions.name(text, start, end, counts=noun is not None)


def _implied(text: str, start: int, end: int) -> str | None:
    """Return "people" where the sentence speaks of the dead, the surveyed or a crowd."""
    before = re.split(r"[.!?\n]", text[max(0, start - 60) : start])[-1]
    after = re.split(r"[.!?\n]", text[end : end + 25])[0]
    return "people" if _HEADS.search(before) or _HEADS.search(after) else None
