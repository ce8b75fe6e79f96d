"""Which records a reader sees: no drafts, orphaned or withdrawn ones, proposed ones where the site says so.

Sources and people are shown whatever their status, but for drafts: they are who and what the other records
speak of.
"""

from collections.abc import Collection, Iterator, Mapping

from explainer.records.fields import target
from explainer.records.model import AnyRecord, Figure, Issue, Person, Source

Records = Mapping[str, Mapping[str, AnyRecord]]


def visible(
    records: Records,
    *,
    show_proposed: bool,
    show_drafts: bool = False,
    withheld: Collection[str] = (),
    unread: Collection[str] = (),
) -> Records:
    """Return the records to show, with no reference left to one that is hidden.

    `withheld` are the `kind:id` of records that a check keeps back, `unread` the sources without a text.
    """
    unseen = {"orphaned", "withdrawn"} | (set() if show_proposed else {"proposed"})
    hidden = {
        record.ref
        for of_kind in records.values()
        for record in of_kind.values()
        if (record.status == "draft" and not show_drafts)
        or (record.status in unseen and not isinstance(record, Source | Person))
    } | set(withheld)
    if not (hidden or unread):
        return records
    hidden |= set(_resting_on(records, hidden))
    return {
        kind: {
            name: _without(record, hidden, unread)
            for name, record in of_kind.items()
            if record.ref not in hidden
        }
        for kind, of_kind in records.items()
    }


def _resting_on(records: Records, hidden: Collection[str]) -> Iterator[str]:
    """Yield the positions whose issue is hidden: they have no page to stand on."""
    for position in records["position"].values():
        if f"{Issue.KIND}:{getattr(position, 'issue', '')}" in hidden:
            yield position.ref


def _without(record: AnyRecord, hidden: Collection[str], unread: Collection[str]) -> AnyRecord:
    update: dict[str, object] = {}
    for name, kind in (("refs", ""), ("issues", "issue:"), ("compare", "figure:"), ("see_also", "term:")):
        held = getattr(record, name, ())
        kept = tuple(each for each in held if target(f"{kind}{each}") not in hidden)
        if kept != held:
            update[name] = kept
    if isinstance(record, Issue):
        update |= _issue_without(record, hidden)
        update["passages"] = tuple(each for each in record.passages if each.source not in unread)
    return record.replace(**update) if update else record


def _issue_without(issue: Issue, hidden: Collection[str]) -> dict[str, object]:
    points = tuple(
        point.replace(refs=tuple(ref for ref in point.refs if target(ref) not in hidden))
        for point in issue.key_points
    )
    charts = tuple(
        chart.replace(figures=figures, events=_shown("event", chart.events, hidden))
        for chart in issue.charts
        if (figures := _shown(Figure.KIND, chart.figures, hidden))
    )
    related = tuple(each for each in issue.related if f"{Issue.KIND}:{each.issue}" not in hidden)
    return {"key_points": points, "charts": charts, "related": related}


def _shown(kind: str, ids: tuple[str, ...], hidden: Collection[str]) -> tuple[str, ...]:
    return tuple(each for each in ids if f"{kind}:{each}" not in hidden)
