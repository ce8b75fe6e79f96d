"""Dates as a text gives them: whether words of a text name a day, a month or a year."""

import re
from datetime import date
from functools import lru_cache

_MONTHS = (
    ("january", "jan", "enero", "janvier", "januar", "jänner", "janeiro", "gennaio"),
    ("february", "feb", "febrero", "février", "februar", "fevereiro", "febbraio"),
    ("march", "mar", "marzo", "mars", "märz", "março"),
    ("april", "apr", "abril", "avril", "aprile"),
    ("may", "mayo", "mai", "maio", "maggio"),
    ("june", "jun", "junio", "juin", "juni", "junho", "giugno"),
    ("july", "jul", "julio", "juillet", "juli", "julho", "luglio"),
    ("august", "aug", "agosto", "août"),
    ("september", "sep", "sept", "septiembre", "septembre", "setembro", "settembre"),
    ("october", "oct", "octubre", "octobre", "oktober", "outubro", "ottobre"),
    ("november", "nov", "noviembre", "novembre", "novembro"),
    ("december", "dec", "diciembre", "décembre", "dezember", "dezembro", "dicembre"),
)
_WEEKDAYS = (
    ("monday", "lunes", "lundi", "montag"), ("tuesday", "martes", "mardi", "dienstag"),
    ("wednesday", "miércoles", "mercredi", "mittwoch"), ("thursday", "jueves", "jeudi", "donnerstag"),
    ("friday", "viernes", "vendredi", "freitag"), ("saturday", "sábado", "samedi", "samstag", "sonnabend"),
    ("sunday", "domingo", "dimanche", "sonntag"),
)  # fmt: skip
_NEAR = 1_500
"""Characters on either side in which a date belongs to what is told there."""
_WEEK = 7
"""Days within which a weekday's name means the one before the article."""


def is_named(text: str, day: str, *, around: int, published: str | None) -> bool:
    """Return whether a text names an EDTF date near `around`.

    A day without its year, and a weekday, count by the day on which the text was published.
    """
    year, month, number = (*map(int, day.split("-")), 0, 0)[:3]
    near = text[max(0, around - _NEAR) : around + _NEAR]
    if not month:
        return re.search(rf"(?<!\d){year}(?!\d)", near) is not None
    for found in _stated(year, month, number).finditer(near):
        if str(year) in found[0] or (published and 0 <= int(published[:4]) - year <= 1):
            return True
    if not (number and published and len(published) == len("2024-05-15")):
        return False
    said, printed = date(year, month, number), date.fromisoformat(published)
    weekdays = "|".join(_WEEKDAYS[said.weekday()])
    return 0 <= (printed - said).days < _WEEK and re.search(rf"(?i)\b(?:{weekdays})\b", near) is not None


@lru_cache(maxsize=256)
def _stated(year: int, month: int, day: int) -> re.Pattern[str]:
    """Return the pattern of a day or month in words, with the year where that stands beside it."""
    name = rf"(?:{'|'.join(_MONTHS[month - 1])})\b\.?"
    with_year = rf"(?:,?\s+(?:de\s+)?{year}\b|(?!,?\s+(?:de\s+)?\d{{4}}\b))"
    if not day:
        return re.compile(rf"\b{name}{with_year}|\b{year}-{month:02}\b", re.IGNORECASE)
    return re.compile(
        rf"(?<!\d)0?{day}(?:st|nd|rd|th|er|\.|º)?\s+(?:de\s+|of\s+)?{name}{with_year}"
        rf"|\b{name}\s+0?{day}(?:st|nd|rd|th)?\b{with_year}|\b{year}-{month:02}-{day:02}\b",
        re.IGNORECASE,
    )
