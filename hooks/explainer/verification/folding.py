"""Views of a text in which differences of spacing or typography are gone, mapped back to the text.

`spacing` folds white space, no-break spaces, soft hyphens and hyphens at line ends; `typography` also
quotation marks, dashes, the ellipsis sign and canonical composition (NFC, never NFKC: `½` and `²` carry
meaning). Never folded: letters, case, accents, digits, signs, word order.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from explainer.text.pattern import pattern

_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_SPACING = pattern(
    r"(?P<soft>\u00ad[ \t]*\r?\n[ \t]*)"
    r"|(?P<broken>(?<=[^\W\d_])[-‐][ \t]*\r?\n[ \t]*(?=[^\W\d_]))"
    rf"|(?P<space>(?! [^\s{_INVISIBLE}])[{_INVISIBLE}]*\s[\s{_INVISIBLE}]*)"
    rf"|(?P<gone>[{_INVISIBLE}]+)"
)
_TYPOGRAPHY = pattern(
    r"(?P<double>[“”„‟″]|''|``)"
    r"|(?P<single>[‘’‚‛′`´])"
    r"|(?P<ellipsis>…|\. \. \.)"
    r"|(?P<dash> ?(?:[—―]|--+) ?(?! ?\d)| [-–] (?! ?\d))"
    r"|(?P<hyphen>[‐‑‒–—―−]|--+)"
)
_SPACES = {"space": " ", "broken": "-", "soft": "", "gone": ""}
_SIGNS = {"double": '"', "single": "'", "ellipsis": "...", "dash": "-", "hyphen": "-"}
_MARKS = "\u0300-\u036f\u1160-\u11ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
_COMPOSABLE = pattern(f"[^{_MARKS}][{_MARKS}]+|[\u2126\u212a\u212b]")


class _Stretch(NamedTuple):
    """A part of a view: where it begins there, and the span of the source it stands for."""

    begin: int
    source: int
    source_end: int
    rewritten: bool


class View(NamedTuple):
    """A folded text that knows where each part of it came from."""

    text: str
    stretches: tuple[_Stretch, ...]
    begins: tuple[int, ...]
    """Where each stretch begins in `text`."""
    below: "View | None" = None
    """The view this one was folded from, if not the source itself."""

    def source_span(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the source's span of `text[start:end]`; None where an end splits a rewritten part."""
        first = self.stretches[bisect_right(self.begins, start) - 1]
        index = bisect_right(self.begins, end - 1) - 1
        last = self.stretches[index]
        following = self.begins[index + 1] if index + 1 < len(self.begins) else len(self.text)
        if (first.rewritten and start != first.begin) or (last.rewritten and end != following):
            return None
        begin = first.source + start - first.begin
        stop = last.source_end if last.rewritten else last.source + end - last.begin
        return self.below.source_span(begin, stop) if self.below else (begin, stop)


def fold(text: str) -> str:
    """Return a text without differences of spacing and typography, and without outer white space."""
    if "  " in text or not text.isprintable():
        text = _SPACING.sub(_spaced, text)
    if not unicodedata.is_normalized("NFC", text):
        text = _COMPOSABLE.sub(_composed, text)
    return _TYPOGRAPHY.sub(_sign, text).strip()


@lru_cache(maxsize=16)
def views(text: str) -> tuple[tuple[View, ...], tuple[View, ...]]:
    """Return a text's views without differences of spacing, and those without typography's as well.

    Two of each where a line ends in a hyphen: with the hyphen kept, and with it gone.
    """
    spaced = [_spacing(text, join=False)]
    if any(match["broken"] for match in _SPACING.finditer(text)):
        spaced.append(_spacing(text, join=True))
    return tuple(spaced), tuple(_typography(view) for view in spaced)


def _spacing(text: str, *, join: bool) -> View:
    return _rewrite(text, _SPACING, _joined if join else _spaced)


def _typography(view: View) -> View:
    if not unicodedata.is_normalized("NFC", view.text):
        view = _rewrite(view.text, _COMPOSABLE, _composed, view)
    return _rewrite(view.text, _TYPOGRAPHY, _sign, view)


def _spaced(match: re.Match[str]) -> str:
    return _SPACES[str(match.lastgroup)]


def _joined(match: re.Match[str]) -> str:
    return "" if match["broken"] else _spaced(match)


def _composed(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match[0])


def _sign(match: re.Match[str]) -> str:
    return _SIGNS[str(match.lastgroup)]


def _rewrite(
    text: str, pattern: re.Pattern[str], new: Callable[[re.Match[str]], str], below: View | None = None
) -> View:
    pieces: list[str] = []
    stretches: list[_Stretch] = []
    length = end = 0
    for match in pattern.finditer(text):
        replacement = new(match)
        if replacement == match[0]:
            continue
        start, stop = match.span()
        for piece, source, source_end in ((text[end:start], end, start), (replacement, start, stop)):
            if piece:
                stretches.append(_Stretch(length, source, source_end, source == start))
                pieces.append(piece)
                length += len(piece)
        end = stop
    pieces.append(text[end:])
    stretches.append(_Stretch(length, end, len(text), False))
    return View("".join(pieces), tuple(stretches), tuple(stretch.begin for stretch in stretches), below)
