"""Full names for sources: surnames, first names and pronouns, as the article itself resolves them."""

from extraction import people
from extraction.mentions import Mention
from extraction.people import Register
from extraction.speakers import Source, Surroundings, relate

_GENDERED = {"he": "m", "she": "f"}


class Naming:
    """Names the sources of one article in reading order; remembers who spoke last."""

    def __init__(self, around: Surroundings, register: Register) -> None:
        self.around = around
        self.register = register
        self.last_speaker: str | None = None
        self.last_named: str | None = None
        self.last_gender: str | None = None
        self.last_at = -1

    def note_speaker(self, source: Source | None, speaker: str | None) -> None:
        """Remember who was quoted last, for quotes without a source of their own."""
        if source is not None and source.mention is not None:
            self.last_at = source.mention.first
        self.last_speaker = speaker

    def resolve(self, source: Source) -> tuple[str | None, str | None]:
        """Return the full name of a source and the words that name it, each None where there is none."""
        if source.mention is None:
            return self.last_speaker, None
        mention = source.mention
        as_named = self.words(mention)
        return self.name(mention), as_named

    def name(self, mention: Mention) -> str | None:
        """Return the full name, or the description, a mention stands for."""
        if mention.kind == "pronoun":
            return self._pronoun(mention)
        if mention.kind == "who":
            before = self.around.between(max(0, mention.first - 12), mention.first)
            return self.name(before[-1]) if before and before[-1].kind != "who" else None
        if not mention.name:
            return self.words(mention)
        entry = self.register.find(mention)
        return entry.name if entry else people.name_of(mention)

    def words(self, mention: Mention) -> str:
        """Return the words of a mention with single spaces."""
        return " ".join(token.text for token in self.around.tokens[mention.first : mention.last])

    def _pronoun(self, mention: Mention) -> str | None:
        """Return the nearest subject before "he" or "she" whose gender does not contradict."""
        gender = _GENDERED.get(self.around.tokens[mention.first].text.lower())
        if gender is None:
            return None
        earlier = self.around.between(max(0, mention.first - 250), mention.first)
        for candidate in reversed(earlier):
            if candidate.kind != "name":
                continue
            entry = self.register.find(candidate)
            if entry is None or people.gender_of(candidate, entry) not in {gender, None}:
                continue
            relation, _ = relate(
                self.around.tokens, candidate, max(0, candidate.first - 3), candidate.last + 4
            )
            if relation in {"subject", "inverted"}:
                return entry.name
        return None
