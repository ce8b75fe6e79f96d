"""Write rows as CSV that spreadsheets open as data and nothing else."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return a table as CSV in UTF-8, under the names of its columns."""
    return csv_rows([columns, *rows]).encode()


def csv_rows(rows: Iterable[Sequence[object]]) -> str:
    """Return rows as RFC 4180 has them, each with the end of its line.

    A text that a spreadsheet would run as a formula gets a leading apostrophe (OWASP, CSV injection);
    numbers stay plain. The JSON beside each CSV holds every text unchanged.
    """
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return f"{value:f}"
        case int() | float():
            return str(value)
    words = str(value)
    first = unicodedata.normalize("NFKC", words.lstrip()[:1])  # full-width ＝ ＋ － ＠ are formulas, too
    return f"'{words}" if words.startswith(_FORMULA) or first in _FORMULA else words
