"""All records, checked, and the questions that pages and data ask of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import cast, get_args

from explainer.errors import Problem
from explainer.records.fields import target
from explainer.records.model import (
    BY_KIND,
    AnyRecord,
    Check,
    Event,
    Figure,
    Issue,
    Person,
    Position,
    Quote,
    QuoteKind,
    Site,
    Source,
    Term,
)
from explainer.records.wording import last_known
from explainer.verification.ladder import Match
from explainer.words import Words, english

Records = Mapping[str, Mapping[str, AnyRecord]]
"""kind -> id -> record, in order of id."""


_DAY = len("2024-11-06")


@dataclass(frozen=True)
class Library:
    """The content folder once read: records by kind, texts of the articles, where each excerpt was found.

    Invariant: every reference between records leads somewhere and every quote stands in its source, but
    for transcribed ones, whose pages are not held.
    """

    site: Site
    records: Records
    texts: Mapping[str, str]
    """Source id -> the text its offsets point into; only for sources with a text."""
    matches: Mapping[str, Match] = field(default_factory=dict)
    """`kind:id` -> tier and place at which a record's `exact` was found."""
    readings: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """`kind:id` -> sentences for its page: what the source does not plainly bear out, and is our reading."""
    warnings: tuple[Problem, ...] = ()
    folder: Path = Path("content")
    set_aside: tuple[Problem, ...] = ()
    """Why the texts of some sources cannot be read; nothing that rests on them is here."""
    words: Words = field(default_factory=english)
    """What the interface says, in the site's language."""

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Return the sources by id."""
        return cast(Mapping[str, Source], self.records[Source.KIND])

    @cached_property
    def issues(self) -> Mapping[str, Issue]:
        """Return the issues by id, in the writer's order; of drafts those with most passages first."""
        issues = cast(Mapping[str, Issue], self.records[Issue.KIND])
        return dict(sorted(issues.items(), key=lambda item: _rank(item[1])))

    @cached_property
    def quotes(self) -> Mapping[str, Quote]:
        """Return the quotes by id, in the order of their sources' texts."""
        quotes = cast(Mapping[str, Quote], self.records[Quote.KIND])
        return dict(sorted(quotes.items(), key=lambda item: (item[1].source, item[1].start or 0, item[0])))

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        """Return the figures by id."""
        return cast(Mapping[str, Figure], self.records[Figure.KIND])

    @cached_property
    def people(self) -> Mapping[str, Person]:
        """Return people, organisations and governments by id."""
        return cast(Mapping[str, Person], self.records[Person.KIND])

    @cached_property
    def positions(self) -> Mapping[str, Position]:
        """Return the positions by id."""
        return cast(Mapping[str, Position], self.records[Position.KIND])

    @cached_property
    def events(self) -> Mapping[str, Event]:
        """Return the events by id, in order of time; one without its day stands after the month's days."""
        events = cast(Mapping[str, Event], self.records[Event.KIND])
        return dict(sorted(events.items(), key=lambda item: (item[1].date.ljust(_DAY, "~"), item[0])))

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        """Return the glossary by id, in order of the alphabet."""
        terms = cast(Mapping[str, Term], self.records[Term.KIND])
        return dict(sorted(terms.items(), key=lambda item: item[1].term.casefold()))

    @cached_property
    def checks(self) -> Mapping[str, Check]:
        """Return the cross-checks by id."""
        return cast(Mapping[str, Check], self.records[Check.KIND])

    def __iter__(self) -> Iterator[AnyRecord]:
        """Yield every record, kind by kind."""
        for kind in BY_KIND:
            yield from self.records[kind].values()

    def get(self, ref: str) -> AnyRecord | None:
        """Return the record that a reference names, or None."""
        kind, _, record_id = target(ref).partition(":")
        return self.records.get(kind, {}).get(record_id)

    @cached_property
    def articles(self) -> Mapping[str, Source]:
        """Return the sources whose text we hold: what the quotes are taken from."""
        return {source_id: source for source_id, source in self.sources.items() if source_id in self.texts}

    # Every "on", "of" and "by" below answers from one pass over the records, so that a site of thousands
    # of records is built in linear time.

    @cached_property
    def _by_issue(self) -> Mapping[tuple[str, str], list[AnyRecord]]:
        found: dict[tuple[str, str], list[AnyRecord]] = {}
        for records in (self.quotes, self.figures, self.events, self.checks):
            for record in cast(Iterable[Quote | Figure | Event | Check], records.values()):
                for issue in record.issues:
                    found.setdefault((record.KIND, issue), []).append(record)
        for position in self.positions.values():
            found.setdefault((position.KIND, position.issue), []).append(position)
        return found

    @cached_property
    def divide(self) -> Event | None:
        """Return the event that parts the timelines, or None where the writer names none."""
        return self.events.get(self.site.later_than or "")

    def is_later(self, record: Event | Figure) -> bool:
        """Tell whether an event or a figure is dated from the divide on; a month that holds both is not."""
        date = record.date if isinstance(record, Event) else record.as_of
        if self.divide is None or date is None:
            return False
        start = self.divide.date
        return date >= start if len(date) >= len(start) else date > start[: len(date)]

    def quotes_on(self, issue: str) -> list[Quote]:
        """Return the quotes on an issue, in the order of their sources."""
        return cast(list[Quote], self._by_issue.get((Quote.KIND, issue), []))

    def figures_on(self, issue: str) -> list[Figure]:
        """Return the figures on an issue."""
        return cast(list[Figure], self._by_issue.get((Figure.KIND, issue), []))

    def events_on(self, issue: str) -> list[Event]:
        """Return the events of an issue, in order of time."""
        return cast(list[Event], self._by_issue.get((Event.KIND, issue), []))

    def checks_on(self, issue: str) -> list[Check]:
        """Return what independent sources say of the claims on an issue."""
        return cast(list[Check], self._by_issue.get((Check.KIND, issue), []))

    def positions_on(self, issue: str) -> list[Position]:
        """Return where the actors stand on an issue."""
        return cast(list[Position], self._by_issue.get((Position.KIND, issue), []))

    @cached_property
    def _by_speaker(self) -> Mapping[str | None, list[Quote]]:
        found: dict[str | None, list[Quote]] = {}
        for quote in self.quotes.values():
            found.setdefault(quote.speaker, []).append(quote)
        return found

    def quotes_by(self, person: str) -> list[Quote]:
        """Return the words of one speaker, in the order of their sources."""
        return list(self._by_speaker.get(person, []))

    @cached_property
    def _by_actor(self) -> Mapping[str, list[Position]]:
        found: dict[str, list[Position]] = {}
        for position in self.positions.values():
            found.setdefault(position.actor, []).append(position)
        return found

    def positions_of(self, actor: str) -> list[Position]:
        """Return where one actor stands, issue by issue."""
        return list(self._by_actor.get(actor, []))

    @cached_property
    def _by_party(self) -> Mapping[str, list[Event]]:
        found: dict[str, list[Event]] = {}
        for event in self.events.values():
            for person in event.people:
                found.setdefault(person, []).append(event)
        return found

    def events_of(self, person: str) -> list[Event]:
        """Return the events that name a person, in order of time."""
        return list(self._by_party.get(person, []))

    @cached_property
    def _by_source(self) -> Mapping[tuple[str, str], list[AnyRecord]]:
        found: dict[tuple[str, str], list[AnyRecord]] = {}
        for record in self:
            for source in sources_of(record):
                found.setdefault((record.KIND, source), []).append(record)
        return found

    def from_source(self, kind: str, source: str) -> list[AnyRecord]:
        """Return the records of one kind that rest on a source."""
        return list(self._by_source.get((kind, source), []))

    @cached_property
    def _uses(self) -> Mapping[str, list[AnyRecord]]:
        found: dict[str, list[AnyRecord]] = {}
        for record in self:
            for ref in refs_of(record):
                found.setdefault(ref, []).append(record)
        return found

    @cached_property
    def named(self) -> Mapping[str, int]:
        """Return how often the articles name each person in full."""
        said = "\n".join(self.texts.values())
        return {person.id: said.count(person.name) for person in self.people.values()}

    def used_by(self, ref: str) -> list[AnyRecord]:
        """Return the records that name `kind:id` as evidence."""
        return list(self._uses.get(ref, []))


