"""Quotes of an article with their kinds and speakers: the order of work, no rules of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extraction.candidates import Note, PersonCandidate, QuoteCandidate, QuoteKind
from extraction.paragraphs import Span
from extraction.speech import cast, frames, kinds, marks, notes, speakers, tokens
from extraction.speech.clauses import Surroundings
from extraction.speech.frames import Frame
from extraction.speech.naming import Naming
from extraction.speech.people import Register
from extraction.speech.speakers import Choice

SURE = 0.0
"""A speaker less likely than this is not named: a wrong name is worse than none."""

_LABEL = re.compile(r"((?:[^\W\d_]\.[ ]?)?[^\W\d_a-z][^\W\d_a-z.'’-]+(?: [^\W\d_a-z.'’-]+){0,3}):\s+(?=\S)")
"""In capitals, as transcripts set it."""
_PARAGRAPHS = 40
"""So many paragraphs may one quote go on, each begun with a mark and left open."""


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
    reader = _Reader(text, around, Naming(around, Register(text)), frames.find(text, around.tokens, quoted))
    found = [quote for number in range(len(quoted)) if (quote := reader.read(number))]
    return Found(
        quotes=tuple(found),
        people=tuple(cast.find(reader.naming, found)),
        notes=tuple(notes.find(text, paragraphs, quoted, found, reader.naming.register)),
    )


class _Reader:
    """Reads the quotes of one article in order: each may lean on the one before."""

    def __init__(self, text: str, around: Surroundings, naming: Naming, found: Sequence[Frame]) -> None:
        self.text = text
        self.around = around
        self.naming = naming
        self.frames = found
        self.previous: Frame | None = None
        self.previous_direct = False
        self.last_direct: Frame | None = None
        self.last_likely = 1.0

    def read(self, number: int) -> QuoteCandidate | None:
        """Return the quote in a frame, or None where it is the title of a work."""
        frame = self.frames[number]
        traits = kinds.traits(self.around, frame, self.previous, self.previous_direct)
        goes_on = next(self._rest(number), None) is not None
        choice = self._choice(number)
        label = _LABEL.match(self.text, frame.quoted.start, frame.quoted.end)
        direct = kinds.is_direct(traits) or goes_on or choice.spoken or label is not None
        kind = kinds.of(self.text, frame, direct=direct, source=choice.source)
        self.previous, self.previous_direct = frame, direct
        if kind is None:
            return None
        quote = self._labeled(frame, label) if label else self._quote(frame, kind, choice)
        if direct:
            self.last_direct = frame
            self.naming.note_speaker(quote.speaker, frame.at + 1)
        return quote

    def _rest(self, number: int) -> Iterator[Frame]:
        """Yield the next paragraphs of a quote left open at its own one's end, each begun with a mark."""
        kinds_of_words = self.around.tokens.kinds
        for at in range(number, min(number + _PARAGRAPHS, len(self.frames) - 1)):
            frame, following = self.frames[at], self.frames[at + 1]
            next_one = following.quoted.paragraph == frame.quoted.paragraph + 1
            if frame.quoted.closed or not next_one or kinds_of_words[following.at - 1] != "|":
                return
            yield following

    def _choice(self, number: int) -> Choice:
        """Return who speaks; of a quote in several paragraphs, whom the clause beside any of them names."""
        frame = self.frames[number]
        choice = speakers.choose(self.around, frame, self.last_direct)
        if not choice.introduced:
            for later in self._rest(number):
                told = speakers.choose(self.around, later, self.last_direct)
                if told.introduced:
                    return told
        return choice

    def _labeled(self, frame: Frame, label: re.Match[str]) -> QuoteCandidate:
        """Return the words behind a speaker's label within the marks: “PENCE: Well, look.”"""
        start, end = label.end(), frame.quoted.end
        speaker = self.naming.called(label[1])
        self.last_likely = 1.0
        return QuoteCandidate(
            self.text[start:end], start, end, "direct", speaker=speaker, speaker_as_named=label[1]
        )

    def _quote(self, frame: Frame, kind: QuoteKind, choice: Choice) -> QuoteCandidate:
        start, end = frame.quoted.start, frame.quoted.end
        exact = self.text[start:end]
        source = None if kind == "scare" else choice.source
        if source is None:
            return QuoteCandidate(exact, start, end, kind)
        speaker, as_named, likely = self.naming.resolve(source)
        likely *= choice.likely * (self.last_likely if source.carried else 1)
        if kind != "fragment":
            self.last_likely = likely
        cue = None if source.cue is None else self.around.tokens.words[source.cue]
        sure = speaker if likely >= SURE else None
        return QuoteCandidate(exact, start, end, kind, speaker=sure, speaker_as_named=as_named, cue=cue)
