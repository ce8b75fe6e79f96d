"""Events as rules through a plot over time, each with the number under which the foot names it."""

from collections.abc import Sequence

from explainer.charts.axes import Frame
from explainer.charts.foot import badge
from explainer.charts.scales import Scale, years
from explainer.charts.svg import Looks, element
from explainer.records.model import Event

ROW = 18
"""What a row of numbers needs above the plot."""


def within(events: Sequence[Event], dates: Sequence[str]) -> list[Event]:
    """Return the events within the years of a chart's dates, in order of time."""
    span = [date[:4] for date in dates if date]
    fits = (event for event in events if span and min(span) <= event.date[:4] <= max(span))
    return sorted(fits, key=lambda event: event.date)


def places(events: Sequence[Event], dates: Sequence[str], x: Scale) -> list[tuple[float, int]]:
    """Return where each event stands across, and the row of its number; near ones step down.

    Where every value is a year's, an event stands at its year.
    """
    yearly = all(len(date) == len("2012") for date in dates)
    found: list[tuple[float, int]] = []
    for event in events:
        at = x(years(event.date[:4] if yearly else event.date))
        found.append((at, sum(abs(at - other) < ROW for other, _ in found)))
    return found


def room(placed: Sequence[tuple[float, int]]) -> int:
    """Return what the numbers need above the plot."""
    return ROW * max((row + 1 for _, row in placed), default=0)


def rules(placed: Sequence[tuple[float, int]], frame: Frame, *, top: float, foot: float) -> str:
    """Return a rule from each number, the first row of which stands at `top`, down to the axis."""
    parts = []
    for number, (at, row) in enumerate(placed, start=1):
        middle = top + 9 + row * ROW
        looks: Looks = {"class_": "chart-moment", "stroke": "currentColor", "stroke_dasharray": "2 3"}
        parts.append(element("line", x1=at, x2=at, y1=middle + 8, y2=foot, **looks))
        parts.append(badge(number, at, middle, frame))
    return "".join(parts)
