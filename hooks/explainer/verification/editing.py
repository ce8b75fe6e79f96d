"""Quotations with a writer's marks: `[…]` for words put in or changed, `…` for words left out.

Every change is marked and every remaining stretch must stand in the source, in order, inside one quotation
of one paragraph. A run of words that is taken whole has at least three words, so that nobody's sentence is
pieced together from scraps.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from explainer.text.pattern import pattern
from explainer.verification.boundaries import is_whole
from explainer.verification.folding import View, fold

MIN_RUN = 3
"""Words in each unbroken run."""
MAX_REPLACED = 80
"""Characters of the source that a bracket may stand for."""
MAX_GAP = 600
"""Characters of the source that an ellipsis may leave out."""
_MOST_STARTS = 200

_MARK = pattern(r"\[([^\[\]]*)\]|\.\.\.")
_WRITTEN = pattern(r"\[([^\[\]]*)\]|…|\.\.\.|\. \. \.")
"""The same marks as they are written."""
_PARTING = " ,;:.-–—\n\t\u00a0"
_LEADING = pattern(r"(?:[ ,;:]|\.(?!\d))+")
_TRAILING = " ,.;:-"
"""Marks around a cut are the writer's; a question or an exclamation must be the source's own."""
_WALL = pattern(r"[\"«»‹›「」『』]|(?<!\w)'(?=\w)|'(?!\w)")
"""Quotation marks; an apostrophe within a word is none."""
_PARAGRAPH = pattern(r"\n[ \t\r]*\n|[.!?:”\"]\s*\n")

Spans = list[tuple[int, int]]


class _Piece(NamedTuple):
    """A stretch that must stand in the source."""

    words: str
    after_bracket: bool
    any_case: bool
    """Whether a bracket holds its first letter, whose case may then differ: `[W]e`."""


def has_marks(exact: str) -> bool:
    """Return whether a quotation holds brackets or an ellipsis."""
    return _MARK.search(fold(exact)) is not None


def inserted(exact: str) -> list[str]:
    """Return the words that brackets put in."""
    return re.findall(r"\[([^\[\]]*)\]", exact)


class Edit(NamedTuple):
    """A writer's marks between two stretches, or at an end of the quotation."""

    put_in: str
    """The words of its brackets; empty for an ellipsis."""
    left_out: str
    """What the source has there."""
    before: str
    after: str
    is_inner: bool
    """Whether words are taken over on both sides."""


def edits(text: str, exact: str, pieces: Sequence[tuple[int, int]]) -> Iterator[Edit]:
    """Yield each group of marks in `exact`, whose stretches stand at `pieces` of `text`."""
    marks = [mark for mark in _WRITTEN.finditer(exact) if not _is_first_letter(mark, exact)]
    done, before, index = 0, "", 0
    while index < len(marks):
        first = last = index
        while last + 1 < len(marks) and not exact[marks[last].end() : marks[last + 1].start()].strip(
            _PARTING
        ):
            last += 1
        done += bool(exact[marks[first - 1].end() if first else 0 : marks[first].start()].strip(_PARTING))
        before, after = exact[: marks[first].start()], exact[marks[last].end() :]
        is_inner = 0 < done < len(pieces)
        left_out = text[pieces[done - 1][1] : pieces[done][0]] if is_inner else ""
        put_in = " ".join(mark[1].strip() for mark in marks[first : last + 1] if (mark[1] or "").strip(" .…"))
        yield Edit(put_in, left_out, before, after, is_inner)
        index = last + 1


def _is_first_letter(mark: re.Match[str], exact: str) -> bool:
    """Say whether a bracket holds but the first letter of a word: `[W]e`."""
    is_letter = len(mark[1] or "") == 1 and mark[1].isalpha()
    return is_letter and exact[mark.end() : mark.end() + 1].isalpha()


def locate(text: str, view: View, exact: str) -> list[Spans]:
    """Return every way the stretches of `exact` stand in `text`, as spans in order.

    `view` is the text's view without typography. At most 200 beginnings are tried.
    """
    pieces = _pieces(fold(exact))
    found: list[Spans] = []
    if not pieces:
        return found
    start = _find(view.text, pieces[0], 0, len(view.text))
    for _ in range(_MOST_STARTS):
        if start < 0:
            break
        spans = _follow(view.text, pieces, start)
        sources = [view.source_span(*span) for span in spans]
        whole = [source for source in sources if source]
        if spans and len(whole) == len(pieces) and _stays_in_paragraph(text, whole):
            found.append(whole)
        start = _find(view.text, pieces[0], start + 1, len(view.text))
    return found


def _pieces(folded: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    end, bracket, letter = 0, False, ""
    for mark in [*_MARK.finditer(folded), None]:
        words = letter + folded[end : mark.start() if mark else len(folded)].rstrip(_TRAILING)
        opening = _LEADING.match(words)
        if words := words[opening.end() :] if opening else words:
            pieces.append(_Piece(words, bracket, bool(letter)))
        if mark:
            put_in = (mark[1] or "").strip(" .")
            end, bracket = mark.end(), bool(put_in)
            is_first_letter = len(put_in) == 1 and folded[end : end + 1].isalpha()
            letter = put_in if is_first_letter else ""
    return pieces


def _find(text: str, piece: _Piece, start: int, end: int) -> int:
    """Return where a piece first stands as whole words in `text[start:end]`, or -1."""
    skipped = 1 if piece.any_case else 0
    needle = piece.words[skipped:]
    at = text.find(needle, start + skipped, end)
    while at >= 0:
        begin = at - skipped
        same = not piece.any_case or text[begin].casefold() == piece.words[0].casefold()
        if same and is_whole(text, begin, at + len(needle)):
            return begin
        at = text.find(needle, at + 1, end)
    return -1


def _follow(text: str, pieces: list[_Piece], start: int) -> Spans:
    """Return the spans of all pieces, the first one at `start`; empty where they do not follow on fairly."""
    spans = [(start, start + len(pieces[0].words))]
    runs = [len(pieces[0].words.split())]
    for piece in pieces[1:]:
        end = spans[-1][1]
        reach = MAX_REPLACED if piece.after_bracket else MAX_GAP
        begin = _find(text, piece, end, end + reach + len(piece.words))
        if begin < 0 or _WALL.search(text, end, begin):
            return []
        if text[end:begin].strip(_TRAILING):
            runs.append(0)
        runs[-1] += len(piece.words.split())
        spans.append((begin, begin + len(piece.words)))
    return spans if min(runs) >= MIN_RUN else []


def _stays_in_paragraph(text: str, spans: Spans) -> bool:
    return not any(_PARAGRAPH.search(text, left[1], right[0]) for left, right in pairwise(spans))
