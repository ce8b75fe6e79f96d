"""Set words in the site's own typeface on a card: measured, broken into lines, cut where they do not fit."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache, partial
from itertools import accumulate
from operator import add

from PIL import ImageFont

from explainer.data.typeface import FONT
from explainer.text.pattern import pattern

MOST_LETTERS = 1_000
"""More than any card holds; what lies beyond is not even measured."""
_MEASURE = 100
_WORD = pattern(r"[^ \t\r\n]+")


def fit(
    words: str, sizes: Sequence[int], *, room: float, height: float, weight: int
) -> tuple[int, list[str]]:
    """Return the largest of the sizes at which the words fit unbroken, and their lines; else the smallest.

    Lines that would stand below the height are cut.
    """
    for size in sizes:
        lines = wrap(words, size, weight, room=room)
        whole = all(width(word, size, weight) <= room for word in _words(words))
        if whole and len(lines) * leading(size) <= height:
            return size, lines
    return sizes[-1], first_lines(words, sizes[-1], weight, room=room, most=int(height // leading(sizes[-1])))


def first_lines(words: str, size: int, weight: int, *, room: float, most: int) -> list[str]:
    """Return the first lines of the words, the cut marked by an ellipsis."""
    lines = wrap(words, size, weight, room=room)
    if len(lines) > most:
        lines = [*lines[: most - 1], f"{lines[most - 1].rsplit(' ', 1)[0]} …"]
    return lines


def wrap(words: str, size: int, weight: int, *, room: float) -> list[str]:
    """Break into lines by measured widths; a word wider than the room is broken within."""
    lines: list[str] = []
    room = room * _MEASURE / size  # words are measured at one size
    left, space = 0.0, _measured(" ", weight)
    for word in _words(words):
        across = _measured(word, weight)
        while across > room:
            cut = max(int(len(word) * room / across) - 1, 1)
            lines.append(word[:cut])
            word, left = word[cut:], room
            across = _measured(word, weight)
        if lines and left + space + across <= room:
            lines[-1] += f" {word}"
            left += space + across
        else:
            lines.append(word)
            left = across
    return lines or [""]


def lines(words: str, size: int, weight: int, *, room: float) -> int:
    """Return how many lines `wrap` makes, which costs much less than to make them."""
    space, ends, widest = _ends(words, weight)
    across = room * _MEASURE / size
    if widest > across:
        return len(wrap(words, size, weight, room=room))
    number = start = 0
    while start < len(ends):
        begun = ends[start - 1] + space if start else 0.0
        start = bisect_right(ends, across, lo=start + 1, key=partial(add, -begun))
        number += 1
    return max(number, 1)


@lru_cache(maxsize=64)
def _ends(words: str, weight: int) -> tuple[float, list[float], float]:
    """Return a space's width, where each word of one long line ends, and the width of the widest."""
    space = _measured(" ", weight)
    widths = [_measured(word, weight) for word in _words(words)]
    ends = [end + space * number for number, end in enumerate(accumulate(widths))]
    return space, ends, max(widths, default=0)


def _words(words: str) -> list[str]:
    """Return what a line may be broken between: a space that does not break holds its neighbors together."""
    return _WORD.findall(words)


def clip(line: str, size: int, weight: int, *, room: float) -> str:
    """Return a line as far as it fits, the cut marked by an ellipsis."""
    if len(line) <= MOST_LETTERS and width(line, size, weight) <= room:
        return line
    line = line[:MOST_LETTERS]
    while line and width(f"{line} …", size, weight) > room:
        line = line[: -max(len(line) // 12, 1)]
    return f"{line.rstrip(' ,;:')} …"


def leading(size: int) -> int:
    """Return the distance from one line to the next."""
    return round(size * 1.2)


def width(words: str, size: int, weight: int) -> float:
    """Return the width of a line in pixels."""
    return _measured(words, weight) * size / _MEASURE


@lru_cache(maxsize=4096)
def _measured(words: str, weight: int) -> float:
    return float(font(_MEASURE, weight).getlength(words))


@cache
def font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    """Return the typeface at a size in pixels and a weight from 400 to 620."""
    found = ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)
    found.set_variation_by_axes([weight])
    return found
