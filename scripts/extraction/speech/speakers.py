"""Whose words a quote is: possible sources told apart by weighted signs."""

from collections.abc import Iterator
from functools import lru_cache

from extraction import wordlists
from extraction.speech import sources
from extraction.speech.clauses import Surroundings
from extraction.speech.frames import Frame
from extraction.speech.sources import Carried, Near, PossibleSpeaker


def choose(around: Surroundings, frame: Frame, previous: Frame | None) -> PossibleSpeaker | None:
    """Return the likeliest source of a quote: a credit line's name before all.

    Outside English only a source that a known verb ties to the quote.
    """
    found = sources.find(around, frame, previous)
    credited = next((source for source in found if source.credited), None)
    if credited is not None:
        return credited
    if not around.is_english:
        found = [source for source in found if source.cue is not None or source.carried]
    return max(found, key=lambda source: weigh(source.traits), default=None)


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
