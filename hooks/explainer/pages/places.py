"""Where the issues play: the places that they name, each once, and a map of them."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from explainer.charts.locator import locator
from explainer.library.library import Library
from explainer.records.address import relative, url
from explainer.records.countries import place_name
from explainer.records.model import Issue
from explainer.records.parts import Place
from explainer.text.form import Form

_LINK = Form('<a href="{}">{}</a>')


class Places(NamedTuple):
    """A map, where one can be drawn, and the places in words with the issues that name them."""

    map: Markup | None
    names: list[tuple[str, Markup]]


def of_issue(issue: Issue, library: Library) -> Places:
    """Return the places of one issue."""
    return Places(
        locator(issue.places, library.words),
        [(place_name(place, library.words), Markup()) for place in issue.places],
    )


def of_all(library: Library, *, base: str) -> Places:
    """Return the places of all issues, each with links to those that name it."""
    found: dict[Place, list[Issue]] = {}
    for issue in library.issues.values():
        for place in issue.places:
            found.setdefault(place, []).append(issue)
    names = [(place_name(place, library.words), _links(issues, base)) for place, issues in found.items()]
    return Places(locator(list(found), library.words), names)


def _links(issues: Sequence[Issue], base: str) -> Markup:
    return Markup(", ").join(_LINK(relative(url(issue), base=base), issue.title) for issue in issues)
