"""A chart as it is asked for -> its drawing, with the same in a table, as CSV and in words."""

from collections.abc import Sequence

from markupsafe import Markup

from explainer.charts import Drawing, sources_drawn
from explainer.charts.asked import Asked
from explainer.charts.axes import Frame, frames
from explainer.charts.foot import NOTHING, Beside, foot
from explainer.charts.forms import over_time, plot
from explainer.charts.moments import within
from explainer.charts.series import Series, series_of
from explainer.charts.svg import element
from explainer.charts.telling import alt_text, csv_of, table
from explainer.library.library import Library
from explainer.records.comparable import refusal
from explainer.records.model import Event, Figure
from explainer.records.parts import Chart
from explainer.words import Words


def drawing(asked: Asked, library: Library) -> Drawing:
    """Return the drawing of what an issue or a figure asks for."""
    chart, figures, name = asked
    beside = Beside(_events(chart, figures, library), sources_drawn(figures, library))
    id = name.replace("issues/", "issue-").replace("figures/", "figure-")
    return draw(chart, figures, library.words, id=id, csv_path=f"data/charts/{name}.csv", beside=beside)


def _events(chart: Chart, figures: Sequence[Figure], library: Library) -> list[Event]:
    named = [library.events[event] for event in chart.events if event in library.events]
    return within(named, [point.date for figure in figures for point in figure.series])


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
