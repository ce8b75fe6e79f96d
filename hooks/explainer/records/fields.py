"""The kinds of value a record's field may hold: ids, dates, texts with their limits.

A type says what Python holds; what stands beside it in `Annotated` limits that (Text, Range) or, as a plain
string, tells writers what the field is for. `validation` reads by it, `schemas` describes it.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, NamedTuple

ID_PATTERN = r"^[a-z0-9][a-z0-9-]{0,63}$"
DATE_PATTERN = r"^\d{4}(-\d{2}(-\d{2})?)?$"
LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
FILE_NAME = r"^(?:[^/\\.][^/\\]*/){0,8}[^/\\]+\.[A-Za-z]{2,8}$"
PICTURE = r"^(?:[^/\\.][^/\\]*/){0,8}[^/\\.][^/\\]*\.[A-Za-z]{3,4}$"
SHA256 = r"^[0-9a-f]{64}$"
COUNTRY = r"^[A-Z]{2}$"
FORMS: Mapping[str, str] = {
    ID_PATTERN: "an id: lower-case letters, digits and hyphens, such as smith-on-water",
    DATE_PATTERN: "a date: 2024, 2024-05 or 2024-05-31",
    LANGUAGE: "the code of a language, such as en or es-CO",
    FILE_NAME: "a file's name with its ending, such as ferries.txt",
    PICTURE: "a picture's file name with its ending, such as pier.jpg",
    COUNTRY: "the code of a country, two capital letters such as CO",
    SHA256: "a SHA-256 digest: 64 digits from 0 to 9 and a to f",
}
"""What a pattern asks for, in words for writers."""
RESERVED_IDS = r"index|readme|con|prn|aux|nul|com\d|lpt\d"
"""Names that MkDocs or Windows take for something else."""
KINDS = ("source", "issue", "quote", "figure", "person", "position", "event", "term", "check")


class Text(NamedTuple):
    """What a text may be."""

    least: int = 0
    most: int | None = None
    """Characters."""
    form: str = ""
    """A pattern that the whole of it follows."""


class Range(NamedTuple):
    """What a number may be, or how many items a list may have."""

    least: int | None = None
    most: int | None = None


Id = Annotated[str, Text(form=ID_PATTERN)]
"""A record's id: the stem of its file."""

_DAY = r"\d{4}(-\d{2}(-\d{2})?)?"
Ref = Annotated[str, Text(form=rf"^({'|'.join(KINDS)}):[a-z0-9][a-z0-9-]{{0,63}}(@{_DAY})?$")]
"""`kind:id` of any record; `figure:id@2024` names one point of a series."""

Date = Annotated[str, Text(form=DATE_PATTERN)]
"""Level 0 of EDTF (ISO 8601-2): 2012-05-15, 2012-05 or 2012; a day of the calendar."""

Number = Decimal
"""A decimal number written in digits, kept exactly."""

Line = Annotated[str, Text(1, 500)]
"""A line of plain text: a title, a name, a label."""

Words = Annotated[str, Text(1, 5_000)]
"""Some sentences of plain text; `[[kind:id]]` links where prose is meant."""

Around = Annotated[str, Text(most=200)]
"""A source's words right before or after others."""

Markdown = Annotated[str, Text(most=50_000)]
"""Markdown with `[[kind:id]]` links, shown through an allow-list."""

Url = Annotated[str, Text(1, 2_000)]
"""An http, https or mailto address; rules check the scheme."""

Language = Annotated[str, Text(form=LANGUAGE)]
"""The code of a language (BCP 47)."""

FileName = Annotated[str, Text(most=255, form=FILE_NAME)]
"""A file beside the record, or in a folder below."""

PictureName = Annotated[str, Text(most=255, form=PICTURE)]
"""A picture in `content/pictures/`."""

Digest = Annotated[str, Text(form=SHA256)]
"""A SHA-256 digest, by which two files are told apart."""

Country = Annotated[str, Text(form=COUNTRY)]
"""ISO 3166-1 alpha-2."""

Latitude = Annotated[Number, Range(-90, 90)]
"""Degrees north; south is below 0."""

Longitude = Annotated[Number, Range(-180, 180)]
"""Degrees east; west is below 0."""

Offset = Annotated[int, Range(0)]
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
