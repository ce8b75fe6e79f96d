"""Telephone numbers, told by their shape or by a word that asks to dial them."""

import re

from extraction.figures import nouns

_SHAPE = re.compile(
    r"(?:\+\d[\d ().-]{6,18}\d|\(?0\d{1,4}\)?[ -]\d{2,4}(?:[ -]?\d{2,4}){1,3}"
    r"|1[38]00[ -]\d{2,4}(?:[ -]\d{2,4}){0,2}"
    r"|1[38] \d\d \d\d|(?:1[- .])?\(?\d{3}\)?[- .]\d{3}[- .]\d{4}|\d{3}-\d{4})(?![,.]?\d)"
)
_DIALLED = re.compile(
    r"\b(?:[Cc]all|[Pp]hone|[Dd]ial|[Rr]ing|[Tt]ext|[Tt]el|[Tt]elephone|[Ff]ax|[Hh]otline|[Hh]elpline"
    r"|[Ww]hats[Aa]pp"
    r"|[Ll]ifeline|[Tt]oll-free)\.?(?: (?:us|them|now|toll-free|free|on|at|to|the|its|number|line"
    r"|service|is|helpline"
    r"|hotline|Lifeline|[A-Z]{2,12}))* ?[:,(]? ?$"
)
_DIGITS = re.compile(r"\d(?:[ -]?\d){2,14}(?!\d)")
_REACH = 48


def end(text: str, start: int) -> int | None:
    """Return where the telephone number at `start` ends; None where there is none."""
    first = start - 1 if text[start - 1] in "+(" else start
    if shape := _SHAPE.match(text, first):
        return shape.end()
    dialled = _DIGITS.match(text, start)
    if not dialled or not _DIALLED.search(text, max(0, start - _REACH), start):
        return None
    if (
        text.startswith((",", "%", " per", " times", " percent"), dialled.end())
        and text[dialled.end() + 1 : dialled.end() + 2].isalnum()
    ):
        return None
    return dialled.end() if nouns.counted(text, dialled.end()) is None else None
