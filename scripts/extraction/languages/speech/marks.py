"""Quoted stretches by the marks of European newspapers, nested ones inside, and dialogue behind dashes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extraction.paragraphs import Span
from extraction.speech.marks import Quoted

_MARK = re.compile(r"[“”„\"«»‹›‚‘’]")
_CLOSERS = {"„": '“”"', "“": '”"', '"': '"“”', "«": "»", "»": "«", "‹": "›", "›": "‹", "‚": "‘’", "‘": "’"}
_OUTER = frozenset('“„"«»')
_BEFORE_OPENER = frozenset(" \t\n\r\u00a0\u2009\u202f([{—–-/¿¡:;,'’") | {""}
_DASH = re.compile(r"[—–―][ \u00a0\u202f]?(?=[\w¿¡«“])")
_WORD = re.compile(r"\w")


def find(text: str, paragraphs: Sequence[Span]) -> list[Quoted]:
    """Return the quoted stretches of `text` in order, without outer space; those without a word are left out.

    Single marks count where the text has no double ones.
    """
    doubled = any(match.group() in _OUTER for match in _MARK.finditer(text))
    found = (
        quoted
        for number, paragraph in enumerate(paragraphs)
        for quoted in _pair(text, number, paragraph, doubled=doubled)
    )
    return [_trimmed(text, quoted) for quoted in found if _WORD.search(text, quoted.start, quoted.end)]


def dialogue_dash(text: str, paragraph: Span) -> int | None:
    """Return where the words behind the dash begin that opens a paragraph; None where none does."""
    dash = _DASH.match(text, paragraph.start, paragraph.end)
    return dash.end() if dash else None


def _pair(text: str, number: int, paragraph: Span, *, doubled: bool) -> Iterator[Quoted]:
    """Yield the outermost stretches: each is closed by a mark that fits the one that opened it."""
    opened: tuple[int, str] | None = None
    depth = 0
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark, at = match.group(), match.start()
        if opened is None:
            if (mark in _OUTER or not doubled) and _can_open(text, mark, at):
                opened, depth = (at, mark), 0
        elif mark in _CLOSERS[opened[1]] and _can_close(text, mark, at):
            if depth:
                depth -= 1
                continue
            yield Quoted(opened[0] + 1, at, opened[0], at + 1, number)
            opened = None
        elif mark == opened[1] and mark not in '"':
            depth += 1
    if opened is not None:
        yield Quoted(opened[0] + 1, paragraph.end, opened[0], paragraph.end, number, closed=False)


def _can_open(text: str, mark: str, at: int) -> bool:
    """A mark opens before a word and after a gap: so `»` tells by its place whether it opens or closes."""
    before, after = text[at - 1 : at], text[at + 1 : at + 3].lstrip(" \u00a0\u202f")[:1]
    if mark not in _CLOSERS or not after or (mark == "’"):
        return False
    return before in _BEFORE_OPENER and (after.isalnum() or after in "¿¡[(‚‘›‹…„“«.'’")


def _can_close(text: str, mark: str, at: int) -> bool:
    """Tell a mark that closes from an apostrophe and from one that opens again."""
    after = text[at + 1 : at + 2]
    if mark in "’‘":
        return not after.isalnum()
    if mark in '"“':
        return not (after.isalnum() and text[at - 1 : at].isspace())
    return True


def _trimmed(text: str, quoted: Quoted) -> Quoted:
    inner = text[quoted.start : quoted.end]
    start = quoted.start + len(inner) - len(inner.lstrip())
    return replace(quoted, start=start, end=start + len(inner.strip()))
