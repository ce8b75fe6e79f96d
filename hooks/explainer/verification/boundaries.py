"""Whether a stretch of text begins and ends where words and numbers do."""

import unicodedata

_UNSPACED = (
    ("\u0e00", "\u0fff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"), ("\u19e0", "\u19ff"),
    ("\u2e80", "\u2fdf"), ("\u3040", "\u30ff"), ("\u3400", "\u4dbf"), ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"), ("\uff66", "\uff9f"), ("\U00020000", "\U0003ffff"),
)  # fmt: skip
"""Thai, Lao, Tibetan, Burmese, Khmer, Chinese and Japanese: without spaces no boundary can be told."""
_APOSTROPHES = "'’ʼ"
_HYPHENS = "-‐‑"
_WITHIN_NUMBERS = ".,:/⁄·'’٬٫\u00a0\u2007\u2009\u202f"
"""What stands between the digits of one number."""
_SIGNS = "-−‐‑–－﹣±~≈<>≤≥."
"""What, right before a number and after no word, is part of it; a point begins a decimal."""
_REACH = 8
"""Invisible characters that are looked across."""


def is_whole(text: str, start: int, end: int) -> bool:
    """Return whether `text[start:end]` cuts no word or number: not `i` of `it`, not `5` of `1.5` or `-5`.

    Nor `can` of `can’t`, `violent` of `non-violent`, `000` of `1 000`; invisible characters part nothing.
    """
    inside = _visible(text[start : min(end, start + _REACH)])
    if not inside or _is_mark(text[end : end + 1]):
        return False
    before = _visible(text[max(0, start - _REACH) : start])[::-1]
    after = _visible(text[end : end + _REACH])
    first, last = inside[0], _visible(text[max(start, end - _REACH) : end])[-1:]
    return not (_goes_on(first, before) or _goes_on(last, after) or _is_signed(first, before))


def _visible(text: str) -> str:
    if text.isascii() or text.isprintable():
        return text
    return "".join(letter for letter in text if unicodedata.category(letter) != "Cf")


def _is_mark(letter: str) -> bool:
    return bool(letter) and unicodedata.category(letter)[0] == "M"


def _is_word(letter: str) -> bool:
    if not (letter.isalnum() or _is_mark(letter)):
        return False
    return letter.isascii() or not any(first <= letter <= last for first, last in _UNSPACED)


def _goes_on(edge: str, beyond: str) -> bool:
    """Say whether the word or number of `edge` goes on in what lies beyond it, nearest character first."""
    near, far = beyond[:1], beyond[1:2]
    if not _is_word(edge):
        return False
    if _is_word(near):
        return True
    if edge.isdigit() and far.isdigit():
        return near != "" and near in _WITHIN_NUMBERS
    if near and near in _HYPHENS:
        return edge.isalpha() and far.isalpha()
    return bool(near) and near in _APOSTROPHES and _is_word(far)


def _is_signed(first: str, before: str) -> bool:
    near, far = before[:1], before[1:2]
    return first.isdigit() and near != "" and near in _SIGNS and not (far.isalnum() or (far and far in "-–—"))
