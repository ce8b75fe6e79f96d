"""The frame of a quote: the sentence around it, as its kind and its source are read from it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extraction.speech.marks import Quoted
from extraction.speech.tokens import BREAKS, STOPS, Tokens

_FIRST_CJK = "\u2e80"
_EDGE = re.compile(r"[.|Q]")


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a quote stands among the tokens; indexes into the article's tokens, ends exclusive."""

    quoted: Quoted
    at: int
    """Index of the quote's own token."""
    left: int
    """First token of the same sentence, or the one after the previous quote in it."""
    right: int
    """End of the sentence, or the next quote in it."""
    words: int
    capital: bool
    ending: str
    """The quoted words end in `comma`, `stop`, `query` (?!), `dash` (—…), `none`; `open` if unclosed."""
    opening: str
    """What stands before: `start` of a sentence, or the class of the token before it."""


_ENDINGS = {
    ",": "comma",
    ".": "stop",
    "?": "query",
    "!": "query",
    "…": "dash",
    "—": "dash",
    "–": "dash",
    "-": "dash",
}


def find(text: str, tokens: Tokens, quoted: Sequence[Quoted]) -> list[Frame]:
    """Return the frame of each quoted stretch, in order."""
    frames: list[Frame] = []
    at = -1
    for stretch in quoted:
        at = tokens.kinds.index("Q", at + 1)
        frames.append(_frame(text, tokens, at, stretch, frames))
    return frames


def _frame(text: str, tokens: Tokens, at: int, quoted: Quoted, before: Sequence[Frame]) -> Frame:
    inner = text[quoted.start : quoted.end].strip()
    return Frame(
        quoted=quoted,
        at=at,
        left=_begin(tokens.kinds, at),
        right=_end(tokens.kinds, at + 1),
        words=_count_words(inner),
        capital=not inner[:1].islower(),
        ending=_ending(inner, quoted, text[quoted.outer_end : quoted.outer_end + 1]),
        opening=_opening(tokens, at, before),
    )


def _begin(kinds: str, at: int) -> int:
    while at > 0 and kinds[at - 1] not in BREAKS:
        at -= 1
    return at


def _end(kinds: str, at: int) -> int:
    edge = _EDGE.search(kinds, at)
    return edge.start() if edge else len(kinds)


def _count_words(inner: str) -> int:
    """Count words; where a script has no spaces between them, two characters stand for one."""
    return len(inner) // 2 if inner[:1] >= _FIRST_CJK else len(inner.split())


def _ending(inner: str, quoted: Quoted, after: str) -> str:
    """Tell how the words end; a comma or stop counts outside the mark too, as it is set in most of Europe."""
    if not quoted.closed:
        return "open"
    return _ENDINGS.get(inner.rstrip("'’")[-1:]) or {",": "comma", ".": "stop"}.get(after, "none")


def _opening(tokens: Tokens, at: int, before: Sequence[Frame]) -> str:
    if at == 0:
        return "start"
    word, kind = tokens.words[at - 1], tokens.kinds[at - 1]
    if kind in STOPS:
        return "start"
    if kind == "Q":
        return "start" if before[-1].ending in {"stop", "query", "open"} else "quote"
    return word if word in {"that", "as", "-", "–", "—", "("} else kind
