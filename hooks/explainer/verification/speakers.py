"""Whether the speaker on record is whom the source names: beside the quotation, and as it is on record."""

from typing import Literal, NamedTuple

from explainer.verification.attribution import Attribution, attribution
from explainer.verification.folding import fold
from explainer.verification.naming import Named, is_mentioned, is_name, named, names

_NEAR = 2_000
"""Characters on either side of a quotation in which the source's words for its speaker and verb stand."""


class Standing(NamedTuple):
    """What a source says of the speaker of a quotation."""

    verdict: Literal["confirmed", "open", "other-name", "given-to-another", "unnamed"]
    """confirmed: named right beside the quotation. open: nothing speaks against it. The others are faults."""
    given_to: Attribution | None
    """Whom the words around the quotation give it to."""


def standing(
    text: str, start: int, end: int, who: Named, *, as_named: str | None, credits: str = ""
) -> Standing:
    """Return how the speaker `who` of `text[start:end]` stands in the source.

    `as_named` is how the source is said to name the speaker there; `credits` names whose text it is.
    """
    given_to = attribution(text, start, end)
    if as_named and is_name(as_named) and not names(as_named, who, text):
        return Standing("other-name", given_to)
    if given_to and not given_to.is_pronoun and is_name(given_to.words):
        is_confirmed = names(given_to.words, who, text)
        return Standing("confirmed" if is_confirmed else "given-to-another", given_to)
    if not (is_mentioned(who, text) or is_mentioned(who, credits)):
        return Standing("unnamed", given_to)
    return Standing("open", given_to)


def misnamed(text: str, start: int, end: int, *, as_named: str) -> Attribution | None:
    """Return whom the words beside `text[start:end]` give it to, if not to the name on record; else None."""
    given_to = attribution(text, start, end)
    if given_to is None or given_to.is_pronoun or not (is_name(as_named) and is_name(given_to.words)):
        return None
    return None if names(given_to.words, named(as_named), text) else given_to


def stands_near(text: str, start: int, end: int, words: str) -> bool:
    """Return whether words that are said to be the source's own stand around `text[start:end]`, or in it."""
    near = text[max(0, start - _NEAR) : end + _NEAR]
    if _stands_in(near, words):
        return True  # as they stand, which spares folding: nearly all do
    return _stands_in(fold(near).casefold(), fold(words).casefold())


def _stands_in(text: str, words: str) -> bool:
    """Say whether words stand in a text as whole ones."""
    at = text.find(words)
    while at >= 0:
        before, after = text[max(0, at - 1) : at], text[at + len(words) : at + len(words) + 1]
        if not any(letter.isalnum() or letter == "_" for letter in before + after):
            return True
        at = text.find(words, at + 1)
    return False
