"""Whether true words give a false picture: a condition cut off, a negation left out of sight.

What is found here needs a writer's judgement, given in the record's `signed_off`. English only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from explainer.text.characters import shown
from explainer.text.wordlist import lines
from explainer.verification.editing import inserted
from explainer.verification.ladder import Match


def _listed(name: str) -> str:
    listed = lines("explainer.verification", name)
    return "|".join(re.escape(line).replace("\\ ", r"\s+") for line in listed)


_LIMITING = re.compile(rf"[\s,;:–—-]*\b({_listed('limiting')})\b[^.!?”\"\n]{{0,60}}", re.IGNORECASE)
_LIMITING_INSIDE = re.compile(rf"\b({_listed('limiting')})\b", re.IGNORECASE)
_NEGATION = re.compile(rf"\b(?:{_listed('negations')}|[a-z]+n['’]t)\b", re.IGNORECASE)
_SAYING = re.compile(
    r"\b(?:not|never|n['’]t|denied|denies|deny|without)\s+(?:[a-z]+\s+){0,2}"
    r"(?:sa(?:y|ys|id|ying)|claim\w*|mean\w*|call\w*|promis\w*|describ\w*)\b[^.!?]{0,20}\Z",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?][”\"’']?\s|\n")
_OPENING = '“„«"‘'
_GOES_ON = re.compile(r"[,.]?[”\"][^“”\"\n]{1,80}(?<![.!?\s])\s+[“\"]\s*")
"""From the end of a piece of a split quotation to the next piece of the same sentence."""
_NEAR = 5
"""Words before a quotation in which a negation still governs it."""


@dataclass(frozen=True, slots=True)
class Caution:
    """What a reader would not learn from the quotation alone."""

    message: str
    serious: bool
    """Whether the quotation is withheld until a writer has signed it off."""


def cautions(text: str, exact: str, match: Match) -> Iterator[Caution]:
    """Yield what the quotation `exact`, found in `text`, does not let its reader see."""
    yield from _limit(text, match.end)
    yield from _negation_before(text, match.start)
    for words in inserted(exact) if match.tier == "EDITED" else ():
        if _NEGATION.search(words):
            yield Caution(f'puts a negation in brackets: "[{shown(words)}]"', True)
    for left, right in pairwise(match.pieces):
        gap = text[left[1] : right[0]]
        negation, limit = _NEGATION.search(gap), _LIMITING_INSIDE.search(gap)
        if negation:
            yield Caution(f'hides a negation ("{negation[0]}") behind its ellipsis or bracket', True)
        elif limit:
            yield Caution(f'leaves out a limiting clause ("{shown(gap.strip())}")', False)


def _limit(text: str, end: int) -> Iterator[Caution]:
    goes_on = _GOES_ON.match(text, end)
    found = _LIMITING.match(text, goes_on.end() if goes_on else end)
    if not found or (not goes_on and text[end - 1] in ".!?"):
        return
    yield Caution(
        f'stops before a limiting clause ("{shown(" ".join(found[0].split()).strip(" ,;:–—-"))} …")', True
    )


def _negation_before(text: str, start: int) -> Iterator[Caution]:
    before = text[max(0, start - 200) : start]
    ends = list(_SENTENCE_END.finditer(before))
    sentence = before[ends[-1].end() :] if ends else before
    opening = sentence.rstrip()[-1:]
    if opening and opening in _OPENING:
        said = sentence.rstrip()[:-1]
        last_two = " ".join(said.split()[-2:])
        found = _SAYING.search(said) or (
            None if said.rstrip().endswith((",", ":")) else _NEGATION.search(last_two)
        )
    else:
        inside = re.split('[“”"]', sentence)[-1]
        found = _NEGATION.search(" ".join(inside.split()[-_NEAR:]))
    if found:
        yield Caution(f'hides a negation that stands before it ("{shown(" ".join(found[0].split()))}")', True)
