"""Quotes of an article with their kinds and speakers: the order of work, no rules of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from extraction import frames, kinds, marks, speakers, tokens, weights
from extraction.candidates import Note, PersonCandidate, QuoteCandidate, QuoteKind
from extraction.frames import Frame
from extraction.naming import Naming
from extraction.paragraphs import Span
from extraction.people import Register
from extraction.speakers import Source, Surroundings


@dataclass(frozen=True, slots=True)
class Found:
    """The quotes of an article, and who it names."""

    quotes: list[QuoteCandidate]
    people: list[PersonCandidate]
    notes: list[Note]


def find(text: str, paragraphs: Sequence[Span]) -> Found:
    """Return every quoted stretch of `text` that somebody said, and how it was said."""
    quoted = marks.find(text, paragraphs)
    words = tokens.read(text, paragraphs, quoted)
    around = Surroundings(words)
    register = Register(text)
    naming = Naming(around, register)
    quotes: list[QuoteCandidate] = []
    last: Frame | None = None
    previous: Frame | None = None
    previous_direct = False
    for frame in frames.find(text, words, quoted):
        signs = list(kinds.signs(around, frame, previous, previous_direct))
        direct = kinds.is_direct(signs, weights.table("weights-direct"))
        source = _source(around, frame, last)
        kind = _kind(text, frame, direct, source)
        previous, previous_direct = frame, direct
        if kind is None:
            continue
        speaker, as_named = naming.resolve(source) if source and kind != "scare" else (None, None)
        if direct:
            last = frame
            naming.note_speaker(speaker, frame.at + 1)
        cue = None if source is None or source.cue is None or kind == "scare" else words.words[source.cue]
        start, end = frame.quoted.start, frame.quoted.end
        quotes.append(
            QuoteCandidate(
                text[start:end], start, end, kind, speaker=speaker, speaker_as_named=as_named, cue=cue
            )
        )
    return Found(quotes, list(register.people()), [])


def _source(around: Surroundings, frame: Frame, last: Frame | None) -> Source | None:
    found = speakers.candidates(around, frame, last)
    table = weights.table("weights-source")
    return max(found, key=lambda source: speakers.score(source, table), default=None)


def _kind(text: str, frame: Frame, direct: bool, source: Source | None) -> QuoteKind | None:
    """Return the kind, or None for the title of a work."""
    if direct:
        return "continuation" if source is not None and source.side == "C" else "direct"
    attributed = source is not None and source.cue is not None
    if attributed:
        return "fragment"
    words = text[frame.quoted.start : frame.quoted.end].split()
    if len(words) > 1 and all(word[:1].isupper() or len(word) < 4 for word in words):
        return None
    return "scare"
