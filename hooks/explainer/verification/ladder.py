"""Is this quotation in its source? The ladder on which every published quotation stands.

    V0      equal at its place
    V1      equal elsewhere, one place singled out by what stands before and after
    V2      equal but for white space, no-break spaces, soft hyphens, hyphens at line ends
    V3      equal but for typography: curly and straight marks, dashes, the ellipsis sign, NFC
    EDITED  […] and … mark every change, and each remaining stretch stands in the source, in order

Anything else is a Mismatch. A match never begins or ends within a word or a number.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal, NamedTuple

from explainer.text.characters import place, shown
from explainer.verification import editing
from explainer.verification.boundaries import is_whole
from explainer.verification.folding import View, fold, views

if TYPE_CHECKING:
    from explainer.verification.nearest import Nearest

Tier = Literal["V0", "V1", "V2", "V3", "EDITED"]
Span = tuple[int, int]

_MOST_PLACES = 1_000


class Match(NamedTuple):
    """Where a quotation stands: code points into the source's text, end exclusive."""

    tier: Tier
    start: int
    end: int
    pieces: tuple[Span, ...] = ()
    """For EDITED, the span of each stretch taken over."""


class Mismatch(NamedTuple):
    """Why a quotation cannot be published, and what in the source comes nearest to it."""

    reason: Literal["absent", "several", "elsewhere", "cut"]
    message: str
    nearest: "Nearest | None" = None


class _Context(NamedTuple):
    """What a record says of its quotation's surroundings."""

    start: int | None
    prefix: str
    suffix: str

    @property
    def given(self) -> int:
        return bool(self.prefix) + bool(self.suffix)

    def fits(self, text: str, span: Span) -> int:
        """Return how many of prefix and suffix stand around a span, spacing and typography aside."""
        before = text[max(0, span[0] - len(self.prefix) - 20) : span[0]]
        after = text[span[1] : span[1] + len(self.suffix) + 20]
        return bool(self.prefix and fold(before).endswith(self.prefix)) + bool(
            self.suffix and fold(after).startswith(self.suffix)
        )


def verify(
    text: str, exact: str, *, start: int | None = None, end: int | None = None,
    prefix: str = "", suffix: str = "",
) -> Match | Mismatch:  # fmt: skip
    """Return where `exact` stands in `text` and on which step of the ladder, or why it does not.

    `start` and `end` are code points into `text`, end exclusive; `prefix` and `suffix` the words around.
    """
    if start is not None and _stands_at(text, exact, start, end):
        return Match("V0", start, start + len(exact))
    context = _Context(start, fold(prefix), fold(suffix))
    cut = False
    for tier, spans in _ladder(text, exact):
        found = list(spans)
        whole = [span for span in found if is_whole(text, *span)]
        if whole:
            chosen = _single_out(text, whole, context)
            return chosen if isinstance(chosen, Mismatch) else Match(tier, *chosen)
        cut = cut or bool(found)
    if editing.has_marks(exact):
        edited = _edited(text, exact, context)
        if edited:
            return edited
    return _mismatch(text, exact, cut=cut)


def _stands_at(text: str, exact: str, start: int, end: int | None) -> bool:
    stop = start + len(exact)
    return text.startswith(exact, start) and end in (None, stop) and is_whole(text, start, stop)


def _ladder(text: str, exact: str) -> Iterator[tuple[Tier, Iterable[Span]]]:
    """Yield each step's name and the places at which the quotation stands on it."""
    yield "V1", ((at, at + len(exact)) for at in _places(text, exact))
    spaced, typographic = views(text)
    ours_spaced, ours_typographic = views(exact)
    for view in spaced:
        yield "V2", _in_view(view, ours_spaced[0].text.strip())
    for view in typographic:
        yield "V3", _in_view(view, ours_typographic[0].text.strip())


def _places(text: str, exact: str) -> Iterator[int]:
    at = text.find(exact) if exact else -1
    for _ in range(_MOST_PLACES):
        if at < 0:
            return
        yield at
        at = text.find(exact, at + 1)


def _in_view(view: View, exact: str) -> Iterator[Span]:
    for at in _places(view.text, exact):
        span = view.source_span(at, at + len(exact))
        if span:
            yield span


def _single_out(text: str, spans: list[Span], context: _Context) -> Span | Mismatch:
    """Return the one span meant, or a Mismatch where that cannot be told."""
    scores = [context.fits(text, span) for span in spans]
    best = max(scores)
    if context.given and not best:
        line = place(text, spans[0][0])[0]
        return Mismatch(
            "elsewhere",
            f"stands at line {line} of the source, but between other words than prefix and suffix say; "
            "is it the same passage? Then correct prefix and suffix, or leave them out",
        )
    fitting = [span for span, score in zip(spans, scores, strict=True) if score == best]
    if len(fitting) == 1:
        return fitting[0]
    at_start = [span for span in fitting if span[0] == context.start]
    if at_start:
        return at_start[0]
    lines = sorted({place(text, span[0])[0] for span in spans[:5]})
    return Mismatch(
        "several",
        f"stands in {len(spans)} places of the source (lines {', '.join(map(str, lines))}); "
        "say which with start and end, or with prefix and suffix",
    )


def _edited(text: str, exact: str, context: _Context) -> Match | Mismatch | None:
    ways = editing.locate(text, views(text)[1][0], exact)
    if not ways:
        return None
    by_span = {(way[0][0], way[-1][1]): way for way in ways}
    chosen = _single_out(text, list(by_span), context)
    if isinstance(chosen, Mismatch):
        return chosen
    return Match("EDITED", *chosen, pieces=tuple(by_span[chosen]))


def _mismatch(text: str, exact: str, *, cut: bool) -> Mismatch:
    if cut:
        return Mismatch("cut", "begins or ends within a word or a number of the source; take it whole")
    from explainer.verification.nearest import nearest  # seldom needed, and slow to load

    near = nearest(text, exact)
    if near is None:
        return Mismatch("absent", "is not in the source, nor anything like it")
    differences = "; ".join(near.differences[:5])
    passage = shown(near.passage, limit=200)
    return Mismatch(
        "absent", f'is not in the source; nearest, at its line {near.line}: "{passage}" ({differences})', near
    )
