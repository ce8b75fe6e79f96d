"""Library -> every page of the site, each complete and safe HTML.

One module per group of pages. They share `here` (what a template may ask on the page being made),
`frame` (what stands on every page) and the templates in `explainer/templates/`.
"""

from collections.abc import Iterator

from explainer.library.draft import Draft
from explainer.library.library import Library
from explainer.pages import (
    checks,
    figures,
    home,
    issues,
    ledger,
    making,
    people,
    quotes,
    reference,
    sources,
    timeline,
)
from explainer.pages.page import Page

GROUPS = (home, issues, people, quotes, figures, checks, sources, ledger, timeline, reference)


def pages(library: Library) -> Iterator[Page]:
    """Yield the pages, those of one kind together."""
    for draft in drafts(library):
        yield draft.made(library)


def drafts(library: Library) -> Iterator[Draft[Page]]:
    """Yield what each page is made of; none is made yet."""
    yield from library.once("drafts of pages", _drafts)


def _line(library: Library) -> str:
    return making.whole(library).line


def _drafts(library: Library) -> tuple[Draft[Page], ...]:
    line = library.piece("line on all voices", _line)
    return tuple(draft for group in GROUPS for draft in group.drafts(library, line))
