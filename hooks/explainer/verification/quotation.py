"""The quotations of a text: stretches between marks, in every language's marks, and what lies in one.

Curly, low and straight double marks are one family, because texts mix them; guillemets either way round,
corner brackets and single marks are others. A shape that opens in one language and closes in another is
told by what stands on its two sides.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from explainer.text.pattern import pattern

_FAMILIES = (
    pattern("[“”„‟\"＂]|''|``|´´"),
    pattern("[«»]"),
    pattern("[‹›]"),
    pattern("[「」]"),
    pattern("[『』]"),
    pattern("[‘’‚‛]"),
)
_APOSTROPHES = pattern(r"(?<!')'(?!')")
"""Straight single marks: read only in a text without double ones, where they are more than apostrophes."""
_DOUBLE = pattern("[“”„‟\"＂«»‹›「」『』]|''|``")
_SINGLE = frozenset("‘’‚‛'")
_OPENS = frozenset("“„‟‘‚‛«‹「『") | {"``"}
"""What opens a quotation unless its place says otherwise."""
_ONLY_OPENS, _ONLY_CLOSES = frozenset("„‚「『") | {"``"}, frozenset("」』") | {"´´"}
_BEFORE_OPENING = frozenset("([{—–-‐‑/¿¡>*_:,;=|\"'“„«‹‘")
_BREAK = pattern(r"\n[ \t\r]*\n")
_PARAGRAPH_LINE = pattern(r"[.!?:;…\"”»][ \t\r]*\n|[^\n]{120}\n")
_EDGES = " \t\r\n>*_"
_WRAPPED = 120
"""Characters in the longest line of a paragraph wrapped by hand."""
_NEAR = 64
"""Quotations that may begin between the one around a place and the place."""


class Stretch(NamedTuple):
    """What stands between two marks, `text[start:end]`, and the marks: `text[outer_start:outer_end]`."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    single: bool = False


def display(exact: str) -> str:
    """Return the words to show between quotation marks.

    Journalism sets a comma inside the closing mark where the reporter's sentence goes on (`“…,” she said`);
    it is dropped, with outer white space. Nothing else may change.
    """
    return exact.strip().removesuffix(",").rstrip()


def is_quoted(text: str, start: int, end: int) -> bool:
    """Return whether `text[start:end]` lies in one quotation, from its first character to its last."""
    return enclosing(text, start, end) is not None


def enclosing(text: str, start: int, end: int) -> Stretch | None:
    """Return the outermost quotation around `text[start:end]`; None where it lies in none."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    found, begins = _read(text)
    at = bisect_right(begins, start)
    holding = [each for each in found[max(0, at - _NEAR) : at] if each.start <= start < end <= each.end]
    return min(holding, key=lambda each: (each.single, each.start), default=None)


def preceding(text: str, around: Stretch) -> Stretch | None:
    """Return the quotation that ends last before another begins; None where there is none."""
    found, begins = _read(text)
    at = bisect_left(begins, around.outer_start)
    ended = [each for each in found[max(0, at - _NEAR) : at] if each.outer_end <= around.outer_start]
    return max(ended, key=lambda each: (each.outer_end, -each.start), default=None)


@lru_cache(maxsize=512)
def _read(text: str) -> tuple[tuple[Stretch, ...], tuple[int, ...]]:
    """Return every quotation of a text in order, and where each begins."""
    families = _FAMILIES if _DOUBLE.search(text) else (*_FAMILIES, _APOSTROPHES)
    found = sorted(each for family in families for each in _pairs(text, family))
    return tuple(found), tuple(each.start for each in found)


def _pairs(text: str, family: re.Pattern[str]) -> Iterator[Stretch]:
    """Yield the quotations of one family of marks; none but a continued one leaves its paragraph.

    A quotation continued over paragraphs, each opened anew, is yielded whole as well as piece by piece.
    """
    opened: list[re.Match[str]] = []
    whole: re.Match[str] | None = None
    for mark in family.finditer(text):
        role = _role(text, mark)
        between = text[opened[-1].end() : mark.start()] if opened else ""
        if opened and role == "opens" and _goes_on(text, between, mark.start()):
            yield _stretch(opened[0], opened[-1].end() + len(between.rstrip(_EDGES)), 0)
            whole, opened = whole or opened[0], [mark]
            continue
        if opened and _is_parted(between):
            opened, whole = [], None
        if role == "opens" or (not opened and role != "neither" and mark[0] in _OPENS):
            opened.append(mark)
        elif role == "closes" and opened:
            if whole and len(opened) == 1:
                yield _stretch(whole, mark.start(), len(mark[0]))
                whole = None
            yield _stretch(opened.pop(), mark.start(), len(mark[0]))


def _stretch(opened: re.Match[str], end: int, mark: int) -> Stretch:
    return Stretch(opened.end(), end, opened.start(), end + mark, opened[0] in _SINGLE)


def _role(text: str, mark: re.Match[str]) -> Literal["opens", "closes", "neither"]:
    """Tell what a mark does by its shape and by what stands before and after it."""
    sign, before, after = mark[0], text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    if sign in _SINGLE and ((before.isalnum() or sign == "’") and after.isalnum()):
        return "neither"
    if sign in "’'" and before == "s" and after == " ":
        return "neither"  # the boats’ owner
    if sign in _ONLY_OPENS or sign in _ONLY_CLOSES:
        return "opens" if sign in _ONLY_OPENS else "closes"
    at_gap = before == "" or before.isspace()
    if sign in "«‹":
        return "opens" if at_gap or before in _BEFORE_OPENING else "closes"
    if sign in "”»›":
        return "opens" if (at_gap or before in "([{—–") and (after.isalnum() or after in "¿¡“‘") else "closes"
    starts = (at_gap or before in _BEFORE_OPENING) and after != "" and not after.isspace()
    return "opens" if starts and (sign in _OPENS or at_gap or after.isalnum()) else "closes"


def _is_parted(between: str) -> bool:
    """Say whether a paragraph ends here: at an empty line, or at any where long lines are paragraphs."""
    return "\n" in between and (
        _BREAK.search(between) is not None or any(len(line) > _WRAPPED for line in between.split("\n"))
    )


def _goes_on(text: str, between: str, at: int) -> bool:
    """Say whether an unclosed quotation goes on at a mark that opens the very next paragraph."""
    if "\n" not in between or text[text.rfind("\n", 0, at) + 1 : at].strip(_EDGES):
        return False
    breaks = len(_BREAK.findall(between)) or len(_PARAGRAPH_LINE.findall(between))
    return breaks == 1
