"""A number in what we say with evidence of its own is among that evidence.

`uncovered` asks whether any record of the issue bears a number out. A reader of a key point, a position or a
check sees only what its `refs` name beside it, of a check also its claim and the sources it was held against;
and of a series one value: the last, or the point named by `figure:id@2024`. An answer has the evidence of the
key points below it.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from explainer.contents.folder import Contents
from explainer.errors import Problem
from explainer.records.fields import target
from explainer.records.links import LINK
from explainer.records.model import AnyRecord, Check, Figure, Position
from explainer.records.wording import last_known
from explainer.rules.coverage import faults_in
from explainer.rules.evidence import Evidence, Kinds, values_of
from explainer.rules.exemptions import Exemptions
from explainer.rules.prose import Prose, proses
from explainer.rules.unread import Unread


class Shown(NamedTuple):
    """What stands beside a piece of prose: the records named, and whose evidence it is, for the writer."""

    whose: str
    refs: tuple[str, ...]
    mend: str = "add its record to refs, or the number to exempt"


def unshown_numbers(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for each number that only records bear out which do not stand beside it."""
    evidence, exemptions, unread = Evidence(contents), Exemptions(), Unread(contents)
    for prose in proses(contents):
        beside = _beside(prose)
        if beside is None:
            continue
        named = list(_named(beside.refs, prose, contents))
        unknown = {number.start for number, _ in faults_in(prose.text, partial(evidence.known_to, prose))}
        for number, _ in faults_in(prose.text, partial(_shown, named, evidence)):
            words = number.words.strip()
            exempt = number.start in unknown or exemptions.hold(prose.loaded, words)
            if not exempt and not unread.may_say_number(prose.loaded.record, number):
                advice = _named_point(number.value, [record for record, _ in named]) or beside.mend
                message = f'the number "{words}" is not in the evidence {beside.whose}; {advice}'
                yield prose.problem(number.start, message)


def _shown(named: list[tuple[AnyRecord, str]], evidence: Evidence) -> Iterator[Kinds]:
    """Yield the numbers of records as they are shown: of a series only one point."""
    for record, date in named:
        if date:
            yield values_of(_as_shown(record, date))
        else:
            yield evidence.contents.derived.take(_last_values, record)


def _beside(prose: Prose) -> Shown | None:
    """Return what a reader sees beside a piece of prose; None where it has no evidence of its own."""
    record, field = prose.loaded.record, prose.path[0]
    if field == "key_points":
        return Shown("that this point names", record.key_points[prose.path[1]].refs)
    if field == "answer":
        refs = (ref for point in record.key_points for ref in point.refs)
        mend = "link it to its record, or add it to exempt"
        return Shown("of the key points below it", tuple(refs), mend)
    if isinstance(record, Position) and field == "text":
        return Shown("that this position names", (record.ref, *record.refs))
    if isinstance(record, Check) and field in ("verdict", "note"):
        sources = (f"source:{source}" for source in record.sources)
        return Shown("that this check names", (record.ref, *sources, *record.refs))
    return None


def _named(refs: tuple[str, ...], prose: Prose, contents: Contents) -> Iterator[tuple[AnyRecord, str]]:
    """Yield the records beside a piece of prose, each with the date of a series' point or nothing."""
    for ref in (*refs, *(f"{link[1]}:{link[2]}" for link in LINK.finditer(prose.written))):
        if target(ref) in contents.files:
            yield contents.files[target(ref)].record, ref.partition("@")[2]


def _last_values(record: AnyRecord) -> Kinds:
    return values_of(_as_shown(record, ""))


def _as_shown(record: AnyRecord, date: str) -> AnyRecord:
    if not isinstance(record, Figure) or not record.series:
        return record
    last = last_known(record)
    chosen = tuple(each for each in record.series if (each.date == date if date else each == last))
    return record.replace(series=chosen)


def _named_point(value: Decimal, records: list[AnyRecord]) -> str:
    """Return how to name the point of a series that has the value; empty where none has it."""
    for record in records:
        series = record.series if isinstance(record, Figure) else ()
        values = ((each.date, (each.value, each.value_max, Decimal(each.date[:4]))) for each in series)
        date = next((date for date, held in values if value in held), "")
        if date:
            return f"write {record.ref}@{date}"
    return ""
