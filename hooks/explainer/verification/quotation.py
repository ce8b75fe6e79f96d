"""Quotation marks: whether a place of a text lies between them, and what stands between them on a page."""

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


def display(exact: str) -> str:
    """Return the words to show between quotation marks.

    Journalism sets a comma inside the closing mark where the reporter's sentence goes on (`“…,” she said`);
    it is dropped, with outer white space. Nothing else may change.
    """
    return exact.strip().removesuffix(",").rstrip()
