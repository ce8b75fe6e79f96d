"""A first title for a figure: the words of its own clause, for a writer to better."""

import re

LONGEST = 90
_EDGE = re.compile(r"[,;:.!?]\s|[“”\"()\n—–]|\s[-–—]\s|\Z")
_GOES_ON = re.compile(r"(?:[^,;:.!?“”\"()\n—–]|[,.:](?=\d))*")


def label(text: str, start: int, end: int) -> str:
    """Return the figure in its clause, cut at words and marked `…` where the clause is longer."""
    window = text[max(0, start - 2 * LONGEST) : start]
    begin = max((edge.end() for edge in _EDGE.finditer(window) if edge.end() < len(window)), default=0)
    figure = " ".join(text[start:end].split())
    before, cut_before = _last_words(window[begin:], LONGEST - len(figure) - 1)
    cut_before |= begin == 0 and start > len(window)
    rest = _GOES_ON.match(text, end, end + LONGEST)
    room = LONGEST - len(figure) - len(before) - 2
    after, cut_after = _first_words(rest[0] if rest else "", room)
    words = " ".join(part for part in (before, figure, after) if part)
    opening = "… " + words if cut_before else words[:1].upper() + words[1:]
    return opening + (" …" if cut_after else "")


def _last_words(text: str, room: int) -> tuple[str, bool]:
    words = " ".join(text.split())
    if len(words) <= room:
        return words, False
    return words[len(words) - max(room, 0) :].partition(" ")[2], True


def _first_words(text: str, room: int) -> tuple[str, bool]:
    words = " ".join(text.split())
    if len(words) <= room:
        return words, False
    return words[: max(room, 0)].rpartition(" ")[0], True
