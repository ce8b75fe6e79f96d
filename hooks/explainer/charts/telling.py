"""Say a chart without drawing it: in words, as a table, as CSV. All three go by the marks that are drawn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from explainer.charts.series import Mark, Series, gaps, series_of
from explainer.records.model import Figure
from explainer.records.wording import date_words, listing, on_date, unit_words
from explainer.text.tabular import csv_bytes


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of the table under a chart."""

    text: str
    source: str | None = None
    """Id of the source the value stands in."""
    note: str = ""


def alt_text(title: str, all_series: Sequence[Series]) -> str:
    """Return a chart in words: every value, range, gap and dispute in it."""
    sentences = [f"{title.rstrip('.')}."]
    for series in all_series:
        values = listing(mark.words if not mark.date else f"{_value_at(mark)}" for mark in series.marks)
        missing = "".join(
            f" No figures between {date_words(str(one.date))} and {date_words(str(two.date))}."
            for one, two in gaps(series)
        )
        sentences.append(f"{series.label.rstrip('.')}: {values}.{missing}")
    return " ".join(sentences)


def _value_at(mark: Mark) -> str:
    return f"{mark.words} {on_date(mark.date or '')}"


def table(all_series: Sequence[Series]) -> tuple[tuple[str, ...], list[tuple[Cell, ...]]]:
    """Return column heads and rows: by date where there are dates, else one row per figure."""
    if not any(series.marks[0].date for series in all_series):
        head = unit_words(all_series[0].unit)
        return ("Figure", head[:1].upper() + head[1:]), [
            (Cell(series.label), _cell(mark)) for series in all_series for mark in series.marks
        ]
    if all(len(series.marks) == 1 for series in all_series):
        return ("Figure", "Date", "Value"), [
            (Cell(series.label), Cell(date_words(mark.date) if mark.date else ""), _cell(mark))
            for series in all_series
            for mark in series.marks
        ]
    found = {series.id: {mark.date: mark for mark in series.marks} for series in all_series}
    dates = sorted({mark.date or "" for series in all_series for mark in series.marks})
    heads = ("Date", *(series.label for series in all_series))
    return heads, [
        (Cell(date_words(date)), *(_cell(found[series.id].get(date)) for series in all_series))
        for date in dates
    ]


def _cell(mark: Mark | None) -> Cell:
    return Cell(mark.words, mark.source, mark.note) if mark else Cell("no figure")


CSV_COLUMNS = (
    "figure", "label", "date", "value", "value_max", "unit", "qualifier", "period_kind", "period_start",
    "period_end", "disputed", "source", "note",
)  # fmt: skip


def csv_of(figures: Iterable[Figure]) -> bytes:
    """Return the figures as tidy CSV, one value a line, numbers plain; an empty value is a gap."""
    lines = []
    for figure in figures:
        period = figure.period
        span = (period.kind, period.start, period.end) if period else ("", "", "")
        for mark in series_of(figure).marks:
            high = mark.high if mark.is_range else None
            low, high = (None, mark.low) if figure.value is None and not figure.series else (mark.low, high)
            line = (figure.id, figure.label, mark.date, low, high, figure.unit, mark.qualifier, *span)
            lines.append((*line, "true" if mark.disputed else "false", mark.source, mark.note))
    return csv_bytes(CSV_COLUMNS, lines)
