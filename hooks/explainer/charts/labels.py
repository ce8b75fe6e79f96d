"""Values written at their marks: each where it is free, and none over another."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from explainer.charts.svg import text


class Label(NamedTuple):
    """A line of text with the place that it takes up."""

    words: str
    x: float
    y: float
    anchor: str
    style: str
    size: int

    @property
    def span(self) -> tuple[float, float]:
        """Return its left and its right end, by the mean width of a digit."""
        width = len(self.words) * self.size * 0.6
        left = self.x - {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        return left, left + width

    def meets(self, other: "Label") -> bool:
        """Tell whether the two would run into each other."""
        (left, right), (start, end) = self.span, other.span
        return left < end + 6 and start < right + 6 and abs(self.y - other.y) < self.size

    def is_crossed(self, line: Sequence[tuple[float, float]]) -> bool:
        """Tell whether a line, by its points from left to right, goes through it or close by."""
        (left, right), top, foot = self.span, self.y - self.size - 3, self.y + 5
        for (near, begin), (far, end) in pairwise(line):
            if near > right or far < left:
                continue
            slope = (end - begin) / (far - near or 1)
            seen = [begin + slope * (across - near) for across in (max(near, left), min(far, right))]
            if max(seen) > top and min(seen) < foot:
                return True
        return False

    def drawn(self) -> str:
        """Return its markup."""
        return text(self.words, self.x, self.y, class_=self.style, anchor=self.anchor, size=self.size)


def clear(labels: Iterable[Label], *, width: float, height: float) -> list[Label]:
    """Return the labels that stand within the drawing and over none before them."""
    kept: list[Label] = []
    for label in labels:
        within = label.span[0] >= 0 and label.span[1] <= width and label.size <= label.y <= height
        if within and not any(map(label.meets, kept)):
            kept.append(label)
    return kept
