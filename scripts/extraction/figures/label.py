"""A proposed label for a figure's page, in the words of the figure's own sentence."""

import re

from ..candidates import FigureCandidate

_SENTENCE_END = re.compile(r"[.!?][\"”’')]*(?=\s|$)|\n")
_WORDS = 12


def describe(figure: FigureCandidate, text: str) -> str:
    """Return about twelve words of the sentence around the figure, cut at its clause; nothing is added but "…"."""
    return figure.exact
