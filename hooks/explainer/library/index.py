"""The records in their order and by what they belong to, found in one pass over all of them.

A question asked of a library has a name: `quote:x` is one record, `quote:x whole` the same with what its own
page alone tells, `quote` all of a kind, `quote ids` which there are and in what order, `quote on trade` those
of an issue, `piece x` what is made once for all who ask for it. `keys_of` tells which groups a record is part
of; what a changed record can change is the answer to just these.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from explainer.records.fields import target
from explainer.records.model import (
    RECORD_TYPES,
    AnyRecord,
    Event,
    Figure,
    Issue,
    Person,
    Position,
    Quote,
    Source,
    Term,
)
from explainer.records.wording import last_known
from explainer.verification.ladder import Match

Records = Mapping[str, Mapping[str, AnyRecord]]
"""kind -> id -> record, in order of id."""


_DAY = len("2024-11-06")


class Index:
    """The records of a library and the texts they stand in; nothing here changes, but what is `known`."""

    def __init__(
        self,
        records: Records,
        texts: Mapping[str, str],
        matches: Mapping[str, Match],
        readings: Mapping[str, Sequence[str]],
    ) -> None:
        self.whole = records
        self.texts, self.matches, self.readings = texts, matches, readings
        self.known: dict[str, tuple[str, ...]] = {}
        """`kind:id` -> the groups of a record that is as it was when they were found."""

    @cached_property
    def records(self) -> Records:
        """Return the records as pages see them that are not their own."""
        return {
            kind: {id_: record.for_others for id_, record in of_kind.items()}
            for kind, of_kind in self.whole.items()
        }

    @cached_property
    def ordered(self) -> Records:
        """Return the records of each kind in the order in which pages show them."""
        return {
            model.KIND: dict(sorted(self.records[model.KIND].items(), key=lambda item: _rank(item[1])))
            for model in RECORD_TYPES
        }

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """Return how many records stand before each of its kind."""
        return {f"{kind}:{id_}": at for kind, found in self.ordered.items() for at, id_ in enumerate(found)}

    @cached_property
    def articles(self) -> Mapping[str, AnyRecord]:
        """Return the sources whose text we hold."""
        return {id_: source for id_, source in self.records[Source.KIND].items() if id_ in self.texts}

    @cached_property
    def groups(self) -> Mapping[str, list[Any]]:
        """Return the records of each group, kind by kind, each kind in its order."""
        found: dict[str, list[Any]] = {}
        for of_kind in self.ordered.values():
            for record in of_kind.values():
                known = self.known.get(record.ref)
                for key in keys_of(record) if known is None else known:
                    found.setdefault(key, []).append(record)
        return found

    @cached_property
    def tells_changes(self) -> bool:
        """Return whether any issue tells its changes."""
        return any(isinstance(each, Issue) and each.changes for each in self.records[Issue.KIND].values())


def keys_of(record: AnyRecord) -> Iterator[str]:
    """Yield the groups that a record is part of, each once."""
    kind = record.KIND
    match record:
        case Position():
            yield from (f"{kind} on {record.issue}", f"{kind} of {record.actor}")
        case Quote():
            yield f"{kind} by {record.speaker}"
        case Event():
            yield from (f"{kind} of {person}" for person in dict.fromkeys(record.people))
        case Figure():
            yield f"{kind} measuring {record.measures}"
            yield from (f"{kind} beside {other}" for other in dict.fromkeys(record.compare))
    yield from (f"{kind} on {issue}" for issue in dict.fromkeys(_listed(record, "issues")))
    yield from (f"{kind} from {source}" for source in sources_of(record))
    yield from (f"uses {ref}" for ref in refs_of(record))


def sources_of(record: AnyRecord) -> list[str]:
    """Return the ids of the sources a record rests on, each once, in the order given."""
    named = [getattr(record, "source", None), *_listed(record, "sources")]
    if isinstance(record, Figure):
        named += [point.source for point in record.series]
    if isinstance(record, Quote) and record.transcribed:
        named += record.transcribed.pages
    if isinstance(record, Issue):
        named += [passage.source for passage in record.passages]
        named += [place.source for place in record.places]
    return list(dict.fromkeys(source for source in named if source))


def shown_sources(figure: Figure) -> list[str]:
    """Return the ids of a figure's sources, that of the value it leads with first."""
    latest = last_known(figure)
    first = [latest.source] if latest and latest.source else []
    return list(dict.fromkeys([*first, *sources_of(figure)]))


def refs_of(record: AnyRecord) -> list[str]:
    """Return every `kind:id` a record names as evidence, each once, points of a series aside."""
    named = [*_listed(record, "refs")]
    if isinstance(record, Issue):
        named += [ref for point in record.key_points for ref in point.refs]
        named += [f"figure:{figure}" for chart in record.charts for figure in chart.figures]
    if isinstance(record, Person):
        named += [ref for role in record.roles for ref in role.refs]
    return list(dict.fromkeys(map(target, named)))


def _listed(record: AnyRecord, name: str) -> tuple[str, ...]:
    """Return what a field lists; nothing for a record without it, which takes long to say so itself."""
    listed: tuple[str, ...] = vars(record).get(name, ())
    return listed


def _rank(record: AnyRecord) -> tuple[Any, ...]:
    """Return what the records of a kind are sorted by.

    Issues in the writer's order, of drafts those with most passages first; quotes as their sources have them;
    events in order of time, one without its day after the month's days; terms by the alphabet; others by id.
    """
    match record:
        case Issue():
            draft = not record.is_explained
            return record.order, draft, -len(record.passages) if draft else 0, record.title
        case Quote():
            return record.source, record.start or 0, record.id
        case Event():
            return record.date.ljust(_DAY, "~"), record.id
        case Term():
            return (record.term.casefold(),)
        case _:
            return ()
