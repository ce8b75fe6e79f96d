"""Full names for sources: surnames, first names and pronouns, as the article itself resolves them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extraction import people, weights
from extraction.mentions import Mention
from extraction.people import Entry, Register
from extraction.speakers import Source, Surroundings, relate

_GENDERED = {"he": "m", "she": "f"}
REACH = 160
"""A pronoun is resolved within so many tokens of narrative before it."""


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Somebody a pronoun may stand for, and the signs that tell."""

    name: str
    signs: tuple[str, ...]
    speaker: bool = False


class Naming:
    """Names the sources of one article in reading order; remembers who spoke last."""

    def __init__(self, around: Surroundings, register: Register) -> None:
        self.around = around
        self.register = register
        self.weights: Mapping[str, float] = weights.table("weights-pronoun")
        self.last_speaker: str | None = None
        self.last_at = 0
        """Index of the token after the quote before."""

    def note_speaker(self, speaker: str | None, at: int) -> None:
        """Remember who was quoted last, and at which token."""
        self.last_speaker, self.last_at = speaker, at

    def resolve(self, source: Source) -> tuple[str | None, str | None]:
        """Return the full name of a source and the words that name it, each None where there is none."""
        if source.mention is None:
            return self.last_speaker, None
        return self.name(source.mention), self.words(source.mention)

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
        """Return whom "he" or "she" most likely stands for; no other pronoun is resolved."""
        found = self.antecedents(mention)
        best = max(found, key=lambda one: self._score(one), default=None)
        return best.name if best else None

    def _score(self, antecedent: Antecedent) -> float:
        return sum(self.weights.get(sign, 0.0) for sign in antecedent.signs)

    def antecedents(self, mention: Mention) -> list[Antecedent]:
        """Return the people named before a pronoun whose gender does not contradict, nearest first."""
        gender = _GENDERED.get(self.around.tokens[mention.first].text.lower())
        if gender is None:
            return []
        found: list[Antecedent] = []
        seen: set[str] = set()
        earlier = self.around.between(max(0, mention.first - REACH), mention.first)
        for candidate in reversed(earlier):
            if candidate.kind != "name" or not people.may_be_person(candidate):
                continue
            entry = self.register.find(candidate)
            named = people.gender_of(candidate, entry)
            if named and named != gender:
                continue
            name = entry.name if entry else people.name_of(candidate)
            signs = tuple(self._signs(mention, candidate, entry, name, named, name in seen, len(seen)))
            seen.add(name)
            found.append(Antecedent(name, signs))
        if self.last_speaker and self.last_speaker not in seen:
            found.append(Antecedent(self.last_speaker, ("last speaker only",), speaker=True))
        return found

    def _signs(
        self,
        pronoun: Mention,
        candidate: Mention,
        entry: Entry | None,
        name: str,
        gender: str | None,
        again: bool,
        order: int,
    ) -> Iterator[str]:
        tokens = self.around.tokens
        stops = self.around.stops_between(candidate.last, pronoun.first)
        breaks = self.around.breaks_between(candidate.last, pronoun.first)
        role = _role(self.around, candidate)
        yield "gender known" if gender else "gender unknown"
        yield "in full" if entry else "surname only"
        yield f"sentences {min(stops, 4)}"
        yield f"paragraphs {min(breaks, 3)}"
        yield f"role {role}"
        yield f"role {role} paragraphs {min(breaks, 3)}"
        yield f"order {min(order, 3)}"
        first = candidate.first == 0 or tokens[candidate.first - 1].kind in ".|Q"
        yield f"begins sentence {first}"
        yield f"begins paragraph {candidate.first == 0 or tokens[candidate.first - 1].kind == '|'} {min(breaks, 3)}"
        if name == self.last_speaker:
            since = self.around.breaks_between(self.last_at, pronoun.first)
            yield f"last speaker {min(since, 3)}"
        if again:
            yield "named again"


def _role(around: Surroundings, mention: Mention) -> str:
    """Tell what a name does in its sentence: `subject` of a reporting verb, `actor` of another, …"""
    tokens = around.tokens
    if tokens[mention.last - 1].text.endswith(("'s", "’s", "s'", "s’")):
        return "owner"
    relation, _ = relate(tokens, mention, max(0, mention.first - 4), min(len(tokens), mention.last + 12))
    if relation != "plain":
        return relation
    after = tokens[mention.last].kind
    return f"before {after}"
