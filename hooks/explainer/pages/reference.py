"""Glossary, corrections, about and data: the pages that hold the others together."""

from collections.abc import Iterator

from explainer.data.feeds import feed_links
from explainer.library.draft import Draft
from explainer.library.library import Library
from explainer.pages import making
from explainer.pages.home import all_changes, history
from explainer.pages.making import below
from explainer.pages.page import Page
from explainer.pages.paging import Sheet, sheets
from explainer.pages.voices import Line
from explainer.records.model import RECORD_TYPES


def drafts(library: Library, line: str) -> Iterator[Draft[Page]]:
    """Yield the pages, the glossary and the corrections in sheets."""
    for of_terms in sheets(list(library.terms), "glossary/"):
        yield Draft(of_terms.path(of_terms.number), _glossary, (of_terms, line))
    for of_changes in sheets(range(len(history(library))), "corrections/"):
        yield Draft(of_changes.path(of_changes.number), _corrections, (of_changes, line))
    for make, path in PAGES:
        yield Draft(path, make, (line,))


def _glossary(library: Library, sheet: Sheet[str], line: str) -> Page:
    return making.page(
        library,
        "glossary.html",
        sheet.path(sheet.number),
        title=sheet.titled(library.words("pages.glossary"), library.words),
        description=library.words("descriptions.glossary"),
        crumbs=below("glossary", library) if sheet.number > 1 else (),
        balance=Line(line),
        sheet=sheet,
        terms=[library.terms[id_] for id_ in sheet.entries],
    )


def _corrections(library: Library, sheet: Sheet[int], line: str) -> Page:
    told = history(library)
    return making.page(
        library,
        "corrections.html",
        sheet.path(sheet.number),
        title=sheet.titled(library.words("pages.corrections"), library.words),
        description=library.words("descriptions.corrections"),
        crumbs=below("corrections", library) if sheet.number > 1 else (),
        balance=Line(line),
        changes=all_changes(library),
        sheet=sheet,
        history=[told[number] for number in sheet.entries],
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
        counts=[(model, len(library.by_id(model.KIND))) for model in RECORD_TYPES],
        feeds=_feeds(library),
    )


def _feeds(library: Library) -> list[tuple[str, str]]:
    """Return each feed's words and address, those of the whole site first."""
    links = [link for issue in (None, *library.issues.values()) for link in feed_links(library, issue)]
    return list(dict.fromkeys((words, path) for path, words in links))


PAGES = tuple((make, f"{make.__name__[1:]}/") for make in (_about, _data))
