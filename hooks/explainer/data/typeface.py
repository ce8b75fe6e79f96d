"""The site's own typeface: where it lies, and which letters it has."""

from explainer.places import DOCS

FONT = DOCS / "assets" / "fonts" / "newsreader.woff2"
_BEYOND = "ıŒœ–—‘’‚“”„•…′″‹›€−"
"""What it has beside Latin-1: told here, for to ask the file takes a library that few builds need."""
LETTERS = frozenset((*map(chr, range(0x21, 0x7F)), *map(chr, range(0xA1, 0x100)), *_BEYOND))


def covers(words: str) -> bool:
    """Return whether the typeface has every letter."""
    return all(char in LETTERS or char.isspace() for char in set(words))
