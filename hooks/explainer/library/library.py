"""All records, checked, and the questions that pages and data ask of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, cast, get_args

from explainer.errors import Problem
from explainer.library.index import Index, Records
from explainer.library.notebook import Notebook
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
    Source,
    Term,
)
from explainer.records.record import Record
from explainer.records.site import Site
from explainer.verification.ladder import Match
from explainer.words import Words, english

_NONE: Mapping[str, Any] = MappingProxyType({})
R = TypeVar("R", bound=Record)


class Library(Notebook):
    """The content folder once read: records by kind, texts of the articles, where each excerpt was found.

    Invariant: every reference between records leads somewhere and every quote stands in its source, but
    for transcribed ones, whose pages are not held.

    What it is asked is noted: see `library.notebook`.
    """

    def __init__(
        self,
        site: Site,
        records: Records,
        texts: Mapping[str, str],
        matches: Mapping[str, Match] = _NONE,
        readings: Mapping[str, Sequence[str]] = _NONE,
        warnings: tuple[Problem, ...] = (),
        folder: Path = Path("content"),
        set_aside: tuple[Problem, ...] = (),
        words: Words | None = None,
    ) -> None:
        self.site, self.warnings, self.folder, self.set_aside = site, warnings, folder, set_aside
        self.words = words or english()
        """What the interface says, in the site's language."""
        super().__init__(Index(records, texts, matches, readings))

    @property
    def records(self) -> Records:
        """Return the whole records: kind -> id -> record, in order of id; this is not noted."""
        return self.index.whole

    def whole(self, record: R) -> R:
        """Return a record with all its fields; pages that are not its own are given it without some."""
        self.asked.add(f"{record.ref} whole")
        return cast(R, self.index.whole[record.KIND][record.id])

    def by_id(self, kind: str) -> Mapping[str, AnyRecord]:
        """Return the records of a kind, in order of id."""
        return self._mapping(f"{kind} by id", kind, self.index.records[kind])

    @property
    def texts(self) -> Mapping[str, str]:
        """Return source id -> the text its offsets point into; only for sources with a text."""
        return self._mapping("text", "article", self.index.texts)

    @property
    def matches(self) -> Mapping[str, Match]:
        """Return `kind:id` -> tier and place at which a record's `exact` was found."""
        return self._mapping("match", "", self.index.matches)

    @property
    def readings(self) -> Mapping[str, Sequence[str]]:
        """Return `kind:id` -> sentences for its page: what is our reading, and not plainly the source's."""
        return self._mapping("reading", "", self.index.readings)

    @property
    def sources(self) -> Mapping[str, Source]:
        """Return the sources by id."""
        return self._of(Source)

    @property
    def issues(self) -> Mapping[str, Issue]:
        """Return the issues by id, in the writer's order; of drafts those with most passages first."""
        return self._of(Issue)

    @property
    def quotes(self) -> Mapping[str, Quote]:
        """Return the quotes by id, in the order of their sources' texts."""
        return self._of(Quote)

    @property
    def figures(self) -> Mapping[str, Figure]:
        """Return the figures by id."""
        return self._of(Figure)

    @property
    def people(self) -> Mapping[str, Person]:
        """Return people, organizations and governments by id."""
        return self._of(Person)

    @property
    def positions(self) -> Mapping[str, Position]:
        """Return the positions by id."""
        return self._of(Position)

    @property
    def events(self) -> Mapping[str, Event]:
        """Return the events by id, in order of time."""
        return self._of(Event)

    @property
    def terms(self) -> Mapping[str, Term]:
        """Return the glossary by id, in order of the alphabet."""
        return self._of(Term)

    @property
    def checks(self) -> Mapping[str, Check]:
        """Return the cross-checks by id."""
        return self._of(Check)

    @property
    def articles(self) -> Mapping[str, Source]:
        """Return the sources whose text we hold: what the quotes are taken from."""
        return self._mapping("article", "article", self.index.articles)  # type: ignore[arg-type]

    def __iter__(self) -> Iterator[AnyRecord]:
        """Yield every record, kind by kind."""
        for kind in BY_KIND:
            yield from self.by_id(kind).values()

    def get(self, ref: str) -> AnyRecord | None:
        """Return the record that a reference names, or None."""
        kind, _, record_id = target(ref).partition(":")
        return self.by_id(kind).get(record_id) if kind in self.index.records else None

    @property
    def divide(self) -> Event | None:
        """Return the event that parts the timelines, or None where the writer names none."""
        return self.events.get(self.site.later_than or "")

    def is_later(self, record: Event | Figure) -> bool:
        """Tell whether an event or a figure is dated from the divide on; a month that holds both is not."""
        date = record.date if isinstance(record, Event) else record.as_of
        divide = self.divide
        if divide is None or date is None:
            return False
        start = divide.date
        return date >= start if len(date) >= len(start) else date > start[: len(date)]

    def quotes_on(self, issue: str) -> list[Quote]:
        """Return the quotes on an issue, in the order of their sources."""
        return self._group(f"quote on {issue}")

    def figures_on(self, issue: str) -> list[Figure]:
        """Return the figures on an issue."""
        return self._group(f"figure on {issue}")

    def figures_beside(self, figure: str) -> list[Figure]:
        """Return the figures that a writer set a figure beside."""
        return self._group(f"figure beside {figure}")

    def figures_measuring(self, measure: str) -> list[Figure]:
        """Return the figures of one measure."""
        return self._group(f"figure measuring {measure}")

    def events_on(self, issue: str) -> list[Event]:
        """Return the events of an issue, in order of time."""
        return self._group(f"event on {issue}")

    def checks_on(self, issue: str) -> list[Check]:
        """Return what independent sources say of the claims on an issue."""
        return self._group(f"check on {issue}")

    def positions_on(self, issue: str) -> list[Position]:
        """Return where the actors stand on an issue."""
        return self._group(f"position on {issue}")

    def quotes_by(self, person: str) -> list[Quote]:
        """Return the words of one speaker, in the order of their sources."""
        return self._group(f"quote by {person}")

    def positions_of(self, actor: str) -> list[Position]:
        """Return where one actor stands, issue by issue."""
        return self._group(f"position of {actor}")

    def events_of(self, person: str) -> list[Event]:
        """Return the events that name a person, in order of time."""
        return self._group(f"event of {person}")

    def from_source(self, kind: str, source: str) -> list[AnyRecord]:
        """Return the records of one kind that rest on a source."""
        return self._group(f"{kind} from {source}")

    def position(self, record: AnyRecord) -> int:
        """Return how many records of its kind stand before it, in the order in which pages show them."""
        self.asked.add(f"{record.KIND} ids")
        return self.index.positions[record.ref]

    def used_by(self, ref: str) -> list[AnyRecord]:
        """Return the records that name `kind:id` as evidence."""
        return self._group(f"uses {ref}")

    @property
    def tells_changes(self) -> bool:
        """Return whether any issue tells its changes: then the site has a feed, announced on every page."""
        self.asked.add("changes ids")
        return self.index.tells_changes


def voices(quotes: Iterable[Quote]) -> list[tuple[str | None, int]]:
    """Count the quotes of each speaker, most quoted first, nobody in particular last.

    Scare quotes are nobody's words.
    """
    counts = Counter(quote.speaker for quote in quotes if quote.is_statement)
    return sorted(counts.items(), key=lambda item: (item[0] is None, -item[1], item[0] or ""))


def quote_kinds(library: Library) -> list[QuoteKind]:
    """Return the kinds of quote there are, in the model's order."""
    used = {quote.kind for quote in library.quotes.values()}
    return [kind for kind in get_args(QuoteKind) if kind in used]
