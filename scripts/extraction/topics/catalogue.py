"""Topics, the terms that tell them, and what in a text speaks for each: a small sum, never a verdict."""

import configparser
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from typing import Literal, NamedTuple

from extraction.topics.terms import Hit, Index, bare, forms, parse, split

ACTING_PLACE = "a place that acts"
MOST_PLACES = 2
SURE_POINTS = 3
_LINKS = frozenset(("of", "in", "on", "with", "to", "toward", "against", "from", "by", "and"))
_WEIGHTS = {"sure": SURE_POINTS, "likely": 2, "hint": 1}


@dataclass(frozen=True, slots=True)
class Topic:
    """An issue articles may be about, and the terms that tell (their form: `extraction.topics.terms`)."""

    id: str
    title: str
    question: str = ""
    include: tuple[tuple[str, int], ...] = ()
    """Terms with their points: 3 marks a paragraph alone, 2 a headline, 1 adds to others."""
    exclude: tuple[str, ...] = ()
    """Terms that cancel what begins within them: "trade union" cancels "trade"."""
    places: tuple[tuple[str, ...], ...] = ()
    """Countries, each with the names it goes by: one sets a scene (1 point), several do more (2 points)."""
    powers: frozenset[str] = frozenset()
    """Words that make a place act: "Turkish officials", "war in Chad" are sure signs."""

    @classmethod
    def defined(
        cls,
        id: str,
        title: str,
        *,
        question: str = "",
        include: Sequence[str] = (),
        exclude: Sequence[str] = (),
    ) -> "Topic":
        """Return a topic made from a writer's own terms, or from its title where there are none."""
        return cls(id, title, question).extended(include or (title.lower(),), exclude)

    def extended(self, include: Sequence[str] = (), exclude: Sequence[str] = ()) -> "Topic":
        """Return this topic with more terms, all of them sure signs, which overrule its own exclusions.

        Raises:
            ValueError: a term has no word in it, or a stem under four letters.
        """
        for term in (*include, *exclude):
            parse(term)
        sure = tuple((term, SURE_POINTS) for term in include)
        overruled = {bare(term) for term in include}
        kept = tuple(term for term in self.exclude if bare(term) not in overruled)
        return replace(self, include=self.include + sure, exclude=kept + tuple(exclude))


class Evidence(NamedTuple):
    """What speaks for a topic in one text: its terms with their points, and the countries named."""

    terms: dict[str, int]
    places: frozenset[str] = frozenset()

    @property
    def points(self) -> int:
        """The sum; hints by themselves are worth nothing."""
        points = self.terms.values()
        if not self.places and max(points, default=0) <= _WEIGHTS["hint"]:
            return 0
        return sum(points) + min(len(self.places), MOST_PLACES)


class _Mark(NamedTuple):
    """What a term means when found."""

    kind: Literal["term", "never", "place"]
    topic: Topic
    term: str
    points: int = 0


class Catalogue:
    """Topics made ready for reading: built once, used for many texts."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self.topics = tuple(topics)
        self._index = Index(pair for topic in self.topics for pair in _marks(topic))

    @classmethod
    def of(cls, topics: "Iterable[Topic] | Catalogue") -> "Catalogue":
        """Return the topics as a catalogue; a catalogue is returned as it is."""
        return topics if isinstance(topics, Catalogue) else cls(topics)

    def __iter__(self) -> Iterator[Topic]:
        """Go through the topics in their order."""
        return iter(self.topics)

    def __getitem__(self, id: str) -> Topic:
        """Return the topic of that id; raise KeyError where there is none."""
        for topic in self.topics:
            if topic.id == id:
                return topic
        raise KeyError(id)

    def __reduce__(self) -> tuple[Callable[..., "Catalogue"], tuple[tuple[Topic, ...]]]:
        """Travel to another process as topics; the index is made there once."""
        return _made, (self.topics,)

    def evidence(self, text: str) -> dict[str, Evidence]:
        """Return what speaks for each topic in a text, by topic id (none for which nothing does)."""
        words = split(text)
        return _weigh(self._index.hits(words), words)


@lru_cache(maxsize=4)
def _made(topics: tuple[Topic, ...]) -> Catalogue:
    return Catalogue(topics)


def builtin() -> Catalogue:
    """Return the catalogue that comes with this package."""
    data = resources.files("extraction.topics") / "words"
    parser = configparser.ConfigParser(delimiters=("=",), comment_prefixes=("#",), interpolation=None)
    parser.read_string((data / "topics.ini").read_text(encoding="utf-8"))
    listed = (data / "places.txt").read_text(encoding="utf-8").splitlines()
    places = tuple(_terms(line) for line in listed if not line.startswith("#"))
    return _made(tuple(_topic(parser[id], places) for id in parser.sections()))


def _topic(section: configparser.SectionProxy, places: tuple[tuple[str, ...], ...]) -> Topic:
    return Topic(
        id=section.name,
        title=section["title"],
        question=section["question"],
        include=tuple(
            (term, points) for key, points in _WEIGHTS.items() for term in _terms(section.get(key, ""))
        ),
        exclude=_terms(section.get("never", "")),
        places=places if "powers" in section else (),
        powers=frozenset(form for power in _terms(section.get("powers", "")) for form in forms(power)),
    )


def _terms(listed: str) -> tuple[str, ...]:
    return tuple(term.strip() for term in listed.replace("\n", ",").split(",") if term.strip())


def _marks(topic: Topic) -> Iterator[tuple[str, _Mark]]:
    for term, points in topic.include:
        yield term, _Mark("term", topic, term, points)
    for term in topic.exclude:
        yield term, _Mark("never", topic, term)
    for names in topic.places:
        for name in names:
            yield name, _Mark("place", topic, names[0])


def _weigh(hits: list[Hit[_Mark]], words: list[str]) -> dict[str, Evidence]:
    """Count each term once and each country once, a country more where it acts."""
    terms: dict[str, dict[str, int]] = defaultdict(dict)
    places: dict[str, set[str]] = defaultdict(set)
    for start, end, (kind, topic, term, points) in _standing(hits):
        if kind == "term":
            terms[topic.id][term] = points
        else:
            places[topic.id].add(term)
            if _acts(words, start, end, topic.powers):
                terms[topic.id][ACTING_PLACE] = SURE_POINTS
    return {
        id: Evidence(terms.get(id, {}), frozenset(places.get(id, ()))) for id in terms.keys() | places.keys()
    }


def _standing(hits: list[Hit[_Mark]]) -> Iterable[Hit[_Mark]]:
    """Leave out what an exclusion cancels, and the lesser of two terms of a topic at the same words."""
    never = {
        (mark.topic.id, at) for start, end, mark in hits if mark.kind == "never" for at in range(start, end)
    }
    best: dict[tuple[str, int, int], Hit[_Mark]] = {}
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
