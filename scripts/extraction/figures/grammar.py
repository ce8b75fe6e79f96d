"""From a place where a number starts to a reading of it: what it spans and how much of what, or nothing."""

import re

from extraction.figures import counts, durations, exclusions, numerals, points, ranges, shares, units
from extraction.figures.numerals import CARDINALS, SCALES, Numeral
from extraction.figures.reading import Reading

_BIG = "|".join(SCALES)
_SMALL = [word for word in CARDINALS if word not in SCALES]
_INITIALS = sorted({word[0] for word in _SMALL})
_NUMBER_WORDS = "|".join(
    f"[{first}{first.upper()}](?:{'|'.join(word[1:] for word in _SMALL if word[0] == first)})"
    for first in _INITIALS
)
_PART = "half|third|quarter|fourth|fifth|sixth|eighth|tenth"
START = re.compile(
    rf"\W(?:(?P<digits>\d)|(?P<multiple>[Tt]wice|[Dd]oubl|[Tt]ripl|[Qq]uadrupl|[Hh]alv(?:ed|ing)\b)"
    rf"|(?P<spelled>{_NUMBER_WORDS}|[Hh]alf|[Aa]n?[ -](?:{_BIG}|{_PART})\b"
    rf"|[Cc]ouple ))"
)
"""One character that is no letter or digit, then the beginning of a number; groups tell its form."""
_TEMPERATURES = frozenset(("degrees", "degC", "degF"))
_MINUS = re.compile(r"(?<![\w)])[-−]$|\bminus $")
_GLUE = frozenset(":=/#@")


def read(text: str, start: int, form: str) -> tuple[Reading | None, int]:
    """Return the reading of the number at `start` and where to look on; `form` is START's group."""
    if form == "multiple":
        return shares.multiple(text, start)
    if form == "spelled":
        return _spelled(text, start)
    return _digits(text, start)


def _digits(text: str, start: int) -> tuple[Reading | None, int]:
    if text[start - 1] in _GLUE or exclusions.dated(text, start):
        return None, numerals.run_end(text, start)
    currency = units.currency_before(text, start)
    numeral = numerals.digits(text, start, money=currency is not None)
    if numeral is None:
        return None, numerals.run_end(text, start)
    if currency:
        reading = Reading(currency[0], numeral.end, numeral.value, currency[1], "money", scale=numeral.scale)
        return _widest(text, reading)
    if (
        pair := shares.even_split(text, numeral)
        or ranges.result(text, numeral)
        or shares.ratio(text, numeral)
    ):
        return pair, pair.end
    unit = units.after(text, numeral.end)
    if unit is None and numeral.scale == 1 and exclusions.identifier(text, start, numeral.end):
        return None, numeral.end
    return _measured(text, numeral, unit)


def _spelled(text: str, start: int) -> tuple[Reading | None, int]:
    numeral = numerals.spelled(text, start)
    if numeral is None:
        return shares.fold(text, start)
    if recited := numerals.recited_end(text, numeral.end):
        return None, recited
    if numeral.form == "fraction":
        reading = shares.fraction(text, numeral)
        return reading, reading.end if reading else numeral.end
    if share := shares.ratio(text, numeral):
        return share, share.end
    return _measured(text, numeral, units.after(text, numeral.end))


def _measured(text: str, numeral: Numeral, unit: units.Unit | None) -> tuple[Reading | None, int]:
    """Read a numeral that carries no currency sign, with the unit after it or as a count."""
    reading = _with_unit(text, numeral, unit) if unit else counts.read(text, numeral)
    if reading is None:
        return None, numeral.end
    return _widest(text, reading)


def _with_unit(text: str, numeral: Numeral, unit: units.Unit) -> Reading | None:
    if unit.kind == "duration":
        return durations.read(text, numeral, unit)
    if unit.kind == "points":
        return points.read(text, numeral, unit)
    start, value = numeral.start, numeral.value * unit.factor
    minus = _MINUS.search(text, max(0, start - 7), start) if unit.name in _TEMPERATURES else None
    if minus:
        start, value = minus.start(), -value
    return Reading(start, unit.end, value, unit.name, unit.kind, scale=numeral.scale)


def _widest(text: str, reading: Reading) -> tuple[Reading | None, int]:
    wide = ranges.widen(text, reading)
    return wide, wide.end if wide else reading.end
