"""Which charts a record asks for."""

from collections.abc import Iterator
from typing import NamedTuple

from explainer.charts.series import runs, series_of
from explainer.library.library import Library
from explainer.records.model import Figure, Issue
from explainer.records.parts import Chart
from explainer.words import Words


class Asked(NamedTuple):
    """A chart with the figures in it that are shown, and its name among the site's charts."""

    chart: Chart
    figures: tuple[Figure, ...]
    name: str
    """As in `issues/<id>-1`."""


def by_issue(issue: Issue, library: Library) -> Iterator[Asked]:
    """Yield the charts of an issue in the writer's order; figures that are not shown are left out."""
    for place, chart in enumerate(issue.charts, start=1):
        figures = tuple(library.figures[figure] for figure in chart.figures if figure in library.figures)
        if figures:
            yield Asked(chart, figures, f"issues/{issue.id}-{place}")


def by_figure(figure: Figure, words: Words) -> Asked | None:
    """Return the chart of a figure's own series: a line, or dots where its dates are scattered."""
    if len(figure.series) < 2:
        return None
    joined = any(len(run) > 1 for run in runs(series_of(figure, words)))
    chart = Chart(title=figure.label, figures=(figure.id,), form="line" if joined else "dots")
    return Asked(chart, (figure,), f"figures/{figure.id}")
