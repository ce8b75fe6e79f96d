"""A map that shows where places lie: the countries named, their neighbors, a dot for each place in them.

For eyes alone: the same places stand as words beside it. Degrees of longitude are as long as they are at the
middle of the map, which is enough at the size of a column.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import cos, radians
from typing import NamedTuple

from markupsafe import Markup

from explainer.charts.atlas import Point, Ring, corners, outlines
from explainer.charts.labels import Label, clear
from explainer.charts.scales import Scale
from explainer.charts.svg import element
from explainer.records.countries import country_name
from explainer.records.parts import Place
from explainer.words import Words

WIDTH, LOWEST, HIGHEST = 480, 200, 460
_MARGIN = 0.12
"""What is kept free around the places, as a share of their extent."""
_LEAST = 6.0
"""Degrees that a map shows at least: a single town lies in some country."""
_SIZE = 15
_STEP = 4
"""Pixels, across and up together, that an outline goes at least from point to point."""
_OUTSIDE = 20
"""How far beyond the edge an outline is followed."""


class _View(NamedTuple):
    x: Scale
    y: Scale
    height: float

    def at(self, point: Point) -> Point:
        return self.x(point[0]), self.y(point[1])


def locator(places: Sequence[Place], words: Words) -> Markup | None:
    """Return the map of places, or None where no outline and no position is known."""
    known = outlines()
    named = [code for code in dict.fromkeys(place.country for place in places) if code in known]
    spots = [(place, spot) for place in places if (spot := place.spot)]
    reach = [point for code in named for point in known[code][0]] + [spot for _, spot in spots]
    if not reach:
        return None
    view = _view(reach)
    land = "".join(_country(code, rings, view, code in named) for code, rings in known.items())
    dots = (
        element("circle", cx=x, cy=y, r=4, class_="map-spot") for _, spot in spots for x, y in [view.at(spot)]
    )
    names = (label.drawn() for label in _fitting(_labels(named, spots, view, words), spots, view))
    content = "".join([land, *dots, *names])
    box = f"0 0 {WIDTH} {view.height:.0f}"
    svg = element(
        "svg", content, class_="map", viewBox=box, aria_hidden="true", xmlns="http://www.w3.org/2000/svg"
    )
    return Markup(svg)


def _view(reach: Sequence[Point]) -> _View:
    """Return the section of the world around points, neither flat nor taller than a screen."""
    (west, south), (east, north) = corners(reach)
    middle, level = (west + east) / 2, (south + north) / 2
    squeeze = cos(radians(min(abs(level), 75)))
    wide = max((east - west) * squeeze, _LEAST) * (1 + 2 * _MARGIN)
    high = max(north - south, _LEAST) * (1 + 2 * _MARGIN)
    height = min(max(WIDTH * high / wide, LOWEST), HIGHEST)
    degree = min(WIDTH / wide, height / high)
    across, up = WIDTH / degree / squeeze / 2, height / degree / 2
    return _View(
        Scale(middle - across, middle + across, 0, WIDTH), Scale(level - up, level + up, height, 0), height
    )


def _country(code: str, rings: Sequence[Ring], view: _View, named: bool) -> str:
    pieces = (_outline([view.at(point) for point in ring], view) for ring in rings)
    path = "".join(piece for piece in pieces if piece)
    class_ = "map-named" if named else "map-land"
    return element("path", d=path, class_=class_) if path else ""


def _outline(points: Sequence[Point], view: _View) -> str:
    """Return a ring in steps of whole pixels, held to the edges; empty where nothing of it is seen."""
    (left, top), (right, bottom) = corners(points)
    if right < 0 or left > WIDTH or bottom < 0 or top > view.height:
        return ""
    held = [(_held(x, WIDTH), _held(y, view.height)) for x, y in points]
    kept = held[:1]
    for x, y in held[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= _STEP:
            kept.append((x, y))
    steps = " ".join(f"{two[0] - one[0]} {two[1] - one[1]}" for one, two in pairwise(kept))
    return f"M{kept[0][0]} {kept[0][1]}l{steps}Z".replace(" -", "-") if len(kept) > 2 else ""


def _held(place: float, edge: float) -> int:
    return round(min(max(place, -_OUTSIDE), edge + _OUTSIDE))


def _dot(at: Point) -> str:
    return element("circle", cx=at[0], cy=at[1], r=4, class_="map-spot")


def _fitting(
    names: Iterable[Sequence[Label]], spots: Sequence[tuple[Place, Point]], view: _View
) -> list[Label]:
    """Return each name at the first of its places that is free; dots are in the way of names."""
    dots = [Label("", x, y + 5, "middle", "", _SIZE) for x, y in (view.at(spot) for _, spot in spots)]
    kept = list(dots)
    for tried in names:
        for label in tried:
            within = clear([label], width=WIDTH, height=view.height)
            if within and not any(map(label.meets, kept)):
                kept.append(label)
                break
    return kept[len(dots) :]


def _labels(
    named: Sequence[str], spots: Sequence[tuple[Place, Point]], view: _View, words: Words
) -> Iterator[list[Label]]:
    """Yield where each name may stand: a place's beside its dot, a country's in its middle or around it."""
    for place, spot in spots:
        x, y = view.at(spot)
        name = place.name or country_name(place.country, words)
        sides = ((x + 8, "start"), (x - 8, "end"))
        yield [Label(name, at, y + 5, anchor, "map-name", _SIZE) for at, anchor in sides]
    for code in named:
        (left, top), (right, bottom) = corners([view.at(point) for point in outlines()[code][0]])
        x, y = (left + right) / 2, (top + bottom) / 2 + 5
        around = (
            (x, y, "middle"), (x, bottom + _SIZE, "middle"), (x, top - 6, "middle"), (right + 6, y, "start"),
            (left - 6, y, "end"),
        )  # fmt: skip
        name = country_name(code, words)
        yield [Label(name, across, up, anchor, "map-country", _SIZE) for across, up, anchor in around]
