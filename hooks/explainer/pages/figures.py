"""All figures as a table, and one page for each with its meaning and limits."""

from collections.abc import Iterator

from explainer.charts import figure_chart
from explainer.library.draft import Draft
from explainer.library.index import sources_of
from explainer.library.library import Library
from explainer.pages import making, voices
from explainer.pages.making import below
from explainer.pages.page import Page
from explainer.pages.paging import Sheet, sheets
from explainer.pages.voices import Line
from explainer.records.model import Figure
from explainer.records.parts import Period
from explainer.records.wording import figure_words, period_words, sentence
from explainer.words import Words

_SAME = 6
_DURATIONS = frozenset(
    f"{unit}{ending}"
    for unit in ("second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "time")
    for ending in ("", "s")
)


def drafts(library: Library, line: str) -> Iterator[Draft[Page]]:
    """Yield the table, then a page for each figure."""
    figures = library.figures
    for sheet in sheets(library.piece("figures in order", _in_order), "figures/"):
        yield Draft(sheet.path(sheet.number), _list, (sheet, line))
    for figure in figures:
        yield Draft(f"figures/{figure}/", _page, (figure,))


def _in_order(library: Library) -> list[str]:
    """Return the ids, those that articles state first."""
    figures, articles = library.figures, library.articles
    return sorted(figures, key=lambda id_: (figures[id_].source not in articles, weight(figures[id_])))


def _list(library: Library, sheet: Sheet[str], line: str) -> Page:
    return making.page(
        library,
        "figures.html",
        sheet.path(sheet.number),
        title=sheet.titled(library.words("pages.figures"), library.words),
        description=library.words("descriptions.figures"),
        crumbs=below("figures", library) if sheet.number > 1 else (),
        balance=Line(line),
        sheet=sheet,
        figures=[library.figures[id_] for id_ in sheet.entries],
    )


def _page(library: Library, id_: str) -> Page:
    figure, words = library.figures[id_], library.words
    return making.page(
        library,
        "figure.html",
        f"figures/{figure.id}/",
        title=figure.label,
        description=words("descriptions.figure", label=figure.label, value=figure_words(figure, words)),
        record=figure,
        crumbs=below("figures", library),
        balance=voices.behind(figure, library),
        accent=figure.issues[0] if figure.issues else "",
        sources=[library.sources[source] for source in sources_of(figure)],
        drawing=figure_chart(figure, library),
        when=_when(figure, words),
        compare=_compared(figure, library),
        used_by=library.used_by(figure.ref),
    )


def is_slight(figure: Figure) -> bool:
    """Tell whether a figure is a span of time or a bare number, which alone tell a reader little."""
    unit = figure.unit.casefold()
    return unit.split()[-1] in _DURATIONS or unit in ("number", "fraction", "times", "x")


def weight(figure: Figure) -> tuple[bool, bool, int, bool, float]:
    """Return what figures are sorted by, the weightiest first.

    What a writer looked at goes before proposals; what is on an issue before what is not; money, shares and
    people before durations and bare numbers; a title that is whole before one that is cut; more before less.
    """
    unit = figure.unit.casefold()
    is_money = len(figure.unit) == 3 and figure.unit.isupper()
    rank = 0 if is_money or unit in ("percent", "percentage points") else 2 if is_slight(figure) else 1
    size = figure.value_max or figure.value or 0
    return (
        figure.status == "proposed",
        not figure.issues,
        rank,
        "…" in figure.label,
        -float(size if is_money or rank else 0),
    )


def _when(figure: Figure, words: Words) -> str:
    """Return for what time it holds: `Each year, from 2000 to 2023`; empty if not stated."""
    period = figure.period
    often = words.group("often").get(period.kind.removeprefix("per-"), "") if period else ""
    if figure.series:
        dates = sorted(point.date for point in figure.series)
        span = period_words(Period(kind="between", start=dates[0], end=dates[-1]), words)
        return sentence(f"{often or words('periods.at-each-date')}, {span}")
    if not period:
        return ""
    if period.kind.startswith("per-") and not (period.start or period.end):
        return sentence(often)
    return sentence(period_words(period, words)) or words("periods.at-one-time")


def _compared(figure: Figure, library: Library) -> list[Figure]:
    """Return the figures a writer set beside this one or it beside, then a few of the same measure."""
    chosen = [library.figures[other] for other in figure.compare if other in library.figures]
    chosen += library.figures_beside(figure.id)
    same = library.figures_measuring(figure.measures)[:_SAME] if figure.measures else []
    return [other for other in dict.fromkeys([*chosen, *same]) if other.id != figure.id]
