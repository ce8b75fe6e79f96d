"""The sizes of each chart, its axes and its marks.

Each chart is drawn twice, for a wide and for a narrow column, so that type keeps its size on a phone;
a container query in `charts.css` shows one of the two. A third size is for social cards.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from explainer.charts.scales import Scale, year_ticks, years
from explainer.charts.svg import Looks, element, text
from explainer.records.wording import SCALES, amount, date_words, number, unit_words
from explainer.words import Words

MARKERS = ("circle", "square", "diamond", "triangle")
DASHES = (None, "9 4", "2 4", "12 4 2 4")
_CORNERS = {
    "square": ((-4, -4), (4, -4), (4, 4), (-4, 4)),
    "diamond": ((0, -6), (6, 0), (0, 6), (-6, 0)),
    "triangle": ((0, -6), (5.5, 4.5), (-5.5, 4.5)),
}


class Frame(NamedTuple):
    """The size of a drawing and its type, in CSS pixels at full size."""

    name: str
    width: int
    height: int
    font: int
    axis: int
    """Room for the numbers at the left."""
    words: Words
    """What is written in it."""
    right: int = 4
    """Room for names at the lines' ends."""

    @property
    def narrow(self) -> bool:
        """Return whether names have no room beside the plot."""
        return self.name != "wide"

    @property
    def small(self) -> int:
        """Return the size of the axes' numbers."""
        return self.font - 1

    def letters(self, room: float, *, size: int = 0) -> int:
        """Return how many letters fit into `room`, by the mean width of a sans serif's letters."""
        return max(int(room / ((size or self.font) * 0.56)), 6)


CARD_WIDTH = 330


def frames(words: Words) -> tuple[Frame, Frame]:
    """Return the wide drawing's frame and the phone's."""
    wide = Frame("wide", 720, 360, font=14, axis=46, words=words)
    return wide, Frame("narrow", 360, 290, font=13, axis=30, words=words)


def card_frame(words: Words) -> Frame:
    """Return the frame of a drawing on a social card."""
    return Frame("card", CARD_WIDTH, 206, font=13, axis=46, words=words)


def group(place: int, *children: str, label: str | None = None) -> str:
    """Return the marks of one series, which take its colour from the group.

    With `label`, `docs/assets/charts.js` reads the values of these marks by their date.
    """
    looks: Looks = {"stroke": "currentColor", "fill": "currentColor", "data_label": label}
    return element("g", *children, class_=series_class(place), **looks)


def series_class(place: int) -> str:
    """Return the class of a series by its place, from 0; the colours repeat after the fourth."""
    return f"chart-s{place % 4 + 1}"


def value_axis(
    frame: Frame, levels: Sequence[Decimal], y: Scale, unit: str, *, head: float | None = None
) -> str:
    """Return gridlines with their numbers above them; the topmost carries the unit.

    With `head`, the baseline of a line above the plot, a unit in words stands there, clear of columns.
    """
    apart = head is not None and unit_words(unit, frame.words) == unit and unit != "percent"
    parts = [text(unit, 0, head, class_="chart-tick", size=frame.small)] if apart and head else []
    for level in levels:
        topmost = amount(level, "" if apart else unit, frame.words)
        words = topmost if level == levels[-1] else _short(level, levels[-1], frame.words)
        kind = "chart-axis" if level == 0 else "chart-grid"
        ends: Looks = {"x1": 0, "x2": frame.width - frame.right, "y1": y(level), "y2": y(level)}
        opacity = None if level == 0 else "0.2"
        parts.append(element("line", **ends, class_=kind, stroke="currentColor", stroke_opacity=opacity))
        parts.append(text(words, 0, y(level) - 5, class_="chart-tick", size=frame.small))
    return "".join(parts)


def numbers_room(frame: Frame, levels: Sequence[Decimal]) -> int:
    """Return how wide the numbers at the left are; the topmost stands above the others' values."""
    widest = max((len(_short(level, levels[-1], frame.words)) for level in levels[:-1]), default=0)
    return round(widest * frame.small * 0.6) + 6


def time_axis(frame: Frame, dates: Sequence[str], x: Scale) -> str:
    """Return the years below the plot; of months or days within three years, the first and the last."""
    first, last = min(dates, key=years), max(dates, key=years)
    low, high = years(first), years(last)
    looks: Looks = {"class_": "chart-tick", "size": frame.small}
    if high - low < 3 and len(first) > 4 and first != last:
        ends = text(date_words(first, frame.words), x(low), frame.height - 8, anchor="start", **looks)
        return ends + text(date_words(last, frame.words), x(high), frame.height - 8, anchor="end", **looks)
    shown = year_ticks(low, high, 6 if frame.narrow else 9)
    return "".join(text(str(year), x(year), frame.height - 8, anchor="middle", **looks) for year in shown)


def marker(
    shape: str, x: float, y: float, *, hollow: bool = False, tooltip: str = "", size: float = 1
) -> str:
    """Return a mark of the series' own shape; a hollow one is disputed or only a bound."""
    class_ = "chart-mark chart-hollow" if hollow else "chart-mark"
    fill = "none" if hollow else None
    if shape == "circle":
        return element("circle", tooltip, cx=x, cy=y, r=4.5 * size, class_=class_, fill=fill, stroke_width=2)
    corners = " ".join(f"{x + right * size:.1f},{y + down * size:.1f}" for right, down in _CORNERS[shape])
    return element("polygon", tooltip, points=corners, class_=class_, fill=fill, stroke_width=2)


def arrow(x: float, y: float, *, dx: float = 0, dy: float = 0) -> str:
    """Return an arrow from a mark into the open: the value lies that way, how far is not known."""
    tip_x, tip_y = x + dx, y + dy
    lines = f"M{x:.1f} {y:.1f}L{tip_x:.1f} {tip_y:.1f}"
    for side in (0.25, -0.25):
        lines += (
            f"M{tip_x - dx * 0.3 + dy * side:.1f} {tip_y - dy * 0.3 + dx * side:.1f}L{tip_x:.1f} {tip_y:.1f}"
        )
    return element("path", d=lines, class_="chart-open", fill="none", stroke_width=2)


def _short(level: Decimal, top: Decimal, words: Words) -> str:
    for factor, _ in SCALES:
        if abs(top) >= factor and number(top, words) != number(top, words, scale=False):
            return number(level / factor, words, scale=False)
    return number(level, words, scale=False)
