"""A number in a key point is among the evidence that is printed beside it.

`uncovered` asks whether any record of the issue bears a number out. A reader of a key point sees only what
its `refs` name, and of a series one value: the last, or the point named by `figure:id@2024`.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from explainer.contents.folder import Contents
from explainer.errors import Problem
from explainer.records.fields import target
from explainer.records.links import LINK
from explainer.records.model import AnyRecord, Figure
from explainer.records.parts import KeyPoint
from explainer.records.wording import last_known
from explainer.rules.coverage import Evidence, Known, faults_in, values_of
from explainer.rules.exemptions import Exemptions
from explainer.rules.prose import Prose, proses
from explainer.rules.unread import Unread


def unshown_numbers(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for each number of a key point that only records which it does not name bear out."""
    evidence, exemptions, unread = Evidence(contents), Exemptions(), Unread(contents)
    for prose in proses(contents):
        if prose.path[0] != "key_points":
            continue
        named = list(_named(prose, contents))
        shown = frozenset(known for record, date in named for known in values_of(_as_shown(record, date)))
        unknown = {number.start for number, _ in faults_in(prose.text, partial(evidence.known_to, prose))}
        for number, _ in faults_in(prose.text, partial(_held, shown)):
            words = number.words.strip()
            exempt = number.start in unknown or exemptions.hold(prose.loaded, words)
            if not exempt and not unread.may_say_number(prose.loaded.record, number):
                advice = _advice(number.value, [record for record, _ in named])
                message = f'the number "{words}" is not in the evidence that this point names; {advice}'
                yield prose.problem(number.start, message)


def _held(known: frozenset[Known]) -> frozenset[Known]:
    return known


def _named(prose: Prose, contents: Contents) -> Iterator[tuple[AnyRecord, str]]:
    """Yield the records that a point names, each with the date of a series' point or nothing."""
    point: KeyPoint = prose.loaded.record.key_points[prose.path[1]]
    for ref in (*point.refs, *(f"{link[1]}:{link[2]}" for link in LINK.finditer(point.text))):
        if target(ref) in contents.files:
            yield contents.files[target(ref)].record, ref.partition("@")[2]


def _as_shown(record: AnyRecord, date: str) -> AnyRecord:
    if not isinstance(record, Figure) or not record.series:
        return record
    last = last_known(record)
    chosen = tuple(each for each in record.series if (each.date == date if date else each == last))
    return record.model_copy(update={"series": chosen})


def _advice(value: Decimal, records: list[AnyRecord]) -> str:
    for record in records:
        series = record.series if isinstance(record, Figure) else ()
        values = ((each.date, (each.value, each.value_max, Decimal(each.date[:4]))) for each in series)
        date = next((date for date, held in values if value in held), "")
        if date:
            return f"write {record.ref}@{date}"
    return "add its record to refs, or the number to exempt"
