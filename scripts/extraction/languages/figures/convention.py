"""Which marks part thousands and decimals in one article: 1.200,5 or 1,200.5, as its own numbers show."""

import re
from typing import Literal

from extraction.languages.figures.counting import Counting

Convention = Literal["comma", "point", "mixed"]
"""The mark before decimals; `mixed` where the article uses both, so that 1.200 and 1,200 tell nothing."""

_COMMA = re.compile(
    r"(?<![\d.,])\d{1,3}(?:\.\d{3})*,\d{1,2}(?![\d,]|\.\d)|(?<![\d.,])\d{1,3}(?:\.\d{3}){2,}(?!\d)"
)
_POINT = re.compile(
    r"(?<![\d.,/-])(?:\d{1,3}(?:,\d{3})+\.\d{1,2}|\d+\.\d{1,2}(?=\s?(?:%|por ciento|pesos|millones|mil\b)))"
    r"(?![\d.])"
    r"|(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?!\d)"
)
_WORD = re.compile(r"[^\W\d_]+")


def of(text: str, counting: Counting) -> Convention:
    """Return the convention of a text; the decimal comma where nothing speaks against it."""
    point, comma = bool(_POINT.search(text)), bool(_COMMA.search(text))
    if point and comma:
        return "mixed"
    if point:
        return "point"
    places = counting.groups["point-decimals"]
    if not comma and places and not places.isdisjoint(map(str.lower, _WORD.findall(text))):
        return "point"
    return "comma"
