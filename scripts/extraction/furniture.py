"""What stands in an article's text and is not the article: menus, bylines, credits, share bars, comments.

Text that was pasted brings them along, and a little is left of a saved page too. They are taken for nothing:
no quotation, figure or person comes out of them. Whole lines only, so that no sentence is ever cut.
"""

import re
from collections.abc import Iterator
from functools import cache

from extraction import noise, wordlists
from extraction.paragraphs import LINE

LONGEST = 400
"""Characters of a caption; a longer line is text, however it ends."""
CREDIT = 120
"""Characters at a line's end among which a picture's credit stands."""
LABEL = 200
"""Characters of any other line that is none of the article."""
PROSE = 90
"""Characters from which a line that ends as a sentence does is a paragraph of the article."""
BODY = 3
"""So many paragraphs stand before the comments of readers; a count above them is only a count."""

_MENU = re.compile(r"(?:[^|•·»>]{1,28}[|•·»>]\s*){2,}[^|•·»>]{0,28}")
_END = (".", "!", "?", "”", '"', "»", "…", "。")
_MONTH = (
    "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\\.?|janvier|février|mars|avril|mai|juin"
    "|juillet|août|septembre|octobre|novembre|décembre|januar|februar|märz|juni|juli|oktober|dezember|enero"
    "|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
)
_FILLED = {
    "{count}": r"\d[\d.,]*[km]?",
    "{name}": r"[^\W\d_a-z][\w.'’-]*(?: (?:[a-z]{1,3} )?[^\W\d_a-z][\w.'’-]*){0,4}",
    "{date}": (
        rf"(?:(?:\d{{1,2}}\.? (?:de )?(?:{_MONTH})|(?:{_MONTH}) \d{{1,2}}),? (?:de )?\d{{4}}"
        r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})"
    ),
}


def is_furniture(line: str) -> bool:
    """Say whether a line, by itself, is no part of an article."""
    line = line.strip()
    if len(line) > LONGEST:
        return False
    tail = line[-CREDIT:]
    if any(map(tail.__contains__, _signs())) and _pattern("credit").search(tail):
        return True
    return len(line) <= LABEL and (_pattern("line").match(line) or _MENU.fullmatch(line)) is not None


def furniture(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each line that is not the article, in order."""
    paragraphs = 0
    comments = teasers = False
    for line in LINE.finditer(text):
        words = line[0].strip()
        is_prose = len(words) >= PROSE and words.endswith(_END)
        is_label = len(words) <= LABEL
        comments = comments or (paragraphs >= BODY and is_label and _is("comments", words))
        teasers = (teasers and is_label and not words.endswith(_END)) or (is_label and _is("teasers", words))
        if comments or teasers or is_furniture(words):
            yield line.span()
        else:
            paragraphs += is_prose


def without_furniture(text: str) -> str:
    """Return a text with spaces in place of what is not the article: every offset stays."""
    text = noise.without(text)
    return noise.blanked(text, furniture(text))


def _is(kind: str, line: str) -> bool:
    return _pattern(kind).match(line) is not None


@cache
def _signs() -> tuple[str, ...]:
    """Return what a credit never lacks, so that few lines need be searched for one."""
    return tuple(sign for own, sign in wordlists.rows("furniture", "\t") if own == "sign")


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """Return all patterns of a kind in one, each up to the line's end."""
    either = "|".join(f"(?:{pattern})" for own, pattern in wordlists.rows("furniture", "\t") if own == kind)
    for name, pattern in _FILLED.items():
        either = either.replace(name, pattern)
    return re.compile(rf"(?:{either})[\s.:!»›→]*\Z", re.IGNORECASE)
