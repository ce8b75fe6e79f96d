"""Numbers that are no figures: dates, years, times, ages, scores, ordinals, numbers in names."""

import re
from functools import cache

from extraction.languages.figures.counting import Counting, either
from extraction.languages.figures.measures import CURRENCY
from extraction.languages.figures.numerals import Numeral

_JOINED_BEFORE = re.compile(r"[\w@#/§&+=_]$|[^\W\d_][-’'.]$|\d[:.,–—-]$|[nN]\.?[º°]\s?$|\$\s?$|[§#]\s$|\+\d")
_JOINED_AFTER = re.compile(
    r"[-/][^\W\d_]|[@_=]|:\d|/\d|[-–:]\d+(?:\s?[^\W\d_]|[-–/])?|[ªº°](?!C)|\.[ºª]|(?:er|re|e|ème|nd|ter|te|a|o|as|os)\b|[A-Z]\b"
)
_YEAR = re.compile(r"(?:1[4-9]|20|21)\d\d$")
_SCORE = re.compile(
    r"\s?[:–-]\s?\d+(?!\s?(?:%|€))\b|\s?(?:a|à|zu)\s\d{1,2}(?!\d|[.,]\d|\s?%)\b(?=[^\n]{0,40})"
)
_LIST = re.compile(r"(?:^|\n)[ \t(]*$")


def joined(text: str, numeral: Numeral) -> bool:
    """Tell whether digits are part of something longer: "A320", "3:1", "34e", "12/2024", "$ 5", "G-7"."""
    before = text[max(0, numeral.start - 3) : numeral.start]
    if _JOINED_BEFORE.search(before) and not CURRENCY.search(text, max(0, numeral.start - 6), numeral.start):
        return True
    return bool(_JOINED_AFTER.match(text, numeral.end))


def dated(text: str, numeral: Numeral, counting: Counting) -> bool:
    """Tell a date, a year or a time of day."""
    before, after = _around(text, numeral)
    patterns = _patterns(counting)
    if patterns["date"].match(after):
        return True
    if patterns["clock"].match(after) and numeral.value is not None and numeral.value < 25:
        return True
    return bool(patterns["clock-before"].search(before) and numeral.value is not None and numeral.value < 25)


def bare_year(text: str, numeral: Numeral) -> bool:
    """Tell four digits that are a year unless something is counted."""
    return bool(_YEAR.match(text[numeral.start : numeral.end]))


def named(text: str, numeral: Numeral, counting: Counting) -> bool:
    """Tell a number that belongs to the word before it ("artículo 12", "Airbus 320") or opens a line."""
    before, after = _around(text, numeral)
    if _patterns(counting)["numbered"].search(before):
        return True
    if _LIST.search(text[max(0, numeral.start - 8) : numeral.start]) and re.match(r"[.)]\s", after):
        return True
    if (
        counting.code == "de"
        and re.match(r"\.(?:\s|$)", after)
        and numeral.scale == 1
        and not numeral.grouped
    ):
        return True
    word = re.search(r"([^\W\d_][\w.-]*) $", before)
    capital = (
        word is not None
        and word[1][0].isupper()
        and not re.search(r"(?:^|[.!?»”«“„¿¡(—\n] ?)[^\W\d_][\w.-]* $", before)
    )
    return capital and counting.code != "de"


def age(text: str, numeral: Numeral, counting: Counting) -> bool:
    """Tell an age: "de 67 años", ", 58 ans,", "(58)", "67 Jahre alt"."""
    if numeral.value is None or not 0 < numeral.value < 120 or numeral.scale != 1:
        return False
    before, after = _around(text, numeral)
    if before.endswith("(") and after.startswith(")"):
        return True
    if re.search(r"[^\W\d_], $", before) and re.match(r"[,.]", after):
        return True
    patterns = _patterns(counting)
    if patterns["old"].match(after):
        return True
    return bool(
        patterns["years"].match(after)
        and (patterns["age-before"].search(before) or re.search(r"[^\W\d_], $", before))
        and not (patterns["age-guard"] and patterns["age-guard"].search(before))
    )


def placed(text: str, start: int, end: int, counting: Counting) -> bool:
    """Tell a duration that only places something in time: "hace tres años", "3 ans plus tard"."""
    patterns = _patterns(counting)
    before, after = text[max(0, start - 24) : start].lower(), text[end : end + 16].lower()
    return bool(patterns["placed-before"].search(before) or patterns["placed-after"].match(after))


def scored(text: str, numeral: Numeral) -> bool:
    """Tell a score or a vote: "3-1", "3:1", "41 zu 22"."""
    small = numeral.scale == 1 and not numeral.grouped
    second = re.search(r"\d (?:a|à|zu|contre) $", text[max(0, numeral.start - 9) : numeral.start])
    return small and bool(second or _SCORE.match(text, numeral.end))


def _around(text: str, numeral: Numeral) -> tuple[str, str]:
    return text[max(0, numeral.start - 24) : numeral.start], text[numeral.end : numeral.end + 24]


@cache
def _patterns(counting: Counting) -> dict[str, re.Pattern[str]]:
    groups = counting.groups
    link = either(groups["date-links"] | {""})
    clock = either(groups["clock-before"] | {"¤"})
    years = {"es": "años", "fr": "ans", "de": "Jahren?"}[counting.code]
    old = {"es": r" años de edad", "fr": r" ans révolus", "de": r"-jährig|jährig| Jahren? alt"}[counting.code]
    return {
        "date": re.compile(rf"\.? (?:(?:{link}) )?(?:{counting.months})\b", re.I),
        "clock": re.compile(rf"(?:[.:h]\d\d)? ?(?:{either(groups['clock-after'])})\b(?! (?:de|par)\b)", re.I),
        "clock-before": re.compile(rf"\b(?:a|{clock}) (?:{clock}) $", re.I),
        "numbered": re.compile(rf"(?:^|[\W_])(?:{either(groups['numbered'])}) $", re.I),
        "age-before": re.compile(rf"(?:^|\W)(?:{either(groups['age-before'] | {'¤'})}) $", re.I),
        "age-guard": re.compile(rf"(?:{either(groups['age-guard'] | {'¤'})}) $", re.I),
        "placed-before": re.compile(rf"(?:^|\W)(?:{either(groups['placed-before'])}) $"),
        "placed-after": re.compile(rf" (?:{either(groups['placed-after'])})\b"),
        "years": re.compile(rf" {years}\b"),
        "old": re.compile(old),
    }
