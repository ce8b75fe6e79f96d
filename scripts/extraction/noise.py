"""What stands in a text and tells nothing: tables, and marks, numbers or letters without end.

Numbers would each be read as a count, marks as a quotation, at many times what news costs. Whole lines only.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from extraction.paragraphs import LINE

_WORDLESS = re.compile(r"^(?:[\W\d_]|[^\W\d_](?![^\W\d_])){100,}+", re.MULTILINE)
"""So long a stretch without two letters together is a table of numbers or noise: nothing is told in it."""
_WORD = re.compile(r"[^\W\d_]{2,}|[$€£¥]")
_FEW = 12
"""In so many tokens at a time it is seen whether numbers, marks and single letters stand thick."""
_A_WORD = 4
"""They do where no more than every fourth is a word: that is a table, or noise, as well."""
_NUMBER = re.compile(r"\d\S*")
_MARKS = "“”„«»‘’\"'"
_SOME = 40
_A_NUMBER, _A_MARK = 4, 2
"""Every fourth token a number, or a quotation mark for every second: news has that for a sentence or two,"""
_LONG = 400
"""a table for a hundred tokens, and nothing that tells of anything for so many on end."""


class _Stretch(NamedTuple):
    """Lines that follow each other."""

    lines: list[tuple[int, int]]
    tokens: list[str]
    text: str


def without(text: str) -> str:
    """Return a text with spaces in place of what tells nothing: every offset stays."""
    text = _WORDLESS.sub(lambda found: _blank_lines(found[0], text[found.end() : found.end() + 1]), text)
    text = blanked(text, _endless(text))
    return blanked(text, _thick(text))


def blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return a text with spaces in place of some spans, which come in order."""
    pieces, end = [], 0
    for start, stop in spans:
        pieces += [text[end:start], " " * (stop - start)]
        end = stop
    return "".join([*pieces, text[end:]])


def _thick(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of the lines in which there are few words among much else, in order."""
    for stretch in _stretches(text, _FEW):
        if _is_wordless(stretch):
            yield from stretch.lines


def _is_wordless(stretch: _Stretch) -> bool:
    """Say whether few of the tokens are words; where most begin as one, that is told fast."""
    plain = sum(1 for token in stretch.tokens if len(token) > 1 and token[:2].isalpha())
    if plain * _A_WORD > len(stretch.tokens):
        return False
    return len(_WORD.findall(stretch.text)) * _A_WORD <= len(stretch.tokens)


def _endless(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of the lines in which numbers or quotation marks never cease, in order.

    The first and the last of them stay: some may be sentences around a table.
    """
    if not _is_loud(text, _LONG):
        return
    stretches = _stretches(text, _SOME)
    for is_loud, group in groupby(stretches, lambda one: _is_loud(one.text, len(one.tokens))):
        run = list(group) if is_loud else []
        if sum(len(stretch.tokens) for stretch in run) >= _LONG:
            for number, stretch in enumerate(run, start=1):
                if 1 < number < len(run) or len(stretch.tokens) >= _LONG:
                    yield from stretch.lines


def _is_loud(text: str, tokens: int) -> bool:
    """Say whether there are numbers or marks enough for so many tokens."""
    marks = sum(map(text.count, _MARKS))
    return marks * _A_MARK >= tokens or len(_NUMBER.findall(text)) * _A_NUMBER >= tokens


def _stretches(text: str, least: int) -> Iterator[_Stretch]:
    """Yield the lines of a text, so many together as hold enough tokens; the last few may be left out."""
    lines: list[tuple[int, int]] = []
    tokens: list[str] = []
    for line in LINE.finditer(text):
        lines.append(line.span())
        tokens += line[0].split()
        if len(tokens) >= least:
            yield _Stretch(lines, tokens, text[lines[0][0] : lines[-1][1]])
            lines, tokens = [], []


def _blank_lines(stretch: str, next_one: str) -> str:
    """Return a stretch with spaces in place of its whole lines; the last is one if nothing comes after it."""
    whole = stretch.rfind("\n") if next_one else len(stretch)
    return " " * max(0, whole) + stretch[max(0, whole) :]
