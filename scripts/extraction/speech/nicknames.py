"""Nicknames set within a name, as in Luis “Rusty” Carmona: part of the name, and nobody's words."""

import re
from collections.abc import Iterator
from functools import lru_cache

from extraction import wordlists

OPENERS = "“\"‘'("
_REST = r"[A-ZÀ-ÖØ-Þ][\w.-]{1,15}[”\"’')]"
NICKNAME = rf"[{OPENERS}]{_REST}"
_WITHIN_NAME = re.compile(rf"\b([A-ZÀ-ÖØ-Þ][\w.’'-]{{0,30}})[ \u00a0]({NICKNAME})(?=[ \u00a0][A-ZÀ-ÖØ-Þ])")
_BEFORE_NAME = re.compile(rf"[{OPENERS}](?<=[ \u00a0].){_REST}[ \u00a0][A-ZÀ-ÖØ-Þ]")
"""What few articles have and a scan finds ten times as fast as a name with a nickname in it."""
_LONGEST_NAME = 40
_PAIRS = frozenset({"“”", '""', "‘’", "''", "()"})


@lru_cache(maxsize=2)
def find(text: str) -> tuple[re.Match[str], ...]:
    """Return the name before each nickname, as group 1, and the nickname with its marks, as group 2."""
    return tuple(_found(text)) if _BEFORE_NAME.search(text) else ()


def _found(text: str) -> Iterator[re.Match[str]]:
    for match in _WITHIN_NAME.finditer(text):
        before, nickname = match[1], match[2]
        word = nickname[1:-1].lower()
        plain = word in wordlists.first_names() or word not in wordlists.not_names()
        if plain and nickname[0] + nickname[-1] in _PAIRS and _may_be_name(before):
            yield match


def marks(text: str) -> frozenset[int]:
    """Return where the marks around nicknames stand."""
    return frozenset(
        place
        for match in find(text)
        for place in (match.start(2), match.end(2) - 1)
        if text[place] not in "()"
    )


def without(text: str) -> str:
    """Return the text with each nickname left out of its name."""
    pieces = []
    last = 0
    for match in find(text):
        pieces.append(text[last : match.start(2) - 1])
        last = match.end(2)
    return "".join([*pieces, text[last:]])


def named(text: str) -> Iterator[tuple[str, str]]:
    """Yield each nickname, and the words from which its bearer's full name can be read."""
    for match in find(text):
        after = text[match.end(2) : match.end(2) + _LONGEST_NAME].split(maxsplit=1)[0]
        yield match[2][1:-1], f"{match[1]} {after.rstrip(',.;:!?')}"


def _may_be_name(word: str) -> bool:
    return word.lower() not in wordlists.classes() and not word.endswith(("'s", "’s", "s'", "s’"))
