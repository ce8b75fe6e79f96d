"""Draw figures as SVG when the site is built, with the same data as a table, as CSV and in words.

    for drawing in issue_charts(issue, library): …     the charts an issue asks for
    drawing = figure_chart(figure, library)            a figure's own series, or None

A `Drawing` holds finished markup for a page: `svg` has a wide and a narrow version, of which
`docs/assets/charts.css` shows the one that fits its container (class `chart-box`). `csv_path` is relative
to the site's root; `data.files` writes it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from explainer.charts.asked import Asked, by_figure, by_issue
from explainer.charts.series import series_of
from explainer.charts.telling import Cell
from explainer.library.index import sources_of
from explainer.library.library import Library
from explainer.library.titles import source_name
from explainer.records.model import Figure, Issue

__all__ = ["Cell", "Drawing", "figure_chart", "issue_charts", "sources_drawn"]


class Drawing(NamedTuple):
    """A chart and everything that says the same without it."""

    id: str
    title: str
    subtitle: str | None
    note: str | None
    svg: Markup
    """Both versions; empty for the form `table` and where no value is known."""
    alt: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    csv_path: str
    csv: bytes
    figures: tuple[Figure, ...]
    over_time: bool
    """Whether it can be read date by date."""

    @property
    def place(self) -> str:
        """Return the id of its element on a page."""
        return f"chart-{self.id}"


def issue_charts(issue: Issue, library: Library) -> Iterator[Drawing]:
    """Yield the charts of an issue in the writer's order; figures that are not shown are left out."""
    return (_drawing(asked, library) for asked in by_issue(issue, library))


def figure_chart(figure: Figure, library: Library) -> Drawing | None:
    """Return the chart of a figure's own series, or None where it has none."""
    asked = by_figure(figure, library.words)
    return _drawing(asked, library) if asked else None


def _drawing(asked: Asked, library: Library) -> Drawing:
    from explainer.charts.drawing import drawing  # what draws is loaded where something is drawn

    return drawing(asked, library)


def sources_drawn(figures: Sequence[Figure], library: Library) -> list[str]:
    """Return the names of those whose numbers are drawn, the one that stands behind most of them first."""
    drawn = (mark.source for figure in figures for mark in series_of(figure, library.words).drawn)
    used = Counter(source for source in drawn if source)
    ids = [source for source, _ in used.most_common()] or [
        s for figure in figures for s in sources_of(figure)
    ]
    return list(dict.fromkeys(source_name(library.sources[source]) for source in ids))
