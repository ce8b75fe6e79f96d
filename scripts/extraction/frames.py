"""The frame of a quote: the sentence around it, as its kind and its source are read from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from extraction.marks import Quoted
from extraction.tokens import Token

SENTENCE_EDGE = frozenset(".|")


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


def find(text: str, tokens: Sequence[Token], quoted: Sequence[Quoted]) -> list[Frame]:
    """Return the frame of each quoted stretch, in order."""
    frames: list[Frame] = []
    for at, token in enumerate(tokens):
        if token.kind == "Q":
            frames.append(_frame(text, tokens, at, quoted[token.quote], frames))
    return frames


def _frame(text: str, tokens: Sequence[Token], at: int, quoted: Quoted, before: Sequence[Frame]) -> Frame:
    inner = text[quoted.start : quoted.end].strip()
    left = at
    while left > 0 and tokens[left - 1].kind not in ".|Q":
        left -= 1
    right = at + 1
    while right < len(tokens) and tokens[right].kind not in ".|Q":
        right += 1
    return Frame(
        quoted=quoted,
        at=at,
        left=left,
        right=right,
        words=len(inner.split()),
        capital=inner[:1].isupper() or not inner[:1].isalpha(),
        ending=_ending(inner, quoted),
        opening=_opening(tokens, at, before),
    )


def _ending(inner: str, quoted: Quoted) -> str:
    if not quoted.closed:
        return "open"
    return _ENDINGS.get(inner.rstrip("'’")[-1:], "none")


def _opening(tokens: Sequence[Token], at: int, before: Sequence[Frame]) -> str:
    token = tokens[at - 1] if at else None
    if token is None or token.kind in ".|":
        return "start"
    if token.kind == "Q":
        return "start" if before[-1].ending in {"stop", "query", "open"} else "quote"
    if token.text in {"that", "as", "-", "–", "—", "("}:
        return token.text
    return token.kind
