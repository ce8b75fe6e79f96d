"""What a page tells other programs in its head: JSON-LD, feeds, how it looks when shared.

    page_head(library, path="quotes/x/", title=…, description=…, record=quote, crumbs=[("Quotes", "quotes/")])

returns HTML for `Page.head`. The canonical address, the description and the character set stand in the
theme's own head. Addresses that others must resolve (pictures, oEmbed) need the site's own, and are left out
while it has none.
"""

from collections.abc import Sequence

from markupsafe import Markup

from explainer.data.cards import card
from explainer.data.embeds import Embedded, oembed_path
from explainer.data.feeds import feed_links
from explainer.data.poster import HEIGHT, WIDTH
from explainer.data.published import address, home
from explainer.library.library import Library
from explainer.pages.jsonld import graph, script
from explainer.records.address import relative
from explainer.records.model import AnyRecord, Issue
from explainer.text.form import Form

_META = Form('<meta property="{}" content="{}">')
_NAMED = Form('<meta name="{}" content="{}">')
_ALTERNATE = Form('<link rel="alternate" type="{}" title="{}" href="{}">')


def page_head(
    library: Library,
    *,
    path: str,
    title: str,
    description: str,
    record: AnyRecord | None = None,
    crumbs: Sequence[tuple[str, str]] = (),
) -> str:
    """Return the HTML, every value escaped."""
    parts = [
        *_sharing(library, path, title, description, record),
        *(
            _ALTERNATE("application/atom+xml", words, relative(feed, base=path))
            for feed, words in feed_links(library, record if isinstance(record, Issue) else None)
        ),
    ]
    if isinstance(record, Embedded) and home(library):
        parts.append(_ALTERNATE("application/json+oembed", title, address(oembed_path(record), library)))
    nodes = graph(library, path=path, title=title, description=description, record=record, crumbs=crumbs)
    return "\n".join([*map(str, parts), script(nodes)])


def _sharing(
    library: Library, path: str, title: str, description: str, record: AnyRecord | None
) -> list[Markup]:
    """Return Open Graph (https://ogp.me) and the one tag that Twitter's cards need beside it."""
    parts = [
        _META("og:type", "article" if record else "website"),
        _META("og:site_name", library.site.title),
        _META("og:title", title),
        _META("og:description", description),
    ]
    shared = card(record, library)
    if home(library):
        parts.append(_META("og:url", address(path, library)))
    if shared:
        parts += [
            _META("og:image", address(shared.path, library)),
            _META("og:image:width", WIDTH),
            _META("og:image:height", HEIGHT),
            _META("og:image:alt", shared.words),
        ]
    return [*parts, _NAMED("twitter:card", "summary_large_image" if shared else "summary")]
