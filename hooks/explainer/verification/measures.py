"""What a number in a text is a number of: money, a share, a length … and whether two words mean one unit.

Units that only count things ("boats", "people") are of no kind here.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from explainer.text.numbers import MAGNITUDES
from explainer.text.numerals import worded
from explainer.text.pattern import pattern

_UNITS: Mapping[str, Mapping[str, str]] = {
    "share": {
        "percentage points": r"percentage[ -]points?|p\.?p\.?|points?|basis[ -]points?|bps",
        "percent": r"%|per ?cent(?:age)?|percent|pct|pc|por ciento|pour cent|prozent",
    },
    "length": {
        "kilometers": r"km|kms|kilomet(?:er|re)s?|kilómetros?|kilomètres?",
        "meters": r"m|met(?:er|re)s?|metros?|mètres?",
        "centimeters": r"cm|centimet(?:er|re)s?",
        "miles": r"mi|miles?",
        "feet": r"ft|feet|foot",
        "inches": r"in|inch(?:es)?",
    },
    "area": {
        "hectares": r"ha|hectares?|hectáreas?|hektar",
        "acres": r"acres?",
        "square kilometers": r"km[²2]|sq\.? ?km|square kilomet(?:er|re)s?"
            r"|kilómetros? cuadrados?|kilomètres? carrés?|quadratkilometern?",
        "square meters": r"m[²2]|sq\.? ?m|square met(?:er|re)s?"
            r"|metros? cuadrados?|mètres? carrés?|quadratmetern?",
        "square miles": r"sq\.? ?mi|square miles?",
    },
    "mass": {
        "tons": r"t|tons?|tonnes?|metric tons?|metric tonnes?|toneladas?|tonnen|megatons?|mt|kt|gt",
        "kilograms": r"kg|kilos?|kilograms?|kilogrammes?|kilogramos?",
        "pounds of weight": r"lbs?",
        "ounces": r"oz|ounces?",
    },
    "volume": {
        "liters": r"l|lit(?:er|re)s?|litros?",
        "barrels": r"bbl|barrels?|barriles?|barils?",
        "gallons": r"gal|gallons?",
        "cubic meters": r"m[³3]|cubic met(?:er|re)s?",
        "cubic feet": r"cubic feet",
    },
    "energy": {"watt-hours": r"[kmgt]?wh|[a-z]*watt[ -]?hours?", "joules": r"[kmgtp]?j|[a-z]*joules?"},
    "power": {"watts": r"[kmgt]w|[a-z]*watts?"},
    "multiple": {"times": r"times|-?fold|x"},
    "heat": {"degrees": r"°\s?[cf]?|degrees?|deg[cf]|celsius|fahrenheit|grados?|grad"},
    "time": {
        "seconds": r"seconds?", "minutes": r"min|minutes?", "hours": r"hrs?|hours?", "days": r"days?",
        "weeks": r"weeks?", "months": r"months?", "years": r"years?", "decades": r"decades?",
    },
}  # fmt: skip
_MONEY = pattern(
    r"[$€£¥₹₩₽₺₦฿₫₪]|(?-i:\b(?:USD|EUR|GBP|JPY|CNY|INR|CAD|AUD|NZD|CHF|SEK|NOK|DKK"
    r"|MXN|BRL|COP|CLP|ARS|PEN|KRW|ZAR|TRY|RUB|PLN)\b)"
    r"|\b(?:dollars?|euros?|pounds?|sterling|pence|cents?|yen"
    r"|yuan|renminbi|rupees?|pesos?|francs?|francos?|rubles?|roubles?|liras?|won|krona|kronor|kroner|reais|reals?"
    r"|rand|naira|shillings?|dirhams?|riyals?|dinars?|dólares?|libras?|dollar|euro|pfund)\b",
    re.IGNORECASE,
)
_SIGN_BEFORE = pattern(r"[$€£¥₹₩₽₺₦฿₫₪]\s?\Z|\b(?:USD|EUR|GBP|CHF|CAD|AUD|COP|MXN|BRL)\s\Z")
_PLAIN = 3
"""Letters of a word that surely is a unit: "in" and "m" stand for other things, too."""
_CODE = pattern(r"[A-Z]{3}")
_WORDS = {
    name: (kind, pattern(rf"(?<![^\W_])(?:{words})(?![\w²³])", re.IGNORECASE))
    for kind, units in _UNITS.items()
    for name, words in units.items()
}
_SIGNS = frozenset("%°-")
"""What a unit may begin with, other than a letter."""
_FILLER = pattern(r"[\s\u00a0-]*(?:(?:more|additional|extra|new|of|in|a|the|US|U\.S\.)[\s\u00a0]+)?")


class Measure(NamedTuple):
    """A kind of unit and the one of it; `money` has no unit of its own here."""

    kind: str
    unit: str


def of_unit(unit: str) -> Measure | None:
    """Return what a figure's unit measures, None where it counts things: `USD`, `million metric tons`."""
    words = " ".join(word for word in unit.split() if word.lower() not in MAGNITUDES)
    if _CODE.fullmatch(words) or _MONEY.fullmatch(words):
        return Measure("money", "")
    return _begins(words)


def beside(text: str, start: int, end: int) -> Measure | None:
    """Return what the number at `text[start:end]` is a number of, by its own words and those right behind."""
    own = text[start:end]
    before = text[max(0, start - 5) : start]
    after = text[end : end + 40]
    if re.search(r"[$€£¥₹₩₽₺₦฿₫₪]", own) or _SIGN_BEFORE.search(before):
        return Measure("money", "")
    inside = re.search(
        r"[\d½¼¾][\d.,'’½¼¾\s\u00a0-]*(?:(?:hundred|thousand|million|billion|trillion|[mb]n?|tn|k)\b[\s\u00a0-]*)?",
        own,
    )
    ends = [inside.end()] if inside else [number.end for number in worded(own)]
    rest = own[max(ends, default=len(own)) :].lstrip(" -\u00a0")
    return _begins(rest) or (Measure("money", "") if _MONEY.search(rest) else None) or _behind(after)


def is_named(kind: str, text: str) -> bool:
    """Say whether any word of a text measures that kind of thing."""
    if kind == "money":
        return _MONEY.search(text) is not None
    if (kind == "share" and "%" in text) or (kind == "heat" and "°" in text):
        return True
    found = (match[0] for own, pattern in _WORDS.values() if own == kind for match in pattern.finditer(text))
    return any(len(word) >= _PLAIN for word in found)


def _behind(after: str) -> Measure | None:
    filler = _FILLER.match(after)
    rest = after[filler.end() :] if filler else after
    money = _MONEY.match(rest)
    return Measure("money", "") if money and not money[0].isupper() else _begins(rest)


def _begins(words: str) -> Measure | None:
    """Return the measure that words begin with, the longest there is."""
    if not (words[:1].isalpha() or words[:1] in _SIGNS):
        return None
    found = [
        (match.end(), kind, name)
        for name, (kind, pattern) in _WORDS.items()
        if (match := pattern.match(words))
    ]
    if not found:
        return None
    _, kind, name = max(found)
    return Measure(kind, name)
