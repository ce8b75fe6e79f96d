"""Where the issues play: the places that they name, each once, and a map of them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from explainer.library.library import Library
from explainer.records.address import relative, url
from explainer.records.countries import place_name
from explainer.records.model import Issue
from explainer.records.parts import Place
from explainer.text.form import Form
from explainer.words import Words

_LINK = Form('<a href="{}">{}</a>')


class Places(NamedTuple):
    """A map, where one can be drawn, and the places in words with the issues that name them."""

    map: Markup | None
    names: list[tuple[str, Markup]]
    sources: Mapping[str, list[str]]
    """The sources that the positions were taken from, with the places in them."""
    unsourced: list[str]
    """Names of the places whose position has no source."""


def of_issue(issue: Issue, library: Library) -> Places:
    """Return the places of one issue."""
    return _places(issue.places, dict.fromkeys(issue.places, Markup()), library)


def of_all(library: Library, *, base: str) -> Places:
    """Return the places of all issues, each with links to those that name it."""
    found: dict[Place, list[Issue]] = {}
    for issue in library.issues.values():
        for place in issue.places:
            found.setdefault(place, []).append(issue)
    return _places(list(found), {place: _links(issues, base) for place, issues in found.items()}, library)


def _places(places: Sequence[Place], beside: Mapping[Place, Markup], library: Library) -> Places:
    spots = [place for place in places if place.spot]
    sources: dict[str, list[str]] = {}
    for place in spots:
        if place.source:
            sources.setdefault(place.source, []).extend(filter(None, [place.locator]))
    return Places(
        map=_map(places, library.words) if places else None,
        names=[(place_name(place, library.words), beside[place]) for place in places],
        sources=sources,
        unsourced=[place.name or place.country for place in spots if not place.source],
    )


def _map(places: Sequence[Place], words: Words) -> Markup | None:
    from explainer.charts.locator import locator  # loads the outlines of all countries

    return locator(places, words)


def _links(issues: Sequence[Issue], base: str) -> Markup:
    return Markup(", ").join(_LINK(relative(url(issue), base=base), issue.title) for issue in issues)
