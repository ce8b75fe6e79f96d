"""The source's words around a record's own, and all the stretches of a source that the site uses."""

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import quote as percent

from explainer.library.library import Library
from explainer.records.model import AnyRecord, Check, Figure, Quote, Source

CONTEXT = 220
"""Code points shown before and after a record's words: a sentence or so, well within an excerpt."""
_EDGE = 90
"""The same on a source's own page, where the passages stand together."""
_NEAR = 140
_MARKS = "“”\"„«»‘’'"
_LONG = 120
"""From this length on, a text fragment names only the first and last words."""


_Span = tuple[int, int, AnyRecord]


class Passage(NamedTuple):
    """A record's words as they stand in the source, with what stands before and after."""

    before: str
    exact: str
    after: str


class Piece(NamedTuple):
    """A stretch of a source's text and the records that use it; none for the text between."""

    text: str
    records: tuple[AnyRecord, ...] = ()
    opens: tuple[AnyRecord, ...] = ()
    """Records whose words begin here."""


class Paragraph(NamedTuple):
    """One paragraph of a source as shown."""

    pieces: tuple[Piece, ...]
    start: int
    """Where it stands in the text."""

    @property
    def records(self) -> list[AnyRecord]:
        """Return the records that use the paragraph, in order of their words."""
        return [record for piece in self.pieces for record in piece.opens]


def place(record: AnyRecord, library: Library) -> tuple[int, int] | None:
    """Return where the record's words were found in the text of its source, or None."""
    match = library.matches.get(record.ref)
    if match is not None:
        return match.start, match.end
    return None


def around(record: AnyRecord, library: Library) -> Passage:
    """Return the passage around a quote, figure or check, from the text, else from the record itself."""
    source, exact = getattr(record, "source", None), getattr(record, "exact", None) or ""
    text, found = library.texts.get(source or ""), place(record, library)
    if text is None or found is None:
        return Passage(getattr(record, "prefix", ""), exact, getattr(record, "suffix", ""))
    start, end = found
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    return Passage(_tail(text[first:start]), text[start:end], _head(text[end:last]))


def beside(record: AnyRecord, library: Library) -> Passage:
    """Return the nearest words before and after, without the marks that open and close the quotation."""
    found = around(record, library)
    before, after = found.before.rstrip().rstrip(_MARKS).rstrip(), found.after.lstrip(_MARKS).lstrip()
    return Passage(_tail(before, _EDGE), found.exact, _head(after, _NEAR))


def paragraphs(source: Source, library: Library) -> Iterator[Paragraph]:
    """Yield the paragraphs of a source that may be shown: all of them, or what surrounds the words used."""
    text = library.texts[source.id]
    waiting, open_spans = deque(spans(source, library)), list[_Span]()
    position = 0
    for line in text.splitlines(keepends=True):
        start, end = position, position + len(line.rstrip())
        position += len(line)
        while waiting and waiting[0][0] < end:
            open_spans.append(waiting.popleft())
        open_spans = [span for span in open_spans if span[1] > start]
        if line.strip() and (open_spans or source.rights == "full"):
            pieces = _pieces(text, start, end, open_spans)
            yield Paragraph(tuple(pieces if source.rights == "full" else _clipped(pieces)), start)


def spans(source: Source, library: Library) -> list[_Span]:
    """Return start, end and record of all words taken from a source, in its order."""
    found_spans = []
    for kind in (Quote.KIND, Figure.KIND, Check.KIND):
        for record in library.from_source(kind, source.id):
            found = place(record, library) if getattr(record, "source", None) == source.id else None
            if found:
                found_spans.append((*found, record))
    return sorted(found_spans, key=lambda span: (span[0], -span[1], span[2].ref))


def _pieces(text: str, start: int, end: int, spans: Sequence[_Span]) -> list[Piece]:
    """Cut a paragraph wherever a record's words begin or end, so that overlapping records both show."""
    cuts = {start, end} | {min(max(edge, start), end) for span in spans for edge in span[:2]}
    edges = sorted(cuts)
    pieces = []
    for left, right in pairwise(edges):
        over = (span for span in spans if span[0] <= left and span[1] >= right)
        using = tuple(span[2] for span in sorted(over, key=_nearness))
        opens = tuple(span[2] for span in spans if span[0] == left)
        pieces.append(Piece(text[left:right], using, opens))
    return pieces


def _nearness(span: _Span) -> tuple[bool, int]:
    """Order what overlaps: the words of a quote or figure before the claim they stand in."""
    start, end, record = span
    return record.KIND == Check.KIND, end - start


def _clipped(pieces: list[Piece]) -> Iterator[Piece]:
    for index, piece in enumerate(pieces):
        first, last = index == 0, index == len(pieces) - 1
        if piece.records or len(piece.text) <= (1 if first or last else 2) * _EDGE:
            yield piece
        elif first:
            yield Piece(_tail(piece.text, _EDGE))
        elif last:
            yield Piece(_head(piece.text, _EDGE))
        else:
            yield Piece(f"{_head(piece.text, _EDGE)} {_tail(piece.text, _EDGE).removeprefix('… ')}")


def _tail(text: str, most: int = CONTEXT) -> str:
    if len(text) <= most:
        return text
    kept = text[-most:]
    return "… " + kept[kept.find(" ") + 1 :]


def _head(text: str, most: int = CONTEXT) -> str:
    if len(text) <= most:
        return text
    kept = text[:most]
    return kept[: kept.rfind(" ")] + " …"


def fragment_url(record: AnyRecord, source: Source, library: Library) -> str | None:
    """Return the source's address with a text fragment that scrolls to the record's words.

    Form: https://wicg.github.io/scroll-to-text-fragment/ - hyphens, commas and ampersands are
    escaped. Few words are singled out by those before them; of many, the first and last are named.
    """
    exact = getattr(record, "exact", None)
    if not source.url or not exact or not source.url.startswith("http") or "[…]" in exact or "…" in exact:
        return source.url
    words = exact.rstrip(",").split()
    parts = [" ".join(words)] if len(exact) <= _LONG else [" ".join(words[:5]), " ".join(words[-5:])]
    fragment = ",".join(map(_encoded, parts))
    before = around(record, library).before.split()[-3:]
    if len(words) <= 3 and before:
        fragment = f"{_encoded(' '.join(before))}-,{fragment}"
    return f"{source.url.split('#')[0]}#:~:text={fragment}"


def _encoded(words: str) -> str:
    return percent(words, safe="").replace("-", "%2D")
