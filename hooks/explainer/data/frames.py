"""How high a frame must be for what it holds, at any width between a phone's and a column's.

A page that frames another cannot ask it for its height without running its scripts, so the heights are told
with the code to copy: one for phones, one for columns. Lines are counted with the widths of the site's own
typeface, and a little more for those that stand in for it.
"""

import re
from typing import Literal, NamedTuple

from markupsafe import Markup

WIDTH = 640
"""The widest that a frame is."""
PHONE = (320, 360, 400, 444)
COLUMN = (480, 520, 560, 604, WIDTH)
"""Widths at which lines are counted. The narrow drawing of a chart is as large as it gets from 444 to 604."""
_SIDES, _ENDS = 22, 20
_CHART_BREAK, _NARROW_MOST = 560, 400
_FALLBACK = 1.1
"""How much wider than ours the typefaces are that stand in for it."""
Kind = Literal["quote", "number", "label", "body", "small"]
_TYPE: dict[Kind, tuple[int, int]] = {
    "quote": (22, 29), "number": (38, 42), "label": (19, 26), "body": (17, 25), "small": (15, 21),
}  # fmt: skip
"""Size and leading in pixels, as in docs/assets/embed.css."""
_AFTER = 10


class Part(NamedTuple):
    """A paragraph of a frame: its markup, and its words for measuring."""

    kind: Kind
    markup: Markup
    words: str


class Frame(NamedTuple):
    """A small page for other sites to frame."""

    path: str
    """From the root, as is `back`."""
    back: str
    """The page that it leads to."""
    title: str
    kind: str
    parts: tuple[Part, ...]
    chart: Markup
    """A drawing in two sizes, which stands above the last part."""


class Heights(NamedTuple):
    """Heights in pixels at which nothing is cut."""

    phone: int
    column: int

    @property
    def css(self) -> str:
        """Return the height as CSS: a phone's up to a window of 410 pixels, a column's from 530 on."""
        slope = (self.phone - self.column) / 120
        sloping = f"calc({self.phone + 410 * slope:.0f}px - {100 * slope:.1f}vw)"
        return f"clamp({self.column}px, {sloping}, {self.phone}px)"


def heights(frame: Frame, site: str) -> Heights:
    """Return how high a frame must be, with the site's name below."""
    column = max(_height(frame, site, width) for width in COLUMN)
    return Heights(max(column, *(_height(frame, site, width) for width in PHONE)), column)


def _height(frame: Frame, site: str, width: int) -> int:
    from explainer.data.lettering import lines  # what measures is loaded where there is something to measure

    room = width - 2 * _SIDES
    texts = [*((part.kind, part.words) for part in frame.parts), ("small", site)]
    total = 4 + 2 * _ENDS
    for kind, words in texts:
        size, leading = _TYPE[kind]
        weight = 620 if kind == "number" else 400
        total += lines(words, size, weight, room=room / _FALLBACK) * leading + _AFTER
    return total + _chart(frame.chart, room)


def _chart(chart: Markup, room: int) -> int:
    boxes = re.findall(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', chart)
    if not boxes:
        return 0
    wide, narrow = ((float(across), float(down)) for across, down in boxes)
    across, down = wide if room > _CHART_BREAK else narrow
    return round(down * (room if room > _CHART_BREAK else min(room, _NARROW_MOST)) / across) + _AFTER
