"""Quotes of an article outside English with their kinds and speakers: the order of work."""

import re
from collections.abc import Iterator, Sequence

from extraction.candidates import PersonCandidate, QuoteCandidate, QuoteKind
from extraction.languages.language import Language
from extraction.languages.speech import cues, dialogue, earlier, incises, marks, narrative
from extraction.languages.speech.attributions import Cue
from extraction.languages.speech.narrative import Narrative
from extraction.languages.speech.register import Register
from extraction.languages.speech.speakers import NOBODY, Speaker, Speakers
from extraction.paragraphs import Span
from extraction.speech import notes
from extraction.speech.marks import Quoted
from extraction.speech.quotes import Found

_FEW = 4
"""Words of a paraphrase's fragment: no more than this."""
_NOUNS = frozenset("NTGBXd")
"""Before these, without a verb of speech, stands the name of a work or an idea: "das Motto „…“"."""
_ARTICLE = re.compile(r"dn?\Z")
_STOPS = (".", "!", "?", "…")


def find(text: str, paragraphs: Sequence[Span], language: Language) -> Found:
    """Return every quoted stretch of `text` with what it is and whose words it holds."""
    quoted = marks.find(text, paragraphs)
    quoted = dialogue.with_dialogue(text, paragraphs, incises.without(text, quoted, language), language)
    around = narrative.read(text, paragraphs, quoted, language)
    register = Register(around)
    found = list(_Reader(text, around, register, quoted).read())
    return Found(
        quotes=tuple(found),
        people=tuple(_people(register, found)),
        notes=tuple(notes.find(text, paragraphs, quoted, found, register)),
    )


