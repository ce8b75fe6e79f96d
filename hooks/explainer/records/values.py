"""What a file writes for a value, read: texts, dates, numbers, truths, and what to write instead.

The loader hands every scalar over as the string that stands in the file, so `no`, `012` and `1.50` arrive as
written and each reader here converts for itself. A reader returns the value, or raises Invalid.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NoReturn, TypeAlias, TypeVar

from explainer.records.fields import DATE_PATTERN, Range, Text
from explainer.records.invalid import Invalid, form_words, found
from explainer.text.pattern import pattern
from explainer.text.suggestion import did_you_mean

N = TypeVar("N", int, Decimal)
Reader: TypeAlias = Callable[[Any], Any]
_EDTF = pattern(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_AS_DATE = "write YYYY-MM-DD, YYYY-MM or YYYY"
_DAY_FORM, _MONTH_FORM = "%Y-%m-%d", "%Y-%m"
_OTHERWISE = (
    *((form, _DAY_FORM) for form in ("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y", "%Y/%m/%d")),
    *((form, _MONTH_FORM) for form in ("%B %Y", "%b %Y", "%Y/%m")),
)
"""How else a date may be written without doubt, and how it is written here."""
_NUMBERS_ALONE = ("%m/%d/%Y", "%d/%m/%Y", "%d.%m.%Y")
"""How a day is written in numbers; where two may be meant, the writer says which."""
_DIGITS = "digits only, such as 32000000000 or 1.5"
_SIZES = {"": 1, "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SIZED = pattern(
    rf"(\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,9}}(?:\.\d{{1,9}})?) ?({'|'.join(_SIZES)})",
    re.ASCII | re.IGNORECASE,
)
_NUMBER = pattern(r"-?\d{1,18}(?:\.\d{1,9})?", re.ASCII)
_WHOLE = pattern(r"[+-]?\d{1,18}", re.ASCII)
_TRUTHS = {
    **dict.fromkeys(("true", "yes", "on", "y", "t", "1"), True),
    **dict.fromkeys(("false", "no", "off", "n", "f", "0"), False),
}


def text(limits: Text) -> Reader:
    """Return the reader of a text within limits."""
    if limits.form == DATE_PATTERN:
        return _date  # which tells more than that the form is not kept
    least, most = limits.least, limits.most
    fits = pattern(limits.form, re.ASCII) if limits.form else None

    def read(value: Any) -> str:
        if not isinstance(value, str):
            _text_expected(value)
        if len(value) < least:
            raise Invalid.of("is empty")
        if most is not None and len(value) > most:
            raise Invalid.of(f"is longer than the field limit ({most:,} characters): {len(value):,}")
        if fits and not fits.fullmatch(value):
            raise Invalid.of(f"{found(value)} {form_words(value, limits.form)}")
        return value

    return read


def number(limits: Range) -> Reader:
    """Return the reader of a decimal number within limits."""

    def read(value: Any) -> Decimal:
        return _within(_decimal(value), value, limits)

    return read


def whole(limits: Range) -> Reader:
    """Return the reader of a whole number within limits."""

    def read(value: Any) -> int:
        number = int(value) if isinstance(value, str) and _WHOLE.fullmatch(value) else value
        if not isinstance(number, int) or isinstance(number, bool):
            raise Invalid.of(f"{found(value)} is not a whole number; write digits only")
        return _within(number, value, limits)

    return read


def truth(value: Any) -> bool:
    """Read true or false, in any of the words that YAML has had for them."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in _TRUTHS:
        return _TRUTHS[value.lower()]
    raise Invalid.of(f"{found(value)} is neither true nor false")


def choice(words: tuple[str, ...]) -> Reader:
    """Return the reader of one word of some."""

    def read(value: Any) -> str:
        if isinstance(value, str) and value in words:
            return value
        near = did_you_mean(value, words) if isinstance(value, str) else ""
        raise Invalid.of(f"{found(value)} is not one of {', '.join(words)}{near}")

    return read


def _within(read: N, value: Any, limits: Range) -> N:
    if limits.least is not None and read < limits.least:
        raise Invalid.of(f"{found(value)} is below {limits.least}")
    if limits.most is not None and read > limits.most:
        raise Invalid.of(f"{found(value)} is above {limits.most}")
    return read


def _date(value: Any) -> str:
    if not isinstance(value, str):
        _text_expected(value)
    match = _EDTF.fullmatch(value)
    if not match:
        raise Invalid.of(f"{found(value)} is not a date; {_meant(value) or _AS_DATE}")
    year, month, day = (int(part) if part else None for part in match.groups())
    if month is not None and not 1 <= month <= 12:
        raise Invalid.of(f"{found(value)} is not a date: there is no month {match[2]}; {_AS_DATE}")
    if year is None or year < 1:
        raise Invalid.of(f"{found(value)} is not a date; {_AS_DATE}")
    if day is not None and month is not None and not _is_day(year, month, day):
        raise Invalid.of(f"{found(value)} is not a day of the calendar; {_AS_DATE}")
    return value


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _decimal(value: Any) -> Decimal:
    if isinstance(value, str) and not _NUMBER.fullmatch(value):
        raise Invalid.of(f"{found(value)} is not a plain number; write {_meant_number(value) or _DIGITS}")
    if isinstance(value, str | int | float | Decimal) and not isinstance(value, bool):
        read = Decimal(str(value))
        if read.is_finite():
            return read
    raise Invalid.of(f"{found(value)} is not a number; write digits only")


def _meant(text: str) -> str:
    """Return the date that a writer wrote in another way, as it should be written; both that it may be."""
    for written, wanted in _OTHERWISE:
        with suppress(ValueError):
            return f"write {datetime.strptime(text.strip(), written).strftime(wanted)}"
    days = []
    for written in _NUMBERS_ALONE:
        with suppress(ValueError):
            days.append(datetime.strptime(text.strip(), written).strftime(_DAY_FORM))
    return f"write {' or '.join(dict.fromkeys(days))}" if days else ""


def _meant_number(text: str) -> str:
    """Return the number that a writer wrote with a word of size or commas, in digits; empty for no such."""
    found = _SIZED.fullmatch(text.strip())
    if not found:
        return ""
    number = Decimal(found[1].replace(",", "")) * _SIZES[(found[2] or "").lower()]
    return f"{number.normalize():f}"


def _text_expected(value: Any) -> NoReturn:
    raise Invalid.of(
        f"expected text, found {found(value)}; put text with a colon or brackets in quotation marks"
    )
