"""What stands right after a numeral: percent, points, a currency, a duration, a measure."""

import re
from typing import Literal, NamedTuple

from extraction.wordlists import rows

Kind = Literal["percent", "points", "money", "duration", "measure"]


class Unit(NamedTuple):
    """A unit found in the text up to `end`; values in it are multiplied by `factor`."""

    end: int
    name: str
    kind: Kind
    factor: float
    hyphenated: bool = False
    """It stands as an adjective: "23-month", "7-point"."""


_FORMS: dict[str, tuple[str, Kind, float]] = {
    form: (name, kind, float(factor))  # type: ignore[misc]
    for form, name, kind, factor in rows("figures/units", "|")
}
_FORMS |= {
    f"{name.replace('-', ' ')} {coin}": (code, "money", 1.0)
    for code, _, names, *_ in rows("figures/dollars", "|")
    for name in names.split()
    for coin in ("dollar", "dollars", "peso", "pesos")
}
_AFTER = re.compile(
    r"( {1,4}|-)?(%|° ?[CF]?|[A-Za-zµμ][A-Za-z.]*)([²³]"
    r"|\^?[23](?![\d,.]?\d))?(?:[ -] ?([A-Za-z]+)(?:[ -] ?([A-Za-z]+))?)?"
)
_SYMBOLS = {
    "g": "grams",
    "l": "litres",
    "L": "litres",
    "t": "tonnes",
    "W": "watts",
    "V": "volts",
    "m": "metres",
}
_ALONE = re.compile(r"( ?)([glLtWVm])([²³]|\^?[23](?!\d))?(?![\w'’])")
"""Units of one letter, whose case tells; metres need more to be told from millions."""
_METRES = re.compile(
    r"[/²³]|[- ](?:tall|high|long|wide|deep|thick|away|above|below|from|underground|across|down|apart"
    r"|of water|off"
    r"|sprint|race|final|hurdles|freestyle|butterfly|backstroke|relay|dash|drop|wall|tower|mast|pool|swell)\b"
)
_POWERS = {"²": "square", "2": "square", "³": "cubic", "3": "cubic"}
_LENGTHS = frozenset(
    ("kilometres", "metres", "centimetres", "millimetres", "feet", "inches", "miles", "yards")
)
_SLASH = re.compile(r"/([A-Za-z]+)([²³]|\^?[23](?!\d))?(?!\w)")
_DENOMINATORS = {
    "h": "hour",
    "hr": "hour",
    "hour": "hour",
    "s": "second",
    "sec": "second",
    "m": "metre",
    "l": "litre",
}
_DENOMINATORS |= {
    "km": "kilometre",
    "kg": "kilogram",
    "dl": "decilitre",
    "L": "litre",
    "t": "tonne",
    "ha": "hectare",
}
_SPEEDS = frozenset(("hour", "second"))
_PART_OF = re.compile(r"[ \u00a0](?:of )?(?:an? |1 |one )")


def after(text: str, end: int) -> Unit | None:
    """Return the unit that begins at `end`, allowing a space or hyphen between; a power belongs to it."""
    found = _AFTER.match(text, end)
    if not found:
        return None
    unit = _letter(text, end) or (None if found[3] else _word(found))
    if unit is None and found[3]:
        unit = _raised(_FORMS.get(found[2].lower(), ("", "measure", 1.0))[0], found[3], found.end(3))
    return _divided(text, unit) if unit and unit.kind == "measure" else unit


def _word(found: re.Match[str]) -> Unit | None:
    """Return the unit of one to three words, the longest first; a full stop may end the sentence."""
    first = found[2].lower().replace("° ", "°")
    bare = first.rstrip(".")
    forms = [(found.end(2) - len(first) + len(bare), bare)]
    if first != bare:
        forms.insert(0, (found.end(2), first))
    if found[4]:
        forms = [(found.end(4), f"{word} {found[4].lower()}") for word in {first, bare}] + forms
    if found[5]:
        forms.insert(0, (found.end(5), f"{first} {found[4].lower()} {found[5].lower()}"))
    for stop, form in forms:
        if form in _FORMS:
            name, kind, factor = _FORMS[form]
            return Unit(stop, name, kind, factor, found[1] == "-")
    return None


def _letter(text: str, end: int) -> Unit | None:
    found = _ALONE.match(text, end)
    if not found or (found[2] == "m" and not found[3] and not _METRES.match(text, found.end())):
        return None
    if found[3]:
        return _raised(_SYMBOLS[found[2]], found[3], found.end())
    return Unit(found.end(), _SYMBOLS[found[2]], "measure", 1.0)


def _raised(name: str, power: str, end: int) -> Unit | None:
    return Unit(end, f"{_POWERS[power[-1]]} {name}", "measure", 1.0) if name in _LENGTHS else None


def _divided(text: str, unit: Unit) -> Unit:
    """Return the unit with what it is divided by ("km/h", "µg/m3"); rates by the day are left to periods."""
    found = _SLASH.match(text, unit.end)
    below = _DENOMINATORS.get(found[1]) if found else None
    if not found or not below or (below in _SPEEDS and unit.name not in _LENGTHS):
        return unit
    power = f"{_POWERS[found[2][-1]]} " if found[2] else ""
    return unit._replace(end=found.end(), name=f"{unit.name} per {power}{below}")


def after_fraction(text: str, end: int) -> Unit | None:
    """Return the unit of "half a percentage point", "half of 1 percent", "a tenth of a point"."""
    link = _PART_OF.match(text, end)
    if not link:
        return None
    unit = after(text, link.end() - 1)
    return unit if unit and unit.kind in ("percent", "points", "money", "duration", "measure") else None
