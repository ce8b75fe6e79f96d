"""The outlines of countries, by their ISO code: public domain, from Natural Earth (`outlines/README.md`).

Rings of (longitude, latitude) in degrees. At 1:110 million a bay is a dent and the smallest states are left
out: enough to see where a country lies, and 38 KB.
"""

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

from babel.core import get_global

Point: TypeAlias = tuple[float, float]
Ring: TypeAlias = tuple[Point, ...]
_FILE = Path(__file__).with_name("outlines") / "countries-110m.json.gz"


@cache
def outlines() -> Mapping[str, tuple[Ring, ...]]:
    """Return the outer rings of every country there is an outline of, the largest first."""
    topology = json.loads(gzip.decompress(_FILE.read_bytes()))
    arcs = list(_arcs(topology))
    codes = get_global("territory_aliases")
    found = {}
    for country in topology["objects"]["countries"]["geometries"]:
        parts = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        rings = sorted((_ring(part[0], arcs) for part in parts), key=area, reverse=True)
        found[codes.get(country.get("id"), [country["properties"]["name"]])[0]] = tuple(rings)
    return found


def area(ring: Ring) -> float:
    """Return the area of a ring's box in square degrees."""
    (west, south), (east, north) = corners(ring)
    return (east - west) * (north - south)


def corners(points: Sequence[Point]) -> tuple[Point, Point]:
    """Return the south-western and the north-eastern corner of the box around points."""
    across, up = [x for x, _ in points], [y for _, y in points]
    return (min(across), min(up)), (max(across), max(up))


def _arcs(topology: Mapping[str, Any]) -> Iterator[list[Point]]:
    """Yield the lines between countries: whole numbers, each the step from the one before."""
    (wide, high), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * wide + left, y * high + low))
        yield line


def _ring(numbers: Sequence[int], arcs: Sequence[list[Point]]) -> Ring:
    """Put a ring together from arcs; one counted from below -1 on runs backwards."""
    ring: list[Point] = []
    for number in numbers:
        line = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += line[1:] if ring else line
    return tuple(ring)
