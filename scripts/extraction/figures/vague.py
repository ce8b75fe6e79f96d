"""Vague numbers ("billions in aid"): told to the writer, never turned into a figure."""

import re

from extraction.candidates import Note
from extraction.figures.numerals import Numeral

_VAGUE = re.compile(
    r"[dhtmbasDHTMBAS](?<!\w.)(?:(?:ozens|undreds|housands|illions|rillions"
    r"|ens(?= of (?:thousands|millions|billions)))(?: of (?:thousands|millions|billions))?"
    r"|(?: few|everal|any) (?:dozen|hundred|thousand|[mbt]r?illion)"
    r"|ulti[- ]?(?:hundred[- ]|thousand[- ])?[mbt]r?illion(?:[- ][a-z]+)?"
    r"|(?<!half [Aa]) [mbt]r?illion-[a-z]+)\b"
    r"(?: (?:of|in) [A-Za-z’'-]{1,30}(?: [A-Za-z’'-]{1,30}s\b)?)?"
)
"""The first letter stands apart so that the scan may skip to it."""
_SIZE = re.compile(r"(?:an?|[a-z]+) [mbt]r?illion", re.I)
_HYPHENED = re.compile(r"-[a-z]")


def is_size(text: str, numeral: Numeral) -> bool:
    """Tell what only says how large: "a billion-dollar deal"; "two million-pound homes" cost as much each."""
    words = text[numeral.start : numeral.end]
    exact = words.lower().startswith("half ")
    return not exact and bool(_HYPHENED.match(text, numeral.end) and _SIZE.fullmatch(words))


def find_vague(text: str) -> list[Note]:
    """Return a note for each number that the text leaves open, in order; lines count from 1."""
    notes: list[Note] = []
    line, counted = 1, 0
    for found in _VAGUE.finditer(text):
        line += text.count("\n", counted, found.start())
        counted = found.start()
        message = f"“{found.group()}” gives no exact number, so no figure was made of it."
        notes.append(Note(found.start(), line, "vague-number", message))
    return notes
