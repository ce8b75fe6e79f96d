"""What the skeleton of every page shows around the text: the site's own words, as plain text, and its policy.

    config.extra.site = skeleton.words(library)        hooks/theme/ prints it, each value escaped

A build hands it over by a hook, an export by the configuration that it writes.
"""

from explainer.data.published import home
from explainer.library.library import Library
from explainer.library.links import plain
from explainer.safety import policy

_RIGHT_TO_LEFT = frozenset(("ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))
"""Languages of ISO 639-1 that are written from right to left."""


def words(library: Library) -> dict[str, str | dict[str, str]]:
    """Return what header, footer and head are made of; what the writer left out is an empty string.

    `say` and `pages` hold the texts of the interface, for not every builder's templates know `|t`.
    """
    site = library.site
    return {
        "url": home(library),
        "title": site.title,
        "short_title": site.short_title or site.title,
        "description": plain(site.description or site.summary or "", library),
        "language": site.language,
        "direction": "rtl" if site.language.partition("-")[0] in _RIGHT_TO_LEFT else "ltr",
        "publisher": site.publisher or "",
        "licence": site.licence or "",
        "contact": site.contact or "",
        "say": dict(library.words.group("page")),
        "pages": dict(library.words.group("pages")),
        "policy": policy.tag(),
    }
