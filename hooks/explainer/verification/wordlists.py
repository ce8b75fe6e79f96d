"""The word lists of verification: as sets of words, and as patterns."""

import re
from functools import cache

from explainer.text.wordlist import lines

_PACKAGE = "explainer.verification"


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of a list, of which a line may hold several."""
    return frozenset(word for line in lines(_PACKAGE, name) for word in line.split())


def phrases(name: str) -> tuple[str, ...]:
    """Return the lines of a list, each a word or several, the longest first."""
    return tuple(sorted(lines(_PACKAGE, name), key=len, reverse=True))


@cache
def either(name: str) -> str:
    """Return the lines of a list as the inside of a pattern that matches any of them, the longest first."""
    return "|".join(re.escape(entry).replace("\\ ", r"\s+") for entry in phrases(name))
