"""The chart of a social card: the first of a record's charts that can be read at that size."""

from collections.abc import Iterator
from typing import NamedTuple

from explainer.charts.asked import Asked, by_figure, by_issue
from explainer.charts.axes import card_frame
from explainer.charts.forms import plot
from explainer.charts.series import series_of
from explainer.charts.svg import element
from explainer.library.library import Library
from explainer.records.model import AnyRecord, Figure, Issue

MOST_SERIES = 2
"""A card has two inks, and little room for names."""
TALLEST = 220
"""Columns and rows take a little more or less than their frame."""


class CardChart(NamedTuple):
    """A drawing about as large as its frame, and what it shows."""

    svg: str
    title: str
    subtitle: str
    figures: tuple[Figure, ...]


def card_chart(record: AnyRecord | None, library: Library) -> CardChart | None:
    """Return the chart for a record's card, or None where no chart fits."""
    frame = card_frame(library.words)
    for chart, figures, _ in _asked(record, library):
        all_series = [series_of(figure, library.words) for figure in figures]
        drawn = any(series.drawn for series in all_series)
        if chart.form == "table" or len(figures) > MOST_SERIES or not drawn:
            continue
        content, height = plot(chart.form, all_series, frame)
        if height <= TALLEST:
            svg = element("svg", content, viewBox=f"0 0 {frame.width} {height}")
            return CardChart(svg, chart.title, chart.subtitle or "", figures)
    return None


def _asked(record: AnyRecord | None, library: Library) -> Iterator[Asked]:
    if isinstance(record, Issue):
        yield from by_issue(record, library)
    elif isinstance(record, Figure) and (own := by_figure(record, library.words)):
        yield own
