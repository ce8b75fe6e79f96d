"""Topics made ready for reading, and those that come with this package."""

import configparser
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from importlib import resources

from extraction import wordlists
from extraction.topics.evidence import Evidence, marks, weigh
from extraction.topics.terms import Index, forms, split
from extraction.topics.topic import HINT, LIKELY, SURE, Topic

_POINTS = {"sure": SURE, "likely": LIKELY, "hint": HINT}


class Catalogue:
    """Topics made ready for reading: built once, used for many texts."""

    def __init__(self, topics: Iterable[Topic]) -> None:
        self.topics = tuple(topics)
        self._index = Index(pair for topic in self.topics for pair in marks(topic))

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
        hits = self._index.hits(words)
        return weigh(hits, words) if hits else {}


@lru_cache(maxsize=4)
def _made(topics: tuple[Topic, ...]) -> Catalogue:
    return Catalogue(topics)


def builtin() -> Catalogue:
    """Return the catalogue that comes with this package."""
    data = resources.files("extraction.topics") / "words"
    parser = configparser.ConfigParser(delimiters=("=",), comment_prefixes=("#",), interpolation=None)
    parser.read_string((data / "topics.ini").read_text(encoding="utf-8"))
    places = tuple(_terms(line) for line in wordlists.lines("topics/places"))
    return _made(tuple(_topic(parser[id], places) for id in parser.sections()))


def _topic(section: configparser.SectionProxy, places: tuple[tuple[str, ...], ...]) -> Topic:
    return Topic(
        id=section.name,
        title=section["title"],
        question=section["question"],
        include=tuple(
            (term, points) for key, points in _POINTS.items() for term in _terms(section.get(key, ""))
        ),
        exclude=_terms(section.get("never", "")),
        places=places if "powers" in section else (),
        powers=frozenset(form for power in _terms(section.get("powers", "")) for form in forms(power)),
    )


def _terms(listed: str) -> tuple[str, ...]:
    return tuple(term.strip() for term in listed.replace("\n", ",").split(",") if term.strip())
