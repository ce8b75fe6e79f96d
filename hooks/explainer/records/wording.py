"""Say numbers, dates and figures in words: one wording for pages, cards, charts and alt text.

    amount(Decimal(32000000000), "USD")   $32 billion
    figure_words(figure)                  about $32 billion a year
    date_words("2012-05")                 May 2012

Nothing is rounded but by `rounded`, which is for a glance beside the exact value: a number takes a word of
scale only where at most three decimals carry it whole.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal, localcontext

from explainer.records.model import Figure, Finding
from explainer.records.parts import Period, Point, Qualifier

SYMBOLS = {
    "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "CN¥", "INR": "₹", "CAD": "CA$", "AUD": "A$",
    "MXN": "MX$", "BRL": "R$", "KRW": "₩", "HKD": "HK$", "ILS": "₪",
}  # fmt: skip
"""Signs written before the number; any other ISO 4217 code is written out before it."""

_ATTACHED = {"percent": "%", "x": " times", "degC": "\u00a0°C", "degF": "\u00a0°F"}
_DURATIONS = {
    unit: f"{unit}s" for unit in ("second", "minute", "hour", "day", "week", "month", "year", "decade")
}
"""Extraction names a duration's unit in the singular."""

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
SCALES = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))
BOUNDS = {"at-least": "at least", "up-to": "up to"}
"""Qualifiers that are said otherwise than they are written."""
_NBSP = "\u00a0"

FINDINGS: Mapping[Finding, str] = {
    "supports": "Supported",
    "qualifies": "Qualified",
    "differs": "Differs",
    "not-found": "Not found elsewhere",
    "cannot-be-checked": "Cannot be checked",
}
"""Of a check, in a word."""


def date_words(date: str) -> str:
    """Return an EDTF date as readers write it: `15 May 2012`, `May 2012` or `2012`."""
    year, *rest = date.split("-")
    if not rest:
        return year
    month = MONTHS[int(rest[0]) - 1]
    return f"{month} {year}" if len(rest) == 1 else f"{int(rest[1])} {month} {year}"


def on_date(date: str) -> str:
    """Return a date as it follows a fact: `on 15 May 2012`, `in May 2012`."""
    return f"{'on' if len(date) == 10 else 'in'} {date_words(date)}"


def number(value: Decimal, *, scale: bool = True) -> str:
    """Return a number for reading: `261,000`, `32 billion`, `−1.5`; every digit is kept."""
    sign = "−" if value < 0 else ""
    size = abs(value)
    factor, word = next(((factor, word) for factor, word in SCALES if size >= factor), (Decimal(1), ""))
    scaled = size / factor
    if scale and word and scaled == round(scaled, 3):
        return f"{sign}{_plain(scaled.normalize())}{_NBSP}{word}"
    return f"{sign}{_plain(size)}"


def rounded(value: Decimal) -> Decimal:
    """Return a value with the three digits that a glance takes in; the exact one stands a step away."""
    with localcontext(prec=3) as context:
        short = context.plus(value)
    return value if short == value else short.normalize()


def amount(value: Decimal, unit: str) -> str:
    """Return a number with its unit: `$32 billion`, `5%`, `1 hectare`, `COP 20 million`."""
    text = number(abs(value))
    sign = "−" if value < 0 else ""
    if unit in SYMBOLS:
        return f"{sign}{SYMBOLS[unit]}{text}"
    if _is_code(unit):
        return f"{sign}{unit}{_NBSP}{text}"
    if unit == "number":
        return f"{sign}{text}"
    if unit in _ATTACHED:
        return f"{sign}{text}{_ATTACHED[unit]}"
    return f"{sign}{text} {singular(unit) if abs(value) == 1 else _DURATIONS.get(unit, unit)}".rstrip()


def unit_words(unit: str) -> str:
    """Return a unit's name as an axis or column is headed: `US dollars`, `percent`, `hectares`."""
    return {"USD": "US dollars", "EUR": "euros", "GBP": "pounds sterling", "JPY": "yen"}.get(unit, unit)


def singular(unit: str) -> str:
    """Return the unit for the number one: the first plain plural loses its s."""
    if unit == "people":
        return "person"
    words = unit.split(" ")
    for place, word in enumerate(words):
        if len(word) > 3 and word.endswith("s") and word[-2] not in "asui":
            return " ".join([*words[:place], word[:-1], *words[place + 1 :]])
    return unit


