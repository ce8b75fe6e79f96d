"""Draw a chart of ours with the two inks of a card: the first series in the accent, all else in ink.

Both inks share one plate: `PAPER` is its middle value, ink prints towards 0 and the accent towards the top.
What is half covered is then a lighter shade of its own ink, and no second plate is laid over the first.

Not SVG at large: the elements and attributes that `explainer/charts` writes, and no others. Shapes are
drawn at twice the size and reduced, which makes their edges smooth; words are set at their own size.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import hypot
from typing import NamedTuple, TypeAlias

from lxml import etree
from PIL import Image, ImageDraw

from explainer.data.lettering import font, width

OVER = 2
PAPER = 7
"""Of a plate, what no ink covers; each ink has as many shades."""
FULL, SOFT = 1.0, 0.6
_HALO = 3
DRAWN = frozenset(("svg", "g", "title", "text", "line", "path", "rect", "circle", "polygon"))
"""The elements that are known here; a title is for a pointer and leaves no mark."""
_MUTED = ("chart-tick", "chart-axis", "chart-gap", "chart-grid")
Point: TypeAlias = tuple[float, float]
Looks: TypeAlias = dict[str, str]


def ink(strength: float = FULL) -> int:
    """Return the shade of ink printed with a strength from 0 to 1."""
    return PAPER - round(PAPER * strength)


def accent(strength: float = FULL) -> int:
    """Return the shade of the accent printed with a strength from 0 to 1."""
    return PAPER + round(PAPER * strength)


def etch(svg: str, onto: Image.Image, *, left: int, top: int, scale: float) -> None:
    """Draw a chart with its upper left corner at a place."""
    root = etree.fromstring(svg)
    across, down = (float(side) * scale for side in root.get("viewBox").split()[2:])
    size = (round(across) * OVER, round(down) * OVER)
    plate = Image.new("L", size, PAPER)
    draw = ImageDraw.Draw(plate)
    for node, looks in _inherited(root, {}):
        _shape(node.tag, _Pen(draw, scale * OVER, looks))
    onto.paste(plate.reduce(OVER), (left, top))
    words = ImageDraw.Draw(onto)
    for node, looks in _inherited(root, {}):
        if node.tag == "text":
            _text(node, looks, words, left, top, scale)


def _inherited(node: etree._Element, looks: Looks) -> Iterator[tuple[etree._Element, Looks]]:
    """Yield each element with its own attributes over those of the groups it stands in; classes add up."""
    own = {key: str(value) for key, value in node.attrib.items()}
    looks = looks | own | {"class": f"{looks.get('class', '')} {own.get('class', '')}"}
    yield node, looks
    for child in node:
        yield from _inherited(child, looks)


class _Pen(NamedTuple):
    """The plate under way, how many of its pixels are one of the drawing, and how strongly it prints."""

    on: ImageDraw.ImageDraw
    scale: float
    looks: Looks

    def number(self, name: str, default: float = 0) -> float:
        return float(self.looks.get(name, default)) * self.scale

    @property
    def tone(self) -> int:
        strength = min(float(self.looks.get(name, 1)) for name in ("stroke-opacity", "fill-opacity"))
        return _shade(self.looks, strength)

    @property
    def thick(self) -> int:
        return max(round(self.number("stroke-width", 1)), 1)


def _accented(looks: Looks) -> bool:
    return "chart-s1" in looks["class"]


def _shade(looks: Looks, strength: float = FULL) -> int:
    print_in = accent if _accented(looks) else ink
    return print_in((SOFT if _muted(looks) else FULL) * strength)


def _muted(looks: Looks) -> bool:
    return any(kind in looks["class"] for kind in _MUTED)


def _shape(tag: str, pen: _Pen) -> None:
    match tag:
        case "line":
            _strokes([[(pen.number(f"x{end}"), pen.number(f"y{end}")) for end in "12"]], pen)
        case "path":
            _strokes([_points(run, pen) for run in pen.looks["d"].split("M") if run], pen)
        case "rect":
            x, y = pen.number("x"), pen.number("y")
            box = (x, y, x + pen.number("width"), y + pen.number("height"))
            _closed(pen, lambda on, **looks: on.rectangle(box, **looks))
        case "circle":
            x, y, r = pen.number("cx"), pen.number("cy"), pen.number("r")
            _closed(pen, lambda on, **looks: on.ellipse((x - r, y - r, x + r, y + r), **looks))
        case "polygon":
            corners = _points(pen.looks["points"], pen)
            _closed(pen, lambda on, **looks: on.polygon(corners, **looks))


def _points(numbers: str, pen: _Pen) -> list[Point]:
    values = [float(number) * pen.scale for number in re.findall(r"-?[\d.]+", numbers)]
    return list(zip(values[::2], values[1::2], strict=True))


def _closed(pen: _Pen, draw: Callable[..., None]) -> None:
    """Draw a filled shape, or a hollow one: paper within a line."""
    hollow = pen.looks.get("fill") == "none"
    line = 0 if pen.looks.get("stroke") == "none" else pen.thick
    draw(pen.on, fill=PAPER if hollow else pen.tone, outline=pen.tone, width=line)


def _strokes(runs: Sequence[Sequence[Point]], pen: _Pen) -> None:
    dash = pen.looks.get("stroke-dasharray")
    for run in runs:
        if not dash:
            pen.on.line(run, fill=pen.tone, width=pen.thick, joint="curve")
            continue
        lengths = [max(float(length) * pen.scale, pen.thick) for length in dash.split()]
        for one, two in pairwise(run):
            for piece in _dashes(one, two, lengths):
                pen.on.line(piece, fill=pen.tone, width=pen.thick)


def _dashes(one: Point, two: Point, lengths: Sequence[float]) -> Iterator[tuple[Point, Point]]:
    """Cut a stretch into dashes; `lengths` are those of dash and gap by turns."""
    whole, at, number = hypot(two[0] - one[0], two[1] - one[1]), 0.0, 0

    def place(along: float) -> Point:
        share = along / whole
        return one[0] + share * (two[0] - one[0]), one[1] + share * (two[1] - one[1])

    while at < whole:
        end = min(at + lengths[number % len(lengths)], whole)
        if number % 2 == 0:
            yield place(at), place(end)
        at, number = end, number + 1


def _text(
    node: etree._Element, looks: Looks, onto: ImageDraw.ImageDraw, left: int, top: int, scale: float
) -> None:
    """Set a line of words with a rim of paper around it, so that lines behind it do not cross it."""
    words, size = node.text or "", round(float(looks["font-size"]) * scale)
    weight = 620 if "chart-value" in looks["class"] else 400
    back = {"start": 0.0, "middle": 0.5, "end": 1.0}[looks.get("text-anchor", "start")]
    x = left + float(looks["x"]) * scale - back * width(words, size, weight)
    place = (x, top + float(looks["y"]) * scale)
    letters = font(size, weight)
    onto.text(place, words, font=letters, fill=PAPER, anchor="ls", stroke_width=_HALO, stroke_fill=PAPER)
    onto.text(place, words, font=letters, fill=_shade(looks), anchor="ls")
