"""The home page: the question, the story in key points, the issues, the figures, who is quoted."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import get_args

from explainer.library.draft import Draft
from explainer.library.library import Library
from explainer.pages import making, places
from explainer.pages.figures import is_slight, weight
from explainer.pages.matrix import matrix
from explainer.pages.page import Page
from explainer.pages.voices import Line
from explainer.records.model import Check, Figure, Finding, Issue
from explainer.records.parts import Change
from explainer.records.wording import listing

_STRIP = 4
_CHANGES = 4


def drafts(library: Library, line: str) -> Iterator[Draft[Page]]:
    """Yield the home page and the page of search, which leads to the lists where scripts are off."""
    yield Draft("", _home)
    yield Draft("search/", _search, (line,))


def _home(library: Library) -> Page:
    site, whole = library.site, making.whole(library)
    where = places.of_all(library, base="")
    return making.page(
        library,
        "home.html",
        "",
        title=site.question or site.title,
        description=site.description or site.summary or site.question or site.title,
        balance=whole,
        changes=all_changes(library),
        file="site.yml",
        contents_line=_contents(library),
        issues=list(library.issues.values()),
        strip=_strip(library),
        matrix=matrix(library),
        where=where,
        findings=_findings(library),
        recent=history(library)[:_CHANGES],
    )


def _search(library: Library, line: str) -> Page:
    return making.page(
        library,
        "search.html",
        "search/",
        title=library.words("pages.search"),
        description=library.words("descriptions.search"),
        balance=Line(line),
    )


def _contents(library: Library) -> str:
    words = library.words
    if not library.articles:
        return words("descriptions.home-empty")
    counts = (
        words("count.article", n=len(library.articles)),
        words("count.issue", n=len(library.issues)),
        words("count.quote", n=making.whole(library).total),
        words("count.figure", n=len(library.figures)),
    )
    return words("descriptions.home-contents", counts=listing(counts, words))


def _strip(library: Library) -> list[Figure]:
    """Return the figures for the strip: the writer's choice, else the weightiest of each issue in turn.

    Of those nobody chose the articles' own come first.
    """
    if chosen := [library.figures[figure] for figure in library.site.figures if figure in library.figures]:
        return chosen
    told = (f for f in library.figures.values() if not (f.status == "proposed" and is_slight(f)))
    shown = sorted(told, key=weight)
    stated = [figure for figure in shown if figure.source in library.articles]
    strip = _in_turn(stated, library)[:_STRIP]
    covered = {issue for figure in strip for issue in figure.issues}
    for issue in library.issues:
        if issue not in covered:
            others = (figure for figure in shown if issue in figure.issues and figure not in strip)
            strip += sorted(others, key=lambda figure: (figure.confidence != "high", bool(figure.series)))[:1]
    return (strip or shown)[:_STRIP]


def _in_turn(figures: Sequence[Figure], library: Library) -> list[Figure]:
    """Return the figures with the first of each issue before any second, those on no issue last."""
    order = {issue: place for place, issue in enumerate(library.issues)}
    seen: Counter[str] = Counter()
    ranked = []
    for figure in figures:
        issue = min(figure.issues, key=lambda issue: (seen[issue], order.get(issue, 0)), default="")
        ranked.append((seen[issue] if issue else len(figures), figure))
        seen[issue] += 1
    return [figure for _, figure in sorted(ranked, key=lambda entry: entry[0])]


def _findings(library: Library) -> list[tuple[Finding, list[Check]]]:
    """Return the cross-checks by finding, in the model's order."""
    checks = list(library.checks.values())
    groups = [(finding, [c for c in checks if c.finding == finding]) for finding in get_args(Finding)]
    return [(finding, found) for finding, found in groups if found]


def all_changes(library: Library) -> list[Change]:
    """Return the changes of the site and of all issues, newest first."""
    return [change for change, _ in history(library)]


def history(library: Library) -> list[tuple[Change, Issue | None]]:
    """Return each change with its issue (None for the site as a whole), newest first."""
    found: list[tuple[Change, Issue | None]] = [(change, None) for change in library.site.changes]
    found += [(change, issue) for issue in library.issues.values() for change in issue.changes]
    return sorted(found, key=lambda entry: entry[0].date, reverse=True)
