"""Quotation marks of every style, paired within their paragraph; nested marks stay inside."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extraction.paragraphs import Span


@dataclass(frozen=True, slots=True)
class Quoted:
    """The text between two marks, and the marks themselves: `outer_start <= start <= end <= outer_end`."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    closed: bool = True
    """False where the paragraph ends first: the quote goes on in the next one, or a mark is missing."""


_MARK = re.compile(r"'{2,3}|``|[“”„\"«»‹›「」『』]")
_WORD = re.compile(r"\w")
_SINGLE = re.compile(r"[‘’]")
_FAMILY = {"«": "«", "»": "«", "‹": "‹", "›": "‹", "「": "「", "」": "「", "『": "『", "』": "『"}
_OPENERS = frozenset("“„«‹「『") | {"``"}
_CLOSERS = frozenset("”»›」』")
_BEFORE_OPENER = frozenset(" \t\n\r\u00a0\u2009\u202f([{—–-/¿¡>*_:,") | {""}


def find(text: str, paragraphs: Sequence[Span]) -> list[Quoted]:
    """Return the quoted stretches of `text` in order; those without a word are left out."""
    pattern = _MARK if _MARK.search(text) else _SINGLE
    matches = list(pattern.finditer(text))
    found: list[Quoted] = []
    place = 0
    for number, paragraph in enumerate(paragraphs):
        inside = []
        while place < len(matches) and matches[place].start() < paragraph.end:
            inside.append(matches[place])
            place += 1
        if inside:
            found += _pair(text, number, paragraph, inside)
    return [_trimmed(text, quoted) for quoted in found if _WORD.search(text, quoted.start, quoted.end)]


def _trimmed(text: str, quoted: Quoted) -> Quoted:
    """Leave out the white space between marks and words, as in « oui »."""
    inner = text[quoted.start : quoted.end]
    if not (inner[0].isspace() or inner[-1].isspace()):
        return quoted
    start = quoted.start + len(inner) - len(inner.lstrip())
    return replace(quoted, start=start, end=start + len(inner.strip()))


def _pair(text: str, number: int, paragraph: Span, matches: Sequence[re.Match[str]]) -> Iterator[Quoted]:
    """Walk the marks of one paragraph; only a mark of the family that opened a stretch can close it."""
    opened: tuple[int, int, str] | None = None
    for match in matches:
        mark, start, end = match.group(), match.start(), match.end()
        family = _FAMILY.get(mark, "“")
        if opened is None:
            if _can_open(text, mark, start, end):
                opened = (start, start + min(2, end - start), family)
            continue
        if family != opened[2] or (mark in "‘’" and not _can_close(text, mark, start, end)):
            continue
        if start == opened[1]:
            doubled = text[opened[0] : start] != mark
            opened = (opened[0], end, family) if doubled else None
            continue
        if _can_close(text, mark, start, end):
            close = max(start, end - 2) if mark.startswith("'") else start
            yield Quoted(opened[1], close, opened[0], end, number)
            opened = None
        else:
            yield Quoted(opened[1], start, opened[0], start, number, closed=False)
            opened = (start, end, family)
    if opened is not None:
        yield Quoted(opened[1], paragraph.end, opened[0], paragraph.end, number, closed=False)


def _can_open(text: str, mark: str, start: int, end: int) -> bool:
    """A closing form opens nothing; a straight mark opens where a word begins, so inches do not."""
    if mark in _OPENERS:
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    if mark in _CLOSERS and mark != "”":
        return mark in "»›" and before in _BEFORE_OPENER and after.isalnum()
    if mark == "’":
        return False
    if mark == "‘":
        return before in _BEFORE_OPENER and after.strip() != ""
    return before in _BEFORE_OPENER and (mark != "”" or after.isalnum())


def _can_close(text: str, mark: str, start: int, end: int) -> bool:
    """An opening form closes only where it stands like a slip of the hand: after a word, before a gap."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if mark in "’‘":
        plural = before == "s" and after == " "
        return mark == "’" and not after.isalnum() and before.strip() != "" and not plural
    if mark in _OPENERS or mark == '"' or mark.startswith("'"):
        return not (before in _BEFORE_OPENER and before != "," and after.strip() != "" and after.isalnum())
    return True
