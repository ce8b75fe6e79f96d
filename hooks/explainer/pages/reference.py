"""Timeline, glossary, corrections, about and data: the pages that hold the others together."""

from collections.abc import Iterator

from explainer.data.feeds import feed_links
from explainer.library.library import Library
from explainer.pages import making
from explainer.pages.home import all_changes, history
from explainer.pages.page import Page
from explainer.records.model import RECORD_TYPES


def pages(library: Library) -> Iterator[Page]:
    """Yield the five pages."""
    whole, site = making.whole(library), library.site
    yield making.page(
        library,
        "timeline.html",
        "timeline/",
        title="Timeline",
        description="What happened when, with sources; what came later stands apart.",
        balance=whole,
        events=[event for event in library.events.values() if not library.is_later(event)],
        later=[event for event in library.events.values() if library.is_later(event)],
    )
    yield making.page(
        library,
        "glossary.html",
        "glossary/",
        title="Glossary",
        description="The terms this site uses, in plain words.",
        balance=whole,
        terms=list(library.terms.values()),
    )
    yield making.page(
        library,
        "corrections.html",
        "corrections/",
        title="Corrections",
        description="What was wrong and when it was put right, and every other change that matters.",
        balance=whole,
        changes=all_changes(library),
        history=history(library),
        file="site.yml",
    )
    yield making.page(
        library,
        "about.html",
        "about/",
        title="About",
        description=site.description or f"Who makes {site.title}, and how.",
        balance=whole,
        file="site.yml",
    )
    yield making.page(
        library,
        "data.html",
        "data/",
        title="Data",
        description="Everything on this site as JSON and CSV, with schemas: enough to rebuild its pages.",
        balance=whole,
        counts=[(model, len(library.records[model.KIND])) for model in RECORD_TYPES],
        feeds=_feeds(library),
    )


def _feeds(library: Library) -> list[tuple[str, str]]:
    """Return each feed's words and address, those of the whole site first."""
    links = [link for issue in (None, *library.issues.values()) for link in feed_links(library, issue)]
    return list(dict.fromkeys((words, path) for path, words in links))
