"""Word lists of the package, read once: reporting verbs, titles, first names, closed word classes."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_CLASS_CODES = {
    "subject": "p",
    "determiner": "d",
    "auxiliary": "a",
    "adverb": "a",
    "preposition": "r",
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
def word_classes() -> Mapping[str, str]:
    """Return a one-letter class for each word that has one.

    `V` a finite verb that reports sentences, `v` another finite reporting verb, `b` and `g` its base and
    gerund; `p` a subject pronoun, `d` a determiner, `a` an auxiliary or adverb, `r` a preposition, `c` a
    conjunction. The closed classes win over the verbs.
    """
    classes: dict[str, str] = {}
    for line in lines("verbs"):
        base, third, past, gerund = line.lstrip("*").split()
        finite = "V" if line.startswith("*") else "v"
        classes |= {base: "b", gerund: "g"}
        classes |= {third: finite, past: finite}
    for group, words in groups("grammar").items():
        if group in _CLASS_CODES:
            classes |= dict.fromkeys(words, _CLASS_CODES[group])
    return classes


@cache
def genders() -> Mapping[str, str]:
    """Return `m` or `f` for first names and for titles that tell it."""
    table: dict[str, str] = {}
    for name in ("first-names", "titles"):
        for gender, words in groups(name).items():
            if gender in "mf":
                table |= dict.fromkeys(words, gender)
    return table


@cache
def titles() -> frozenset[str]:
    """Return every word that may stand before a name without being part of it, in lower case."""
    return frozenset().union(*groups("titles").values())


@cache
def not_names() -> frozenset[str]:
    """Return words that no person's surname is, in lower case: bodies, places, days, things."""
    return frozenset().union(*groups("not-names").values())


@cache
def connectors() -> frozenset[str]:
    """Return the small words within names: "de", "van"."""
    return groups("grammar")["connector"]
