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
    whole, site, words = making.whole(library), library.site, library.words
    yield making.page(
        library,
        "timeline.html",
        "timeline/",
        title=words("pages.timeline"),
        description=words("descriptions.timeline"),
        balance=whole,
        events=[event for event in library.events.values() if not library.is_later(event)],
        later=[event for event in library.events.values() if library.is_later(event)],
    )
    yield making.page(
        library,
        "glossary.html",
        "glossary/",
        title=words("pages.glossary"),
        description=words("descriptions.glossary"),
        balance=whole,
        terms=list(library.terms.values()),
    )
    yield making.page(
        library,
        "corrections.html",
        "corrections/",
        title=words("pages.corrections"),
        description=words("descriptions.corrections"),
        balance=whole,
        changes=all_changes(library),
        history=history(library),
        file="site.yml",
    )
    yield making.page(
        library,
        "about.html",
        "about/",
        title=words("pages.about"),
        description=site.description or words("descriptions.about", title=site.title),
        balance=whole,
        file="site.yml",
    )
    yield making.page(
        library,
        "data.html",
        "data/",
        title=words("pages.data"),
        description=words("descriptions.data"),
        balance=whole,
        counts=[(model, len(library.records[model.KIND])) for model in RECORD_TYPES],
        feeds=_feeds(library),
    )


def _feeds(library: Library) -> list[tuple[str, str]]:
    """Return each feed's words and address, those of the whole site first."""
    links = [link for issue in (None, *library.issues.values()) for link in feed_links(library, issue)]
    return list(dict.fromkeys((words, path) for path, words in links))
