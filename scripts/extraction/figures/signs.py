"""Signs: what makes a number negative, and hyphens that only look so."""

import re

from extraction.figures.reading import Reading

_MINUS = re.compile(
    r"(?:(?<![^\s(\[“”\"‘'~,:;])(?P<sign>[-−–])|(?<![\w/])(?<!plus or )(?P<word>[Mm]inus|[Nn]egative)[ -])$"
)
_SUBTRACTS = re.compile(r"\d (?:minus) $")
_BULLET = re.compile(r"\n[ \t]*[-–]$")
_SURE = frozenset(("percent", "points", "money"))
_TEMPERATURES = frozenset(("degrees", "degC", "degF"))
_BELOW_ZERO = re.compile(r"(?: (?:Celsius|Fahrenheit|centigrade|C|F))? below zero\b")
_REACH = 10


def signed(text: str, reading: Reading) -> Reading | None:
    """Return `reading` with the sign before it; None where a hyphen opens a line and may be a list's.

    A short dash is a minus only before what has a unit of measurement: "the town –2,000 people– left".
    """
    if reading.unit in _TEMPERATURES and (below := _BELOW_ZERO.match(text, reading.end)):
        return reading._replace(value=-reading.value, end=below.end())
    found = before(text, reading.start)
    if found is None:
        return reading
    sign = text[found]
    if _BULLET.search(text, max(0, found - _REACH), found + 1):
        return None
    if sign == "–" and not (reading.kind in _SURE or reading.kind == "measure"):
        return reading
    return reading._replace(start=found, value=-reading.value)


def before(text: str, start: int) -> int | None:
    """Return where the minus right before `start` begins; None where there is none."""
    found = _MINUS.search(text, max(0, start - _REACH), start)
    if not found or _SUBTRACTS.search(text, max(0, start - _REACH), start):
        return None
    return found.start()
