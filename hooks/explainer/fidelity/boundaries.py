"""Whether a stretch of text begins and ends where words and numbers do."""

import re

_UNSPACED_FROM = "\u0e00"
"""From Thai on, scripts write words without spaces, so that no boundary can be told."""
_PART_OF_NUMBER = re.compile(r"(?:\d[.,]|(?<![^\W_])(?<![-–—])[.\-−])\Z")
"""Before a digit: the whole part of a decimal, a point, or a minus that is no hyphen."""
_GOES_ON = re.compile(r"[.,]\d")


def is_whole(text: str, start: int, end: int) -> bool:
    """Return whether `text[start:end]` cuts no word or number: not `i` of `it`, not `5` of `1.5` or `-5`."""
    if start >= end:
        return False
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    first, last = text[start], text[end - 1]
    return not (
        _joined(before[-1:], first)
        or _joined(last, after[:1])
        or (first.isdigit() and _PART_OF_NUMBER.search(before))
        or (last.isdigit() and _GOES_ON.match(after))
    )


def _joined(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum() and max(left, right) < _UNSPACED_FROM
