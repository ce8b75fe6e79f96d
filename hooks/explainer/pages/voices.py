"""Who is quoted, how often, and who is not: counted from the records, with no opinion."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import NamedTuple, cast

from explainer.library.index import sources_of
from explainer.library.library import Library, voices
from explainer.library.mentions import mentions
from explainer.library.titles import speaker_name
from explainer.records.model import AnyRecord, Person, Quote, Source
from explainer.words import Words

_SILENT_NAMED = 3
_VOICES_NAMED = 5


class Voice(NamedTuple):
    """One speaker and their quotes; `person` is None where the source names nobody we have a record of."""

    name: str
    person: Person | None
    quotes: tuple[Quote, ...]


class Line(NamedTuple):
    """A balance of which only the line is shown."""

    line: str


@dataclass(frozen=True)
class Balance:
    """The voices of a page, most quoted first; those who act but are not quoted.

    `articles` are the sources that quotes are taken from, `others` those cited beside them.
    """

    voices: tuple[Voice, ...]
    silent: tuple[Person, ...]
    articles: int
    others: int
    words: Words

    @cached_property
    def total(self) -> int:
        """Return how many quotes there are, words set off by a source apart."""
        return sum(len(voice.quotes) for voice in self.voices)

    @cached_property
    def line(self) -> str:
        """Return the balance in one line: `3 quotes in one article: Ada Roe 3. Cy Coe: quoted 0.`"""
        words, held, copied = self.words, self._counted(transcribed=False), self._counted(transcribed=True)
        where = words("voices.in-articles", n=self.articles) if self.articles else ""
        if not self.articles and not self.voices and not self.silent and self.others:
            return words("voices.none-in-sources", n=self.others)
        said = [] if copied and not held else [self._tally(held, where)]
        said += [self._tally(copied, words("voices.copied"))] if copied else []
        said += [words("voices.quoted-0-times", name=each.name) for each in self.silent[:_SILENT_NAMED]]
        more = len(self.silent) - _SILENT_NAMED
        said += [words("voices.more-not-quoted", n=more)] if more > 0 else []
        if self.others:
            said.append(words("voices.other-sources", n=self.others))
        return " ".join(said)

    def _tally(self, counts: Mapping[str, int], where: str) -> str:
        words, total = self.words, sum(counts.values())
        number = " ".join(part for part in (words("voices.total", n=total), where) if part)
        names = [f"{name} {count}" for name, count in counts.items()]
        spoken, more = ", ".join(names[:_VOICES_NAMED]), len(names) - _VOICES_NAMED
        if more > 0:
            spoken = words("voices.and-more", names=spoken, n=more)
        return words("voices.tally", total=number, names=spoken) if spoken else f"{number}."

    def _counted(self, *, transcribed: bool) -> dict[str, int]:
        """Return how often each is quoted in texts held here, or on pages that are not."""
        counts = {
            voice.name: sum((quote.transcribed is not None) == transcribed for quote in voice.quotes)
            for voice in self.voices
        }
        return {name: number for name, number in counts.items() if number}

    @cached_property
    def scope(self) -> str:
        """Return where somebody is not quoted, as a sentence ends: `in the article`, `on this site`."""
        if not self.articles or any(quote.transcribed for voice in self.voices for quote in voice.quotes):
            return self.words("voices.on-this-site")
        return self.words("voices.in-our-articles", n=self.articles)


def balance(
    quotes: Iterable[Quote],
    library: Library,
    *,
    actors: Iterable[str],
    articles: int | None = None,
    others: int = 0,
) -> Balance:
    """Return the balance of some quotes; `actors` are ids of those who should be heard on the page.

    `articles` is how many were looked through, all where left out; `others` how many are cited beside.
    """
    spoken = [quote for quote in quotes if quote.is_statement]
    groups: dict[str | None, list[Quote]] = {}
    for quote in spoken:
        groups.setdefault(quote.speaker, []).append(quote)
    heard = [_voice(speaker, groups[speaker], library) for speaker, _ in voices(spoken)]
    silent = [library.people[actor] for actor in dict.fromkeys(actors) if actor not in groups]
    looked = len(library.articles) if articles is None else articles
    return Balance(tuple(heard), tuple(silent), looked, others, library.words)


def behind(record: AnyRecord, library: Library) -> Balance:
    """Return the balance of what a record rests on: quotes in its sources; of articles, who acts, too."""
    sources = [record.id] if isinstance(record, Source) else sources_of(record)
    issues = () if isinstance(record, Source) else tuple(getattr(record, "issues", ()))
    return library.once(("behind", *sources, "on", *issues), partial(_in_sources, sources, issues))


def _in_sources(sources: Sequence[str], issues: Sequence[str], library: Library) -> Balance:
    """Return the balance of all quotes in some sources; of articles, who acts on the issues, too."""
    quotes = [quote for source in sources for quote in library.from_source(Quote.KIND, source)]
    articles = sum(source in library.articles for source in sources)
    positions = [each for issue in issues if articles for each in library.positions_on(issue)]
    return balance(
        cast(list[Quote], quotes),
        library,
        actors=[each.actor for each in positions if library.people[each.actor].kind == "person"],
        articles=articles,
        others=len(sources) - articles,
    )


def _voice(speaker: str | None, quotes: Sequence[Quote], library: Library) -> Voice:
    person = library.people[speaker] if speaker else None
    names = {speaker_name(quote, library) for quote in quotes}
    name = person.name if person else names.pop() if len(names) == 1 else library.words("voices.others")
    return Voice(name, person, tuple(quotes))


def actors(library: Library, issue: str | None = None) -> list[str]:
    """Return who should be heard: those with a position (on the issue), most positions first.

    Where nobody has written positions, every person with a record, on an issue those its passages name, the
    most often named first; organisations do not speak for themselves.
    """
    positions = library.positions_on(issue) if issue else list(library.positions.values())
    if positions:
        counted = Counter(position.actor for position in positions)
        people = [actor for actor in counted if library.people[actor].kind == "person"]
        return sorted(people, key=lambda actor: (-counted[actor], actor))
    people = [person.id for person in library.people.values() if person.kind == "person"]
    named = mentions(library)
    if issue:
        said = " ".join(passage.exact for passage in library.issues[issue].passages)
        words = " ".join(set(said.split()))  # each once: most people are not named, and these are soon read
        last = {person: library.people[person].name.split()[-1] for person in people}
        named = {person: said.count(name) for person, name in last.items() if name in words}
        people = list(named)
    return sorted(people, key=lambda person: (-named[person], person))
