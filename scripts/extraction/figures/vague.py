"""Vague numbers ("billions in aid"): told to the writer, never turned into a figure."""

import re

from extraction.candidates import Note

_VAGUE = re.compile(
    r"[dhtmbasDHTMBAS](?<!\w.)(?:(?:ozens|undreds|housands|illions|rillions"
    r"|ens(?= of (?:thousands|millions|billions)))(?: of (?:thousands|millions|billions))?"
    r"|(?: few|everal|any) (?:dozen|hundred|thousand|[mbt]r?illion))\b"
    r"(?: (?:of|in) [A-Za-z’'-]{1,30}(?: [A-Za-z’'-]{1,30}s\b)?)?"
)
"""The first letter stands apart so that the scan may skip to it."""


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
