"""A figure at a glance, the size of a line of type: its course over time, or its part of a hundred.

For eyes alone: the words beside it say the value, the figure's page has chart and table.
"""

from markupsafe import Markup

from explainer.charts.scales import Scale, years
from explainer.charts.series import Mark, Series, runs, series_of
from explainer.charts.svg import Looks, element, text
from explainer.records.model import Figure
from explainer.words import Words

WIDTH, HEIGHT, FOOT = 240, 84, 18
_SIZE = 13
_LEAST = 3
"""Values from which on there is a course to see."""


def spark(figure: Figure, words: Words) -> Markup | None:
    """Return the small drawing of a figure, or None where nothing would be seen in one."""
    series = series_of(figure, words)
    if len(series.drawn) >= _LEAST:
        return _framed(_course(series))
    share = series.drawn[-1].high if series.drawn and figure.unit == "percent" else None
    return (
        _framed(_part(float(share), words("numbers.percent", number=100)))
        if share is not None and 0 <= share <= 100
        else None
    )


def _framed(content: str) -> Markup:
    box = f"0 0 {WIDTH} {HEIGHT}"
    return Markup(
        element(
            "svg",
            content,
            class_="spark",
            viewBox=box,
            aria_hidden="true",
            xmlns="http://www.w3.org/2000/svg",
        )
    )


def _course(series: Series) -> str:
    marks = series.drawn
    ends = [years(mark.date or "") for mark in marks]
    x = Scale(ends[0], ends[-1], 5, WIDTH - 6)
    low, high = min(0.0, *map(float, series.ends)), max(0.0, *map(float, series.ends))
    y = Scale(low, high, HEIGHT - FOOT - 3, 8)

    def at(mark: Mark) -> tuple[float, float]:
        return x(years(mark.date or "")), y(mark.high or 0)

    lines = [
        element(
            "path",
            d="M" + "L".join(f"{across:.1f} {up:.1f}" for across, up in map(at, run)),
            class_="spark-line",
        )
        for run in runs(series)
        if len(run) > 1
    ]
    alone = [mark for mark in marks if not any(mark in run and len(run) > 1 for run in runs(series))]
    across, up = at(marks[-1])
    dots = [element("circle", cx=at(mark)[0], cy=at(mark)[1], r=3, class_="spark-dot") for mark in alone]
    last = element(
        "circle",
        cx=across,
        cy=up,
        r=4.5,
        class_="spark-dot spark-open" if marks[-1].uncertain else "spark-dot",
    )
    axis = element("line", x1=0, x2=WIDTH, y1=y(0), y2=y(0), class_="spark-axis")
    return axis + "".join([*lines, *dots, last]) + _dates(marks)


def _dates(marks: list[Mark]) -> str:
    looks: Looks = {"class_": "spark-date", "size": _SIZE}
    first, last = ((mark.date or "")[:4] for mark in (marks[0], marks[-1]))
    return text(first, 0, HEIGHT - 3, **looks) + text(last, WIDTH, HEIGHT - 3, anchor="end", **looks)


def _part(share: float, whole_words: str) -> str:
    top, thick = HEIGHT - FOOT - 22, 16
    whole = element("rect", x=0.5, y=top, width=WIDTH - 1, height=thick, class_="spark-whole")
    part = element(
        "rect", x=0.5, y=top, width=max(share / 100 * (WIDTH - 1), 1), height=thick, class_="spark-part"
    )
    looks: Looks = {"class_": "spark-date", "size": _SIZE}
    return (
        whole
        + part
        + text("0", 0, HEIGHT - 3, **looks)
        + text(whole_words, WIDTH, HEIGHT - 3, anchor="end", **looks)
    )
