"""Draw figures as SVG when the site is built, with the same data as a table, as CSV and in words.

    for drawing in issue_charts(issue, library): …     the charts an issue asks for
    drawing = figure_chart(figure, library)            a figure's own series, or None

A `Drawing` holds finished markup for a page: `svg` has a wide and a narrow version, of which
`docs/assets/charts.css` shows the one that fits its container (class `chart-box`). `csv_path` is relative
to the site's root; `data.files` writes it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from markupsafe import Markup

from explainer.charts.axes import NARROW, WIDE, Frame
from explainer.charts.bars import columns
from explainer.charts.foot import NOTHING, Beside, foot
from explainer.charts.moments import within
from explainer.charts.rows import rows
from explainer.charts.series import Series, runs, series_of
from explainer.charts.svg import element
from explainer.charts.telling import Cell, alt_text, csv_of, table
from explainer.charts.timeplot import time_plot
from explainer.library.library import Library, sources_of
from explainer.library.titles import source_name
from explainer.records.comparable import refusal
from explainer.records.model import Event, Figure, Issue
from explainer.records.parts import Chart, Form

__all__ = ["Cell", "Drawing", "draw", "figure_chart", "issue_charts", "refusal"]


@dataclass(frozen=True, slots=True)
class Drawing:
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


def issue_charts(issue: Issue, library: Library) -> Iterator[Drawing]:
    """Yield the charts of an issue in the writer's order; figures that are not shown are left out."""
    for place, chart in enumerate(issue.charts, start=1):
        figures = [library.figures[figure] for figure in chart.figures if figure in library.figures]
        if figures:
            path = f"data/charts/issues/{issue.id}-{place}.csv"
            beside = Beside(_events(chart, figures, library), _sources(figures, library))
            yield draw(chart, figures, id=f"issue-{issue.id}-{place}", csv_path=path, beside=beside)


def figure_chart(figure: Figure, library: Library) -> Drawing | None:
    """Return the chart of a figure's own series: a line, or dots where its dates are scattered."""
    if len(figure.series) < 2:
        return None
    joined = any(len(run) > 1 for run in runs(series_of(figure)))
    chart = Chart(title=figure.label, figures=(figure.id,), form="line" if joined else "dots")
    path = f"data/charts/figures/{figure.id}.csv"
    beside = Beside(sources=_sources([figure], library))
    return draw(chart, [figure], id=f"figure-{figure.id}", csv_path=path, beside=beside)


def _events(chart: Chart, figures: Sequence[Figure], library: Library) -> list[Event]:
    named = [library.events[event] for event in chart.events if event in library.events]
    return within(named, [point.date for figure in figures for point in figure.series])


def _sources(figures: Sequence[Figure], library: Library) -> list[str]:
    """Return the names of those whose numbers are drawn, the one that stands behind most of them first."""
    drawn = (mark.source for figure in figures for mark in series_of(figure).drawn)
    used = Counter(source for source in drawn if source)
    ids = [source for source, _ in used.most_common()] or [
        s for figure in figures for s in sources_of(figure)
    ]
    return list(dict.fromkeys(source_name(library.sources[source]) for source in ids))


def draw(
    chart: Chart, figures: Sequence[Figure], *, id: str, csv_path: str, beside: Beside = NOTHING
) -> Drawing:
    """Return the chart of these figures; `id` is unique on the site.

    A table may set side by side what no drawing may. Raises ValueError for figures that do not compare: the
    rules report it to the writer before.
    """
    reason = refusal(figures, form=chart.form) if chart.form != "table" else None
    if reason:
        raise ValueError(f"{chart.title}: {reason}")
    all_series = [series_of(figure) for figure in figures]
    alt = alt_text(chart.title, all_series)
    heads, body = table(all_series)
    drawable = chart.form != "table" and any(series.drawn for series in all_series)
    frames = (WIDE, NARROW) if drawable else ()
    svg = "".join(_svg(chart, all_series, frame, beside, id, alt) for frame in frames)
    return Drawing(
        id=id, title=chart.title, subtitle=chart.subtitle, note=chart.note, svg=Markup(svg), alt=alt,
        columns=heads, rows=tuple(body), csv_path=csv_path, csv=csv_of(figures), figures=tuple(figures),
        over_time=drawable and _over_time(all_series),
    )  # fmt: skip


def _svg(chart: Chart, all_series: Sequence[Series], frame: Frame, beside: Beside, id: str, alt: str) -> str:
    content, height = _content(chart.form, all_series, frame, beside)
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


def _over_time(all_series: Sequence[Series]) -> bool:
    return any(len(series.marks) > 1 for series in all_series)


def _content(form: Form, all_series: Sequence[Series], frame: Frame, beside: Beside) -> tuple[str, int]:
    over_time = _over_time(all_series)
    match form:
        case "bars":
            return (
                columns(all_series, frame, beside.events)
                if over_time
                else rows(all_series, frame, dots=False)
            )
        case "dots" if not over_time:
            return rows(all_series, frame, dots=True)
        case "dots" | "line":
            return time_plot(all_series, frame, beside.events, joined=form == "line")
        case "table":
            raise ValueError("a table is not drawn")
        case _:
            assert_never(form)


def _escaped(words: str) -> str:
    return str(Markup.escape(words))
