"""Money: the sign or code before an amount, and whose dollars bare dollars are."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from extraction.figures.reading import Reading
from extraction.wordlists import rows

DOLLAR = "dollar"
"""The unit where the text does not tell which country's dollars are meant."""


class _Dollars(NamedTuple):
    code: str
    before: str
    words: str
    places: str


def _either(forms: Iterable[str]) -> str:
    """Return the alternatives of a pattern, the longest first."""
    return "|".join(map(re.escape, sorted(forms, key=len, reverse=True)))


_KINDS = [_Dollars(*[*line, ""][:4]) for line in rows("figures/dollars", "|")]
_PREFIXES = {prefix: kind.code for kind in _KINDS for prefix in kind.before.split()}
_SIGNS: dict[str, str] = {form: code for form, code in rows("figures/signs", "|")}
_BEFORE = re.compile(
    rf"(?:([A-Za-z][A-Za-z.]{{0,4}})?\$|(?<![A-Za-z])({_either(_SIGNS)}))"
    r"( ?[-−–]?)$"
)
_CODES = sorted({code for code in (*_SIGNS.values(), *_PREFIXES.values()) if code.isalpha()})
_NAMES = {name.replace("-", " "): kind.code for kind in _KINDS for name in kind.words.split()}
_AFTER = re.compile(
    rf"[ (]{{1,2}}(?:in )?(?:({'|'.join(_CODES)})\b"
    rf"|((?i:{_either(_NAMES)}))"
    r"(?= ?(?:dollars|\)|[,.;]|$)))"
)
_STATED = re.compile(
    rf"\b(?:figures|amounts|sums|prices|values"
    rf"|costs)\b[^.\n]{{0,30}} in ((?i:{_either(_NAMES)})) dollars"
)
_CONVERTED = re.compile(
    r"\$(?<![A-Za-z].)[\d.,]+[ \w]{0,10} \((?:about |around |some )?(?:US ?\$|U\.S\. ?\$|USD"
    r"|\$[\d.,]+[ \w]{0,10} U\.?S)"
)
_OURS = re.compile(
    r"\b(?:U\.S|US|USA|United States|America[ns]?|Washington|White House|New York|California|Texas"
    r"|Florida|Chicago"
    r"|Trump|Obama|Biden|Pentagon|Congress|Wall Street)\b"
)
_OWN = re.compile(r"US|U\.S|us dollars|American|Indian|₹|INR")
_IN_CENTS = {kind.code for kind in _KINDS} | {"EUR", "ZAR"}
"""Money of which a hundredth is a cent."""
_MENTIONS = 2
"""How often a country must be named before its dollars are taken to be meant."""
_NEIGHBOURS = (("PKR", "Pakistan"), ("LKR", "Sri Lanka"), ("NPR", "Nepal"))


def before(text: str, start: int) -> tuple[int, str] | None:
    """Return where a currency sign or code right before `start` begins, and its ISO 4217 code.

    A minus may stand between the two. Letters before a dollar's sign that are nobody's make it DOLLAR.
    """
    window = text[max(0, start - 8) : start]
    found = _BEFORE.search(window)
    if not found:
        return None
    code = _SIGNS[found[2]] if found[2] else _PREFIXES.get(found[1], DOLLAR) if found[1] else "USD"
    return start - len(window) + found.start(), code


def settle(text: str, readings: list[Reading]) -> list[Reading]:
    """Return the readings with the country of bare dollars and rupees, where the text tells it."""
    home = ""
    for i, reading in enumerate(readings):
        if reading.kind == "money" and reading.unit in ("USD", "INR") and _is_bare(text, reading):
            home = home or _home(text)
            unit = (
                _lent(text, readings, i)
                or _named_after(text, reading)
                or (home if reading.unit == "USD" else _rupees(text))
            )
            readings[i] = reading._replace(unit=unit)
    return readings


def _is_bare(text: str, reading: Reading) -> bool:
    words = text[reading.start : reading.end]
    return not _OWN.search(words)


def _lent(text: str, readings: list[Reading], i: int) -> str | None:
    """Return whose cents are meant where the amount before, in their paragraph, tells it."""
    cents = readings[i]
    if not text[cents.start : cents.end].endswith(("cents", "cent")):
        return None
    money = (one for one in reversed(readings[:i]) if one.kind == "money")
    before = next(money, None)
    if before is None or "\n" in text[before.end : cents.start] or before.unit not in _IN_CENTS:
        return None
    return before.unit


def _named_after(text: str, reading: Reading) -> str | None:
    """Return the code after an amount: "$5m AUD", "$5 million (Canadian)"."""
    found = _AFTER.match(text, reading.end)
    if not found or reading.unit != "USD":
        return None
    return found[1] or _NAMES[found[2].lower()]


def _home(text: str) -> str:
    """Return whose dollars a text means that does not say so at each amount."""
    if " dollars" in text and (stated := _STATED.search(text)):
        return _NAMES[stated[1].lower()]
    foreign = _CONVERTED.search(text)
    if _OURS.search(text) and not foreign:
        return "USD"
    named = {kind.code: _mentions(text, kind.places) for kind in _KINDS if kind.places}
    homes = [code for code, count in named.items() if count >= _MENTIONS]
    if len(homes) == 1:
        return homes[0]
    return DOLLAR if foreign or homes else "USD"


def _mentions(text: str, places: str) -> int:
    return sum(len(re.findall(rf"\b{place}\b", text)) for place in places.split() if place in text)


def _rupees(text: str) -> str:
    if re.search(r"\b(?:India|Indian|Delhi|Mumbai|lakh|crore)", text):
        return "INR"
    return next((code for code, country in _NEIGHBOURS if country in text), "INR")
