"""The home page: the question, the story in key points, the issues, the figures, who is quoted."""

from collections.abc import Iterator

from explainer.library import Library
from explainer.model import Change, Figure
from explainer.page import Page
from explainer.pages import frame

_STRIP = 4
_CHANGES = 4


def pages(library: Library) -> Iterator[Page]:
    """Yield the home page and the page of search, which leads to the lists where scripts are off."""
    site, whole = library.site, frame.whole(library)
    yield frame.page(
        library,
        "home.html",
        "",
        title=site.question or site.title,
        description=site.description or site.summary or site.question or site.title,
        balance=whole,
        changes=all_changes(library),
        file="site.yml",
        issues=list(library.issues.values()),
        strip=_strip(library),
        recent=all_changes(library)[:_CHANGES],
    )
    yield frame.page(
        library,
        "search.html",
        "search/",
        title="Search",
        description="Find a quote by its words, a figure by its number, a person by any name.",
        balance=whole,
    )


def _strip(library: Library) -> list[Figure]:
    """Return the figures for the strip: those the articles state first, single values before series."""
    shown = [figure for figure in library.figures.values() if not figure.later]
    return sorted(shown, key=lambda figure: (figure.source not in library.articles, bool(figure.series)))[
        :_STRIP
    ]


def all_changes(library: Library) -> list[Change]:
    """Return the changes of the site and of all issues, newest first."""
    changes = [
        *library.site.changes,
        *(change for issue in library.issues.values() for change in issue.changes),
    ]
    return sorted(changes, key=lambda change: change.date, reverse=True)
