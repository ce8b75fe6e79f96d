"""Lines and dots over time."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from explainer.charts import moments
from explainer.charts.axes import (
    DASHES,
    MARKERS,
    Frame,
    arrow,
    group,
    marker,
    numbers_room,
    series_class,
    time_axis,
    value_axis,
)
from explainer.charts.labels import Label, clear
from explainer.charts.scales import Scale, value_scale, years
from explainer.charts.series import Mark, Series, gaps, notable, runs
from explainer.charts.svg import Looks, element, text, title, wrap
from explainer.records.model import Event
from explainer.records.wording import amount

FOOT = 30
LINE = 17
"""From one line of text to the next."""


def time_plot(
    all_series: Sequence[Series], frame: Frame, events: Sequence[Event] = (), *, joined: bool
) -> tuple[str, int]:
    """Return the drawing's content and its height; `joined` draws lines, else dots alone."""
    if len(all_series) > 1 and not frame.narrow:
        frame = frame._replace(right=160)
    key, room = _key(all_series, frame)
    values = [end for series in all_series for end in series.ends]
    dates = [mark.date for series in all_series for mark in series.marks if mark.date]
    ends = [years(date) for date in dates]
    _, levels = value_scale(values, frame.height - FOOT, 48 + room)
    frame = frame._replace(axis=max(frame.axis, numbers_room(frame, levels)))
    x = Scale(min(ends), max(ends), frame.axis * (1 if joined else 2), frame.width - frame.right - 14)
    placed = moments.places(events, dates, x)
    above = moments.room(placed)
    y, levels = value_scale(values, frame.height + above - FOOT, 48 + room + above)
    frame = frame._replace(height=frame.height + above)
    top, unit = room + (24 if key else 0), all_series[0].unit
    is_free = placed or not joined or _unit_stands_free(all_series, levels[-1], x, y, frame)
    parts = [
        moments.rules(placed, frame, top=top, foot=y(0)),
        value_axis(frame, levels, y, unit, head=None if is_free else top + 14),
        time_axis(frame, dates, x),
        key,
    ]
    for place, series in enumerate(all_series):
        parts.append(_series(series, place, x, y, joined=joined))
        if joined:
            parts += _missing(series, x, y, frame)
    return "".join([*parts, *_labels(all_series, x, y, frame, every=not joined)]), frame.height


def _unit_stands_free(all_series: Sequence[Series], level: Decimal, x: Scale, y: Scale, frame: Frame) -> bool:
    """Say whether no line goes through the topmost number at the left, which carries the unit."""
    words = amount(level, all_series[0].unit, frame.words)
    label = Label(words, 0, y(level) - 5, "start", "", frame.small)
    points = (
        [(x(years(mark.date or "")), y(mark.low or 0)) for mark in run]
        for series in all_series
        for run in runs(series)
    )
    return not any(label.is_crossed(line) for line in points)


def _series(series: Series, place: int, x: Scale, y: Scale, *, joined: bool) -> str:
    lines = [_line(run, x, y, DASHES[place % 4]) for run in runs(series)] if joined else []
    size = 0.7 if len(series.drawn) > (x.end - x.start) / 18 else 1
    marks = (_mark(mark, x, y, MARKERS[place % 4], size) for mark in series.drawn)
    return group(place, *lines, *marks, label=series.label)


def _key(all_series: Sequence[Series], frame: Frame) -> tuple[str, int]:
    """Return the names above a narrow plot, each with its own mark, and the room they take."""
    if len(all_series) < 2 or not frame.narrow:
        return "", 0
    parts, line = [], 0
    for place, series in enumerate(all_series):
        parts.append(group(place, marker(MARKERS[place % 4], 6, line + 9)))
        last = f": {series.drawn[-1].near()}" if series.drawn else ""
        for words in wrap(series.label + last, frame.letters(frame.width - 18)):
            line += LINE
            class_ = f"chart-label {series_class(place)}"
            parts.append(text(words, 18, line - 3, class_=class_, size=frame.font))
        line += 4
    return "".join(parts), line - 20


def _line(run: list[Mark], x: Scale, y: Scale, dash: str | None) -> str:
    sure, unsure = "", ""
    for one, two in pairwise(run):
        piece = f"M{_at(one, x, y)}L{_at(two, x, y)}"
        if one.uncertain or two.uncertain:
            unsure += piece
        else:
            sure += piece if not sure.endswith(_at(one, x, y)) else f"L{_at(two, x, y)}"
    looks: Looks = {
        "fill": "none",
        "stroke_width": 2.5,
        "stroke_linejoin": "round",
        "stroke_linecap": "round",
    }
    line = element("path", d=sure, class_="chart-line", stroke_dasharray=dash, **looks) if sure else ""
    if unsure:
        class_ = "chart-line chart-uncertain"
        line += element(
            "path", d=unsure, class_=class_, stroke_dasharray="1 6", stroke_opacity="0.8", **looks
        )
    return line


