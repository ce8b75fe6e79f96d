"""What a social card says, and its size; `printing` draws it."""

from collections.abc import Sequence
from typing import NamedTuple

WIDTH, HEIGHT = 1200, 630
"""In pixels: what platforms ask for."""


class Poster(NamedTuple):
    """What a card says: a text set as large as it fits, cut with an ellipsis if that fails."""

    text: str
    foot: Sequence[str]
    """What stands below: who or what, in two lines at most, then up to two lines that say where from."""
    site: str
    accent: tuple[int, int, int]
    sizes: tuple[int, ...] = (84, 72, 62, 54, 47, 41, 36)
    quoted: bool = False
    heavy: bool = False
    kicker: str = ""
    chart: str = ""
    """A drawing of the size of `charts.axes.card_frame`, to stand at the right of the text."""
