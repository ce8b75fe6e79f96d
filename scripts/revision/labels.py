"""A first title for a figure: its sentence in the article's words, or its clause, for a writer to better.

A whole sentence says best what a number counts. Longer ones give way to the clause, and one too long or too
short to the words around the number, cuts marked `…`.
"""

import re

from explainer.text.characters import without_invisible

LONGEST = 120
FEWEST = 3
"""So many words beside the number say what it counts."""

_ABBREVIATED = (
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Dr|Ms|St|Lt|Jr|Sr|vs|No))(?<!\bSept)"
    r"(?<!\b(?:Mrs|Sen|Rep|Gov|Gen|Col|Rev|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
)
_SENTENCE = re.compile(rf"{_ABBREVIATED}[.!?][”\"’)]{{0,3}}\s+|\n")
_CLAUSE = re.compile(rf"{_ABBREVIATED}[,;:.!?]\s|[“”\"()\n—–]|\s[-–—]\s")
_OPENER = re.compile(
    r"(?:And|But|Yet|So|Or|Nor|Because|Still|Then|Also|Now|Y|Pero|Und|Aber|Et|Mais),? (?=\w)", re.IGNORECASE
)
"""What ties a sentence to the one before it."""
_LEANS = re.compile(
    r"(?:who|whom|whose|which|where|when|while|meaning|making|including|given|across|than|as|although|though"
    r"|if|after|before|since|until)\b"
)
"""How a clause begins that says nothing without the one before it."""
_OPEN_END = re.compile(
    r"\b(?:an?|the|that|of|to|and|but|or|as|by|with|from|in|on|for|is|are|was|were|be|said|called)$", re.I
)
_STOP = re.compile(r"(?<!\.[A-Za-z])\.+$")
"""A full stop at the end, unless it is part of `p.m.` or `U.S.`"""
_MARKS = (("“", "”"), ("(", ")"), ("[", "]"), ("‘", "’"))


def label(text: str, start: int, end: int) -> str:
    """Return a title for the figure that stands from `start` to `end`, code points into the text."""
    sentence, clause = (_around(edge, text, start, end) for edge in (_SENTENCE, _CLAUSE))
    if len(whole := _tidied(text[slice(*sentence)])) <= LONGEST:
        return whole
    words = _tidied(text[slice(*clause)])
    few = len(words.split()) < len(text[start:end].split()) + FEWEST
    leans = clause[0] > sentence[0] and _LEANS.match(text, clause[0]) is not None
    if few or leans or _OPEN_END.search(words):
        return _cut(text, sentence, start, end)
    return words if len(words) <= LONGEST else _cut(text, clause, start, end)


def _around(edge: re.Pattern[str], text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the stretch between two edges begins and ends, looked for not far from the figure."""
    first = max(0, start - 4 * LONGEST)
    begin = max((found.end() for found in edge.finditer(text, first, start)), default=first)
    after = edge.search(text, end, end + 4 * LONGEST)
    return begin, after.start() if after else min(len(text), end + 4 * LONGEST)


def _cut(text: str, around: tuple[int, int], start: int, end: int) -> str:
    begin, stop = around
    figure = " ".join(text[start:end].split())
    kept = min(stop - end, LONGEST // 3)  # for what comes after, which often names what is counted
    before, cut_before = _last_words(text[begin:start], LONGEST - len(figure) - kept - 1)
    after, cut_after = _first_words(text[end:stop], LONGEST - len(figure) - len(before) - 2)
    words = _tidied(before + figure + after, opens=not cut_before)
    return ("… " if cut_before else "") + words + (" …" if cut_after else "")


def _tidied(stretch: str, *, opens: bool = True) -> str:
    """Return words on one line, without what ties them to the sentence before, or a mark without its twin."""
    words = without_invisible(" ".join(stretch.split()))
    for opening, closing in _MARKS:
        if words.count(opening) != words.count(closing):
            words = re.sub(rf"{re.escape(opening)}|{re.escape(closing)}(?!\w)", "", words)
    if words.count('"') % 2:
        words = words.replace('"', "")
    words = _STOP.sub("", words.strip(" ,;:–—"))
    if not opens:
        return words
    words = _OPENER.sub("", words, count=1) if _OPENER.match(words) else words
    return words[:1].upper() + words[1:]


def _last_words(text: str, room: int) -> tuple[str, bool]:
    words = re.sub(r"\s+", " ", text).lstrip()
    if len(words) <= room:
        return words, False
    return words[len(words) - max(room, 0) :].partition(" ")[2], True


def _first_words(text: str, room: int) -> tuple[str, bool]:
    words = re.sub(r"\s+", " ", text).rstrip()
    if len(words) <= room:
        return words, False
    return words[: max(room, 0)].rpartition(" ")[0], True
