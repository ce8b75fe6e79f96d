"""Whether words of a text name somebody of our records: "President Petro" names Gustavo Petro.

Compared are the words of names without titles, case and accents. A surname alone names everybody who bears
it, unless the text gives that surname to somebody of another first name alone.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from explainer.text.pattern import pattern
from explainer.verification import wordlists

_TITLES, _NO_NAMES = wordlists.words("titles"), wordlists.words("no-names")
_SMALL = wordlists.words("name-particles")
_WORD = pattern(r"[^\W\d_](?:[\w'’]|\.(?=\w))*")
_POLITE = pattern(r"(?:Mrs?|Ms|Miss|Dr)\b")
_TAIL = pattern(r",|\(|\s(?:of|for|from|at|in|who|de|von)\s")
_POSSESSIVE = pattern(r"[’']s?\Z")
_OPENS_SENTENCE = frozenset((".", "!", "?", ":", "\n", "”", ""))
_ALIKE = 0.8
"""How much of two spellings of one name is the same: Zelensky, Zelenskyy."""


class Named(NamedTuple):
    """Somebody's name and other names as folded words."""

    name: tuple[str, ...]
    others: frozenset[str] = frozenset()
    """Words of other names; of a person only those of names that share a word with the name itself."""
    body: bool = False
    """Whether this is an organisation or a government, which its initials name as well."""

    @property
    def words(self) -> frozenset[str]:
        """Return every word that may stand for this name."""
        return self.others.union(self.name)


def named(name: str, aliases: Iterable[str] = (), *, body: bool = False) -> Named:
    """Return a name and its aliases as they are compared."""
    return _named(name, tuple(aliases), body)


@lru_cache(maxsize=4096)
def _named(name: str, aliases: tuple[str, ...], body: bool) -> Named:
    own = name_words(name)
    others: set[str] = set()
    for alias in map(name_words, aliases):
        if body or any(_alike(one, other) for one in alias for other in own):
            others.update(alias)
    if body:
        others.add("".join(word[0] for word in own))
        others.update(word for word in _folded_words(name) if word not in _SMALL)
    return Named(own, frozenset(others), body)


@lru_cache(maxsize=4096)
def name_words(text: str) -> tuple[str, ...]:
    """Return the words of a name, folded, without small words and the titles before it."""
    found = [word for word in _folded_words(text) if word not in _SMALL]
    return tuple(word for at, word in enumerate(found) if word not in _TITLES or at == len(found) - 1)


@lru_cache(maxsize=4096)
def is_name(text: str) -> bool:
    """Return whether words are a name: "he", "the mayor", "the President" and "Lee's aide" are none."""
    head = [match[0] for match in _WORD.finditer(_TAIL.split(text)[0])][-1:]
    if not head or not head[0][0].isupper() or head[0] in _NO_NAMES:
        return False
    return _folded(head[0]) not in _TITLES or len(name_words(text)) > 1 or _POLITE.match(text) is not None


def names(words: str, who: Named, text: str) -> bool:
    """Return whether a name, as `text` has it, may stand for somebody."""
    if " and " in words and not who.body:
        return any(names(one, who, text) for one in words.split(" and "))
    found = name_words(words)
    hits = [word for word in found if word in who.words]
    if who.body:
        return bool(hits) or "".join(word[0] for word in found) in who.words
    if not hits or not (found[-1] in who.words or who.name[-1] == hits[-1]):
        return False
    if hits[-1] not in who.name or hits[-1] == who.name[0]:
        return True
    if any(word in who.words for word in found if word != hits[-1]):
        return True
    return _may_be_called(words, hits[-1], who, text)


def is_mentioned(who: Named, text: str) -> bool:
    """Return whether any word of somebody's names stands in a text."""
    return not _vocabulary(text).isdisjoint(who.words)


def _may_be_called(words: str, surname: str, who: Named, text: str) -> bool:
    """Say whether a surname, bare or after a strange word, may be this bearer's in the text."""
    within, anywhere = _first_names(text).get(surname, (frozenset(), frozenset()))
    beside = frozenset(name_words(words)) & within
    strange = beside or (within if len(name_words(words)) == 1 else frozenset())
    return not strange or not (beside or anywhere).isdisjoint(who.words)


@lru_cache(maxsize=64)
def _vocabulary(text: str) -> frozenset[str]:
    return frozenset(map(_folded, set(_WORD.findall(text))))


@lru_cache(maxsize=64)
def _first_names(text: str) -> Mapping[str, tuple[frozenset[str], frozenset[str]]]:
    """Return what stands as a first name before each capitalised word: within sentences, and anywhere."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    words = list(_WORD.finditer(text))
    lower = {word for word in {word[0] for word in words} if word.islower()}
    for at in [at for at, word in enumerate(words) if at and word[0][0].isupper()]:
        word = words[at]
        first = words[at - 2] if len(words[at - 1][0]) == 1 and at > 1 else words[at - 1]
        if not first[0][0].isupper():
            continue
        if text[first.end() : word.start()].strip(f" \n\u00a0.{words[at - 1][0]}"):
            continue
        folded = _folded(first[0])
        within, anywhere = found.setdefault(_folded(word[0]), (set(), set()))
        anywhere.add(folded)
        opens = text[max(0, first.start() - 8) : first.start()].rstrip(" “\"(‘'")[-1:] in _OPENS_SENTENCE
        if not opens and folded not in _TITLES and folded not in lower:
            within.add(folded)
    return {surname: (frozenset(one), frozenset(other)) for surname, (one, other) in found.items()}


def _folded_words(text: str) -> list[str]:
    return [_folded(match[0]) for match in _WORD.finditer(text)]


def _folded(word: str) -> str:
    if word.isascii() and word.isalnum():
        return word.lower()  # nearly all are so
    bare = _POSSESSIVE.sub("", word)
    if not bare.isascii():
        bare = "".join(each for each in unicodedata.normalize("NFD", bare) if not unicodedata.combining(each))
    return bare.casefold().replace("'", "").replace("’", "").replace(".", "")


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    from difflib import SequenceMatcher  # only where names differ

    return SequenceMatcher(None, one, other).ratio() >= _ALIKE
