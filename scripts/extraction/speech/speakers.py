"""Whose words a quote is: possible sources told apart by weighted signs."""

from collections.abc import Iterator
from functools import lru_cache
from math import exp
from typing import NamedTuple

from extraction import wordlists
from extraction.speech import introductions, sources
from extraction.speech.clauses import Surroundings
from extraction.speech.frames import Frame
from extraction.speech.sources import Carried, Near, PossibleSpeaker


class Choice(NamedTuple):
    """Whose words a quote is, and how likely that is among all who might have said it."""

    source: PossibleSpeaker | None
    likely: float
    introduced: bool = False
    """Whether a clause that touches the quote names its speaker, or says that nobody is."""
    spoken: bool = False
    """Whether a speaker's label makes it speech, whatever its words look like."""


def choose(around: Surroundings, frame: Frame, previous: Frame | None) -> Choice:
    """Return the likeliest source of a quote: a credit line's name before all, nobody where it is denied.

    Outside English only a source that a known verb ties to the quote.
    """
    own = introductions.find(around, frame)
    if own is not None and own.denied:
        return Choice(None, 0.0, introduced=True)
    spoken = own is not None and own.mention is not None and around.tokens.kinds[frame.at - 1] in ":|"
    if own is not None and own.certain:
        return Choice(own.mention and PossibleSpeaker(None, own.mention, own.cue), 1.0, True, spoken)
    found = sources.find(around, frame, previous, own)
    credited = next((source for source in found if source.credited), None)
    if credited is not None:
        return Choice(credited, 1.0, introduced=True, spoken=True)
    if not around.is_english:
        found = [source for source in found if source.cue is not None or source.carried]
    if not found:
        return Choice(None, 0.0)
    scores = [weigh(source.traits) for source in found if source.traits is not None]
    highest = max(scores)
    likely = 1 / sum(exp(score - highest) for score in scores)
    introduced = own is not None and own.close
    return Choice(found[scores.index(highest)], likely, introduced, spoken and introduced)


@lru_cache(maxsize=1 << 14)
def weigh(traits: Near | Carried) -> float:
    """Return the sum of the weights of a source's signs: the higher, the likelier."""
    table = wordlists.weights("weights-source")
    return sum(table.get(sign, 0.0) for sign in signs(traits))


def signs(traits: Near | Carried) -> Iterator[str]:
    """Yield what speaks for or against a source, as the list of weights names it."""
    return _carried_signs(traits) if isinstance(traits, Carried) else _near_signs(traits)


def _near_signs(traits: Near) -> Iterator[str]:
    base = f"{traits.side} {traits.relation}"
    yield base
    yield f"{base} ending {traits.ending}"
    yield f"{base} opening {traits.opening}"
    yield f"{base} gap {traits.gap}"
    yield f"{traits.side} {traits.kind}"
    yield f"{traits.relation} {traits.kind}"
    yield f"{traits.side} order {traits.order}"
    yield f"introduced {traits.introduced}"
    yield f"{base} introduced {traits.introduced}"
    yield f"introduced {traits.introduced} {traits.kind}"
    if traits.verb:
        yield f"{base} verb {traits.verb}"
    if traits.side != "R":
        yield f"{traits.side} last {traits.last}"


def _carried_signs(traits: Carried) -> Iterator[str]:
    paragraphs = f"C paragraphs {traits.paragraphs}"
    yield "C"
    yield paragraphs
    yield f"{paragraphs} previous {traits.previous}"
    yield f"{paragraphs} opening {traits.opening}"
    yield f"{paragraphs} gap {traits.gap}"
    yield f"C opening {traits.opening}"
    yield f"C ending {traits.ending}"
