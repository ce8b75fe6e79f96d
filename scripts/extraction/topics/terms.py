"""Find many terms in a text in one pass over its words.

A term is written as a person would: `border wall`, `deport*` (any ending), `Turkey` (a capital in the
term asks for one in the text, all capitals ask for all capitals). The last word of a term also matches
in the plural. Marks between words do not matter: `Trans-Pacific` is `Trans Pacific`.
"""

import re
from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

Label = TypeVar("Label")
_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r"[^\W_]+\*?")
_STEM_LENGTH = 4


class Hit(NamedTuple, Generic[Label]):
    """A term found at words `start` to `end` (exclusive) of a text, with the label it was entered under."""

    start: int
    end: int
    label: Label


class Index(Generic[Label]):
    """Terms as a tree of words: a text is read once, however many terms there are."""

    def __init__(self, terms: Iterable[tuple[str, Label]]) -> None:
        self._root: _Node[Label] = _Node()
        for term, label in terms:
            parts = parse(term)
            nodes = [self._root]
            for number, part in enumerate(parts):
                nodes = [
                    node.grown(form, stem=part.endswith("*"))
                    for node in nodes
                    for form in forms(part, last=number == len(parts) - 1)
                ]
            capitals = tuple(part if _is_acronym(part) else part[0] for part in parts)
            plain = all(mark.islower() or mark.isdigit() for mark in capitals)
            for node in nodes:
                node.ends.append((label, () if plain else capitals))

    def hits(self, words: list[str]) -> list[Hit[Label]]:
        """Return every term found among `words` (of `split`), in the order of their first words."""
        found: list[Hit[Label]] = []
        first_words, first_stems = self._root.words, self._root.stems
        lows = list(map(str.lower, words))
        begins = [
            at
            for at, low in enumerate(lows)
            if low in first_words or (len(low) >= _STEM_LENGTH and low[:_STEM_LENGTH] in first_stems)
        ]
        for at in begins:
            low, following = lows[at], lows[at + 1] if at + 1 < len(lows) else ""
            node = first_words.get(low)
            if node and (node.ends or following in node.words or node.stems):
                self._follow(words, lows, at, [node], found)
            stems = first_stems.get(low[:_STEM_LENGTH])
            if stems and (nodes := [node for stem, node in stems.items() if low.startswith(stem)]):
                self._follow(words, lows, at, nodes, found)
        return found

    def _follow(
        self,
        words: list[str],
        lows: list[str],
        start: int,
        nodes: "list[_Node[Label]]",
        found: list[Hit[Label]],
    ) -> None:
        """Add the terms that start at a word, given the nodes that word leads to."""
        for end in range(start + 1, len(words) + 1):
            for node in nodes:
                for label, capitals in node.ends:
                    if not capitals or _are_capitals(words[start:end], capitals):
                        found.append(Hit(start, end, label))
            if end < len(words):
                low = lows[end]
                nodes = [after for node in nodes for after in node.after(low)]
            if not nodes:
                return


class _Node(Generic[Label]):
    """A point in the tree: the words that may follow, and the labels of terms that end here."""

    __slots__ = ("ends", "stems", "words")

    def __init__(self) -> None:
        self.words: dict[str, _Node[Label]] = {}
        self.stems: dict[str, dict[str, _Node[Label]]] = {}
        self.ends: list[tuple[Label, tuple[str, ...]]] = []

    def grown(self, form: str, *, stem: bool) -> "_Node[Label]":
        """Return the node for a word or stem after this one, made where it is new."""
        table = self.stems.setdefault(form[:_STEM_LENGTH], {}) if stem else self.words
        return table.setdefault(form, _Node())

    def after(self, low: str) -> "list[_Node[Label]]":
        """Return the nodes a word of the text leads to."""
        word = self.words.get(low)
        nodes = [] if word is None else [word]
        if self.stems:
            stems = self.stems.get(low[:_STEM_LENGTH])
            if stems:
                nodes += [node for stem, node in stems.items() if low.startswith(stem)]
        return nodes


def split(text: str) -> list[str]:
    """Return the words of a text: runs of letters and digits."""
    return _WORD.findall(text)


def parse(term: str) -> list[str]:
    """Return the words of a term, a stem with its `*`.

    Raises:
        ValueError: there is no word in it, or a stem under four letters.
    """
    parts: list[str] = _PART.findall(term)
    if not parts:
        raise ValueError(f"term {term!r} has no word in it")
    for part in parts:
        if part.endswith("*") and len(part) <= _STEM_LENGTH:
            raise ValueError(f"term {term!r}: a stem needs at least {_STEM_LENGTH} letters before its *")
    return parts


def bare(term: str) -> str:
    """Return a term as lower-case words, marks and `*` apart, to compare it with others."""
    return " ".join(parse(term)).replace("*", "").lower()


def forms(part: str, *, last: bool = True) -> tuple[str, ...]:
    """Return the forms of a term's word in lower case: itself, and where it is the last, its plural."""
    word = part.rstrip("*").lower()
    if part.endswith("*") or not last:
        return (word,)
    if word.endswith("y"):
        return (word, word[:-1] + "ies", word + "s")
    if word.endswith(("s", "x", "ch", "sh")):
        return (word, word + "es")
    return (word, word + "s")


def _is_acronym(part: str) -> bool:
    return len(part) > 1 and part.isupper()


def _are_capitals(words: list[str], capitals: tuple[str, ...]) -> bool:
    """Say whether the words have the capitals a term asks for: of the first letter, or of all letters."""
    for word, capital in zip(words, capitals, strict=True):
        if capital.isupper() and not (word.isupper() if len(capital) > 1 else word[0].isupper()):
            return False
    return True
