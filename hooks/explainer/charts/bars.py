"""Pieces of bars, and columns over time. Every bar starts at zero."""

from collections.abc import Sequence

from explainer.charts.axes import Frame, arrow, group, series_class, value_axis
from explainer.charts.scales import Scale, value_scale
from explainer.charts.series import Mark, Series
from explainer.charts.svg import Looks, element, text, title, wrap
from explainer.records.wording import date_words

FADE = (0.55, 0.3, 0.12)
"""Opacity of the pieces in which an open-ended bar runs out."""


def bar(x: float, y: float, width: float, height: float, *, hollow: bool, tooltip: str) -> str:
    """Return a bar; a hollow one is disputed or only an upper bound."""
    place: Looks = {"x": x, "y": y, "width": max(width, 1), "height": max(height, 1)}
    if hollow:
        looks: Looks = {"fill": "none", "stroke_width": 2, "stroke_dasharray": "4 3"}
        return element("rect", title(tooltip), **place, class_="chart-bar chart-hollow", **looks)
    return element("rect", title(tooltip), **place, class_="chart-bar", stroke="none")


def fade(x: float, y: float, width: float, height: float, opacity: float) -> str:
    """Return one piece of an open end."""
    place: Looks = {"x": x, "y": y, "width": width, "height": height}
    return element("rect", **place, class_="chart-fade", stroke="none", fill_opacity=str(opacity))


def columns(all_series: Sequence[Series], frame: Frame) -> tuple[str, int]:
    """Return one panel of columns per series, all on one scale, and the drawing's height."""
    values = [end for series in all_series for end in series.ends]
    panel = frame.height if len(all_series) == 1 else 200
    parts, top = [], 0
    for place, series in enumerate(all_series):
        names = wrap(series.label, frame.letters(frame.width)) if len(all_series) > 1 else []
        for words in names:
            top += 17
            class_ = f"chart-label {series_class(place)}"
            parts.append(text(words, 0, top - 3, class_=class_, size=frame.font))
        y, levels = value_scale(values, top + panel - 30, top + 48, count=3)
        parts.append(_panel(series, place, frame, y))
        parts.append(value_axis(frame, levels, y, series.unit))
        top += panel + 12
    return "".join(parts), top


def _panel(series: Series, place: int, frame: Frame, y: Scale) -> str:
    left = frame.axis + 10
    slot = (frame.width - left) / len(series.marks)
    width = min(slot * 0.74, 64)
    centres = [left + slot * (number + 0.5) for number in range(len(series.marks))]
    pairs = list(zip(series.marks, centres, strict=True))
    columns = [_column(mark, x - width / 2, width, y) for mark, x in pairs if not mark.empty]
    style = f"chart-value {series_class(place)}"
    parts = [group(place, *columns), *_dates(pairs, slot, y(0) + 19, frame)]
    if slot > max(len(mark.short) for mark in series.marks) * frame.font * 0.66:
        labels = [
            _value(mark, x, y(mark.high or 0), "middle", style, frame) for mark, x in pairs if not mark.empty
        ]
    else:
        labels = [_last(pairs, width / 2, y, style, frame)]
    looks: Looks = {"class_": "chart-gap", "anchor": "middle", "size": frame.font}
    dashes = [text("–", x, y(0) - 6, **looks) for mark, x in pairs if mark.empty]
    return "".join([*parts, *dashes, *labels])


def _last(pairs: list[tuple[Mark, float]], half: float, y: Scale, style: str, frame: Frame) -> str:
    """Write the last value over the columns it would else run into."""
    mark, x = next((pair for pair in reversed(pairs) if not pair[0].empty), pairs[-1])
    beneath = x + half - len(mark.short) * frame.font * 0.66
    highest = min(y(near.high or 0) for near, across in pairs if across + half > beneath)
    return _value(mark, x + half, highest, "end", style, frame)


def _value(mark: Mark, x: float, y: float, anchor: str, style: str, frame: Frame) -> str:
    lift = 32 if mark.lower else 6
    return text(mark.short, x, y - lift, class_=style, anchor=anchor, size=frame.font)


def _dates(pairs: list[tuple[Mark, float]], slot: float, y: float, frame: Frame) -> list[str]:
    every = max(1, -(-40 // int(max(slot, 1))))
    looks: Looks = {"class_": "chart-tick", "anchor": "middle", "size": frame.small}
    shown = [pair for number, pair in enumerate(reversed(pairs)) if number % every == 0]
    dates = [(mark.date or "", x) for mark, x in shown]
    return [text(date_words(date) if slot > 90 else date, x, y, **looks) for date, x in dates]


def _column(mark: Mark, x: float, width: float, y: Scale) -> str:
    low, high = y(mark.low or 0), y(mark.high or 0)
    start = low if mark.is_range else y(0)
    hollow = mark.disputed or mark.upper
    drawn = bar(x, min(start, high), width, abs(start - high), hollow=hollow, tooltip=mark.at())
    if mark.lower:
        pieces = (fade(x, high - 5 * (step + 1), width, 5, opacity) for step, opacity in enumerate(FADE))
        return drawn + "".join(pieces) + arrow(x + width / 2, high - 6, dy=-18)
    return drawn + arrow(x + width / 2, high + 3, dy=min(16, abs(start - high))) if mark.upper else drawn
