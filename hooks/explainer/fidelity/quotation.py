"""Whether a place of a text lies between quotation marks."""

_REACH = 2_000
"""Characters before a place in which its opening mark is looked for."""
_OPENING, _CLOSING = "“„«‘", "”»"


def is_quoted(text: str, start: int) -> bool:
    """Return whether `text[start]` stands within a quotation, in its own paragraph.

    Curly marks and guillemets tell by their shape, straight ones by their number since the paragraph's
    beginning. A paragraph that begins with an opening mark and is never closed counts to its end.
    """
    paragraph = text[max(text.rfind("\n", 0, start) + 1, start - _REACH) : start]
    opened = max(paragraph.rfind(mark) for mark in _OPENING)
    closed = max(paragraph.rfind(mark) for mark in _CLOSING)
    return opened > closed or paragraph.count('"') % 2 == 1 or paragraph.count("''") % 2 == 1
