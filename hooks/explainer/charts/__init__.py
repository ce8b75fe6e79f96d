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
from explainer.charts.axes import Frame, frames
from explainer.charts.foot import NOTHING, Beside, foot
from explainer.charts.forms import over_time, plot
from explainer.charts.moments import within
from explainer.charts.series import Series, series_of
from explainer.charts.svg import element
from explainer.charts.telling import Cell, alt_text, csv_of, table
from explainer.library.index import sources_of
from explainer.library.library import Library
from explainer.library.titles import source_name
from explainer.records.comparable import refusal
from explainer.records.model import Event, Figure, Issue
from explainer.records.parts import Chart
from explainer.words import Words

__all__ = ["Cell", "Drawing", "draw", "figure_chart", "issue_charts", "refusal", "sources_drawn"]


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
    chart, figures, name = asked
    beside = Beside(_events(chart, figures, library), sources_drawn(figures, library))
    id = name.replace("issues/", "issue-").replace("figures/", "figure-")
    return draw(chart, figures, library.words, id=id, csv_path=f"data/charts/{name}.csv", beside=beside)


def _events(chart: Chart, figures: Sequence[Figure], library: Library) -> list[Event]:
    named = [library.events[event] for event in chart.events if event in library.events]
    return within(named, [point.date for figure in figures for point in figure.series])


def sources_drawn(figures: Sequence[Figure], library: Library) -> list[str]:
    """Return the names of those whose numbers are drawn, the one that stands behind most of them first."""
    drawn = (mark.source for figure in figures for mark in series_of(figure, library.words).drawn)
    used = Counter(source for source in drawn if source)
    ids = [source for source, _ in used.most_common()] or [
        s for figure in figures for s in sources_of(figure)
    ]
    return list(dict.fromkeys(source_name(library.sources[source]) for source in ids))


def draw(
    chart: Chart,
    figures: Sequence[Figure],
    words: Words,
    *,
    id: str,
    csv_path: str,
    beside: Beside = NOTHING,
) -> Drawing:
    """Return the chart of these figures; `id` is unique on the site.

    A table may set side by side what no drawing may. Raises ValueError for figures that do not compare: the
    rules report it to the writer before.
    """
    reason = refusal(figures, form=chart.form) if chart.form != "table" else None
    if reason:
        raise ValueError(f"{chart.title}: {reason}")
    all_series = [series_of(figure, words) for figure in figures]
    alt = alt_text(chart.title, all_series, words)
    heads, body = table(all_series, words)
    drawable = chart.form != "table" and any(series.drawn for series in all_series)
    sizes = frames(words) if drawable else ()
    svg = "".join(_svg(chart, all_series, frame, beside, id, alt) for frame in sizes)
    return Drawing(
        id=id, title=chart.title, subtitle=chart.subtitle, note=chart.note, svg=Markup(svg), alt=alt,
        columns=heads, rows=tuple(body), csv_path=csv_path, csv=csv_of(figures, words),
        figures=tuple(figures), over_time=drawable and over_time(all_series),
    )  # fmt: skip


def _svg(chart: Chart, all_series: Sequence[Series], frame: Frame, beside: Beside, id: str, alt: str) -> str:
    content, height = plot(chart.form, all_series, frame, beside.events)
    below, more = foot(beside, frame, height)
    name = f"chart-{id}-{frame.name}"
    return element(
        "svg",
        element("title", _escaped(chart.title), id=f"{name}-title"),
        element("desc", _escaped(alt), id=f"{name}-desc"),
        content,
        below,
        class_=f"chart chart-{frame.name}", viewBox=f"0 0 {frame.width} {height + more}", role="img",
        aria_labelledby=f"{name}-title {name}-desc", xmlns="http://www.w3.org/2000/svg",
    )  # fmt: skip


def _escaped(words: str) -> str:
    return str(Markup.escape(words))
