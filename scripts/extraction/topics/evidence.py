"""What in a text speaks for each topic: a small sum that can be shown, never a verdict."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from extraction.topics.terms import Hit
from extraction.topics.topic import HINT, SURE, Topic

ACTING_PLACE = "a place that acts"
MOST_PLACES = 2
_LINKS = frozenset(("of", "in", "on", "with", "to", "toward", "against", "from", "by", "and"))


class Evidence(NamedTuple):
    """What speaks for a topic in one text: its terms with their points, and the countries named."""

    terms: dict[str, int]
    places: frozenset[str]
    points: int
    """The sum; hints by themselves are worth nothing."""


class Mark(NamedTuple):
    """What a term means when found."""

    kind: Literal["term", "never", "place"]
    topic: Topic
    term: str
    points: int = 0


def marks(topic: Topic) -> Iterator[tuple[str, Mark]]:
    """Yield each term of a topic with what it means, ready for an index."""
    for term, points in topic.include:
        yield term, Mark("term", topic, term, points)
    for term in topic.exclude:
        yield term, Mark("never", topic, term)
    for names in topic.places:
        for name in names:
            yield name, Mark("place", topic, names[0])


def weigh(hits: list[Hit[Mark]], words: list[str]) -> dict[str, Evidence]:
    """Count each term once and each country once, a country more where it acts."""
    terms: dict[str, dict[str, int]] = defaultdict(dict)
    places: dict[str, set[str]] = defaultdict(set)
    for start, end, (kind, topic, term, points) in _standing(hits):
        if kind == "term":
            terms[topic.id][term] = points
        else:
            places[topic.id].add(term)
            if _acts(words, start, end, topic.powers):
                terms[topic.id][ACTING_PLACE] = SURE
    return {id: _summed(terms[id], frozenset(places[id])) for id in terms.keys() | places.keys()}


def _summed(terms: dict[str, int], places: frozenset[str]) -> Evidence:
    points = terms.values()
    if not places and max(points, default=0) <= HINT:
        return Evidence(terms, places, 0)
    return Evidence(terms, places, sum(points) + min(len(places), MOST_PLACES))


def _standing(hits: list[Hit[Mark]]) -> Iterable[Hit[Mark]]:
    """Leave out what an exclusion cancels, and the lesser of two terms of a topic at the same words."""
    never = {
        (mark.topic.id, at) for start, end, mark in hits if mark.kind == "never" for at in range(start, end)
    }
    best: dict[tuple[str, int, int], Hit[Mark]] = {}
    for hit in hits:
        start, end, mark = hit
        if mark.kind == "never" or (mark.topic.id, start) in never:
            continue
        place = (mark.topic.id, start, end)
        if place not in best or best[place].label.points < mark.points:
            best[place] = hit
    return best.values()


def _acts(words: list[str], start: int, end: int, powers: frozenset[str]) -> bool:
    """Say whether a place has a power after it ("Chadian army") or before it ("war in Chad")."""
    after = end + (words[end : end + 1] == ["s"])
    if after < len(words) and words[after].lower() in powers:
        return True
    return start > 1 and words[start - 1].lower() in _LINKS and words[start - 2].lower() in powers
