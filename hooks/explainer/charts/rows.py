"""Single values side by side: one row each, its name above, its value at the end."""

from collections.abc import Sequence
from decimal import Decimal

from explainer.charts.axes import MARKERS, Frame, arrow, group, marker, series_class
from explainer.charts.bars import FADE, bar, fade
from explainer.charts.scales import Scale
from explainer.charts.series import Mark, Series
from explainer.charts.svg import Looks, element, text, title, wrap

THICK = 20
OPEN = 24
"""How far the arrow of an open end reaches."""
VALUE = f"chart-value {series_class(0)}"


def rows(all_series: Sequence[Series], frame: Frame, *, dots: bool) -> tuple[str, int]:
    """Return bars, or dots, from zero, and the drawing's height."""
    items = [(series, mark) for series in all_series for mark in series.marks]
    ends = [Decimal(0), *(end for series in all_series for end in series.ends)]
    longest = max(len(mark.glance) for _, mark in items) * frame.font * 0.64 + OPEN + 12
    beside = longest < frame.width * 0.5
    x = Scale(float(min(ends)), float(max(ends)), 1, frame.width - (longest if beside else OPEN + 12))
    parts, top = [], 0
    for series, mark in items:
        for words in wrap(_name(series, mark), frame.letters(frame.width)):
            top += 18
            parts.append(text(words, 0, top - 3, class_="chart-label", size=frame.font))
        if not beside:
            top += 18
            parts.append(text(mark.glance, 0, top - 3, class_=VALUE, size=frame.font))
        parts.append(_row(mark, x, top + 5, frame, dots=dots, beside=beside))
        top += 42
    return "".join(parts), top


def _name(series: Series, mark: Mark) -> str:
    return series.label if mark.day in series.label else f"{series.label}, {mark.day}"


def _row(mark: Mark, x: Scale, top: float, frame: Frame, *, dots: bool, beside: bool) -> str:
    middle, zero = top + THICK / 2, x(0)
    ends: Looks = {"x1": zero, "x2": zero, "y1": top - 4, "y2": top + THICK + 4}
    axis = element("line", **ends, class_="chart-axis", stroke="currentColor")
    if mark.empty:
        return axis + text(mark.glance, zero + 8, middle + 5, class_="chart-gap", size=frame.font)
    after = max(x(mark.high or 0), zero) + (OPEN + 12 if mark.lower else 12)
    drawn = _dot(mark, x, middle) if dots and not mark.is_range else _bar(mark, x, top)
    value = text(mark.glance, after, middle + 5, class_=VALUE, size=frame.font) if beside else ""
    return axis + group(0, drawn) + value


def _dot(mark: Mark, x: Scale, middle: float) -> str:
    at = x(mark.low or 0)
    stem = element("line", x1=x(0), x2=at, y1=middle, y2=middle, class_="chart-stem", stroke_opacity="0.35")
    drawn = stem + marker(MARKERS[0], at, middle, hollow=mark.uncertain, tooltip=title(mark.at()))
    return drawn + _open(mark, at, x(0), middle, clear=7)


def _bar(mark: Mark, x: Scale, top: float) -> str:
    low, high = x(mark.low or 0), x(mark.high or 0)
    start = low if mark.is_range else x(0)
    hollow = mark.disputed or mark.upper
    drawn = bar(min(start, high), top, abs(high - start), THICK, hollow=hollow, tooltip=mark.at())
    if mark.lower:
        drawn += "".join(fade(high + 6 * step, top, 6, THICK, opacity) for step, opacity in enumerate(FADE))
    return drawn + _open(mark, high, start, top + THICK / 2, clear=4)


def _open(mark: Mark, at: float, zero: float, middle: float, *, clear: float) -> str:
    if mark.lower:
        return arrow(at + clear, middle, dx=OPEN - clear)
    reach = min(OPEN, at - zero) - clear
    return arrow(at - clear, middle, dx=-reach) if mark.upper and reach > 6 else ""
