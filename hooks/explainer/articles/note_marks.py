"""Marks of footnotes in a page: they refer, and are no words of the sentence that they stand in.

A raised number may as well be a power (`10<sup>6</sup>`, `km<sup>2</sup>`): where nothing else tells, what
stands before it does.
"""

import re

from lxml import html

from explainer.text.pattern import pattern

_NAMED = pattern(
    r"(?:\A|[\s_-])(?:reference|noteref|foot-?note(?:-?ref)?s?|end-?note|fn-?ref|fn|cite[_-]ref)(?=[\s_\d-]|\Z)",
    re.IGNORECASE,
)
_MARK = pattern(
    r"\s*(?:\[\s*(?:[\w*†‡]{1,4}|note \d+|citation needed)\s*\]|[\d,\s–-]{1,9}|[*†‡§]{1,3}|[a-z])\s*"
)
_BRACKETED = pattern(r"\s*(?:\[.{1,20}\]|[*†‡§]{1,3})\s*", re.DOTALL)
_WORDS_BEFORE = pattern(r"(?:[^\W\d_]{4,}|[^\W\d_]['’]s|[.,;:!?”’\"»)])\Z")
"""A word too long for a unit's sign, or the end of a clause."""
_NUMBER_BEFORE = pattern(r"(?:[$€£¥₹]\s?[\d.,]*\d|\d[.,]\d+|\d%)\Z")
"""A sum or a number with its groups: nobody raises it to a power in a newspaper."""


def is_note_mark(element: html.HtmlElement, before: str) -> bool:
    """Say whether an element is the mark of a note; `before` is the text of the block up to it."""
    if element.tag not in ("sup", "a"):
        return False
    words = "".join(element.itertext())
    if len(words) > 20 or not _MARK.fullmatch(words):
        return False
    if _is_named(element) or _leads_to_a_note(element, words):
        return True
    return element.tag == "sup" and (
        _BRACKETED.fullmatch(words) is not None or _is_after_words(words, before)
    )


def _is_after_words(words: str, before: str) -> bool:
    digits = words.strip().replace(",", "").replace(" ", "").isdigit()
    return digits and (_WORDS_BEFORE.search(before) or _NUMBER_BEFORE.search(before)) is not None


def _is_named(element: html.HtmlElement) -> bool:
    told = (element.get("class", ""), element.get("id", ""), element.get("role", ""))
    return any(_NAMED.search(each) for each in told) or element.get("epub:type") == "noteref"


def _leads_to_a_note(element: html.HtmlElement, words: str) -> bool:
    """Say whether it is a raised or bracketed link to a place further down the same page."""
    marks = (
        element.find(".//sup") is not None or element.tag == "sup" or _BRACKETED.fullmatch(words) is not None
    )
    links = [element] if element.tag == "a" else element.iter("a")
    return marks and any(link.get("href", "").startswith("#") for link in links)
