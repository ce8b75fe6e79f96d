"""Pieces of bars, and columns over time. Every bar starts at zero."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from explainer.charts import moments
from explainer.charts.axes import Frame, arrow, group, series_class, value_axis
from explainer.charts.labels import Label, clear
from explainer.charts.scales import Scale, value_scale, years
from explainer.charts.series import Mark, Series, notable
from explainer.charts.svg import Looks, element, text, title, wrap
from explainer.records.model import Event

FADE = (0.55, 0.3, 0.12)
"""Opacity of the pieces in which an open-ended bar runs out."""

_FOOT = 30
"""Room for the dates below a panel."""
_LINE = 17
"""From one line of text to the next."""


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


def columns(all_series: Sequence[Series], frame: Frame, events: Sequence[Event] = ()) -> tuple[str, int]:
    """Return one panel of columns per series, all on the same scales, and the drawing's height.

    A column stands by its date, so that missing years are gaps, and one year is one place in every panel.
    """
    values = [end for series in all_series for end in series.ends]
    slots = _slots(all_series, frame)
    panel = frame.height if len(all_series) == 1 else 200
    foot = _FOOT + (_LINE if min(values) < 0 else 0)
    dates = [mark.date or "" for series in all_series for mark in series.marks]
    placed = moments.places(events, dates, slots.x)
    above = moments.room(placed)
    parts, top = [], 0
    for place, series in enumerate(all_series):
        names = wrap(series.label, frame.letters(frame.width)) if len(all_series) > 1 else []
        for words in names:
            top += _LINE
            class_ = f"chart-label {series_class(place)}"
            parts.append(text(words, 0, top - 3, class_=class_, size=frame.font))
        first, top = top, top + above
        y, levels = value_scale(values, top + panel - foot, top + 48, count=3)
        parts.append(moments.rules(placed, frame, top=first, foot=y(0)))
        parts.append(_panel(series, place, frame, slots, y, top + panel - 11))
        parts.append(value_axis(frame, levels, y, series.unit, head=first + 14))
        top += panel + 12
    return "".join(parts), top


class _Slots(NamedTuple):
    """Where dates stand, and the room that each column has."""

    x: Scale
    room: float


def _slots(all_series: Sequence[Series], frame: Frame) -> _Slots:
    """Return the places of all dates; the nearest two of a series say how wide a column may be."""
    dates = [[years(mark.date or "0001") for mark in series.marks] for series in all_series]
    low, high = min(map(min, dates)), max(map(max, dates))
    nearest = min((two - one for one, two in _neighbors(dates) if two > one), default=1.0)
    left = frame.axis + 10
    room = (frame.width - left) / ((high - low) / nearest + 1)
    return _Slots(Scale(low, high, left + room / 2, frame.width - room / 2), room)


def _neighbors(dates: Sequence[Sequence[float]]) -> Iterator[tuple[float, float]]:
    for of_one in dates:
        yield from pairwise(of_one)


def _panel(series: Series, place: int, frame: Frame, slots: _Slots, y: Scale, foot: float) -> str:
    width = max(min(slots.room * 0.74, 64), 2)
    pairs = [(mark, slots.x(years(mark.date or "0001"))) for mark in series.marks]
    known = [(mark, x) for mark, x in pairs if not mark.empty]
    style = f"chart-value {series_class(place)}"
    bars = (_column(mark, x - width / 2, width, y) for mark, x in known)
    parts = [group(place, *bars, label=series.label)]
    parts += _dates(pairs, foot, frame)
    if slots.room > max(len(mark.short) for mark in series.marks) * frame.font * 0.66:
        labels = [_value(mark, x, y(_far(mark)), "middle", style, frame) for mark, x in known]
    else:
        labels = _notable(known, width / 2, y, style, frame)
    looks: Looks = {"class_": "chart-gap", "anchor": "middle", "size": frame.font}
    dashes = [text("–", x, y(0) - 6, **looks) for mark, x in pairs if mark.empty]
    return "".join([*parts, *dashes, *labels])


def _far(mark: Mark) -> Decimal:
    """Return the end of a column that is away from zero."""
    low, high = mark.low or Decimal(0), mark.high or Decimal(0)
    return low if high <= 0 and low < 0 else high


def _notable(known: list[tuple[Mark, float]], half: float, y: Scale, style: str, frame: Frame) -> list[str]:
    """Write the last value, the peak and the first, each clear of the columns it would else run into."""
    found = []
    for chosen in notable([mark for mark, _ in known]):
        x = next(x for mark, x in known if mark is chosen)
        room = len(chosen.short) * frame.font * 0.66
        anchor = "end" if x + room / 2 > frame.width else "start" if x - room / 2 < 0 else "middle"
        at = {"end": x + half, "middle": x, "start": x - half}[anchor]
        left = at - {"end": room, "middle": room / 2, "start": 0.0}[anchor]
        crossed = [
            y(_far(near)) for near, across in known if across + half > left and across - half < left + room
        ]
        clear_of = max(crossed) if _far(chosen) < 0 else min(crossed)
        up = -frame.font if _far(chosen) < 0 else 32 if chosen.lower else 6
        found.append(Label(chosen.short, at, clear_of - up, anchor, style, frame.font))
    return [label.drawn() for label in clear(found, width=frame.width, height=10_000)]


def _value(mark: Mark, x: float, y: float, anchor: str, style: str, frame: Frame) -> str:
    up = -frame.font if _far(mark) < 0 else 32 if mark.lower else 6
    return text(mark.short, x, y - up, class_=style, anchor=anchor, size=frame.font)


def _dates(pairs: list[tuple[Mark, float]], foot: float, frame: Frame) -> list[str]:
    """Write the dates at the foot of the panel, the last one first, as many as have room."""
    places = [x for _, x in pairs]
    wide = min((two - one for one, two in pairwise(places)), default=frame.width) > 90
    looks: Looks = {"class_": "chart-tick", "anchor": "middle", "size": frame.small}
    written: list[str] = []
    free = float(frame.width) * 2
    for mark, x in reversed(pairs):
        words = mark.day if wide else mark.date or ""
        room = max(len(words) * frame.small * 0.62, 40)
        if x + room / 2 <= free:
            written.append(text(words, x, foot, **looks))
            free = x - room / 2
    return written


def _column(mark: Mark, x: float, width: float, y: Scale) -> str:
    low, high = y(mark.low or 0), y(mark.high or 0)
    start = low if mark.is_range else y(0)
    hollow = mark.disputed or mark.upper
    drawn = bar(x, min(start, high), width, abs(start - high), hollow=hollow, tooltip=mark.at())
    if mark.lower:
        pieces = (fade(x, high - 5 * (step + 1), width, 5, opacity) for step, opacity in enumerate(FADE))
        return drawn + "".join(pieces) + arrow(x + width / 2, high - 6, dy=-18)
    return drawn + arrow(x + width / 2, high + 3, dy=min(16, abs(start - high))) if mark.upper else drawn
