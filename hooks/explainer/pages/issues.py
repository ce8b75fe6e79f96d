"""The list of issues and one page for each: the pages readers come for."""

from collections.abc import Iterator, Sequence
from functools import partial

from explainer.charts import issue_charts
from explainer.library.draft import Draft
from explainer.library.index import sources_of
from explainer.library.library import Library
from explainer.library.titles import caution
from explainer.pages import further, making, places, room, voices
from explainer.pages.checks import by_finding
from explainer.pages.making import below
from explainer.pages.page import Page
from explainer.pages.paging import AT_ONCE
from explainer.pages.standing import standings
from explainer.pages.voices import Balance, Line
from explainer.records.model import AnyRecord, Figure, Issue, Quote, Source, Term

_PASSAGES = 3
"""So many passages of each article are listed."""
_BEGINNING = 240
"""Code points of each: an excerpt, not the article."""


def drafts(library: Library, line: str) -> Iterator[Draft[Page]]:
    """Yield the list, then the pages in the writer's order."""
    yield Draft("issues/", _list, (line,))
    for issue in library.issues.values():
        yield Draft(f"issues/{issue.id}/", _page, (issue.id,))
        yield from further.drafts(_sources(issue, library), issue, "sources", line)
        checks = [check for _, group in by_finding(library.checks_on(issue.id)) for check in group]
        yield from further.drafts(checks, issue, "checks", line)


def _list(library: Library, line: str) -> Page:
    issues = list(library.issues.values())
    return making.page(
        library,
        "issues.html",
        "issues/",
        title=library.words("pages.issues"),
        description=library.words("descriptions.issues", titles=", ".join(issue.title for issue in issues)),
        balance=Line(line),
        issues=issues,
    )


def _page(library: Library, id_: str) -> Page:
    issue = library.whole(library.issues[id_])
    quotes = library.quotes_on(issue.id)
    sources, events = _sources(issue, library), library.events_on(issue.id)
    spoken, figures = _spoken(quotes, library), _figures(issue, library)
    has_rows = issue.is_explained or library.positions_on(issue.id)
    rows = standings(issue, library) if has_rows else []
    known = [row for row in rows if row.known]
    where = places.of_issue(issue, library)
    open_ = room.for_lists(
        issue, library, events=events[::-1], standings=known, figures=figures, quotes=spoken
    )
    return making.page(
        library,
        "issue.html",
        f"issues/{issue.id}/",
        title=issue.title,
        description=issue.gist,
        record=issue,
        crumbs=below("issues", library),
        accent=issue.id,
        changes=issue.changes,
        balance=_balance(issue, library, sources),
        standings=known[:AT_ONCE],
        silent=[row for row in rows if row.silent][:AT_ONCE],
        passages=_passages(issue, library) if not issue.is_explained else [],
        spoken=spoken[:AT_ONCE],
        set_off=[quote for quote in quotes if not quote.is_statement][:AT_ONCE],
        quotes_in_all=len(quotes) if len(quotes) > AT_ONCE else 0,
        figures=figures[:AT_ONCE],
        figures_in_all=len(figures) if len(figures) > AT_ONCE else 0,
        charts=list(issue_charts(issue, library)),
        checks=[check for _, group in by_finding(library.checks_on(issue.id)) for check in group],
        background=room.begun(issue.background),
        where=where,
        room=open_,
        events=events,
        at_once=AT_ONCE,
        latest=events[: -open_.events - 1 : -1],
        before=[event for event in events[-AT_ONCE:] if not library.is_later(event)],
        later=[event for event in events[-AT_ONCE:] if library.is_later(event)],
        terms=_terms(issue, library),
        sources=sources,
    )


def _passages(issue: Issue, library: Library) -> list[tuple[str, list[str]]]:
    """Return source and beginnings of the passages about an issue, without headlines, which stand above."""
    found: dict[str, list[str]] = {}
    for passage in issue.passages:
        if passage.source not in found and len(found) == AT_ONCE:
            continue
        texts = found.setdefault(passage.source, [])
        words = " ".join(passage.exact.split())
        if words.rstrip(".;:, ") != library.sources[passage.source].title.rstrip(".;:, "):
            texts.append(_beginning(words))
    return [(source, texts[:_PASSAGES]) for source, texts in found.items()]


def _spoken(quotes: Sequence[Quote], library: Library) -> list[Quote]:
    """Return the statements, those that go with a caution after the others."""
    return sorted((quote for quote in quotes if quote.is_statement), key=lambda q: bool(caution(q, library)))


def _beginning(words: str) -> str:
    return words if len(words) <= _BEGINNING else words[:_BEGINNING].rpartition(" ")[0] + " …"


def _figures(issue: Issue, library: Library) -> list[Figure]:
    """Return the figures the articles state, then those that no chart of the page shows, then the others."""
    drawn = {figure for chart in issue.charts for figure in chart.figures}
    return sorted(
        library.figures_on(issue.id),
        key=lambda figure: (figure.source not in library.articles, figure.id in drawn),
    )


def _balance(issue: Issue, library: Library, sources: Sequence[Source]) -> Balance:
    actors = voices.actors(library, issue.id)
    others = sum(source.id not in library.articles for source in sources)
    return voices.balance(library.quotes_on(issue.id), library, actors=actors, others=others)


def _sources(issue: Issue, library: Library) -> list[Source]:
    """Return what the page rests on, articles first, in the order in which it is used."""
    ids = library.piece(f"sources of issue:{issue.id}", partial(_source_ids, issue.id))
    return [library.sources[source] for source in ids]


def _source_ids(issue: str, library: Library) -> list[str]:
    records: list[AnyRecord] = [
        library.issues[issue], *library.quotes_on(issue), *library.figures_on(issue),
        *library.checks_on(issue), *library.events_on(issue),
    ]  # fmt: skip
    ids = dict.fromkeys(source for record in records for source in sources_of(record))
    return sorted(ids, key=lambda source: source not in library.articles)


def _terms(issue: Issue, library: Library) -> list[Term]:
    """Return the terms of the glossary that the issue's own prose uses."""
    prose = [
        issue.answer or issue.summary,
        issue.background,
        *issue.open_questions,
        *(point.text for point in issue.key_points),
    ]
    prose += [position.text for position in library.positions_on(issue.id)]
    text = " ".join(prose).casefold()
    names = {term.id: filter(None, (term.term, term.abbr)) for term in library.terms.values()}
    return [
        library.terms[term] for term, of_term in names.items() if any(n.casefold() in text for n in of_term)
    ]
