"""Vague numbers ("miles de", "Tausende"): told to the writer, never turned into figures."""

import re
from functools import cache

from extraction.candidates import Note
from extraction.languages.figures import counting
from extraction.languages.figures.counting import Counting, either


def find_vague(text: str, code: str) -> list[Note]:
    """Return a note for each number that the text leaves open, in order; lines count from 1."""
    table = counting.load(code)
    notes: list[Note] = []
    line, counted = 1, 0
    for found in _pattern(table).finditer(text):
        if _is_counted(text, found.start(), table):
            continue
        line += text.count("\n", counted, found.start())
        counted = found.start()
        message = f"“{found.group()}” gives no exact number, so no figure was made of it."
        notes.append(Note(found.start(), line, "vague-number", message))
    return notes


def _is_counted(text: str, start: int, table: Counting) -> bool:
    """Tell whether a number, in digits or words, stands before: "3 millones", "zwei Millionen"."""
    before = text[max(0, start - 12) : start].split()
    if not before or not text[start - 1 : start].isspace():
        return False
    last = before[-1].lower()
    return last[-1:].isdigit() or last in table.numbers or last in table.magnitudes


@cache
def _pattern(table: Counting) -> re.Pattern[str]:
    """Return the vague words with the noun that they count, with "de" or "von" between or without."""
    links = either(table.groups["links"] | {"von"})
    return re.compile(
        rf"(?<!\w)(?:{either(table.groups['vague'])})(?: (?:{links})(?:(?<=')| ))?(?: ?[^\W\d_]+)", re.I
    )
