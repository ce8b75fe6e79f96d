"""Say a chart without drawing it: in words, as a table, as CSV. All three go by the marks that are drawn."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from explainer.charts.series import Mark, Series, gaps, series_of
from explainer.records.model import Figure
from explainer.records.wording import date_words, listing, on_date, sentence, unit_words
from explainer.text.tabular import csv_bytes
from explainer.words import Words


class Cell(NamedTuple):
    """One cell of the table under a chart."""

    text: str
    source: str | None = None
    """Id of the source the value stands in."""
    note: str = ""


def alt_text(title: str, all_series: Sequence[Series], words: Words) -> str:
    """Return a chart in words: every value, range, gap and dispute in it."""
    sentences = [f"{title.rstrip('.')}."]
    for series in all_series:
        values = listing((_value_at(mark, words) for mark in series.marks), words)
        missing = "".join(
            f" {words('charts.no-figures-between', start=one.day, end=two.day)}" for one, two in gaps(series)
        )
        sentences.append(f"{series.label.rstrip('.')}: {values}.{missing}")
    return " ".join(sentences)


def _value_at(mark: Mark, words: Words) -> str:
    return f"{mark.words} {on_date(mark.date, words)}" if mark.date else mark.words


def table(all_series: Sequence[Series], words: Words) -> tuple[tuple[str, ...], list[tuple[Cell, ...]]]:
    """Return column heads and rows: by date where there are dates, else one row per figure."""
    if not any(series.marks[0].date for series in all_series):
        head = sentence(unit_words(all_series[0].unit, words))
        return (words("charts.figure"), head), [
            (Cell(series.label), _cell(mark, words)) for series in all_series for mark in series.marks
        ]
    if all(len(series.marks) == 1 for series in all_series):
        return (words("charts.figure"), words("charts.date"), words("charts.value")), [
            (Cell(series.label), Cell(mark.day), _cell(mark, words))
            for series in all_series
            for mark in series.marks
        ]
    found = {series.id: {mark.date: mark for mark in series.marks} for series in all_series}
    dates = sorted({mark.date or "" for series in all_series for mark in series.marks})
    heads = (words("charts.date"), *(series.label for series in all_series))
    return heads, [
        (Cell(date_words(date, words)), *(_cell(found[series.id].get(date), words) for series in all_series))
        for date in dates
    ]


def _cell(mark: Mark | None, words: Words) -> Cell:
    return Cell(mark.words, mark.source, mark.note) if mark else Cell(words("values.none"))


CSV_COLUMNS = (
    "figure", "label", "date", "value", "value_max", "unit", "qualifier", "period_kind", "period_start",
    "period_end", "disputed", "source", "note",
)  # fmt: skip


def csv_of(figures: Iterable[Figure], words: Words) -> bytes:
    """Return the figures as tidy CSV, one value a line, numbers plain; an empty value is a gap."""
    lines = []
    for figure in figures:
        period = figure.period
        span = (period.kind, period.start, period.end) if period else ("", "", "")
        for mark in series_of(figure, words).marks:
            high = mark.high if mark.is_range else None
            low, high = (None, mark.low) if figure.value is None and not figure.series else (mark.low, high)
            line = (figure.id, figure.label, mark.date, low, high, figure.unit, mark.qualifier, *span)
            lines.append((*line, "true" if mark.disputed else "false", mark.source, mark.note))
    return csv_bytes(CSV_COLUMNS, lines)
