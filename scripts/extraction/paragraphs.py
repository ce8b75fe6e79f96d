"""Paragraphs of a text: one a line, or blocks between blank lines where lines are wrapped by hand."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

WRAP_WIDTH = 120
"""No longer line is a hand-wrapped one; plain-text mail and wire copy wrap at 65 to 80 columns."""
LINE = re.compile(r"\S[^\r\n]*")
"""A line from its first character on; one of nothing but white space is none."""

_STOP = (".", "!", "?", "…")
_OPENING, _CLOSING = "“„«\"'‘", '”»"“'
_SENTENCE_END = (".", "!", "?", ":", ";", "”", '"', "''", "»", "…", "*", "|")


class Span(NamedTuple):
    """A stretch of text in code points, end exclusive."""

    start: int
    end: int


def split(text: str) -> list[Span]:
    """Return the paragraphs of `text` in order, without the white space around them."""
    lines = [Span(line.start(), line.start() + len(line[0].rstrip())) for line in LINE.finditer(text)]
    wrapped = _is_wrapped(text, lines)
    blocks: list[Span] = []
    for line in lines:
        if (
            blocks
            and _follows_directly(text, blocks[-1], line)
            and (wrapped or _goes_on(text, blocks[-1], line))
        ):
            blocks[-1] = Span(blocks[-1].start, line.end)
        else:
            blocks.append(line)
    return blocks


def _is_wrapped(text: str, lines: Sequence[Span]) -> bool:
    """Tell hand-wrapped text: short lines, and most that a line follows directly stop mid-sentence."""
    if len(lines) < 2 or any(line.end - line.start > WRAP_WIDTH for line in lines):
        return False
    inner = [one for one, next_one in pairwise(lines) if _follows_directly(text, one, next_one)]
    broken = [line for line in inner if not text.endswith(_SENTENCE_END, line.start, line.end)]
    long_enough = [line for line in broken if line.end - line.start >= 40]
    return len(long_enough) * 2 > len(inner) > 0


def _goes_on(text: str, one: Span, next_one: Span) -> bool:
    """Tell a line break within a quotation: a mark is open, and the next line goes on and closes it."""
    return (
        _is_open(text[one.start : one.end])
        and text[next_one.start] not in _OPENING
        and (text[next_one.start].islower() or not text.endswith(_STOP, one.start, one.end))
        and any(mark in text[next_one.start : next_one.end] for mark in _CLOSING)
    )


def _is_open(line: str) -> bool:
    return max(map(line.rfind, "“«„")) > max(map(line.rfind, "”»")) or line.count('"') % 2 == 1


def _follows_directly(text: str, one: Span, next_one: Span) -> bool:
    gap = text[one.end : next_one.start]
    return gap == "\n" or gap.replace("\r\n", "\n").replace("\r", "\n").count("\n") == 1
