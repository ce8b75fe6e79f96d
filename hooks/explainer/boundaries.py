"""Whether a stretch of text begins and ends where words and numbers do."""

_UNSPACED_FROM = "\u0e00"
"""From Thai on, scripts write words without spaces, so that no boundary can be told."""


def is_whole(text: str, start: int, end: int) -> bool:
    """Return whether `text[start:end]` cuts no word or number: not `i` of `it`, not `5` of `1.5` or `-5`."""
    if start >= end:
        return False
    before, first = text[start - 1 : start], text[start]
    last, after = text[end - 1], text[end : end + 1]
    if _joined(before, first) or _joined(last, after):
        return False
    if first.isdigit() and start > 0 and _is_number_sign(text, start - 1):
        return False
    return not (last.isdigit() and after in (".", ",") and text[end + 1 : end + 2].isdigit())


def _joined(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum() and max(left, right) < _UNSPACED_FROM


def _is_number_sign(text: str, index: int) -> bool:
    """Return whether the sign before a number is part of it: a decimal point, a minus that is no hyphen."""
    sign, before = text[index], text[index - 1 : index] if index else ""
    if sign in ".,":
        return before.isdigit() or (sign == "." and not before.isalpha())
    return sign in "-−+±" and not before.isalnum()
