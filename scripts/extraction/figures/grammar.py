"""From a place where a number starts to a reading of it: what it spans and how much of what, or nothing."""

import re

from extraction.figures import (
    counts,
    currencies,
    digits,
    dimensions,
    durations,
    exclusions,
    numerals,
    points,
    ranges,
    shares,
    signs,
    telephones,
    units,
    vague,
)
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
    rf"\W(?=[\dAaTtDdQqHhCc{''.join(_INITIALS)}{''.join(_INITIALS).upper()}])(?:(?P<digits>\d)|(?P<multiple>[Tt]wice|[Dd]oubl|[Tt]ripl|[Qq]uadrupl|[Hh]alv(?:ed|ing)\b)"
    rf"|(?P<spelled>{_NUMBER_WORDS}|[Hh]alf|[Aa]n?[ -](?:{_BIG}|{_PART})\b"
    rf"|[Cc]ouple ))"
)
"""One character that is no letter or digit, then the beginning of a number; groups tell its form."""
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
        return None, digits.run_end(text, start)
    if apart := telephones.end(text, start) or dimensions.end(text, start):
        return None, apart
    currency = currencies.before(text, start)
    numeral = digits.read(text, start, money=currency is not None)
    if numeral is None or exclusions.parted(text, numeral.end):
        return None, digits.run_end(text, start)
    if currency:
        value = -numeral.value if text[start - 1] in "-−–" else numeral.value
        reading = Reading(currency[0], numeral.end, value, currency[1], "money", scale=numeral.scale)
        return _widest(text, reading)
    if (
        pair := shares.even_split(text, numeral)
        or ranges.result(text, numeral)
        or shares.ratio(text, numeral)
    ):
        return pair, pair.end
    unit = units.after(text, numeral.end)
    if degrees := None if unit else _temperature(text, numeral):
        return _widest(text, degrees)
    bare = unit is None and numeral.scale == 1 and not _FOLD.match(text, numeral.end)
    if bare and exclusions.identifier(text, start, numeral.end):
        return None, numeral.end
    return _measured(text, numeral, unit)


def _spelled(text: str, start: int) -> tuple[Reading | None, int]:
    numeral = numerals.spelled(text, start)
    if numeral is None:
        return shares.fold(text, start)
    if vague.is_size(text, numeral):
        return None, numeral.end
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


_CELSIUS = re.compile(r" ?([CF])(?![\w'’-]|\. ?[A-Z])")
_FOLD = re.compile(r"x (?:as|the|more|that|what|its|their|higher|larger|faster)\b")
_WEATHER = re.compile(
    r"\b(?:temperature|degree|heat|hot|cold|warm|cool|frost|freez|weather|thermometer|mercury|night|chill)",
    re.I,
)
_AND_PART = re.compile(r" and an? (half|quarter|third)\b")


def _temperature(text: str, numeral: Numeral) -> Reading | None:
    """Read "-12C" and, where the words around speak of weather, "30C"."""
    found = _CELSIUS.match(text, numeral.end)
    if not found or numeral.scale != 1 or numeral.form != "digits":
        return None
    around = text[max(0, numeral.start - 80) : numeral.end + 60]
    if signs.before(text, numeral.start) is None and not _WEATHER.search(around):
        return None
    return Reading(numeral.start, found.end(), numeral.value, f"deg{found[1]}", "measure")


def _with_unit(text: str, numeral: Numeral, unit: units.Unit) -> Reading | None:
    part = _AND_PART.match(text, unit.end) if numeral.value % 1 == 0 and unit.kind != "points" else None
    if part:
        numeral = numeral._replace(value=numeral.value + numeral.scale / numerals.PARTS[part[1]])
        unit = unit._replace(end=part.end())
    if unit.kind == "duration":
        return durations.read(text, numeral, unit)
    if unit.kind == "points":
        return points.read(text, numeral, unit)
    value = numeral.value * unit.factor
    return Reading(numeral.start, unit.end, value, unit.name, unit.kind, scale=numeral.scale)


def _widest(text: str, reading: Reading) -> tuple[Reading | None, int]:
    signed = signs.signed(text, reading)
    wide = ranges.widen(text, signed) if signed else None
    return wide, wide.end if wide else reading.end
