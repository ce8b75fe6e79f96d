"""What a writer should look at: marks that are never closed, quotes whose speaker cannot be told."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Protocol

from extraction.candidates import Note, QuoteCandidate
from extraction.paragraphs import Span
from extraction.speech.marks import Quoted

_UNCLOSED = (
    "The quotation mark before “{words}” is never closed, so the quote was taken to end with its paragraph. "
    "Close it where the quote ends, or open the next paragraph with a mark if the quote goes on there."
)
_UNNAMED = (
    "The article does not tell plainly who said “{words}”{near}. Name the speaker if you know who it is; "
    "until then the quote stands without one."
)
_SHARED = (
    "“{words}” is said by {surname}, which may be {names}. Name the one who said it; "
    "until then the quote stands with the surname alone."
)
_SHOWN_WORDS = 8
_SHOWN_NAMES = 4


class Named(Protocol):
    """Somebody with a full name."""

    @property
    def name(self) -> str:
        """The full name."""


class Register(Protocol):
    """Whoever knows who shares a surname: the register of any language."""

    def sharing(self, surname: str) -> Sequence[Named]:
        """Return everybody with a surname."""


def find(
    text: str,
    paragraphs: Sequence[Span],
    quoted: Sequence[Quoted],
    quotes: Iterable[QuoteCandidate],
    register: Register,
) -> list[Note]:
    """Return the notes on an article's quotes in order; lines count from 1."""
    places = [*_unclosed(text, paragraphs, quoted), *_unnamed(quotes, register)]
    notes: list[Note] = []
    line, counted = 1, 0
    for start, reason, message in sorted(places):
        line += text.count("\n", counted, start)
        counted = start
        notes.append(Note(start, line, reason, message))
    return notes


def _unclosed(
    text: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted]
) -> Iterator[tuple[int, str, str]]:
    """Yield open marks, except where the next paragraph begins with a mark: so long quotes are printed."""
    for one, following in zip_longest(quoted, quoted[1:]):
        if one.closed:
            continue
        goes_on = (
            following is not None
            and following.paragraph == one.paragraph + 1
            and following.outer_start == paragraphs[following.paragraph].start
        )
        if not goes_on:
            yield (
                one.outer_start,
                "unclosed-mark",
                _UNCLOSED.format(words=_first_words(text[one.start : one.end])),
            )


def _unnamed(quotes: Iterable[QuoteCandidate], register: Register) -> Iterator[tuple[int, str, str]]:
    """Yield quotes nobody is found for, and those of a surname that several people in the article share."""
    for quote in quotes:
        if quote.kind not in {"direct", "continuation"}:
            continue
        words = _first_words(quote.exact)
        if quote.speaker is None:
            near = f"; “{quote.speaker_as_named}” is as near as it comes" if quote.speaker_as_named else ""
            yield quote.start, "unnamed-speaker", _UNNAMED.format(words=words, near=near)
        elif len(sharing := register.sharing(quote.speaker)) > 1:
            names = " or ".join(entry.name for entry in sharing[:_SHOWN_NAMES])
            message = _SHARED.format(words=words, surname=quote.speaker, names=names)
            yield quote.start, "unnamed-speaker", message


def _first_words(exact: str) -> str:
    words = exact.split(maxsplit=_SHOWN_WORDS)
    return " ".join(words[:_SHOWN_WORDS]).rstrip(",.") + (" …" if len(words) > _SHOWN_WORDS else "")
