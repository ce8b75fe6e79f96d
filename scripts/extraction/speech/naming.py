"""Full names for sources: surnames, first names and pronouns, as the article itself resolves them."""

import re
from collections.abc import Iterator
from math import exp
from typing import NamedTuple

from extraction import wordlists
from extraction.speech import antecedents, people
from extraction.speech.clauses import Surroundings, relate
from extraction.speech.mentions import Mention, Name, read_name
from extraction.speech.people import Register
from extraction.speech.roles import Roles
from extraction.speech.sources import PossibleSpeaker
from extraction.speech.tokens import BREAKS

REACH = 160
"""A pronoun is resolved within so many tokens of narrative before it."""

_GENDERED = {"he": "m", "she": "f"}
_SPOKEN_FOR = re.compile(r"[rf]d?(?:[nbj]?[NT](?:o{0,2}[NT]){0,5}|[nbj]{1,2})")
_AFTER_NAME = frozenset(",.|Q:-(")
_POSSESSIVE = ("'s", "’s", "s'", "s’")


class Identity(NamedTuple):
    """Whom a name stands for: the full name where the article gives one, and the gender where it tells it."""

    name: str
    full: bool
    gender: str | None
    person: bool
    alias: str
    """The name as it stands here, titles apart."""
    title: str


class Resolved(NamedTuple):
    """Whom a source is, the words that name it, each None where there is none, and how likely that is."""

    name: str | None
    words: str | None
    likely: float = 1.0


class Antecedent(NamedTuple):
    """Somebody a pronoun may stand for, and the signs that tell."""

    name: str
    signs: tuple[str, ...]


