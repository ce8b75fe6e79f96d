"""Who is quoted, how often, and who is not: counted from the records, with no opinion."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from explainer.library import Library, voices
from explainer.model import Person, Quote
from explainer.titles import speaker_name

_SILENT_NAMED = 3


@dataclass(frozen=True, slots=True)
class Voice:
    """One speaker and their quotes; `person` is None where the source names nobody we have a record of."""

    name: str
    person: Person | None
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Balance:
    """The voices of a page, most quoted first; those who act but are not quoted; how many sources."""

    voices: tuple[Voice, ...]
    silent: tuple[Person, ...]
    sources: int

    @cached_property
    def total(self) -> int:
        """Return how many quotes there are, words set off by a source apart."""
        return sum(len(voice.quotes) for voice in self.voices)

    @cached_property
    def line(self) -> str:
        """Return the balance in one line: `11 quotes: Ada Roe 9, Ben Poe 2. Cy Coe: quoted 0. One source.`"""
        spoken = ", ".join(f"{voice.name} {len(voice.quotes)}" for voice in self.voices)
        number = f"{self.total} quote{'' if self.total == 1 else 's'}" if self.total else "No quotes"
        said = [f"{number}: {spoken}." if spoken else f"{number}."]
        said += [f"{person.name}: quoted 0." for person in self.silent[:_SILENT_NAMED]]
        more = len(self.silent) - _SILENT_NAMED
        said += [f"{more} more named, not quoted."] if more > 0 else []
        sources = {0: "No source", 1: "One source"}.get(self.sources, f"{self.sources} sources")
        return " ".join([*said, f"{sources}."])


def balance(quotes: Iterable[Quote], library: Library, *, actors: Iterable[str], sources: int) -> Balance:
    """Return the balance of some quotes; `actors` are ids of those who should be heard on the page."""
    spoken = [quote for quote in quotes if quote.kind != "scare"]
    groups: dict[str | None, list[Quote]] = {}
    for quote in spoken:
        groups.setdefault(quote.speaker, []).append(quote)
    heard = [_voice(speaker, groups[speaker], library) for speaker, _ in voices(spoken)]
    silent = [library.people[actor] for actor in dict.fromkeys(actors) if actor not in groups]
    return Balance(tuple(heard), tuple(silent), sources)


def _voice(speaker: str | None, quotes: Sequence[Quote], library: Library) -> Voice:
    person = library.people[speaker] if speaker else None
    names = {speaker_name(quote, library) for quote in quotes}
    name = person.name if person else names.pop() if len(names) == 1 else "Others"
    return Voice(name, person, tuple(quotes))


def actors(library: Library, issue: str | None = None) -> list[str]:
    """Return who should be heard: those with a position (on the issue), most positions first.

    Where nobody has written positions, every person with a record; organisations do not speak for themselves.
    """
    positions = library.positions_on(issue) if issue else list(library.positions.values())
    if positions:
        counted = Counter(position.actor for position in positions)
        people = [actor for actor in counted if library.people[actor].kind == "person"]
        return sorted(people, key=lambda actor: (-counted[actor], actor))
    return [person.id for person in library.people.values() if person.kind == "person"]
