"""Word lists of the package, read once: reporting verbs, titles, first names, closed word classes."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_CODES = {
    "subject": "p",
    "relative": "w",
    "determiner": "d",
    "auxiliary": "a",
    "adverb": "a",
    "preposition": "r",
    "partitive": "f",
    "conjunction": "c",
}


@cache
def lines(name: str) -> tuple[str, ...]:
    """Return the lines of `words/<name>.txt` below its first, which states source and scope."""
    text = files(__package__).joinpath("words", f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines()[1:] if line)


@cache
def groups(name: str) -> Mapping[str, frozenset[str]]:
    """Return the words of a list whose lines read `group: word word …`."""
    pairs = (line.split(":", 1) for line in lines(name))
    return {group: frozenset(words.split()) for group, words in pairs}


@cache
def classes() -> Mapping[str, str]:
    """Return the class of each lower-case word that has one: see `extraction.tokens` for the letters.

    The closed classes win over job nouns, and those over verbs.
    """
    table: dict[str, str] = {}
    for line in lines("verbs"):
        base, third, past, gerund = line.lstrip("*").split()
        finite = "V" if line.startswith("*") else "v"
        table |= {base: "b", gerund: "g", third: finite, past: finite}
    table |= dict.fromkeys(groups("grammar")["connector"], "o")
    for group in ("m", "f", "job"):
        table |= dict.fromkeys(groups("titles")[group], "j")
    for group, code in _CODES.items():
        table |= dict.fromkeys(groups("grammar")[group], code)
    return table


@cache
def genders() -> Mapping[str, str]:
    """Return `m` or `f` for first names and for titles that tell it."""
    table: dict[str, str] = {}
    for name in ("first-names", "titles"):
        for gender in "mf":
            table |= dict.fromkeys(groups(name)[gender], gender)
    return table


@cache
def titles() -> frozenset[str]:
    """Return every word that may stand before a name without being part of it, in lower case."""
    return frozenset().union(*groups("titles").values())


@cache
def not_names() -> frozenset[str]:
    """Return words that no person's surname is, in lower case: bodies, places, days, things."""
    return frozenset().union(*groups("not-names").values())
