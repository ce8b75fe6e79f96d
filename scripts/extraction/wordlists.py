"""Word lists of the package, each read once: a line of source and scope, then words, rows or weights.

A list's name is its file's stem in `words/`; before a slash stands the room it lies in: `figures/units`.
"""

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
    """Return the lines of a list below its first, which states source and scope."""
    *room, stem = name.split("/")
    text = files(__package__).joinpath(*room, "words", f"{stem}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines()[1:] if line.strip())


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of a list that holds any number of them to a line."""
    return frozenset(word for line in lines(name) for word in line.split())


def rows(name: str, separator: str | None = None) -> list[list[str]]:
    """Return a list's lines, each cut at `separator` (white space when None) and stripped."""
    return [[cell.strip() for cell in line.strip().split(separator)] for line in lines(name)]


def either(name: str) -> str:
    """Return the words of a list as the alternatives of a regular expression."""
    return "|".join(sorted(words(name)))


@cache
def weights(name: str) -> Mapping[str, float]:
    """Return the weight of each learned sign, from lines that read `weight<TAB>sign`."""
    pairs = (line.split("\t", 1) for line in lines(name))
    return {sign: float(weight) for weight, sign in pairs}


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
    table |= dict.fromkeys(groups("grammar")["person"], "j")
    table = {f"{word}s": "j" for word in groups("titles")["job"]} | table
    table = dict.fromkeys(groups("grammar")["finite"], "x") | table
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
def first_names() -> frozenset[str]:
    """Return the known first names, in lower case."""
    return frozenset().union(*groups("first-names").values())


@cache
def titles() -> frozenset[str]:
    """Return every word that may stand before a name without being part of it, in lower case."""
    return frozenset().union(*groups("titles").values())


@cache
def not_names() -> frozenset[str]:
    """Return words that no person's surname is, in lower case: bodies, places, days, things."""
    return frozenset().union(*groups("not-names").values())
