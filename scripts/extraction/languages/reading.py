"""The readers of each language, chosen by the language of the text: one place where languages part."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extraction import figures
from extraction.candidates import FigureCandidate, Note, PersonCandidate, QuoteCandidate, QuoteKind
from extraction.languages.detection import READ, detect
from extraction.languages.figures import finder
from extraction.languages.language import load
from extraction.languages.speech import quotes as rules
from extraction.paragraphs import Span
from extraction.speech import quotes

_ENGLISH = READ[0]
_NUMBER = re.compile(r"\d")
_UNREAD = (
    "This article is in {language}, in which numbers are not read: what 1.200 means, or a word behind it, "
    "depends on the language. No figure was made; add those that matter by hand."
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the readers of a text's language found in it."""

    quotes: tuple[QuoteCandidate, ...]
    figures: tuple[FigureCandidate, ...]
    people: tuple[PersonCandidate, ...]
    notes: tuple[Note, ...]
    language: str | None


def read(text: str, paragraphs: Sequence[Span], *, stated: str | None = None) -> Reading:
    """Return the quotes, figures, people and notes of a text, read in its own language.

    In a language that is not read, quotes stand without speakers, and a note says that no figure was made.
    """
    code = detect(text, stated=stated)
    if code == _ENGLISH:
        return _english(text, paragraphs)
    if code in READ:
        return _by_rules(text, paragraphs, code)
    return _unread(text, paragraphs, code)


def _english(text: str, paragraphs: Sequence[Span]) -> Reading:
    found = quotes.find(text, paragraphs)
    notes = _in_order([*found.notes, *figures.find_vague(text)])
    counted = tuple(figures.find(text, paragraphs))
    return Reading(found.quotes, counted, tuple(found.people), notes, _ENGLISH)


def _by_rules(text: str, paragraphs: Sequence[Span], code: str) -> Reading:
    found = rules.find(text, paragraphs, load(code))
    counted = finder.find(text, code)
    said = tuple(replace(quote, lang=code) for quote in found.quotes)
    notes = _in_order([*found.notes, *counted.notes])
    return Reading(said, counted.figures, tuple(found.people), notes, code)


def _unread(text: str, paragraphs: Sequence[Span], code: str | None) -> Reading:
    found = quotes.find(text, paragraphs)
    said = tuple(_unattributed(quote, code) for quote in found.quotes)
    first = _NUMBER.search(text)
    notes = [note for note in found.notes if note.reason != "unnamed-speaker"]
    if first:
        line = text.count("\n", 0, first.start()) + 1
        told = _UNREAD.format(language=f"a language ({code})" if code else "a language that is not known")
        notes.append(Note(first.start(), line, "unread-language", told))
    return Reading(said, (), (), _in_order(notes), code)


def _unattributed(quote: QuoteCandidate, code: str | None) -> QuoteCandidate:
    """Return a quote of nobody; of whom it were the continuation, nobody knows either."""
    kind: QuoteKind = "direct" if quote.kind == "continuation" else quote.kind
    return replace(quote, speaker=None, speaker_as_named=None, cue=None, lang=code, kind=kind)


def _in_order(notes: Sequence[Note]) -> tuple[Note, ...]:
    return tuple(sorted(notes, key=lambda note: note.start))
