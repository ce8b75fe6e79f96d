"""The theme's document around each page: set once for a depth of addresses, then filled in for each page."""

from types import SimpleNamespace
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from explainer.data.published import address, home
from explainer.library.library import Library
from explainer.pages import skeleton
from explainer.pages.page import Page
from explainer.pages.templating import Compiled
from explainer.places import GENERATOR
from explainer.records.address import INDEXES, relative
from explainer.safety.policy import with_policy, without_policy
from explainer.words import Words

THEME = GENERATOR / "hooks" / "theme"
_NAMED = frozenset(("search/", *(index.path for index in INDEXES)))
"""The addresses that header and footer lead to, and mark where they are the page itself."""
_CHARTS = "chart-box"
"""What a page with charts holds: the theme then loads their style sheet."""
_NOTE = f"<!-- {_CHARTS} -->"
"""Tells the theme that such a page is coming; taken out again."""


class Document(NamedTuple):
    """A finished page."""

    html: str
    own: str
    """Of it, what only this page has: without header and footer, for whoever looks at each page."""
    around: str
    """Of it, the rest, which many pages share."""


class Shells:
    """The documents around a site's pages, each set when the first page needs it.

    The theme's templates know nothing of this: they fill in marks, between which they are cut apart. A page
    costs 30 microseconds that way, a tenth of what the template takes. A preview's pages are not `sealed`: a
    policy would keep its reloading script from running.
    """

    def __init__(self, library: Library, *, sealed: bool = True) -> None:
        self._library, self._sealed = library, sealed
        self._words = skeleton.words(library)
        self._main = _theme(library.words).get_template("main.html")
        self._set: dict[tuple[int, str | None, bool], tuple[str, ...]] = {}

    def document(self, page: Page) -> Document:
        """Return a page with all that stands around it."""
        gaps = {
            "title": escape(Markup(page.title).striptags()),
            "description": escape(page.description or self._words["description"]),
            "canonical": escape(address(page.path, self._library)),
            "head": page.head,
            "content": page.body,
        }
        pieces = self._pieces(page)
        html = "".join(gaps[piece] if number % 2 else piece for number, piece in enumerate(pieces))
        own = '<title>{title}</title><meta content="{description}">{head}<body>{content}'.format_map(gaps)
        return Document(html, own, "".join(pieces[::2]))

    def _pieces(self, page: Page) -> tuple[str, ...]:
        """Return the document of a page in pieces, every second one the name of a gap."""
        key = page.path.count("/"), page.path if page.path in _NAMED else None, _CHARTS in page.body
        if key not in self._set:
            html = self._main.render(config=self._config(), page=_marked(page, home(self._library)))
            policy = with_policy if self._sealed else without_policy
            self._set[key] = tuple(policy(html.replace(_NOTE, "").encode()).decode().split("\0"))
        return self._set[key]

    def _config(self) -> SimpleNamespace:
        return SimpleNamespace(extra=SimpleNamespace(site=self._words))


def _marked(page: Page, home: str) -> SimpleNamespace:
    """Return what a theme reads of a page, with marks where pages differ."""
    return SimpleNamespace(
        url=page.path,
        canonical_url=home and "\0canonical\0",
        meta={name: f"\0{name}\0" for name in ("title", "description", "head")},
        content=f"\0content\0{_NOTE if _CHARTS in page.body else ''}",
    )


@pass_context
def _url(context: Context, target: str) -> str:
    """Return the link from the page to `target`: what MkDocs' filter of that name does."""
    return relative("" if target == "." else target, base=context["page"].url)


def _theme(words: Words) -> Environment:
    made = Environment(
        loader=FileSystemLoader(THEME),
        bytecode_cache=Compiled(words),
        undefined=StrictUndefined,
        auto_reload=False,
        autoescape=False,
    )
    made.filters["url"] = _url
    return made