def value_words(
    value: Decimal | None, value_max: Decimal | None, *, unit: str, qualifier: Qualifier | None
) -> str:
    """Return a value or range with its bound: `over $12 billion`, `between 30% and 40%`, `up to 5%`."""
    if value is not None and value_max is not None:
        low, high = _opening(value, unit), amount(value_max, unit)
        if qualifier in (None, "between"):
            return f"between {low} and {high}"
        return f"{BOUNDS.get(qualifier, qualifier)} {low} to {high}"
    only = value if value is not None else value_max
    if only is None:
        return "no figure"
    if qualifier in (None, "between"):
        return amount(only, unit) if value is not None else f"up to {amount(only, unit)}"
    return f"{BOUNDS.get(qualifier, qualifier)} {amount(only, unit)}"


def _opening(value: Decimal, unit: str) -> str:
    """Return the lower end of a range: a unit that follows in words is said once, at the upper end."""
    words_follow = unit not in SYMBOLS and unit not in _ATTACHED and not _is_code(unit)
    return number(value) if words_follow else amount(value, unit)


def point_words(point: Point, unit: str) -> str:
    """Return one value of a series, its dispute said."""
    words = value_words(point.value, point.value_max, unit=unit, qualifier=point.qualifier)
    return f"{words} (disputed)" if point.disputed else words


def period_words(period: Period | None) -> str:
    """Return a period as it follows a number: `a year`, `since 2000`, `in May 2012`; empty for none."""
    if period is None:
        return ""
    start, end = (date_words(date) if date else "" for date in (period.start, period.end))
    span = _span(period, start, end)
    if period.kind == "per-year" and len(span) == len("in 2000"):
        return span
    if period.kind.startswith("per-"):
        return f"{_each(period.kind.removeprefix('per-'))}{span and f', {span}'}"
    if period.kind == "since":
        return f"since {start}{end and f', up to {end}'}" if start else ""
    if period.kind == "until":
        return f"until {end or start}" if end or start else ""
    if period.kind == "total":
        return f"in total{span and f', {span}'}"
    return span


def figure_words(figure: Figure) -> str:
    """Return a figure in words: `about $32 billion a year`; of a series, its last value and date.

    A share stays as its source words it ("a third"): a decimal would claim more than was said.
    """
    last = last_known(figure)
    if last:
        rate = "" if figure.period and figure.period.kind == "per-year" else per_words(figure.period)
        said = " ".join(part for part in (point_words(last, figure.unit), rate) if part)
        return f"{said} {on_date(last.date)}"
    if figure.unit == "fraction" and figure.exact:
        bound = BOUNDS.get(figure.qualifier or "", figure.qualifier)
        value = " ".join(part for part in (bound, figure.exact) if part)
    else:
        value = value_words(figure.value, figure.value_max, unit=figure.unit, qualifier=figure.qualifier)
    return " ".join(part for part in (value, period_words(figure.period)) if part)


def glance_words(figure: Figure) -> str:
    """Return a figure for a card, in three digits; what stands in a source's own words stays as it is."""
    if figure.exact:
        return figure_words(figure)
    last = last_known(figure)
    points = (near(last),) if last else ()
    ends = {
        name: rounded(end) for name in ("value", "value_max") if (end := getattr(figure, name)) is not None
    }
    return figure_words(figure.model_copy(update={**ends, "series": points}))


def near(point: Point) -> Point:
    """Return a point of a series with three digits."""
    ends = {
        name: rounded(end) for name in ("value", "value_max") if (end := getattr(point, name)) is not None
    }
    return point.model_copy(update=ends)


def last_known(figure: Figure) -> Point | None:
    """Return the latest point of a series that has a value, else its latest; None for a single value."""
    known = [point for point in figure.series if (point.value, point.value_max) != (None, None)]
    return max(known or figure.series, key=lambda point: point.date, default=None)


def per_words(period: Period | None) -> str:
    """Return the rate alone: `a year` for each per-year value, empty for any other kind."""
    rate = Period(kind=period.kind) if period and period.kind.startswith("per-") else None
    return period_words(rate)


def _each(noun: str) -> str:
    """Return `a year`, `an acre`, `a square foot`, `per 100,000`."""
    if noun.isdigit():
        return f"per {int(noun):,}"
    return f"{'an' if noun.startswith(('hour', 'a', 'o')) else 'a'} {noun.replace('-', ' ')}"


def listing(words: Iterable[str]) -> str:
    """Join words as prose does: `a, b and c`."""
    *head, last = list(words) or [""]
    return f"{', '.join(head)} and {last}" if head else last


def sentence(text: str) -> str:
    """Return the text with its first letter large."""
    return text[:1].upper() + text[1:]


def _span(period: Period, start: str, end: str) -> str:
    if start and end and start != end:
        return f"from {start} to {end}"
    if not (start or end):
        return ""
    return on_date(period.start or period.end or "")


def _plain(value: Decimal) -> str:
    return f"{value:,f}"


def _is_code(unit: str) -> bool:
    return len(unit) == 3 and unit.isascii() and unit.isalpha() and unit.isupper()
