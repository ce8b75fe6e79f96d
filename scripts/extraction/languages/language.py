"""The word lists of one language as one typed table: what a word is, and what newspapers do with it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from extraction import wordlists

NOUNS = {"m": "T", "f": "T", "both": "T", "group": "G", "body": "B", "text": "X"}
_CLOSED = {
    "time": "t",
    "adverb": "a",
    "preposition": "i",
    "conjunction": "c",
    "genitive": "r",
    "relative": "w",
    "own": "o",
    "pronoun-m": "p",
    "pronoun-f": "p",
    "pronoun-plural": "p",
    "determiner-m": "d",
    "determiner-f": "d",
    "determiner-both": "d",
    "according": "L",
}
"""Group of `grammar` to class; a later line wins, since a determiner may also be a pronoun."""


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """How one language's newspapers write: everything that its folder of lists tells."""

    code: str
    classes: Mapping[str, str]
    """Lower-case word to its class, one letter: see `extraction.languages.speech.narrative`."""
    nouns: Mapping[str, str]
    """Noun for people and bodies to its group: `m f both group body text`."""
    compounds: re.Pattern[str] | None
    """How a compound ends that names a person or body, where the language writes compounds as one word."""
    genders: Mapping[str, str]
    """`m` or `f` for determiners, pronouns, nouns and first names that tell it."""
    first_names: frozenset[str]
    not_names: frozenset[str]
    grammar: Mapping[str, frozenset[str]]
    verbs: Mapping[str, frozenset[str]]

    @property
    def capitalises_nouns(self) -> bool:
        """Whether every noun has a capital, so that capitals alone tell no name."""
        return self.compounds is not None

    def noun(self, word: str) -> str | None:
        """Return the group of a noun for people or bodies, a compound's by its end; None for other words."""
        lower = word.lower()
        if lower in self.nouns:
            return self.nouns[lower]
        if self.compounds and lower.endswith("s") and (genitive := self.noun(word[:-1])):
            return genitive
        last = lower.rpartition("-")[2]
        if last != lower and last in self.nouns:
            return self.nouns[last]
        if self.compounds and (found := self.compounds.search(lower)):
            return self.nouns[found.group()]
        return None

    def gender(self, word: str) -> str | None:
        """Return `m` or `f` where a word tells it, a compound by its end."""
        lower = word.lower()
        if lower in self.genders:
            return self.genders[lower]
        if self.compounds and (found := self.compounds.search(lower)):
            return self.genders.get(found.group())
        return None


@cache
def load(code: str) -> Language:
    """Return the table of a language; `code` names its folder."""
    room = f"languages/{code}"
    grammar, people, names = (wordlists.groups(f"{room}/{name}") for name in ("grammar", "people", "names"))
    verbs = _verbs(wordlists.groups(f"{room}/verbs"))
    nouns = _nouns(people)
    return Language(
        code=code,
        classes=_classes(grammar, verbs),
        nouns=nouns,
        compounds=_compounds(nouns) if "pair" in people else None,
        genders=_genders(grammar, people, names),
        first_names=names["m"] | names["f"],
        not_names=names["not-name"] | names["place"],
        grammar=grammar,
        verbs=verbs,
    )


def _verbs(groups: Mapping[str, frozenset[str]]) -> Mapping[str, frozenset[str]]:
    """Return finite forms and participles: those that are listed, and those that the endings make."""
    finite, participles = set(groups["forms"]), set(groups["participle"])
    for verb in groups["regular"]:
        ending = max((key for key in _endings(groups) if verb.endswith(key)), key=len, default=None)
        if ending is None:
            continue
        stem = verb.removesuffix(ending)
        finite |= {stem + end for end in groups[f"endings-{ending}"]}
        participles |= {stem + end for end in groups.get(f"participle-{ending}", ())}
    others = {name: groups[name] for name in ("auxiliary", "denial", "hearsay")}
    return {"finite": frozenset(finite), "participle": frozenset(participles), **others}


def _endings(groups: Iterable[str]) -> list[str]:
    return [name.removeprefix("endings-") for name in groups if name.startswith("endings-")]


def _nouns(people: Mapping[str, frozenset[str]]) -> Mapping[str, str]:
    nouns: dict[str, str] = {}
    for group in ("text", "body", "group", "both", "m", "f"):
        nouns |= dict.fromkeys(people[group], group)
    for noun in people.get("pair", ()):
        nouns |= {noun: "m", f"{noun.removesuffix('e')}in": "f"}
    return nouns


def _compounds(nouns: Iterable[str]) -> re.Pattern[str]:
    longest = sorted((noun for noun in nouns if len(noun) > 3), key=len, reverse=True)
    return re.compile(rf"(?<=\w)(?:{'|'.join(map(re.escape, longest))})$")


def _genders(*tables: Mapping[str, frozenset[str]]) -> Mapping[str, str]:
    genders: dict[str, str] = {}
    for gender in "mf":
        for group in (gender, f"determiner-{gender}", f"pronoun-{gender}"):
            for table in tables:
                genders |= dict.fromkeys(table.get(group, ()), gender)
    for noun in tables[1].get("pair", ()):
        genders |= {noun: "m", f"{noun.removesuffix('e')}in": "f"}
    both = tables[1]["m"] & tables[1]["f"] | tables[1]["both"]
    return {word: gender for word, gender in genders.items() if word not in both}


def _classes(grammar: Mapping[str, frozenset[str]], verbs: Mapping[str, frozenset[str]]) -> Mapping[str, str]:
    classes: dict[str, str] = dict.fromkeys(verbs["participle"], "P")
    classes |= dict.fromkeys(verbs["finite"], "V")
    classes |= dict.fromkeys(verbs["finite"] & verbs["participle"], "V")
    for group, letter in _CLOSED.items():
        classes |= dict.fromkeys(grammar[group], letter)
    return classes | dict.fromkeys(verbs["auxiliary"], "A")
