"""On which sheet of a long list a record stands, so that links to it lead there."""

from explainer.library.library import Library
from explainer.records.address import url
from explainer.records.model import AnyRecord, Event, Term

MOST = 100
"""Entries on a sheet."""
OF_TEXT = 16_000
"""Code points of a source's text of which one sheet shows what is used."""


def sheet_path(base: str, number: int) -> str:
    """Return the address of a sheet, counted from 1; the first is the list's own."""
    return base if number == 1 else f"{base}page/{number}/"


def place(record: AnyRecord, library: Library) -> str:
    """Return a record's address; of one that stands in a list, on the sheet that holds it."""
    address = url(record)
    if not isinstance(record, Event | Term):
        return address
    base, _, anchor = address.partition("#")
    return f"{sheet_path(base, library.position(record) // MOST + 1)}#{anchor}"


def text_sheet(start: int, text: str) -> int:
    """Return the number of the sheet that shows the line in which a place of a source's text lies."""
    return (text.rfind("\n", 0, start) + 1) // OF_TEXT + 1
