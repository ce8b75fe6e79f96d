"""Counts of things, times and folds: a number with no unit of measurement after it."""

import re

from extraction.figures import exclusions, nouns, points
from extraction.figures.numerals import Numeral
from extraction.figures.reading import Reading

_TIMES = re.compile(r"[- ]times\b")
_COMPARED = re.compile(
    r" (?:the|as|more|less|fewer|higher|larger|greater|bigger|faster|lower|smaller|worse|better|that|what|its"
    r"|their|his|her|likelier|stronger)\b"
)
_FOLD = re.compile(r"[- ]?(?:x|fold)\b")
_TO_ONE = re.compile(r"(?:-to-|-|–| to )(?:1|one)\b(?![-.,:%]?\d)")
_ODDS = re.compile(
    r"\b(?:odds|ratio|outnumber\w*|favou?rites?|outsiders?|bets?|betting|bookmakers?|margins?)\b",
    re.IGNORECASE,
)
_SURMISE = re.compile(r",? (?:maybe|perhaps|possibly|or even) \d")
_REACH = 40
_PERSONS = re.compile(
    r"\b(?:kill|wound|injur|dead\b|deaths?\b|died|arrest|displac|detain|hospitali|evacuat|employ|survey|sampl"
    r"|crowd|audience|turnout|attend|population|people|persons|victims|toll)",
    re.I,
)
_LEVEL = re.compile(r"\b(?:at|to|above|below|near|past|from) $")
_LEAST_ALONE = 10
"""Spelled counts up to this are figures only in an enumeration, as the annotation guide has it."""


def read(text: str, numeral: Numeral) -> Reading | None:
    """Return the reading of a number with no unit word; None where it is no figure."""
    start, end = numeral.start, numeral.end
    if times := _TIMES.match(text, end):
        return _times(text, numeral, times.end())
    if fold := _FOLD.match(text, end) or _ratio_to_one(text, numeral):
        return Reading(start, fold.end(), numeral.value, "x", "multiple")
    if _SURMISE.match(text, end):
        return None  # "10, maybe 15 percent": ten what is not told
    noun = nouns.counted(text, end)
    plain = numeral.form == "digits" and numeral.scale == 1
    if plain and exclusions.plain_digits(text, start, end, counts=noun is not None):
        return None
    if exclusions.age(text, start, end, counts=noun is not None):
        return None
    if plain and noun is None and exclusions.version(text, start, end):
        return None
    small = numeral.form == "words" and numeral.scale == 1 and numeral.value <= _LEAST_ALONE
    if noun is None and not small:
        noun = _implied(text, start, end, numeral.value)
    return Reading(start, end, numeral.value, noun, "count", scale=numeral.scale, small=small)


def _times(text: str, numeral: Numeral, end: int) -> Reading:
    if _COMPARED.match(text, end):
        return Reading(numeral.start, end, numeral.value, "x", "multiple")
    small = numeral.form == "words" and numeral.value <= _LEAST_ALONE
    return Reading(numeral.start, end, numeral.value, "times", "count", small=small)


def _ratio_to_one(text: str, numeral: Numeral) -> re.Match[str] | None:
    """Match the rest of "3-to-1", and of "2-1" where odds are spoken of: else it is the score of a game."""
    found = _TO_ONE.match(text, numeral.end) if 1 < numeral.value <= 100 else None
    if found is None or found.group().startswith(("-to", " ")):
        return found
    around = text[max(0, numeral.start - _REACH) : found.end() + _REACH // 2]
    return found if _ODDS.search(around) else None


def _implied(text: str, start: int, end: int, value: float) -> str | None:
    """Return the unit that the sentence implies: points of a lead or index, people of a toll."""
    if value < 100 and points.bare_lead(text, start):
        return "percentage points"
    if named := nouns.named_before(text, start):
        return named
    level = "." in text[start:end] or _LEVEL.search(text[max(0, start - 8) : start])
    if value >= 1000 and level and points.of_index(text, start, end):
        return "index points"
    before = re.split(r"[.!?\n]", text[max(0, start - 60) : start])[-1]
    after = re.split(r"[.!?\n]", text[end : end + 25])[0]
    return "people" if _PERSONS.search(before) or _PERSONS.search(after) else None
