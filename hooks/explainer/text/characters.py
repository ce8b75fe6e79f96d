"""Characters that deceive or break: those refused in files, those a reader should be warned of.

Refused are controls that no text needs and that hide or reorder what stands in a file (CVE-2021-42574).
Suspicious are characters that have honest uses but may disguise a word: joined scripts, zero widths.
"""

import unicodedata
from collections.abc import Iterator

from explainer.text.pattern import pattern

BIDI = "\u202a-\u202e\u2066-\u2069"
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd-\uffff\ud800-\udfff"
CONTROL = pattern(f"[{_CONTROLS}]|\r(?!\n)")
"""Controls, lone carriage returns, replacement characters, surrogates, non-characters."""
ARTICLE_CONTROL = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
"""Controls that an article may hold and no reader sees; a space stands for each, so that offsets stay."""
CONTROL_OR_BIDI = pattern(f"[{_CONTROLS}{BIDI}\u2028\u2029\ufeff]|\r(?!\n)")

_INVISIBLE = pattern(f"[{BIDI}\u200b-\u200f\u2060-\u2064\u061c\u00ad\u180e\ufeff\U000e0000-\U000e007f]")
_OTHER_SCRIPT = pattern("[\u0370-\u03ff\u0400-\u052f\u1f00-\u1fff]")
_WORD = pattern(r"[^\W\d_]+")
_LATIN = pattern("[A-Za-z\u00c0-\u024f]")


_ESCAPES = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def name(character: str) -> str:
    """Return `U+202E RIGHT-TO-LEFT OVERRIDE`, or the code point alone where it has no name."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def shown(text: str, *, limit: int = 60) -> str:
    """Return text fit for a terminal: shortened, unprintable characters as escapes."""
    short = text if len(text) <= limit else text[: limit - 1] + "…"
    return short if short.isprintable() else "".join(map(_printable, short))


def _printable(character: str) -> str:
    if character.isprintable():
        return character
    return _ESCAPES.get(character, f"\\u{ord(character):04x}")


def place(text: str, index: int) -> tuple[int, int]:
    """Return line and column of an offset, both from 1, the column in code points."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def without_invisible(text: str) -> str:
    """Return a text without zero-width and direction characters, for words that become ours."""
    return text if text.isascii() else _INVISIBLE.sub("", text)


def is_plain(text: str) -> bool:
    """Return whether a text surely holds no more than letters, signs, plain spaces and line ends."""
    return "\ufffd" not in text and text.replace("\n", "").isprintable()


def suspicious(text: str) -> Iterator[tuple[int, str]]:
    """Yield offset and description of each character that may disguise the text around it.

    Zero-width and direction characters, and words that mix Latin with Cyrillic or Greek letters.
    """
    if text.isascii():
        return
    for match in () if is_plain(text) else _INVISIBLE.finditer(text):
        yield match.start(), f"invisible character {name(match[0])}"
    if not _OTHER_SCRIPT.search(text):
        return
    for word in _WORD.finditer(text):
        strange = _OTHER_SCRIPT.findall(word[0])
        if strange and _LATIN.search(word[0]):
            points = ", ".join(name(character) for character in dict.fromkeys(strange))
            yield word.start(), f'"{word[0]}" mixes alphabets: {points}'
