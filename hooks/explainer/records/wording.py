"""Say numbers, dates and figures in words: one wording for pages, cards, charts and alt text.

    amount(Decimal(32000000000), "USD", words)   $32 billion
    figure_words(figure, words)                  about $32 billion a year
    date_words("2012-05", words)                 May 2012

`words` are the texts of the site's language.

Nothing is rounded but by `rounded`, which is for a glance beside the exact value: a number takes a word of
scale only where at most three decimals carry it whole.
"""

from collections.abc import Iterable
from decimal import Decimal, localcontext

from explainer.records.model import Figure
from explainer.records.parts import Period, Point, Qualifier
from explainer.words import Words

SYMBOLS = {
    "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CNY": "CN¥", "INR": "₹", "CAD": "CA$", "AUD": "A$",
    "MXN": "MX$", "BRL": "R$", "KRW": "₩", "HKD": "HK$", "ILS": "₪",
}  # fmt: skip
"""Signs written before the number; any other ISO 4217 code is written out before it."""

_ATTACHED = {"percent": "percent", "x": "times", "degC": "celsius", "degF": "fahrenheit"}
"""Units that a number is written with in a way of their own, and what the text is called."""
_DURATIONS = frozenset(("second", "minute", "hour", "day", "week", "month", "year", "decade"))
"""Extraction names a duration's unit in the singular."""

SCALES = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))
_NBSP = "\u00a0"


def date_words(date: str, words: Words) -> str:
    """Return an EDTF date as readers write it: `15 May 2012`, `May 2012` or `2012`."""
    year, *rest = date.split("-")
    if not rest:
        return year
    month = words.months[int(rest[0]) - 1]
    if len(rest) == 1:
        return words("dates.month", month=month, year=year)
    return words("dates.day", day=int(rest[1]), month=month, year=year)


def on_date(date: str, words: Words) -> str:
    """Return a date as it follows a fact: `on 15 May 2012`, `in May 2012`."""
    return words("dates.on" if len(date) == 10 else "dates.in", date=date_words(date, words))


def number(value: Decimal, words: Words, *, scale: bool = True) -> str:
    """Return a number for reading: `261,000`, `32 billion`, `−1.5`; every digit is kept."""
    sign = "−" if value < 0 else ""
    size = abs(value)
    factor, name = next(((factor, name) for factor, name in SCALES if size >= factor), (Decimal(1), ""))
    scaled = size / factor
    if scale and name and scaled == round(scaled, 3):
        return f"{sign}{_plain(scaled.normalize(), words)}{_NBSP}{words(f'numbers.{name}')}"
    return f"{sign}{_plain(size, words)}"


def rounded(value: Decimal) -> Decimal:
    """Return a value with the three digits that a glance takes in; the exact one stands a step away."""
    with localcontext(prec=3) as context:
        short = context.plus(value)
    return value if short == value else short.normalize()


def amount(value: Decimal, unit: str, words: Words) -> str:
    """Return a number with its unit: `$32 billion`, `5%`, `1 hectare`, `COP 20 million`."""
    text = number(abs(value), words)
    sign = "−" if value < 0 else ""
    if unit in SYMBOLS:
        return f"{sign}{SYMBOLS[unit]}{text}"
    if _is_code(unit):
        return f"{sign}{unit}{_NBSP}{text}"
    if unit == "number":
        return f"{sign}{text}"
    if unit in _ATTACHED:
        return sign + words(f"numbers.{_ATTACHED[unit]}", number=text)
    return f"{sign}{text} {_counted(abs(value), unit, words)}".rstrip()


def unit_words(unit: str, words: Words) -> str:
    """Return a unit's name as an axis or column is headed: `US dollars`, `percent`, `hectares`."""
    return words.group("units").get(unit, unit)


def _counted(size: Decimal, unit: str, words: Words) -> str:
    """Return a unit behind its number; a writer's own words have an English singular in English alone."""
    if unit in _DURATIONS:
        return words(f"durations.{unit}", n=size)
    return singular(unit) if size == 1 and words.language.startswith("en") else unit


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
    value: Decimal | None, value_max: Decimal | None, words: Words, *, unit: str, qualifier: Qualifier | None
) -> str:
    """Return a value or range with its bound: `over $12 billion`, `between 30% and 40%`, `up to 5%`."""
    if value is not None and value_max is not None:
        low, high = _opening(value, unit, words), amount(value_max, unit, words)
        if qualifier in (None, "between"):
            return words("values.between", low=low, high=high)
        return words("values.range", bound=words(f"qualifiers.{qualifier}"), low=low, high=high)
    only = value if value is not None else value_max
    if only is None:
        return words("values.none")
    said = amount(only, unit, words)
    if qualifier in (None, "between"):
        return said if value is not None else f"{words('qualifiers.up-to')} {said}"
    return f"{words(f'qualifiers.{qualifier}')} {said}"


