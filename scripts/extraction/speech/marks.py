"""Quotation marks of every style, paired within their paragraph; nested marks stay inside."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extraction.paragraphs import Span
from extraction.speech import nicknames, single_marks


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


_MARK = re.compile(r"(?=['`“”„\"«»‹›「」『』‘’])(?:'{1,3}|``|[“”„\"«»‹›「」『』‘’])")
_WORD = re.compile(r"\w")
_FAMILY = {
    "«": "«", "»": "«", "‹": "‹", "›": "‹", "「": "「", "」": "「", "『": "『", "』": "『",
    "'": "'", "‘": "‘", "’": "‘",
}  # fmt: skip
_SINGLE = frozenset("'‘’")
_OPENERS = frozenset("“„«‹「『") | {"``"}
_CLOSERS = frozenset("”»›」』")
_BEFORE_OPENER = frozenset(" \t\n\r\u00a0\u2009\u202f([{—–-/¿¡>*_:,") | {""}


def find(text: str, paragraphs: Sequence[Span]) -> list[Quoted]:
    """Return the quoted stretches of `text` in order; those without a word are left out, as are nicknames."""
    names = nicknames.marks(text)
    matches = [match for match in _MARK.finditer(text) if match.start() not in names]
    found: list[Quoted] = []
    place = 0
    for number, paragraph in enumerate(paragraphs):
        inside = []
        while place < len(matches) and matches[place].start() < paragraph.end:
            inside.append(matches[place])
            place += 1
        if inside:
            goes_on = number + 1 < len(paragraphs) and text[paragraphs[number + 1].start] in "‘'"
            found += _pair(text, number, paragraph, inside, goes_on=goes_on)
    return [_trimmed(text, quoted) for quoted in found if _WORD.search(text, quoted.start, quoted.end)]


def _trimmed(text: str, quoted: Quoted) -> Quoted:
    """Leave out the white space between marks and words, as in « oui »."""
    inner = text[quoted.start : quoted.end]
    if not (inner[0].isspace() or inner[-1].isspace()):
        return quoted
    start = quoted.start + len(inner) - len(inner.lstrip())
    return replace(quoted, start=start, end=start + len(inner.strip()))


def _pair(
    text: str, number: int, paragraph: Span, matches: Sequence[re.Match[str]], *, goes_on: bool
) -> Iterator[Quoted]:
    """Walk the marks of one paragraph; only a mark of the family that opened a stretch can close it.

    `goes_on`: the next paragraph begins with a single mark, so that one left open here is no slip.
    """
    closings = single_marks.closings(text, matches)
    opened: tuple[int, int, str] | None = None
    skip_to = 0
    for index, match in enumerate(matches):
        mark, start, end = match.group(), match.start(), match.end()
        if index < skip_to:
            continue
        family = _FAMILY.get(mark, "“")
        if opened is None and mark in single_marks.MARKS:
            close = closings[index]
            if not single_marks.can_open(text, start):
                continue
            if close is not None:
                yield Quoted(end, matches[close].start(), start, matches[close].end(), number)
                skip_to = close + 1
            elif goes_on or (mark == "‘" and single_marks.introduces(text, start)):
                opened = (start, end, mark)
                break
        elif opened is None:
            if _can_open(text, mark, start, end):
                opened = (start, start + min(2, end - start), family)
        elif family != opened[2]:
            continue
        elif start == opened[1]:
            doubled = text[opened[0] : start] != mark
            opened = (opened[0], end, family) if doubled else None
        elif _can_close(text, mark, start, end):
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
    return before in _BEFORE_OPENER and (mark != "”" or after.isalnum())


def _can_close(text: str, mark: str, start: int, end: int) -> bool:
    """An opening form closes only where it stands like a slip of the hand: after a word, before a gap."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if mark in _OPENERS or mark == '"' or mark.startswith("'"):
        return not (before in _BEFORE_OPENER and before != "," and after.strip() != "" and after.isalnum())
    return True
