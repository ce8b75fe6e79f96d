"""The time a figure speaks of: a rate ("$12 an hour", "annually") or a stretch ("since 2000")."""

import re

from ..candidates import Period

_TIMES = {
    "hour": "hour",
    "day": "day",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
}
_TIMES |= {
    "share": "share",
    "barrel": "barrel",
    "gallon": "gallon",
    "person": "person",
    "household": "household",
}
_ADVERBS = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter"}
_ADVERBS |= {"annually": "year", "yearly": "year", "annual": "year"}
_UNIT = "|".join(_TIMES)
_CLAUSE = re.compile(r"[^.;:!?\n—–―]{0,90}")
_NOT_FOR = "".join(
    f"(?<!{word} )"
    for word in (
        "for",
        "in",
        "over",
        "half",
        "within",
        "after",
        "than",
        "about",
        "of",
        "just",
        "under",
        "nearly",
        "at",
        "once",
        "by",
        "such",
    )
)
_RATE = re.compile(
    rf"(?:^[ -](?:an?|per|each|every)[ -]|\b(?:per|each|every|{_NOT_FOR}an?(?= (?:{_UNIT})\b(?! (?:ago|old|later|earlier|before|after|[a-z]+-))))[ -])({_UNIT})\b"
    rf"|^/({_UNIT})\b|\b({'|'.join(_ADVERBS)})\b(?! users| active)|\bevery (three) months\b"
)
_RATE_BEFORE = re.compile(rf"\b({'|'.join(_ADVERBS)}|per capita)\b[^.;:!?\n]{{0,40}}$", re.I)
_STOP = re.compile(r"[,(]|\b(?:and|but|while|who|which|that)\b|\d")

_MONTH = r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? (?:\d{1,2}, )?)?"
_YEAR = r"((?:1[5-9]|20)\d\d)\b"
_SINCE = re.compile(
    rf"[Ss]ince (?:at least |about |early |late |mid-|the end of |fiscal )?{_MONTH}{_YEAR}(?!s)"
)
_UNTIL = re.compile(rf"\b(?:until|through) {_MONTH}{_YEAR}(?!s)")
_BETWEEN = re.compile(rf"\b(?:[Bb]etween|[Ff]rom) {_MONTH}{_YEAR}(?: and | to | through |–|-){_MONTH}{_YEAR}")
_REACH = 100


def of(text: str, start: int, end: int) -> Period | None:
    """Return the period stated for the figure at `start`:`end`; None where the text states none."""
    return _rate(text, start, end) or _stretch(text, start, end)


def _rate(text: str, start: int, end: int) -> Period | None:
    clause = _CLAUSE.match(text, end)
    following = clause.group() if clause else ""
    if stop := _STOP.search(following):
        following = following[: stop.start()]
    if found := _RATE.search(following):
        unit = found[1] or found[2] or _ADVERBS.get(found[3] or "") or "quarter"
        return Period(f"per-{_TIMES.get(unit, unit)}")
    if found := _RATE_BEFORE.search(text[max(0, start - 60) : start]):
        adverb = found[1].lower()
        if adverb in _ADVERBS and not _STOP.search(text[max(0, start - 60) + found.end(1) : start]):
            return Period(f"per-{_ADVERBS[adverb]}")
    return None


def _stretch(text: str, start: int, end: int) -> Period | None:
    """Look in the figure's own clause after it, then at the opening of its sentence before it."""
    clause = _CLAUSE.match(text, end)
    following = clause.group() if clause else ""
    opening = max(
        text.rfind(mark, max(0, start - _REACH), start) for mark in (". ", "\n", "? ", "! ", "; ", ".” ")
    )
    preceding = text[max(0, opening, start - _REACH) : start]
    for place in (following, preceding):
        if found := _BETWEEN.search(place):
            return Period("between", found[1], found[2])
        if found := _SINCE.search(place):
            return Period("since", found[1])
        if found := _UNTIL.search(place):
            return Period("until", end=found[1])
    return None