def _opening(value: Decimal, unit: str, words: Words) -> str:
    """Return the lower end of a range: a unit that follows in words is said once, at the upper end."""
    words_follow = unit not in SYMBOLS and unit not in _ATTACHED and not _is_code(unit)
    return number(value, words) if words_follow else amount(value, unit, words)


def point_words(point: Point, unit: str, words: Words) -> str:
    """Return one value of a series, its dispute said."""
    said = value_words(point.value, point.value_max, words, unit=unit, qualifier=point.qualifier)
    return words("values.disputed", value=said) if point.disputed else said


def period_words(period: Period | None, words: Words) -> str:
    """Return a period as it follows a number: `a year`, `since 2000`, `in May 2012`; empty for none."""
    if period is None:
        return ""
    start, end = (date_words(date, words) if date else "" for date in (period.start, period.end))
    span = _span(period, start, end, words)
    if period.kind == "per-year" and len({period.start, period.end} - {None}) == 1 and len(start or end) == 4:
        return span
    if period.kind.startswith("per-"):
        return f"{_each(period.kind.removeprefix('per-'), words)}{span and f', {span}'}"
    if period.kind == "since" and start:
        return words("periods.since-up-to" if end else "periods.since", start=start, end=end)
    if period.kind == "until" and (end or start):
        return words("periods.until", end=end or start)
    if period.kind == "total":
        return f"{words('periods.total')}{span and f', {span}'}"
    return "" if period.kind in ("since", "until") else span


def figure_words(figure: Figure, words: Words) -> str:
    """Return a figure in words: `about $32 billion a year`; of a series, its last value and date.

    A share stays as its source words it ("a third"): a decimal would claim more than was said.
    """
    last = last_known(figure)
    if last:
        rate = "" if figure.period and figure.period.kind == "per-year" else per_words(figure.period, words)
        said = " ".join(part for part in (point_words(last, figure.unit, words), rate) if part)
        return f"{said} {on_date(last.date, words)}"
    if figure.unit == "fraction" and figure.exact:
        bound = words(f"qualifiers.{figure.qualifier}") if figure.qualifier else ""
        value = " ".join(part for part in (bound, figure.exact) if part)
    else:
        value = value_words(
            figure.value, figure.value_max, words, unit=figure.unit, qualifier=figure.qualifier
        )
    return " ".join(part for part in (value, period_words(figure.period, words)) if part)


def glance_words(figure: Figure, words: Words) -> str:
    """Return a figure for a card, in three digits; what stands in a source's own words stays as it is."""
    if figure.exact:
        return figure_words(figure, words)
    last = last_known(figure)
    points = (near(last),) if last else ()
    ends = {
        name: rounded(end) for name in ("value", "value_max") if (end := getattr(figure, name)) is not None
    }
    return figure_words(figure.replace(**ends, series=points), words)


def near(point: Point) -> Point:
    """Return a point of a series with three digits."""
    ends = {
        name: rounded(end) for name in ("value", "value_max") if (end := getattr(point, name)) is not None
    }
    return point.replace(**ends)


def last_known(figure: Figure) -> Point | None:
    """Return the latest point of a series that has a value, else its latest; None for a single value."""
    known = [point for point in figure.series if (point.value, point.value_max) != (None, None)]
    return max(known or figure.series, key=lambda point: point.date, default=None)


def per_words(period: Period | None, words: Words) -> str:
    """Return the rate alone: `a year` for each per-year value, empty for any other kind."""
    rate = Period(kind=period.kind) if period and period.kind.startswith("per-") else None
    return period_words(rate, words)


def _each(noun: str, words: Words) -> str:
    """Return `a year`, `an acre`, `a square foot`, `per 100,000`."""
    if noun.isdigit():
        return words("periods.per-number", number=_plain(Decimal(noun), words))
    article = "an" if noun.startswith(("hour", "a", "o")) else "a"
    return words.group("rates").get(noun) or words(f"periods.{article}", noun=noun.replace("-", " "))


def listing(items: Iterable[str], words: Words) -> str:
    """Join words as prose does: `a, b and c`."""
    *head, last = list(items) or [""]
    return words("lists.and", words=", ".join(head), last=last) if head else last


def sentence(text: str) -> str:
    """Return the text with its first letter large."""
    return text[:1].upper() + text[1:]


def _span(period: Period, start: str, end: str, words: Words) -> str:
    if start and end and start != end:
        return words("periods.from-to", start=start, end=end)
    if not (start or end):
        return ""
    return on_date(period.start or period.end or "", words)


def _plain(value: Decimal, words: Words) -> str:
    """Return the digits, grouped and with a decimal sign as the language has them."""
    signs = {ord(","): words("numbers.group"), ord("."): words("numbers.decimal")}
    return f"{value:,f}".translate(signs)


def _is_code(unit: str) -> bool:
    return len(unit) == 3 and unit.isascii() and unit.isalpha() and unit.isupper()