def _rank(issue: Issue) -> tuple[int, bool, int, str]:
    """Return what issues are sorted by; how much the articles say counts for those nobody explained yet."""
    draft = not issue.is_explained
    return issue.order, draft, -len(issue.passages) if draft else 0, issue.title


def voices(quotes: Iterable[Quote]) -> list[tuple[str | None, int]]:
    """Count the quotes of each speaker, most quoted first, nobody in particular last.

    Scare quotes are nobody's words.
    """
    counts = Counter(quote.speaker for quote in quotes if quote.is_statement)
    return sorted(counts.items(), key=lambda item: (item[0] is None, -item[1], item[0] or ""))


def sources_of(record: AnyRecord) -> list[str]:
    """Return the ids of the sources a record rests on, each once, in the order given."""
    named = [getattr(record, "source", None), *getattr(record, "sources", ())]
    if isinstance(record, Figure):
        named += [point.source for point in record.series]
    if isinstance(record, Quote) and record.transcribed:
        named += record.transcribed.pages
    if isinstance(record, Issue):
        named += [passage.source for passage in record.passages]
    return list(dict.fromkeys(source for source in named if source))


def shown_sources(figure: Figure) -> list[str]:
    """Return the ids of a figure's sources, that of the value it leads with first."""
    latest = last_known(figure)
    first = [latest.source] if latest and latest.source else []
    return list(dict.fromkeys([*first, *sources_of(figure)]))


def refs_of(record: AnyRecord) -> list[str]:
    """Return every `kind:id` a record names as evidence, each once, points of a series aside."""
    named = list(getattr(record, "refs", ()))
    if isinstance(record, Issue):
        named += [ref for point in record.key_points for ref in point.refs]
        named += [f"figure:{figure}" for chart in record.charts for figure in chart.figures]
    if isinstance(record, Person):
        named += [ref for role in record.roles for ref in role.refs]
    return list(dict.fromkeys(map(target, named)))


def quote_kinds(library: Library) -> list[QuoteKind]:
    """Return the kinds of quote there are, in the model's order."""
    used = {quote.kind for quote in library.quotes.values()}
    return [kind for kind in get_args(QuoteKind) if kind in used]
