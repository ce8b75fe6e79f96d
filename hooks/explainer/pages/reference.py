"""Timeline, glossary, corrections, about and data: the pages that hold the others together."""

from collections.abc import Iterator

from explainer.data.feeds import feed_links
from explainer.library.draft import Draft
from explainer.library.library import Library
from explainer.pages import making
from explainer.pages.home import all_changes, history
from explainer.pages.page import Page
from explainer.pages.voices import Line
from explainer.records.model import RECORD_TYPES


def drafts(library: Library, line: str) -> Iterator[Draft[Page]]:
    """Yield the five pages."""
    for make, path in PAGES:
        yield Draft(path, make, (line,))


def _timeline(library: Library, line: str) -> Page:
    return making.page(
        library,
        "timeline.html",
        "timeline/",
        title=library.words("pages.timeline"),
        description=library.words("descriptions.timeline"),
        balance=Line(line),
        events=[event for event in library.events.values() if not library.is_later(event)],
        later=[event for event in library.events.values() if library.is_later(event)],
    )


def _glossary(library: Library, line: str) -> Page:
    return making.page(
        library,
        "glossary.html",
        "glossary/",
        title=library.words("pages.glossary"),
        description=library.words("descriptions.glossary"),
        balance=Line(line),
        terms=list(library.terms.values()),
    )


def _corrections(library: Library, line: str) -> Page:
    return making.page(
        library,
        "corrections.html",
        "corrections/",
        title=library.words("pages.corrections"),
        description=library.words("descriptions.corrections"),
        balance=Line(line),
        changes=all_changes(library),
        history=history(library),
        file="site.yml",
    )


def _about(library: Library, line: str) -> Page:
    site = library.site
    return making.page(
        library,
        "about.html",
        "about/",
        title=library.words("pages.about"),
        description=site.description or library.words("descriptions.about", title=site.title),
        balance=Line(line),
        file="site.yml",
    )


def _data(library: Library, line: str) -> Page:
    return making.page(
        library,
        "data.html",
        "data/",
        title=library.words("pages.data"),
        description=library.words("descriptions.data"),
        balance=Line(line),
        counts=[(model, len(library.records[model.KIND])) for model in RECORD_TYPES],
        feeds=_feeds(library),
    )


def _feeds(library: Library) -> list[tuple[str, str]]:
    """Return each feed's words and address, those of the whole site first."""
    links = [link for issue in (None, *library.issues.values()) for link in feed_links(library, issue)]
    return list(dict.fromkeys((words, path) for path, words in links))


PAGES = tuple((make, f"{make.__name__[1:]}/") for make in (_timeline, _glossary, _corrections, _about, _data))
