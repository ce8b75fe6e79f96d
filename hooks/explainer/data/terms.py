"""Text -> the terms that search knows it by, as `docs/assets/finding.js` makes them of what readers type.

Both sides must agree, or a record is not found: `tests/browser/test_search.py` compares them. The endings
stand here alone; the script has them from the head of the index.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from explainer.text.pattern import pattern

_ENDINGS = (
    "at(?:ic|e[ds]?|ing|ions?|ive|ors?|ory)", "acion(?:es)?", "e?ments?", "[ae]n(?:ts?|ces?|cy|cies)",
    "ings?", "ions?", "ures?", "[eo]rs?", "e(?:es?|d|s)?", "ied", "ies", "s", "y",
)  # fmt: skip
STEM = f"^(.{{4,}}?)(?:{'|'.join(_ENDINGS)})$"
"""The stem of a word: words of one family (deport, deportee, deportations) have one."""

_STEM = pattern(STEM)
_OF = pattern("'s?$")
_APOSTROPHE = pattern("[’‘´`]")
_SPACES = r"\t\n\v\f\r \u1680\u2028\u2029\ufeff"
_GROUPED = pattern(rf"([0-9])[,'{_SPACES}](?=[0-9]{{3}}(?![0-9]))")
_POINTED = pattern(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}(?![0-9.])")
_TERM = pattern(r"[$€£]?[0-9][0-9.]*[0-9]|[^\W_]+(?:'[^\W\d_]+)?")
_HYPHENED = pattern(r"[^\W\d_]+-[^\W\d_]+")
_FOREIGN = pattern(r"[^\0-\x7f]+")
_DIGIT = pattern("[0-9]")
_SHORTEST = 5
"""Letters of a word that has an ending."""


def terms(text: str) -> Iterator[str]:
    """Yield the stems of a text's words in their order, then of those with a hyphen without it."""
    folded = fold(text)
    for word in _TERM.findall(folded):
        yield stem(word)
    for word in _HYPHENED.findall(folded) if "-" in folded else ():
        yield stem(word.replace("-", "", 1))


def fold(text: str) -> str:
    """Return one spelling for all: no accents, capitals or grouping in numbers, percent as a word."""
    if not text.isascii():
        text = _FOREIGN.sub(_without_marks, unicodedata.normalize("NFKD", text))
    text = _APOSTROPHE.sub("'", text.lower()).replace("%", " percent")
    return _POINTED.sub(lambda number: number[0].replace(".", ""), _GROUPED.sub(r"\1", text))


def _without_marks(found: re.Match[str]) -> str:
    return "".join(c for c in found[0] if not unicodedata.category(c).startswith("M"))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return a folded word without its ending, if that leaves four letters; numbers as they are."""
    if len(word) < _SHORTEST or _DIGIT.search(word):
        return word
    bare = _OF.sub("", word)
    found = _STEM.match(bare)
    return found[1] if found else bare
