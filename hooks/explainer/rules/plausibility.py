"""What a figure, a chart, a position or a date says must agree with what stands beside it."""

from collections.abc import Iterator
from typing import Any, TypeVar

from explainer.contents.folder import Contents
from explainer.contents.store import Loaded
from explainer.errors import Problem
from explainer.records.comparable import refusal
from explainer.records.fields import target
from explainer.records.model import Event, Figure, Issue, Person, Position, Quote, Source
from explainer.records.part import Part
from explainer.records.parts import Period
from explainer.strict_yaml.parsed import FieldPath

T = TypeVar("T", bound=Part)

SUMMARY_WORDS = 60


def incomplete_figures(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for a figure without value or source, and for a range or series that is uneven."""
    for figure, loaded in _of(contents, Figure):
        if figure.value is None and figure.value_max is None and not figure.series:
            yield loaded.problem(("value",), "is missing; give value, value_max or series")
        if not (figure.source or figure.sources or _all_sourced(figure)):
            yield loaded.problem(("source",), "is missing; a number without a source is not published")
        if figure.value is not None and figure.value_max is not None and figure.value_max < figure.value:
            yield loaded.problem(("value_max",), f"is below value ({figure.value})")
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


def misplaced_chart_events(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for an event that a chart is to mark and has no place for."""
    figures, events = contents.records[Figure.KIND], contents.records[Event.KIND]
    for issue, loaded in _of(contents, Issue):
        for index, chart in enumerate(issue.charts):
            if contents.broken.intersection(f"{Figure.KIND}:{name}" for name in chart.figures):
                continue
            series = [
                figure.series for name in chart.figures if isinstance(figure := figures.get(name), Figure)
            ]
            years = [point.date[:4] for points in series for point in points]
            for place, name in enumerate(chart.events):
                event = events.get(name)
                if isinstance(event, Event) and not (years and min(years) <= event.date[:4] <= max(years)):
                    span = f"{min(years)} to {max(years)}" if years else "no dates"
                    message = f"{name} is dated {event.date}, and the chart has {span}; leave it out"
                    yield loaded.problem(("charts", index, "events", place), message)


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
        theirs = {quote.ref for quote in quotes if quote.speaker == position.actor}
        named = {target(ref) for ref in position.refs}
        absent = {ref for ref in named if ref.startswith("quote:") and ref not in contents.files}
        resting = theirs | contents.broken | absent  # what is absent is told of as such
        is_known = position.actor in contents.records[Person.KIND]
        if position.basis == "quoted" and is_known and not resting & named:
            yield loaded.problem(("basis",), '"quoted" needs a quote of this actor in refs')
        if position.basis == "reported" and not position.refs:
            yield loaded.problem(("basis",), '"reported" needs the record or source that reports it in refs')
        if position.basis == "silent" and key in spoken:
            yield loaded.problem(("basis",), '"silent", but a quote of this actor is on this issue')


def unfinished_records(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for a field that only a draft or a proposed record may lack."""
    for loaded in contents.parts():
        if getattr(loaded.record, "status", "proposed") in ("checked", "disputed"):
            for name in loaded.record.WANTED:
                if not getattr(loaded.record, name):
                    yield loaded.problem((name,), "is missing; only a draft or a proposed record may lack it")


def long_summaries(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for an issue's summary, or an answer, of more than 60 words."""
    for loaded in contents.parts():
        names = ("answer", "summary") if isinstance(loaded.record, Issue) else ("answer",)
        for name in names:
            count = len((getattr(loaded.record, name, None) or "").split())
            if count > SUMMARY_WORDS:
                yield loaded.problem((name,), f"has {count} words; {SUMMARY_WORDS} at most")


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


def _uneven_series(figure: Figure, loaded: Loaded[Figure]) -> Iterator[Problem]:
    previous = ""
    for index, point in enumerate(figure.series):
        if len(point.date) != len(figure.series[0].date):
            message = f'"{point.date}" is written unlike "{figure.series[0].date}"; write all dates alike'
            yield loaded.problem(("series", index, "date"), message)
        elif point.date <= previous:
            yield loaded.problem(
                ("series", index, "date"), f'"{point.date}" does not come after "{previous}"'
            )
        if point.value is not None and point.value_max is not None and point.value_max < point.value:
            yield loaded.problem(("series", index, "value_max"), f"is below value ({point.value})")
        previous = point.date


def _of(contents: Contents, model: type[T]) -> Iterator[tuple[T, Loaded[T]]]:
    for loaded in contents.parts():
        if isinstance(loaded.record, model):
            yield loaded.record, loaded