def _mark(mark: Mark, x: Scale, y: Scale, shape: str, size: float) -> str:
    across, low, high = x(years(mark.date or "")), y(mark.low or 0), y(mark.high or 0)
    if mark.is_range:
        class_, fill = ("chart-range chart-hollow", "none") if mark.disputed else ("chart-range", None)
        place: Looks = {"x": across - 4, "y": high - 4, "width": 8, "height": low - high + 8, "rx": 4}
        return element("rect", title(mark.at()), **place, class_=class_, fill=fill)
    drawn = marker(shape, across, low, hollow=mark.uncertain, tooltip=title(mark.at()), size=size)
    if mark.lower:
        return drawn + arrow(across, low - 7, dy=-18)
    return drawn + arrow(across, low + 7, dy=18) if mark.upper else drawn


def _missing(series: Series, x: Scale, y: Scale, frame: Frame) -> list[str]:
    found = []
    for one, two in gaps(series):
        left, right = x(years(one.date or "")), x(years(two.date or ""))
        if right - left >= (34 if frame.narrow else 46):
            looks: Looks = {"class_": "chart-gap", "anchor": "middle", "size": frame.small - 1}
            found += [
                text(words, (left + right) / 2, y(y.low) - 22 + 14 * line, **looks)
                for line, words in enumerate(frame.words("charts.gap").split())
            ]
    return found


def _labels(all_series: Sequence[Series], x: Scale, y: Scale, frame: Frame, *, every: bool) -> list[str]:
    """Return the values at the marks, of lines the last, the peak and the first.

    Of several lines the last is told with the names: at the ends where the drawing is wide, else above.
    """
    known = [(place, series) for place, series in enumerate(all_series) if series.drawn]
    several = len(all_series) > 1
    found = []
    for place, series in known:
        style = f"chart-label chart-value {series_class(place)}"
        marks = (
            series.drawn
            if every
            else [m for m in notable(series.drawn) if not several or m != series.drawn[-1]]
        )
        found += [
            _value(m, x, y, frame, style, below=not every and _hangs(m, series, all_series)) for m in marks
        ]
    parts = _names(known, y, frame) if several and not frame.narrow else []
    right = frame.width - (frame.right if parts else 0)
    return parts + [label.drawn() for label in clear(found, width=right, height=y(0) + LINE)]


def _hangs(mark: Mark, series: Series, all_series: Sequence[Series]) -> bool:
    """Tell whether a value stands below its mark: out of the way of a line that comes down or goes up."""
    if len(all_series) > 1:
        others = [
            o.high or 0
            for each in all_series
            if each is not series
            for o in each.drawn
            if o.date == mark.date
        ]
        return any(other > (mark.high or 0) for other in others)
    marks = series.drawn
    place = marks.index(mark)
    if place == len(marks) - 1:
        return len(marks) > 1 and (marks[-2].high or 0) > (mark.high or 0)
    return place == 0 and (marks[1].high or 0) > (mark.high or 0)


def _names(known: Sequence[tuple[int, Series]], y: Scale, frame: Frame) -> list[str]:
    """Write name and last value at each line's end, one block below the other, all within the drawing."""
    blocks: list[tuple[float, list[tuple[str, str]]]] = []
    free, across = 0.0, frame.width - frame.right + 8
    for place, series in sorted(known, key=lambda item: y(item[1].drawn[-1].high or 0)):
        style, last = f"chart-label {series_class(place)}", series.drawn[-1]
        lines = [(words, style) for words in wrap(series.label, frame.letters(frame.right - 8))]
        lines += [
            (words, f"{style} chart-value") for words in wrap(last.near(), frame.letters(frame.right - 20))
        ]
        top = max(y(last.high or 0), free)
        free = top + LINE * len(lines) + 8
        blocks.append((top, lines))
    lift = max(free - LINE - frame.height + FOOT, 0)
    return [
        text(words, across, max(top - lift, 14) + LINE * number, class_=style, size=frame.font)
        for top, lines in blocks
        for number, (words, style) in enumerate(lines)
    ]


def _value(mark: Mark, x: Scale, y: Scale, frame: Frame, style: str, *, below: bool) -> Label:
    across = x(years(mark.date or ""))
    half = len(mark.short) * frame.font * 0.3
    anchor = "end" if across + half > frame.width else "start" if across - half < frame.axis else "middle"
    lift = {"start": -4, "middle": 0, "end": 6}[anchor]
    top = y(mark.high or 0)
    fits_below = below and top + 24 <= y.start
    up = top + 24 if fits_below else top - (32 if mark.lower else 13)
    return Label(mark.short, across + lift, up, anchor, style, frame.font)


def _at(mark: Mark, x: Scale, y: Scale) -> str:
    return f"{x(years(mark.date or '')):.1f} {y(mark.low or 0):.1f}"
