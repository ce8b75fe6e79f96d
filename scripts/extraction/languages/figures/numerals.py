"""One number as written: digits with the marks of its article, or words, and the magnitude behind them."""

import re
from typing import NamedTuple

from extraction.languages.figures.convention import Convention
from extraction.languages.figures.counting import Counting


class Numeral(NamedTuple):
    """Code points `start` to `end`, the value with its magnitude; `value` None where marks leave it open."""

    start: int
    end: int
    value: float | None
    scale: float = 1
    grouped: bool = False
    spelled: bool = False
    fraction: bool = False


_SPACES = " \u00a0\u202f\u2009"
DIGITS = re.compile(
    rf"(?:\d{{1,3}}(?:(?P<mark>[.’'{_SPACES}])\d{{3}})(?:(?P=mark)\d{{3}}){{0,4}}(?![\d])"
    rf"|\d{{1,3}}(?:,\d{{3}}){{1,5}}(?![\d])|\d{{1,15}})(?P<decimals>[.,]\d{{1,9}})?(?!\d)"
)
_PART = re.compile(r"[½¼¾]")
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_LINK = rf"[{_SPACES}]"


def digits(text: str, start: int, convention: Convention, counting: Counting) -> Numeral | None:
    """Read digits at `start`; None where their marks make no number ("12.5.2024", "1.23.4")."""
    found = DIGITS.match(text, start)
    if not found or re.match(r"[.,]\d", text[found.end() : found.end() + 2]):
        return None
    value = _value(found.group(), convention)
    end = found.end()
    if part := _PART.match(text, end):
        value, end = (value or 0) + _PARTS[part.group()], part.end()
    grouped = len(re.findall(r"\d+", found.group())) > 1 and not found["decimals"]
    return magnified(text, Numeral(start, end, value, grouped=grouped), counting)


def _value(written: str, convention: Convention) -> float | None:
    """Return the value of digits with their marks, or None where the convention leaves them open.

    Three digits behind a single mark are thousands behind the mark that groups, and open behind the other
    one; any other number of digits behind a mark are decimals.
    """
    plain = re.sub(rf"[’'{_SPACES}]", "", written)
    marks = re.findall(r"[.,]", plain)
    if not marks:
        return float(plain)
    if len(set(marks)) == 2:
        whole, _, decimals = plain.rpartition(marks[-1])
        return float(f"{re.sub('[.,]', '', whole)}.{decimals}")
    mark = marks[0]
    head, _, tail = plain.partition(mark)
    if len(marks) > 1:
        return float(plain.replace(mark, ""))
    if len(tail) != 3 or head == "0" or len(head) > 3:
        return float(f"{head}.{tail}")
    if convention == "mixed" or (mark == ",") == (convention == "comma"):
        return None
    return float(head + tail)


def magnified(text: str, numeral: Numeral, counting: Counting) -> Numeral:
    """Return a numeral with the magnitude words behind it: "mil millones", "Mrd.", "M" of "M€" stays."""
    end, scale = numeral.end, 1.0
    for _ in range(2):
        found = _magnitude(counting).match(text, end)
        if not found:
            break
        scale *= counting.magnitudes[" ".join(found[1].lower().split())]
        end = found.end()
    if scale == 1 or numeral.value is None:
        return numeral._replace(end=end) if scale != 1 else numeral
    return numeral._replace(end=end, value=numeral.value * scale, scale=scale)


def spelled(text: str, start: int, counting: Counting) -> Numeral | None:
    """Read a number or fraction in words at `start`."""
    found = counting.spelled.match(text, start)
    if not found:
        return None
    form = found.group().lower()
    if form in counting.fractions:
        return Numeral(start, found.end(), counting.fractions[form], spelled=True, fraction=True)
    numeral = Numeral(start, found.end(), counting.numbers[form], spelled=True)
    return magnified(text, numeral, counting)


def _magnitude(counting: Counting) -> re.Pattern[str]:
    forms = sorted(counting.magnitudes, key=len, reverse=True)
    joined = "|".join(re.escape(form).replace(r"\ ", _LINK) for form in forms)
    return re.compile(rf"{_LINK}?({joined})(?![\w€$-])", re.I)
