"""How often the articles name each person in full."""

from collections import Counter
from collections.abc import Mapping
from functools import partial

from explainer.library.library import Library
from explainer.text.pattern import pattern

_WORD = pattern(r"\w+")


def mentions(library: Library) -> Mapping[str, int]:
    """Return person id -> how often; nobody who is named nowhere is missing."""
    return library.once("mentions", _mentions)


def _mentions(library: Library) -> Mapping[str, int]:
    found = Counter[str]()
    for source in library.texts:
        found.update(library.piece(f"mentions in {source}", partial(_in_article, source)))
    return {person.id: found[person.name] for person in library.people.values()}


def _in_article(source: str, library: Library) -> dict[str, int]:
    """Return name -> how often, in one pass over an article's words."""
    text, by_first = library.texts[source], library.once("names by their first word", _by_first_word)
    return dict(
        Counter(
            name
            for word in _WORD.finditer(text)
            for name in by_first.get(word[0], ())
            if text.startswith(name, word.start())
        )
    )


def _by_first_word(library: Library) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in dict.fromkeys(person.name for person in library.people.values()):
        if first := _WORD.search(name):
            found.setdefault(first[0], []).append(name)
    return found
