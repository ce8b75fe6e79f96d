"""The passages of each source, weighed together: where all is as it was, nothing of it is asked again."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple, cast

from explainer.contents.folder import Contents
from explainer.contents.kept import Kept, Known
from explainer.errors import Problem
from explainer.records.model import AnyRecord, Check, Figure, Issue, Person, Quote, Source
from explainer.rules.anchoring import anchored, drifted, passages
from explainer.rules.attribution import attributed, latest_day
from explainer.rules.judged import Fault, Judged
from explainer.rules.measuring import measured
from explainer.verification.ladder import Match


@dataclass(frozen=True, slots=True)
class Weighed:
    """Where the records' passages stand, and what is to be said of them; all by `kind:id`."""

    matches: dict[str, Match] = field(default_factory=dict)
    """Place and tier."""
    withheld: dict[str, str] = field(default_factory=dict)
    """Why a record is not published."""
    readings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What its page must say: what the source does not plainly bear out, and is our reading."""
    amiss: set[str] = field(default_factory=set)
    """Records whose words are not the source's."""
    problems: list[Problem] = field(default_factory=list)


class _Found(NamedTuple):
    """The same of the records of one source; faults without their places, which a save may move."""

    matches: dict[str, Match]
    withheld: dict[str, str]
    readings: dict[str, tuple[str, ...]]
    amiss: tuple[str, ...]
    faults: tuple[tuple[str, Fault], ...]


class _One(NamedTuple):
    """The same of one record."""

    match: Match | None
    withheld: str | None
    readings: tuple[str, ...]
    is_amiss: bool
    faults: tuple[Fault, ...]


class _Group(NamedTuple):
    """Records that are weighed together, what lies around them all, and who spoke."""

    name: str
    records: list[Any]
    around: tuple[object, ...]
    speakers: list[AnyRecord | None]


def weigh(contents: Contents, kept: Kept) -> Weighed:
    """Find each quotation, figure and claim in its source, and hold it to the words around it."""
    weighed = Weighed()
    for group in (*_by_source(contents), *_issues(contents)):
        found = _found(contents, kept, group)
        weighed.matches.update(found.matches)
        weighed.withheld.update(found.withheld)
        weighed.readings.update(found.readings)
        weighed.amiss.update(found.amiss)
        weighed.problems.extend(fault.told(contents.files[ref]) for ref, fault in found.faults)
    weighed.problems.extend(drifted(contents, weighed.matches))
    return weighed


def _by_source(contents: Contents) -> Iterator[_Group]:
    """Yield the records cut from each source."""
    found: dict[str, list[Any]] = {}
    for kind in (Quote.KIND, Figure.KIND, Check.KIND):
        for record in contents.records[kind].values():
            found.setdefault(record.source or "", []).append(record)  # type: ignore[union-attr]
    people = contents.records[Person.KIND]
    for name, records in found.items():
        source = contents.records[Source.KIND].get(name)
        day = latest_day(source) if isinstance(source, Source) else ""
        speakers = [people.get(record.speaker or "") for record in records if record.KIND == Quote.KIND]
        yield _Group(name, records, (source, _text_of(name, contents), day), speakers)


def _issues(contents: Contents) -> Iterator[_Group]:
    """Yield each issue, whose passages stand in many sources."""
    for issue in contents.records[Issue.KIND].values():
        texts = (_text_of(part.source, contents) for _, part in passages(issue))
        yield _Group(issue.ref, [issue], tuple(texts), [])


def _text_of(source: str | None, contents: Contents) -> str:
    """Return what tells the text of a source from another, or why it has none."""
    article = contents.articles.get(source or "")
    if article:
        return article.sha256
    return f"{source in contents.records[Source.KIND]} {source in contents.faulty_texts}"


def _found(contents: Contents, kept: Kept, group: _Group) -> _Found:
    """Return what is found in some records; what is known of those that are as they were is taken over."""
    rests_on = "passages", group.name, group.around, (*group.records, *group.speakers)
    known = kept.known(*rests_on)
    if known and known.is_same:
        return cast(_Found, known.found)
    each = {
        record.ref: _of(known.found, record.ref)
        if known and _is_known(contents, kept, record, known)
        else _one(contents, record)
        for record in group.records
    }
    found = _joined(each)
    kept.learn(*rests_on, found)
    return found


def _is_known(contents: Contents, kept: Kept, record: AnyRecord, known: Known) -> bool:
    """Say whether a record, and who spoke in it, are as they were."""
    if not known.has(kept.told(record)):
        return False
    name = getattr(record, "speaker", None)
    speaker = contents.records[Person.KIND].get(name or "")
    return known.has(kept.told(speaker)) if speaker else not name


def _joined(each: dict[str, _One]) -> _Found:
    return _Found(
        {ref: one.match for ref, one in each.items() if one.match},
        {ref: one.withheld for ref, one in each.items() if one.withheld},
        {ref: one.readings for ref, one in each.items() if one.readings},
        tuple(ref for ref, one in each.items() if one.is_amiss),
        tuple((ref, fault) for ref, one in each.items() for fault in one.faults),
    )


def _of(found: _Found, ref: str) -> _One:
    faults = tuple(fault for of, fault in found.faults if of == ref)
    readings = found.readings.get(ref, ())
    return _One(found.matches.get(ref), found.withheld.get(ref), readings, ref in found.amiss, faults)


def _one(contents: Contents, record: AnyRecord) -> _One:
    place = anchored(contents, record)
    judged = _judged(contents, record, place.match)
    faults = (*place.faults, *judged.faults)
    return _One(place.match, place.withheld, judged.readings, place.is_amiss, faults)


def _judged(contents: Contents, record: AnyRecord, match: Match | None) -> Judged:
    """Hold a record to the words around its passage."""
    if not isinstance(record, Quote | Figure):
        return Judged()
    source = contents.records[Source.KIND].get(record.source or "")
    article = contents.articles.get(record.source or "")
    assert isinstance(source, Source | None)
    if isinstance(record, Figure):
        return measured(record, source, article.text if article else None, match)
    if match is None or source is None or article is None:
        return Judged()
    person = contents.records[Person.KIND].get(record.speaker or "")
    assert isinstance(person, Person | None)
    return attributed(record, source, article.text, match, person)
