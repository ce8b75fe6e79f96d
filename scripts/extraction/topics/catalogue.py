"""Topics, the terms that tell them, and what in a text speaks for each: a small sum, never a verdict."""

import configparser
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from typing import Literal, NamedTuple

from extraction.topics.terms import Hit, Index, parse, split

PLACE_POINTS = 2
SURE_POINTS = 3
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
    """Terms that cancel what lies within them: "trade union" cancels "trade"."""
    places: tuple[str, ...] = ()
    """Names that set a scene: worth `PLACE_POINTS` together, however many there are."""
    powers: tuple[str, ...] = ()
    """Words that make a place act: a place followed by one ("Turkish officials") is a sure sign."""

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
        """Return this topic with more terms, all of them sure signs.

        Raises:
            ValueError: a term has no word in it, or a stem under four letters.
        """
        for term in (*include, *exclude):
            parse(term)
        sure = tuple((term, SURE_POINTS) for term in include)
        return replace(self, include=self.include + sure, exclude=self.exclude + tuple(exclude))


class Evidence(NamedTuple):
    """What speaks for a topic in one text: its terms with their points, and a place where one is named."""

    terms: dict[str, int]
    place: str | None

    @property
    def own(self) -> int:
        """The points of the terms alone."""
        return sum(self.terms.values())

    @property
    def points(self) -> int:
        """All points: the terms' and the place's."""
        return self.own + (PLACE_POINTS if self.place else 0)


class _Mark(NamedTuple):
    """What a term means when found."""

    kind: Literal["term", "never", "place", "power"]
    topic: str
    term: str
    points: int = 0


class Catalogue:
    """Topics made ready for reading: built once, used for many texts."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self.topics = tuple(topics)
        self._index = Index((mark.term, mark) for topic in self.topics for mark in _marks(topic))

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

    def evidence(self, text: str) -> dict[str, Evidence]:
        """Return what speaks for each topic in a text, by topic id (none for which nothing does)."""
        hits = self._index.hits(split(text))
        return _weigh(hits) if hits else {}


def builtin() -> Catalogue:
    """Return the catalogue that comes with this package."""
    data = resources.files("extraction.topics") / "words"
    parser = configparser.ConfigParser(delimiters=("=",), comment_prefixes=("#",), interpolation=None)
    parser.read_string((data / "topics.ini").read_text(encoding="utf-8"))
    places = _terms("\n".join(_unlabelled((data / "places.txt").read_text(encoding="utf-8"))))
    return Catalogue(_topic(parser[id], places) for id in parser.sections())


def _topic(section: configparser.SectionProxy, places: tuple[str, ...]) -> Topic:
    return Topic(
        id=section.name,
        title=section["title"],
        question=section["question"],
        include=tuple(
            (term, points) for key, points in _WEIGHTS.items() for term in _terms(section.get(key, ""))
        ),
        exclude=_terms(section.get("never", "")),
        places=places if "powers" in section else (),
        powers=_terms(section.get("powers", "")),
    )


def _terms(listed: str) -> tuple[str, ...]:
    return tuple(term.strip() for term in listed.replace("\n", ",").split(",") if term.strip())


def _unlabelled(text: str) -> list[str]:
    return [line for line in text.splitlines() if not line.startswith("#")]


def _marks(topic: Topic) -> Iterator[_Mark]:
    for term, points in topic.include:
        yield _Mark("term", topic.id, term, points)
    for term in topic.exclude:
        yield _Mark("never", topic.id, term)
    for term in topic.places:
        yield _Mark("place", topic.id, term)
    for term in topic.powers:
        yield _Mark("power", topic.id, term)


def _weigh(hits: list[Hit[_Mark]]) -> dict[str, Evidence]:
    cancelled = {
        (hit.label.topic, at) for hit in hits if hit.label.kind == "never" for at in range(hit.start, hit.end)
    }
    terms: dict[str, dict[str, int]] = defaultdict(dict)
    places: dict[str, list[Hit[_Mark]]] = defaultdict(list)
    powers: set[tuple[str, int]] = set()
    for hit in hits:
        kind, topic, term, points = hit.label
        if cancelled and all((topic, at) in cancelled for at in range(hit.start, hit.end)):
            continue
        if kind == "term":
            terms[topic][term] = points
        elif kind == "place":
            places[topic].append(hit)
        elif kind == "power":
            powers.add((topic, hit.start))
    for topic, found in places.items():
        for hit in found:
            if (topic, hit.end) in powers:
                terms[topic]["a place in power"] = SURE_POINTS
    return {
        topic: Evidence(terms.get(topic, {}), places[topic][0].label.term if topic in places else None)
        for topic in dict.fromkeys((*terms, *places))
    }