class Naming:
    """Names the sources of one article in reading order; remembers who spoke last."""

    def __init__(self, around: Surroundings, register: Register) -> None:
        self.around = around
        self.register = register
        self.last_speaker: str | None = None
        self.last_at = 0
        """Index of the token after the quote before."""
        self._identities: dict[str, Identity] = {}
        self._heard: dict[str, str] = {}
        """Gender of those whose names do not tell it, as the first pronoun for them does."""
        self._roles = Roles(around, self._person)

    def note_speaker(self, speaker: str | None, at: int) -> None:
        """Remember who was quoted last, and at which token."""
        self.last_speaker, self.last_at = speaker, at

    def resolve(self, source: PossibleSpeaker) -> Resolved:
        """Return whom a source is, the words that name it, and how likely a pronoun stands for that one."""
        if source.mention is None:
            return Resolved(self.last_speaker, None)
        if source.mention.kind == "pronoun":
            name, likely = self._of_pronoun(source.mention)
            gender = _GENDERED.get(self.words(source.mention).lower())
            if name and gender:
                self._heard.setdefault(name, gender)
            return Resolved(name, self.words(source.mention), likely)
        return Resolved(self.name(source.mention), self.words(source.mention))

    def name(self, mention: Mention) -> str | None:
        """Return the full name, or the description, a mention stands for."""
        if mention.kind == "pronoun":
            return self._of_pronoun(mention)[0]
        if mention.kind == "who":
            before = self.around.between(max(0, mention.first - 12), mention.first)
            return self.name(before[-1]) if before and before[-1].kind != "who" else None
        if mention.kind != "name":
            mention = self._name_beside(mention) or mention
        if mention.kind == "name":
            return None if self._is_mere_opener(mention) else self.identity(mention).name
        return self._roles.holder(mention) or self.words(mention)

    def _is_mere_opener(self, mention: Mention) -> bool:
        """Tell a word with a capital because a sentence begins with it, and no verb of speech behind it."""
        kinds, words = self.around.tokens.kinds, self.around.tokens.words
        opens = mention.first == 0 or kinds[mention.first - 1] in BREAKS
        if not opens or mention.last - mention.first > 1 or kinds[mention.last] in "aVv,:(":
            return False
        identity = self.identity(mention)
        return not (identity.full or identity.gender or self._is_named_elsewhere(words[mention.first]))

    def _is_named_elsewhere(self, word: str) -> bool:
        """Tell whether a word has a capital within a sentence too."""
        kinds, words = self.around.tokens.kinds, self.around.tokens.words
        return any(one == word and at and kinds[at - 1] not in BREAKS for at, one in enumerate(words))

    def _person(self, mention: Mention) -> str | None:
        """Return the full name of a person, None for whatever else is named."""
        identity = self.identity(mention)
        return identity.name if identity.full and identity.person else None

    def _name_beside(self, description: Mention) -> Mention | None:
        """Return the name in "the mayor's aide, Ann Lee, said" and "a nurse named Ann Lee"."""
        tokens = self.around.tokens
        if tokens.kinds[description.last] != "," and tokens.words[description.last] not in {
            "named",
            "called",
        }:
            return None
        beside = self.around.between(description.last + 1, description.last + 2)
        ends = beside and beside[0].kind == "name" and tokens.kinds[beside[0].last] in _AFTER_NAME
        return beside[0] if ends else None

    def words(self, mention: Mention) -> str:
        """Return the words of a mention with single spaces; of a spokesman with whom he speaks for."""
        words, last = self.around.tokens.words, mention.last
        if mention.kind == "description" and words[last - 1].startswith("spokes"):
            spoken_for = _SPOKEN_FOR.match(self.around.tokens.kinds, last)
            last = spoken_for.end() if spoken_for else last
        return " ".join(words[mention.first : last])

    def identity(self, mention: Mention) -> Identity:
        """Return whom a name stands for."""
        words = self.words(mention)
        known = self._identities.get(words)
        if known is None:
            known = self._identities[words] = self._identify(read_name(self.around.tokens, mention))
        return known

    def called(self, words: str) -> str:
        """Return the full name of somebody called by some words alone, else those words."""
        return self._identify(Name(tuple(words.split()), ())).name

    def _identify(self, name: Name) -> Identity:
        entry = self.register.find(name)
        alias = " ".join(name.words)
        return Identity(
            name=entry.name if entry else alias,
            full=entry is not None,
            gender=people.gender_of(name, entry),
            person=people.may_be_person(name),
            alias=alias,
            title=" ".join(word for word in name.titles if word.lower() in wordlists.titles()),
        )

    def _of_pronoun(self, mention: Mention) -> tuple[str | None, float]:
        """Return whom "he" or "she" most likely stands for, and how likely; no other pronoun is resolved."""
        if self._described_speaks_on(mention):
            return self.last_speaker, 1.0
        subject = antecedents.subject_before(self.around, mention)
        if subject is not None and self._is_taken_up(mention, subject):
            return self.name(subject), 1.0
        table = wordlists.weights("weights-pronoun")
        scores: dict[str, float] = {}
        for one in self.antecedents(mention):
            score = exp(sum(table.get(sign, 0.0) for sign in one.signs))
            scores[one.name] = max(scores.get(one.name, 0.0), score)
        if not scores:
            return None, 0.0
        best = max(scores, key=lambda name: scores[name])
        return best, scores[best] / sum(scores.values())

    def _is_taken_up(self, pronoun: Mention, subject: Mention) -> bool:
        """Tell whether the subject of the sentence before is whom a pronoun stands for."""
        if subject.kind != "name":
            return antecedents.takes_up(self.around, pronoun, subject)
        identity = self.identity(subject)
        if antecedents.is_other(self.around, pronoun):
            opens = self.around.tokens.kinds[subject.first - 1] in BREAKS
            return opens and not (identity.gender or identity.title or self._is_persons(identity))
        gender = _GENDERED.get(self.words(pronoun).lower())
        near = self.around.breaks_between(subject.last, pronoun.first) == 0
        known = identity.gender or self._heard.get(identity.name)
        return gender is not None and near and identity.person and known in {gender, None}

    def _is_persons(self, identity: Identity) -> bool:
        return identity.full and identity.name.split()[0].lower() in wordlists.first_names()

    def _described_speaks_on(self, pronoun: Mention) -> bool:
        """Tell whether the last speaker is described and nobody is named since: "a pilot", then "she"."""
        speaker = self.last_speaker
        if speaker is None or self.register.knows(speaker):
            return False
        since = self.around.between(self.last_at, pronoun.first)
        near = self.around.breaks_between(self.last_at, pronoun.first) < 2
        gender = _GENDERED.get(self.words(pronoun).lower())
        fits = gender is not None and self._heard.get(speaker, gender) == gender
        return fits and near and not any(mention.kind == "name" for mention in since)

    def antecedents(self, pronoun: Mention) -> list[Antecedent]:
        """Return the people named before a pronoun whose gender does not contradict, nearest first."""
        gender = _GENDERED.get(self.around.tokens.words[pronoun.first].lower())
        if gender is None:
            return []
        found: list[Antecedent] = []
        seen: set[str] = set()
        for mention in reversed(self.around.between(max(0, pronoun.first - REACH), pronoun.first)):
            if mention.kind != "name":
                continue
            identity = self.identity(mention)
            if not identity.person or (identity.gender or self._heard.get(identity.name)) not in {
                gender,
                None,
            }:
                continue
            signs = (*self._person_signs(identity, pronoun, seen), *self._place_signs(mention, pronoun))
            seen.add(identity.name)
            found.append(Antecedent(identity.name, signs))
        if self.last_speaker and self.last_speaker not in seen and self._may_be(self.last_speaker, gender):
            found.append(Antecedent(self.last_speaker, ("last speaker only",)))
        return found

    def _may_be(self, name: str, gender: str) -> bool:
        words = tuple(name.split())
        if self._heard.get(name, gender) != gender:
            return False
        return people.gender_of(Name(words, ()), self.register.find(Name(words, ()))) in {gender, None}

    def _person_signs(self, identity: Identity, pronoun: Mention, seen: set[str]) -> Iterator[str]:
        yield "gender known" if identity.gender else "gender unknown"
        yield "in full" if identity.full else "surname only"
        yield f"order {min(len(seen), 3)}"
        if identity.name in seen:
            yield "named again"
        if identity.name == self.last_speaker:
            yield f"last speaker {min(self.around.breaks_between(self.last_at, pronoun.first), 3)}"

    def _place_signs(self, mention: Mention, pronoun: Mention) -> Iterator[str]:
        breaks = min(self.around.breaks_between(mention.last, pronoun.first), 3)
        role = _role(self.around, mention)
        before = self.around.tokens.kinds[mention.first - 1] if mention.first else "|"
        yield f"sentences {min(self.around.stops_between(mention.last, pronoun.first), 4)}"
        yield f"paragraphs {breaks}"
        yield f"role {role}"
        yield f"role {role} paragraphs {breaks}"
        if before in BREAKS:
            yield "begins sentence"
        if before == "|":
            yield f"begins paragraph {breaks}"


def _role(around: Surroundings, mention: Mention) -> str:
    """Tell what a name does in its sentence: how it stands to a reporting verb, or what follows it."""
    tokens = around.tokens
    if tokens.words[mention.last - 1].endswith(_POSSESSIVE):
        return "owner"
    first, last = max(0, mention.first - 4), min(len(tokens.kinds), mention.last + 12)
    relation, _ = relate(tokens, mention, first, last)
    return f"before {tokens.kinds[mention.last]}" if relation == "plain" else relation
