"""Turn figures into marks: what a chart draws, what its table shows and what its alt text says."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from explainer.records.comparable import dated
from explainer.records.model import Figure
from explainer.records.parts import Point, Qualifier
from explainer.records.wording import SYMBOLS, date_words, near, per_words, point_words
from explainer.words import Words


class Mark(NamedTuple):
    """One value or range, or the lack of one, at a date if it has one."""

    date: str | None
    day: str
    """The date as readers write it; empty for none."""
    low: Decimal | None
    high: Decimal | None
    """Equal to `low` unless the source gives a range."""
    qualifier: Qualifier | None
    disputed: bool
    words: str
    """The value as a reader sees it, unit, bound and rate included."""
    glance: str
    """The same with three digits at most, for a drawing; the table has the exact value."""
    short: str
    """The same without the unit, for a drawing whose axis names it."""
    source: str | None
    note: str = ""

    @property
    def empty(self) -> bool:
        """Return whether there is no figure here: a gap, never bridged."""
        return self.low is None

    @property
    def is_range(self) -> bool:
        """Return whether the source gives two ends."""
        return self.low != self.high

    @property
    def uncertain(self) -> bool:
        """Return whether the mark is drawn open: disputed, or only a bound."""
        return self.disputed or self.lower or self.upper

    @property
    def lower(self) -> bool:
        """Return whether the value is a lower bound: what is drawn runs out into the open above it."""
        return self.qualifier in ("over", "at-least")

    @property
    def upper(self) -> bool:
        """Return whether the value is an upper bound."""
        return self.qualifier in ("under", "up-to")

    def at(self) -> str:
        """Return `date: words`, exactly: for tooltips, and for who reads the drawing date by date."""
        return f"{self.day}: {self.words}" if self.day else self.words

    def near(self) -> str:
        """Return `date: words` for a glance."""
        return f"{self.day}: {self.glance}" if self.day else self.glance


class Series(NamedTuple):
    """A figure as a chart shows it."""

    id: str
    label: str
    unit: str
    marks: tuple[Mark, ...]

    @property
    def ends(self) -> list[Decimal]:
        """Return every value and both ends of every range."""
        return [end for mark in self.marks for end in (mark.low, mark.high) if end is not None]

    @property
    def drawn(self) -> list[Mark]:
        """Return the marks that have a value."""
        return [mark for mark in self.marks if not mark.empty]


def series_of(figure: Figure, words: Words) -> Series:
    """Return a figure's marks in order of time."""
    source = figure.source or (figure.sources[0] if len(figure.sources) == 1 else None)
    if figure.series:
        points = sorted(figure.series, key=lambda point: point.date)
        marks = tuple(_mark(point, figure.unit, source, words) for point in points)
    else:
        single = Point(
            date=dated(figure) or "0001",
            value=figure.value,
            value_max=figure.value_max,
            qualifier=figure.qualifier,
            disputed=figure.status == "disputed",
            source=source,
        )
        marks = (_mark(single, figure.unit, source, words, single=figure),)
    return Series(figure.id, figure.label, figure.unit, marks)


def _mark(point: Point, unit: str, source: str | None, words: Words, *, single: Figure | None = None) -> Mark:
    only_top = point.value is None and point.value_max is not None
    low = point.value_max if only_top else point.value
    bare = unit if unit in SYMBOLS or unit == "percent" else ""
    short = near(point)
    date = dated(single) if single else point.date
    yearly = single and single.period and single.period.kind == "per-year" and date
    rate = per_words(single.period, words) if single and not yearly else ""
    return Mark(
        date=date,
        day=date_words(date, words) if date else "",
        low=low,
        high=low if point.value_max is None else point.value_max,
        qualifier="up-to" if only_top else point.qualifier,
        disputed=point.disputed,
        words=f"{point_words(point, unit, words)} {rate}".rstrip(),
        glance=f"{point_words(short, unit, words)} {rate}".rstrip(),
        short=point_words(short, bare, words).replace("  ", " "),
        source=point.source or source,
        note=point.note or "",
    )


def notable(marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks that a drawing labels: the last, the peak, the first, each once."""
    if not marks:
        return []
    peak = max(marks, key=lambda mark: mark.high or 0)
    return [marks[-1], *(mark for mark in dict.fromkeys((peak, marks[0])) if mark is not marks[-1])]


def step(series: Series) -> int | None:
    """Return the months between neighbours of a regular series, or None where dates name days.

    Two marks further apart than this step have a gap between them, whether or not the writer left
    an empty value there.
    """
    if any(mark.date is None or len(mark.date) > 7 for mark in series.marks):
        return None
    months = sorted({_months(mark.date) for mark in series.marks if mark.date})
    return min((later - earlier for earlier, later in pairwise(months)), default=None)


def runs(series: Series) -> list[list[Mark]]:
    """Return the stretches of marks that a line may join: no gap, no range within."""
    found: list[list[Mark]] = [[]]
    apart = step(series)
    last: Mark | None = None
    for mark in series.marks:
        far = last is not None and apart is not None and _months(mark.date) - _months(last.date) > apart
        if mark.empty or mark.is_range or far:
            found.append([])
        if not mark.empty and not mark.is_range:
            found[-1].append(mark)
        last = mark
    return [run for run in found if run]


def gaps(series: Series) -> list[tuple[Mark, Mark]]:
    """Return the neighbours between which figures are missing."""
    drawn, apart = series.drawn, step(series)
    empty = [mark.date for mark in series.marks if mark.empty and mark.date]
    return [
        (one, two)
        for one, two in pairwise(drawn)
        if (apart is not None and _months(two.date) - _months(one.date) > apart)
        or any(str(one.date) < date < str(two.date) for date in empty)
    ]


def _months(date: str | None) -> int:
    year, month = (f"{date or '0001'}-01").split("-")[:2]
    return int(year) * 12 + int(month)