class _Reader:
    """Reads the quotes of one article in order: each may lean on the one before."""

    def __init__(self, text: str, around: Narrative, register: Register, quoted: Sequence[Quoted]) -> None:
        self.text = text
        self.around = around
        self.quoted = quoted
        self.speakers = Speakers(around, register)

    def read(self) -> Iterator[QuoteCandidate]:
        at = -1
        for number, stretch in enumerate(self.quoted):
            before = at
            at = self.around.kinds.index("Q", at + 1)
            cue = cues.find(self.around, at)
            if cue is None or (cue.place == "colon" and cue.subject is None and not cue.denied):
                cue = self._lead(stretch, at) or cue
            if self._says_that(stretch, at) and (cue is None or not (cue.subject or cue.denied)):
                cue = earlier.opening(self.around, at) or cue
            goes_on = number > 0 and self._goes_on(before, at, self.quoted[number - 1], cue)
            speaker = self._speaker(cue, at, goes_on=goes_on)
            kind = self._kind(stretch, at, cue, goes_on=goes_on)
            if kind in {"direct", "continuation"}:
                self.speakers.remember(speaker, at)
            yield self._quote(stretch, kind, NOBODY if kind == "scare" else speaker, cue)

    def _says_that(self, stretch: Quoted, at: int) -> bool:
        that = self.around.language.grammar.get("that", frozenset())
        return self.around.kinds[at - 1] == "," and self.text[stretch.start : stretch.end].split()[0] in that

    def _lead(self, stretch: Quoted, at: int) -> Cue | None:
        """Return the sentence before as the cue of a quote that is a sentence of its own."""
        inner = self.text[stretch.start : stretch.end]
        whole = not inner[:1].islower() and len(inner.split()) > _FEW and inner.endswith(_STOPS)
        return earlier.sentence_before(self.around, at) if whole else None

    def _speaker(self, cue: Cue | None, at: int, *, goes_on: bool) -> Speaker:
        if goes_on:
            return Speaker(self.speakers.last.name)
        return self.speakers.of(cue, at) if cue else NOBODY

    def _goes_on(self, before: int, at: int, previous: Quoted, cue: Cue | None) -> bool:
        """Tell whether the speaker before speaks on: nothing but that quote's own cue stands between."""
        if before != self.speakers.last_at or self.speakers.last.name is None:
            return False
        if cue and (cue.place not in {"before", "sentence", "resumed"} or cue.denied):
            return False
        between = self.around.kinds[before + 1 : at]
        if between == "c" and (cue is None or cue.place != "after"):
            return True
        if "|" in between:
            return not previous.closed and between == "|"
        if between and between[-1] not in ",.:":
            return False
        first = cues.find(self.around, before)
        inside = first is not None and first.place == "after" and before < first.at < at
        if cue is not None and cue.place == "before":
            return inside and first is not None and cue.at == first.at
        limit = 1 if between.endswith((".", ":")) or not inside else 0
        return between.count(".") <= limit and (inside or between in {"", "."})

    def _kind(self, stretch: Quoted, at: int, cue: Cue | None, *, goes_on: bool) -> QuoteKind:
        inner = self.text[stretch.start : stretch.end]
        words = len(inner.split())
        before = self.around.kinds[at - 1 : at] if at else "|"
        begins = before in {".", "|", ":", "Q", "-", ""} or goes_on
        whole = begins and (not inner[:1].islower() or goes_on)
        if goes_on:
            return "continuation"
        if self._is_named(stretch, at, cue):
            return "scare"
        called = not (cue and cue.subject) or _ARTICLE.search(self.around.kinds, 0, at)
        if called and inner[:1].isupper() and not inner.endswith(_STOPS) and self._is_title(inner):
            return "scare"
        if cue and not cue.denied and cue.place in {"after", "colon"} and (whole or words > _FEW):
            return "direct"
        if cue and cue.subject and before == "," and inner[:1].isupper() and self._is_clause(inner):
            return "direct"
        if whole and (words > _FEW or (inner.endswith(_STOPS) and words > 1)) and not (cue and cue.denied):
            return "direct"
        if not cue and before in _NOUNS and words <= 2 * _FEW:
            return "scare"
        if words > _FEW + 1 or (cue and words > _FEW):
            return "direct"
        return "fragment" if cue and not cue.denied else "scare"

    def _is_named(self, stretch: Quoted, at: int, cue: Cue | None) -> bool:
        """Tell what somebody or something is called: "unter dem Motto „…“", "Verein Nord („…“)"."""
        naming = self.around.language.grammar.get("naming", frozenset())
        before = at - 1 - (self.around.kinds[at - 1] == ":")
        if self.around.words[before].lower() in naming:
            return True
        told = cue.subject if cue else None
        if told and told.kind == "text" and self.around.words[told.head].lower() in naming:
            return True
        inner = self.text[stretch.start : stretch.end]
        bracket = self.around.kinds[at - 1] == "("
        mere = cue is not None and cue.place == "colon" and cue.at == at - 1 and len(inner.split()) < _FEW
        return (bracket or mere) and not inner.endswith(_STOPS) and self._is_title(inner)

    def _is_title(self, inner: str) -> bool:
        """Tell the name of a work, a law or a group, in a language whose finite verbs are listed."""
        return "finite" in self.around.language.grammar and not self._is_clause(inner)

    def _is_clause(self, inner: str) -> bool:
        finite = self.around.language.grammar.get("finite", frozenset())
        classes = self.around.language.classes
        words = [word.strip(",;:()–-") for word in inner.lower().split()]
        return bool(finite) and any(
            word in finite or classes.get(word) in {"V", "A", "p", "o"} for word in words
        )

    def _quote(self, stretch: Quoted, kind: QuoteKind, speaker: Speaker, cue: Cue | None) -> QuoteCandidate:
        start, end = stretch.start, stretch.end
        named = cue is not None and speaker.as_named is not None
        return QuoteCandidate(
            self.text[start:end],
            start,
            end,
            kind,
            speaker=speaker.name,
            speaker_as_named=speaker.as_named,
            cue=self.around.words[cue.at] if named and cue and self.around.words[cue.at] != ":" else None,
        )


def _people(register: Register, quotes: Sequence[QuoteCandidate]) -> Iterator[PersonCandidate]:
    """Yield who is quoted by name, and who is named in full with a known first name or a title."""
    speakers = {quote.speaker for quote in quotes}
    for entry in register.entries:
        if len(entry.words) < 2 and entry.name not in speakers:
            continue
        if entry.person or entry.name in speakers:
            yield PersonCandidate(
                name=entry.name,
                aliases=tuple(sorted(entry.aliases - {entry.name})),
                titles=tuple(dict.fromkeys(entry.titles)),
                mentions=max(1, entry.mentions),
            )
