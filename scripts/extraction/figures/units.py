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
_AFTER = re.compile(r"( {1,2}|-)?(%|°[CF]?|[A-Za-z][A-Za-z.]*)(?:[ -]([A-Za-z]+)(?:[ -]([A-Za-z]+))?)?")
_PART_OF = re.compile(r"[ \u00a0](?:of )?(?:an? |1 |one )")
_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₪": "ILS", "₽": "RUB"}
_DOLLARS = {
    "US": "USD",
    "U.S.": "USD",
    "C": "CAD",
    "CA": "CAD",
    "A": "AUD",
    "AU": "AUD",
    "HK": "HKD",
    "NZ": "NZD",
    "S": "SGD",
    "R": "BRL",
}
_CURRENCY_BEFORE = re.compile(r"(?:(?<![A-Za-z.])(US|U\.S\.|CA?|AU?|HK|NZ|S|R))?([$€£¥₹₩₪₽])[ \u00a0]?$")
_CODE_BEFORE = re.compile(r"\b(USD|EUR|GBP|JPY|CHF|CAD|AUD|MXN|COP|BRL|CNY|INR)[ \u00a0]?$")


def after(text: str, end: int) -> Unit | None:
    """Return the unit that begins at `end`, allowing one space or hyphen between."""
    found = _AFTER.match(text, end)
    if not found:
        return None
    first = found[2].lower()
    candidates = (
        [(found.end(2), first), (found.end(2) - 1, first[:-1])]
        if first.endswith(".")
        else [(found.end(2), first)]
    )
    if found[3]:
        candidates.insert(0, (found.end(3), f"{first} {found[3].lower()}"))
    if found[4]:
        candidates.insert(0, (found.end(4), f"{first} {found[3].lower()} {found[4].lower()}"))
    for stop, form in candidates:
        if form in _FORMS:
            name, kind, factor = _FORMS[form]
            return Unit(stop, name, kind, factor, found[1] == "-")
    return None


def after_fraction(text: str, end: int) -> Unit | None:
    """Return the unit of "half a percentage point", "half of 1 percent", "a tenth of a point"."""
    link = _PART_OF.match(text, end)
    if not link:
        return None
    unit = after(text, link.end() - 1)
    return unit if unit and unit.kind in ("percent", "points", "money", "duration", "measure") else None


def currency_before(text: str, start: int) -> tuple[int, str] | None:
    """Return where a currency sign or code right before `start` begins, and its ISO 4217 code."""
    before = text[max(0, start - 6) : start]
    if sign := _CURRENCY_BEFORE.search(before):
        code = _DOLLARS[sign[1]] if sign[1] and sign[2] == "$" else _SIGNS[sign[2]]
        return start - len(before) + (sign.start() if sign[2] == "$" else sign.start(2)), code
    if code_before := _CODE_BEFORE.search(before):
        return start - len(before) + code_before.start(), code_before[1]
    return None
