"""Find many terms in a text in one pass over its words.

A term is written as a person would: `border wall`, `deport*` (any ending), `Turkey` (a capital in the
term asks for one in the text, all capitals ask for all capitals). The last word of a term also matches
in the plural. Marks between words do not matter: `Trans-Pacific` is `Trans Pacific`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

Label = TypeVar("Label")
_WORD = re.compile(r"[^\W_]+")
_STEM_LENGTH = 4


@dataclass(frozen=True, slots=True)
class Hit(Generic[Label]):
    """A term found at words `start` to `end` (exclusive) of a text, with the label it was entered under."""

    start: int
    end: int
    label: Label


@dataclass(frozen=True, slots=True)
class _Part:
    """One word of a term."""

    forms: tuple[str, ...]
    stem: bool
    capital: bool
    acronym: bool

    def fits(self, word: str, low: str) -> bool:
        """Say whether this part matches a word of the text, given also in lower case."""
        if self.acronym and not word.isupper():
            return False
        if self.capital and not word[0].isupper():
            return False
        return low.startswith(self.forms[0]) if self.stem else low in self.forms


class Index(Generic[Label]):
    """Terms arranged by their first word, so that a text is read once however many terms there are."""

    def __init__(self, terms: Iterable[tuple[str, Label]]) -> None:
        words: dict[str, list[tuple[tuple[_Part, ...], Label]]] = defaultdict(list)
        stems: dict[str, list[tuple[tuple[_Part, ...], Label]]] = defaultdict(list)
        for term, label in terms:
            parts = parse(term)
            first = parts[0]
            for key in {form[:_STEM_LENGTH] for form in first.forms} if first.stem else first.forms:
                (stems if first.stem else words)[key].append((parts, label))
        self._words = {key: tuple(found) for key, found in words.items()}
        self._stems = {key: tuple(found) for key, found in stems.items()}

    def hits(self, words: list[str]) -> list[Hit[Label]]:
        """Return every term found among `words` (of `split`), in the order of their first words."""
        lows = [word.lower() for word in words]
        found: list[Hit[Label]] = []
        for at, low in enumerate(lows):
            for table, key in ((self._words, low), (self._stems, low[:_STEM_LENGTH])):
                for parts, label in table.get(key, ()):
                    end = at + len(parts)
                    if end <= len(words) and all(
                        part.fits(words[at + n], lows[at + n]) for n, part in enumerate(parts)
                    ):
                        found.append(Hit(at, end, label))
        return found


def split(text: str) -> list[str]:
    """Return the words of a text: runs of letters and digits."""
    return _WORD.findall(text)


def parse(term: str) -> tuple[_Part, ...]:
    """Return the parts of a term; raise ValueError where it has no word or a stem under four letters."""
    chunks = re.findall(r"[^\W_]+\*?", term)
    if not chunks:
        raise ValueError(f"term {term!r} has no word in it")
    last = len(chunks) - 1
    return tuple(_part(chunk, plural=number == last, term=term) for number, chunk in enumerate(chunks))


def _part(chunk: str, *, plural: bool, term: str) -> _Part:
    stem = chunk.endswith("*")
    word = chunk.rstrip("*")
    if stem and len(word) < _STEM_LENGTH:
        raise ValueError(f"term {term!r}: a stem needs at least {_STEM_LENGTH} letters before its *")
    low = word.lower()
    return _Part(
        forms=(low, *_plurals(low)) if plural and not stem else (low,),
        stem=stem,
        capital=word[0].isupper(),
        acronym=len(word) > 1 and word.isupper(),
    )


def _plurals(word: str) -> tuple[str, ...]:
    if word.endswith("y"):
        return (word[:-1] + "ies", word + "s")
    if word.endswith(("s", "x", "ch", "sh")):
        return (word + "es",)
    return (word + "s",)
