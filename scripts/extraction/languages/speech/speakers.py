"""Who speaks: the subject of a quote's cue as a full name, pronouns and offices resolved or left open."""

from typing import NamedTuple

from extraction.languages.speech import phrases
from extraction.languages.speech.attributions import Cue
from extraction.languages.speech.narrative import AGED, Narrative
from extraction.languages.speech.phrases import Phrase
from extraction.languages.speech.register import Register


class Speaker(NamedTuple):
    """The full name or description of a speaker, and the words beside the quote that name them."""

    name: str | None
    as_named: str | None = None


NOBODY = Speaker(None)
_INFLECTED = ("e", "en", "em", "er", "es")


class Speakers:
    """Resolves the cues of one article in reading order; remembers who spoke last, and where."""

    def __init__(self, around: Narrative, register: Register) -> None:
        self.around = around
        self.register = register
        self.last = NOBODY
        self.last_at = -1

    def remember(self, speaker: Speaker, quote: int) -> None:
        """Note who was quoted at token `quote`."""
        self.last, self.last_at = speaker, quote

    def of(self, cue: Cue, quote: int) -> Speaker:
        """Return who a cue says speaks; nobody where it is denied or cannot be told."""
        if cue.denied:
            return NOBODY
        if cue.place == "resumed":
            here = self.around.kinds.rfind("|", 0, quote)
            return Speaker(self.last.name) if self.last_at > here else NOBODY
        if cue.subject is None:
            silent = self.around.language.code == "es" and self.around.kinds[cue.at] in "VP"
            return self._unnamed(None, cue, quote) if silent else NOBODY
        if cue.subject.kind == "pronoun":
            return self._of_pronoun(cue.subject, cue, quote)
        return self._of_phrase(cue.subject, cue, quote)

    def _of_phrase(self, phrase: Phrase, cue: Cue, quote: int) -> Speaker:
        words = self.around.phrase(phrase.first, phrase.last)
        if phrase.kind == "title":
            return Speaker(self.around.titles[phrase.head], self.around.titles[phrase.head])
        if phrase.kind == "name":
            entry = self.register.find(phrase)
            name = " ".join(self.register.words(phrase))
            if entry is None and self._is_no_name(phrase, cue):
                return Speaker(None, words)
            return Speaker(entry.name if entry else name, words)
        if phrase.kind == "person" and len(sharing := self.register.sharing(words)) == 1:
            return Speaker(sharing[0].name, words)
        if phrase.kind == "person" and self._is_definite(phrase):
            holder = self.register.holding(self.around.words[phrase.head])
            if holder:
                return Speaker(holder.name, words)
            head = self.around.words[phrase.head]
            if head.lower() in self.around.language.grammar["anaphor"] or AGED.fullmatch(head):
                meant = self._unnamed(self.around.language.genders.get(words.split()[0].lower()), cue, quote)
                return Speaker(meant.name or words, words)
        return Speaker(words, words)

    def _is_no_name(self, phrase: Phrase, cue: Cue) -> bool:
        """Tell a single word for a place or thing; where nouns have capitals, a name stands by its verb."""
        words = [word.lower() for word in self.register.words(phrase)]
        if len(words) > 1:
            known = self.around.language.first_names
            return phrase.head < 0 and words[0] not in known and any(map(self._is_common, words))
        if words[0] in self.around.language.not_names or not self.around.language.capitalises_nouns:
            return words[0] in self.around.language.not_names
        before = self.around.words[phrase.name - 1] if phrase.name == phrase.first and phrase.first else ""
        if self.around.kinds[phrase.name - 1] == "n" and before.endswith(_INFLECTED):
            return words[0] not in self.around.language.first_names  # "als scheuen Gast beschrieben hatte"
        beside = phrase.last == cue.at or phrase.first - cue.at in {1, 2}
        plural = words[0].endswith("en") and self.around.words[cue.at].endswith("en")
        return phrase.head < 0 and (not beside or plural or words[0].endswith(phrases.NOUN_ENDINGS))

    def _is_common(self, word: str) -> bool:
        return (
            word in self.around.language.not_names or self.around.language.classes.get(word, "n") in "daiocwp"
        )

    def _is_definite(self, phrase: Phrase) -> bool:
        first = self.around.words[phrase.first].lower()
        return first not in self.around.language.grammar["indefinite"]

    def _of_pronoun(self, pronoun: Phrase, cue: Cue, quote: int) -> Speaker:
        word = self.around.words[pronoun.first].lower().lstrip("-").removeprefix("t-")
        owners = (self.around.language.grammar.get(f"possessive-{gender}", ()) for gender in "mf")
        owner = next((gender for gender, words in zip("mf", owners, strict=True) if word in words), None)
        gender = owner or self.around.language.genders.get(word)
        if gender is None:
            return Speaker(None, word)
        if owner:
            near = self.last_at >= self.around.kinds.rfind("|", 0, quote) and self.last.name
            return Speaker(self.last.name if near and self._fits(str(self.last.name), gender) else None, word)
        return Speaker(self._unnamed(gender, cue, quote).name, word)

    def _unnamed(self, gender: str | None, cue: Cue, quote: int) -> Speaker:
        """Return the one person it can be: of the paragraph, else of the one before; nobody where two may."""
        here = self.around.kinds.rfind("|", 0, quote) + 1
        end = min(quote, cue.at)
        opening = self._opening(here, end, gender)
        if opening:
            return opening
        if self.last_at >= here and self.last.name and self._fits(self.last.name, gender):
            return self.last if not self._others(self.last_at, end, gender) else NOBODY
        names = self._others(here, end, gender, but_last=False)
        if not names and (self.around.kinds.count(".", here, end) < 2):
            before = max(0, self.around.kinds.rfind("|", 0, max(0, here - 1)) + 1)
            if self.last_at >= before and self.last.name and self._fits(self.last.name, gender):
                return self.last if not self._others(self.last_at, end, gender) else NOBODY
            names = self._others(before, here, gender, but_last=False)
        return Speaker(next(iter(names))) if len(names) == 1 else NOBODY

    def _opening(self, here: int, end: int, gender: str | None) -> Speaker | None:
        """Return the body, the group or the one described that opens the sentence before, and goes on.

        Where that sentence names somebody too, none of them.
        """
        stop = self.around.kinds.rfind(".", here, end)
        if stop < 0 or "Q" in self.around.kinds[here:stop]:
            return None
        first = self.around.sentence(stop)[0]
        phrase = phrases.parse(self.around, first)
        if phrase is None or self._others(first, stop, None, but_last=False):
            return None
        told = self.around.language.gender(self.around.words[phrase.head])
        goes_on = phrase.kind == "person" and gender is not None and told in {gender, None}
        if goes_on or (phrase.kind in {"body", "group"} and gender is None):
            words = self.around.phrase(phrase.first, phrase.last)
            holder = self.register.holding(self.around.words[phrase.head]) if goes_on else None
            return Speaker(holder.name if holder else words, words)
        return None

    def _fits(self, name: str, gender: str | None) -> bool:
        entry = next((entry for entry in self.register.entries if entry.name == name), None)
        return entry is None or gender is None or entry.gender in {gender, None}

    def _others(self, first: int, last: int, gender: str | None, *, but_last: bool = True) -> set[str]:
        """Return the people mentioned in tokens `first` to `last` whose gender does not contradict."""
        return {
            entry.name
            for _, entry in self.register.between(first, last)
            if (entry.person or entry.gender) and (gender is None or entry.gender in {gender, None})
        } - ({self.last.name} if but_last and self.last.name else set())
