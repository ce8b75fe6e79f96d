"""A first title for a figure: the words of its own clause, for a writer to better."""

import re

LONGEST = 90
_CLAUSE_EDGE = re.compile(r"[,;:.!?]\s|[“”\"()\n—–]")


def label(text: str, start: int, end: int) -> str:
    """Return the clause up to the figure's end, cut at a word and marked `…` where it was longer."""
    window = text[max(0, start - 2 * LONGEST) : start]
    begin = max((edge.end() for edge in _CLAUSE_EDGE.finditer(window)), default=0)
    cut_short = begin == 0 and len(window) == 2 * LONGEST
    before = " ".join(window[begin:].split())
    figure = " ".join(text[start:end].split())
    room = max(LONGEST - len(figure) - 1, 0)
    if len(before) > room:
        before, cut_short = before[len(before) - room :].partition(" ")[2], True
    words = f"{before} {figure}".strip()
    return f"… {words}" if cut_short else words[:1].upper() + words[1:]
