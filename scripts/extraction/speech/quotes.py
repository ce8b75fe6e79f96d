"""Quotes of an article with their kinds and speakers: the order of work, no rules of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from extraction.candidates import Note, PersonCandidate, QuoteCandidate, QuoteKind
from extraction.paragraphs import Span
from extraction.speech import cast, frames, kinds, marks, notes, speakers, tokens
from extraction.speech.clauses import Surroundings
from extraction.speech.frames import Frame
from extraction.speech.naming import Naming
from extraction.speech.people import Register
from extraction.speech.sources import PossibleSpeaker


@dataclass(frozen=True, slots=True)
class Found:
    """The quotes of an article in order, who speaks or is named in it, and what to look at."""

    quotes: tuple[QuoteCandidate, ...]
    people: tuple[PersonCandidate, ...]
    notes: tuple[Note, ...]


def find(text: str, paragraphs: Sequence[Span]) -> Found:
    """Return every quoted stretch of `text` with what it is and whose words it holds."""
    quoted = marks.find(text, paragraphs)
    around = Surroundings(tokens.read(text, paragraphs, quoted))
    reader = _Reader(text, around, Naming(around, Register(text)))
    found = [quote for frame in frames.find(text, around.tokens, quoted) if (quote := reader.read(frame))]
    return Found(
        quotes=tuple(found),
        people=tuple(cast.find(reader.naming, found)),
        notes=tuple(notes.find(text, paragraphs, quoted, found, reader.naming.register)),
    )


class _Reader:
    """Reads the quotes of one article in order: each may lean on the one before."""

    def __init__(self, text: str, around: Surroundings, naming: Naming) -> None:
        self.text = text
        self.around = around
        self.naming = naming
        self.previous: Frame | None = None
        self.previous_direct = False
        self.last_direct: Frame | None = None

    def read(self, frame: Frame) -> QuoteCandidate | None:
        """Return the quote in a frame, or None where it is the title of a work."""
        direct = kinds.is_direct(kinds.traits(self.around, frame, self.previous, self.previous_direct))
        source = speakers.choose(self.around, frame, self.last_direct)
        kind = kinds.of(self.text, frame, direct=direct, source=source)
        self.previous, self.previous_direct = frame, direct
        if kind is None:
            return None
        if kind == "scare":
            source = None
        quote = self._quote(frame, kind, source)
        if direct:
            self.last_direct = frame
            self.naming.note_speaker(quote.speaker, frame.at + 1)
        return quote

    def _quote(self, frame: Frame, kind: QuoteKind, source: PossibleSpeaker | None) -> QuoteCandidate:
        start, end = frame.quoted.start, frame.quoted.end
        speaker, as_named = self.naming.resolve(source) if source else (None, None)
        cue = None if source is None or source.cue is None else self.around.tokens.words[source.cue]
        exact = self.text[start:end]
        return QuoteCandidate(exact, start, end, kind, speaker=speaker, speaker_as_named=as_named, cue=cue)
