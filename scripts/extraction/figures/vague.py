"""Vague numbers ("billions in aid"): told to the writer, never turned into a figure."""

import re

from ..candidates import Note

_MANY = r"(?:[Dd]ozens|[Hh]undreds|[Tt]housands|[Mm]illions|[Bb]illions|[Tt]rillions)"
_VAGUE = re.compile(
    rf"\b(?:(?:[Tt]ens|{_MANY}) of (?:thousands|millions|billions)|{_MANY}|(?:[Aa] (?:few|couple)|[Ss]everal|[Mm]any) (?:dozen|hundred|thousand|million|billion|trillion))\b"
    r"(?: (?:of|in) (?:[A-Za-z’'-]+ ){0,2}?[A-Za-z’'-]+)?"
)


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
