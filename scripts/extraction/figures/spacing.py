"""The text as numbers are read in it: every character in its place, spaces and hyphens of one kind."""

import re
from collections.abc import Sequence

from extraction.paragraphs import Span

_KINDS = dict.fromkeys("\u00a0\u2007\u2008\u2009\u202f", " ") | {"\u2011": "-"}
_BREAK = re.compile(r"[ \t]*(?:\r\n?|\n)[ \t>]*")
_CUT_NUMBER = re.compile(
    r"(?:\r\n?|\n)[ \t]*(?=(?:hundred|thousand|lakh|million|crore|billion|trillion|[mb]n|percent|per cent)\b)"
)


def evened(text: str, parts: Sequence[Span]) -> str:
    """Return `text` with no-break spaces as spaces and with paragraphs on one line; no character moves.

    A line that ends between a number and its magnitude goes on even where lines are paragraphs.
    """
    for kind, plain in _KINDS.items():
        text = text.replace(kind, plain)  # many times as fast as to translate each character
    if "\n" not in text and "\r" not in text:
        return text
    pieces, end = [], 0
    for part in parts:
        if "\n" in (words := text[part.start : part.end]) or "\r" in words:
            pieces += [text[end : part.start], _BREAK.sub(_blank, words)]
            end = part.end
    return _CUT_NUMBER.sub(_blank_after_digit, "".join([*pieces, text[end:]]))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _blank_after_digit(found: re.Match[str]) -> str:
    before = found.string[max(0, found.start() - 4) : found.start()].rstrip()
    return _blank(found) if before[-1:].isdigit() else found.group()
