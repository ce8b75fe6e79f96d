"""The kinds of value a record's field may hold: ids, dates, texts with their limits.

The loader hands every scalar over as the string that stands in the file, so `no`, `012` and `1.50`
arrive as written and each type here converts for itself.
"""

import calendar
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)

from explainer.text.pattern import pattern

ID_PATTERN = r"^[a-z0-9][a-z0-9-]{0,63}$"
LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
FILE_NAME = r"^(?:[^/\\.][^/\\]*/){0,8}[^/\\]+\.[A-Za-z]{2,8}$"
PICTURE = r"^(?:[^/\\.][^/\\]*/){0,8}[^/\\.][^/\\]*\.[A-Za-z]{3,4}$"
SHA256 = r"^[0-9a-f]{64}$"
FORMS: Mapping[str, str] = {
    ID_PATTERN: "an id: lower-case letters, digits and hyphens, such as smith-on-water",
    r"^\d{4}(-\d{2}(-\d{2})?)?$": "a date: 2024, 2024-05 or 2024-05-31",
    LANGUAGE: "the code of a language, such as en or es-CO",
    FILE_NAME: "a file's name with its ending, such as ferries.txt",
    PICTURE: "a picture's file name with its ending, such as pier.jpg",
    SHA256: "a SHA-256 digest: 64 digits from 0 to 9 and a to f",
}
"""What a pattern asks for, in words for writers."""
RESERVED_IDS = r"index|readme|con|prn|aux|nul|com\d|lpt\d"
"""Names that MkDocs or Windows take for something else."""
KINDS = ("source", "issue", "quote", "figure", "person", "position", "event", "term", "check")
_EDTF = pattern(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_DATE_SCHEMA = {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
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


def _calendar_date(text: str) -> str:
    match = _EDTF.fullmatch(text)
    if not match:
        raise ValueError(f"is not a date; write {_meant(text) or 'YYYY-MM-DD, YYYY-MM or YYYY'}")
    year, month, day = (int(part) if part else None for part in match.groups())
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f"is not a date: there is no month {match[2]}; write YYYY-MM-DD, YYYY-MM or YYYY")
    if year is None or year < 1:
        raise ValueError("is not a date; write YYYY-MM-DD, YYYY-MM or YYYY")
    if day is not None and month is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise ValueError("is not a day of the calendar; write YYYY-MM-DD, YYYY-MM or YYYY")
    return text


def _meant(text: str) -> str:
    """Return the date that a writer wrote in another way, as it should be written; both that it may be."""
    for written, wanted in _OTHERWISE:
        with suppress(ValueError):
            return datetime.strptime(text.strip(), written).strftime(wanted)
    days = []
    for written in _NUMBERS_ALONE:
        with suppress(ValueError):
            days.append(datetime.strptime(text.strip(), written).strftime(_DAY_FORM))
    return " or ".join(dict.fromkeys(days))


def _meant_number(text: str) -> str:
    """Return the number that a writer wrote with a word of size or commas, in digits; empty for no such."""
    found = _SIZED.fullmatch(text.strip())
    if not found:
        return ""
    number = Decimal(found[1].replace(",", "")) * _SIZES[(found[2] or "").lower()]
    return f"{number.normalize():f}"


def _plain_number(value: Any) -> Any:
    if isinstance(value, str) and not _NUMBER.fullmatch(value):
        raise ValueError(f"is not a plain number; write {_meant_number(value) or _DIGITS}")
    return value


def _json_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
"""A record's id: the stem of its file."""

_DAY = r"\d{4}(-\d{2}(-\d{2})?)?"
Ref = Annotated[
    str,
    StringConstraints(pattern=rf"^({'|'.join(KINDS)}):[a-z0-9][a-z0-9-]{{0,63}}(@{_DAY})?$"),
]
"""`kind:id` of any record; `figure:id@2024` names one point of a series."""

Date = Annotated[str, AfterValidator(_calendar_date), WithJsonSchema(_DATE_SCHEMA)]
"""Level 0 of EDTF (ISO 8601-2): 2012-05-15, 2012-05 or 2012."""

Number = Annotated[Decimal, BeforeValidator(_plain_number), PlainSerializer(_json_number, when_used="json")]
"""A decimal number written in digits, kept exactly."""

Line = Annotated[str, StringConstraints(min_length=1, max_length=500)]
"""A line of plain text: a title, a name, a label."""

Words = Annotated[str, StringConstraints(min_length=1, max_length=5_000)]
"""Some sentences of plain text; `[[kind:id]]` links where prose is meant."""

Markdown = Annotated[str, StringConstraints(max_length=50_000)]
"""Markdown with `[[kind:id]]` links, shown through an allow-list."""

Url = Annotated[str, StringConstraints(min_length=1, max_length=2_000)]
"""An http, https or mailto address; rules check the scheme."""

Offset = Annotated[int, Field(ge=0)]
"""Code points into the source's text."""


def target(ref: str) -> str:
    """Return the `kind:id` of a reference, without the point of a series that it may name."""
    return ref.partition("@")[0]


TARGETS: Mapping[str, str] = {
    "source": "source", "sources": "source", "speaker": "person", "actor": "person",
    "issue": "issue", "issues": "issue", "see_also": "term", "compare": "figure", "figures": "figure",
    "pages": "source", "people": "person", "later_than": "event", "events": "event",
}  # fmt: skip
"""Fields that hold ids -> the kind of record they name; `refs` name their kinds themselves."""
