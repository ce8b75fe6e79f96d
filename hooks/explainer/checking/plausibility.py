"""What a figure, a chart, a position or a date says must agree with what stands beside it."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, TypeVar

from explainer.checking.numbers import possible_values
from explainer.comparable import refusal
from explainer.contents import Contents
from explainer.errors import Problem, Severity
from explainer.loading.parsed import FieldPath
from explainer.model import Figure, Issue, Person, Position, Quote, Source
from explainer.parts import Part, Period
from explainer.store import Loaded

T = TypeVar("T", bound=Part)

SUMMARY_WORDS = 60
_TOLERANCE = Decimal("0.001")
"""For fractions below one: a third is written .333."""
_ROUNDING = Decimal("1e-12")
"""For binary fractions, relative."""
_IN_WORDS = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|thirds?|quarters?|fifths?|cents?"
    r"|dozens?|score|couple|pair|\d+-\d+)\b",
    re.IGNORECASE,
)
"""Numbers partly in words, which are not read here."""


def incomplete_figures(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for a figure without value or source, and one whose value is not in its own words."""
    for figure, loaded in _of(contents, Figure):
        if figure.value is None and figure.value_max is None and not figure.series:
            yield loaded.problem(("value",), "is missing; give value, value_max or series")
        if not (figure.source or figure.sources or _all_sourced(figure)):
            yield loaded.problem(("source",), "is missing; a number without a source is not published")
        if figure.value is not None and figure.value_max is not None and figure.value_max < figure.value:
            yield loaded.problem(("value_max",), f"is below value ({figure.value})")
        yield from _value_not_in_words(figure, loaded)
        yield from _uneven_series(figure, loaded)


def mixed_charts(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for a chart that would compare what cannot be compared."""
    figures = contents.records[Figure.KIND]
    for issue, loaded in _of(contents, Issue):
        for index, chart in enumerate(issue.charts):
            drawn = [figure for name in chart.figures if isinstance(figure := figures.get(name), Figure)]
            against = refusal(drawn, form=chart.form) if chart.form != "table" else None
            if against:
                yield loaded.problem(("charts", index, "figures"), against)


def baseless_positions(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for a position whose basis is not what its evidence says, and for a second one."""
    quotes = [quote for quote, _ in _of(contents, Quote)]
    spoken = {(quote.speaker, issue) for quote in quotes for issue in quote.issues}
    first: dict[tuple[str, str], str] = {}
    for position, loaded in _of(contents, Position):
        key = (position.actor, position.issue)
        other = first.setdefault(key, position.id)
        if other != position.id:
            yield loaded.problem((), f"the same actor has a position on this issue in {other}; keep one")
        if position.basis == "quoted" and not any(ref.startswith("quote:") for ref in position.refs):
            yield loaded.problem(("basis",), '"quoted" needs a quote in refs')
        if position.basis == "reported" and not position.refs:
            yield loaded.problem(("basis",), '"reported" needs the record or source that reports it in refs')
        if position.basis == "silent" and key in spoken:
            yield loaded.problem(("basis",), '"silent", but a quote of this actor is on this issue')


def long_summaries(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for an issue's summary of more than 60 words."""
    for issue, loaded in _of(contents, Issue):
        count = len(issue.summary.split())
        if count > SUMMARY_WORDS:
            yield loaded.problem(("summary",), f"has {count} words; {SUMMARY_WORDS} at most")


def bare_key_points(contents: Contents) -> Iterator[Problem]:
    """Yield a warning for a key point that names no evidence."""
    for loaded in contents.parts():
        for index, point in enumerate(getattr(loaded.record, "key_points", ())):
            if not point.refs and "[[" not in point.text:
                message = "no evidence is named; add refs, such as quote:… or figure:…"
                yield loaded.problem(("key_points", index), message, "warning")


def reversed_dates(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for a period or a role that ends before it begins, or lacks the date its kind needs."""
    for figure, in_file in _of(contents, Figure):
        if figure.period:
            yield from _period(figure.period, in_file)
    for person, of_person in _of(contents, Person):
        for index, role in enumerate(person.roles):
            yield from _reversed(of_person, ("roles", index), "to", role.from_, role.to)
    for source, of_source in _of(contents, Source):
        yield from _reversed(of_source, (), "accessed", source.published, source.accessed)


def _period(period: Period, loaded: Loaded[Figure]) -> Iterator[Problem]:
    if period.kind in ("since", "between") and period.start is None:
        yield loaded.problem(("period", "start"), f'is missing; "{period.kind}" needs it')
    if period.kind in ("until", "between") and period.end is None:
        yield loaded.problem(("period", "end"), f'is missing; "{period.kind}" needs it')
    yield from _reversed(loaded, ("period",), "end", period.start, period.end)


def _reversed(
    loaded: Loaded[Any], path: FieldPath, name: str, first: str | None, last: str | None
) -> Iterator[Problem]:
    if first and last and last < first[: len(last)]:
        yield loaded.problem((*path, name), f'"{last}" is before "{first}"')


def _all_sourced(figure: Figure) -> bool:
    return bool(figure.series) and all(point.source for point in figure.series)


def _value_not_in_words(figure: Figure, loaded: Loaded[Figure]) -> Iterator[Problem]:
    words = figure.exact or ""
    possible = set() if _IN_WORDS.search(words) else possible_values(words)
    if not possible:
        return
    severity: Severity = "warning" if figure.status == "proposed" else "error"
    for name, value in (("value", figure.value), ("value_max", figure.value_max)):
        if value is not None and not any(_same(value, other) for other in possible):
            said = ", ".join(f"{other:f}" for other in sorted(possible)[:4])
            message = f'{value} is not in its own words "{figure.exact}" (they say {said})'
            yield loaded.problem((name,), message, severity)


def _same(value: Decimal, other: Decimal) -> bool:
    return abs(value - other) <= (_TOLERANCE if abs(value) < 1 else abs(other) * _ROUNDING)


def _uneven_series(figure: Figure, loaded: Loaded[Figure]) -> Iterator[Problem]:
    previous = ""
    for index, point in enumerate(figure.series):
        if len(point.date) != len(figure.series[0].date):
            message = f'"{point.date}" is not as exact as "{figure.series[0].date}"; write all dates alike'
            yield loaded.problem(("series", index, "date"), message)
        elif point.date <= previous:
            yield loaded.problem(
                ("series", index, "date"), f'"{point.date}" does not come after "{previous}"'
            )
        previous = point.date


def _of(contents: Contents, model: type[T]) -> Iterator[tuple[T, Loaded[T]]]:
    for loaded in contents.parts():
        if isinstance(loaded.record, model):
            yield loaded.record, loaded
