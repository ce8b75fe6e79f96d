"""Where everything stands on the site: one function for pages, links and data alike, one table of indexes.

Addresses are relative to the site's root, without a leading slash; records with no page of their own
have an anchor on the page that shows them.
"""

from typing import NamedTuple, assert_never

from explainer.records.model import (
    AnyRecord,
    Check,
    Event,
    Figure,
    Issue,
    Person,
    Position,
    Quote,
    Source,
    Term,
)


class Index(NamedTuple):
    """A page that every site has, whatever its records."""

    path: str
    searched: bool = False
    """Whether readers may search for the page itself; the records of the others are found themselves."""

    @property
    def name(self) -> str:
        """Return the name of its words: `pages.<name>` for the header, `search-for.<name>` for the search."""
        return self.path.strip("/") or "home"


INDEXES = (
    Index(""),
    Index("issues/"),
    Index("people/"),
    Index("quotes/"),
    Index("figures/"),
    Index("checks/"),
    Index("timeline/", searched=True),
    Index("sources/"),
    Index("glossary/", searched=True),
    Index("method/", searched=True),
    Index("corrections/", searched=True),
    Index("ledger/", searched=True),
    Index("data/", searched=True),
    Index("about/", searched=True),
)
"""In the order of the header: `nav` of mkdocs.yml, the sitemap and the search go by it."""


ANYWHERE = "\0"
"""The base of links in what many pages show, wherever they lie: `led_from` completes them."""
_UP = "\0"
"""Stands for the way to the root; no text may hold it."""


def url(record: AnyRecord) -> str:
    """Return the record's address, such as `quotes/x/` or `timeline/#event-x`."""
    match record:
        case Source() | Issue() | Quote() | Figure() | Person() | Check():
            return f"{record.FOLDER}/{record.id}/"
        case Position():
            return f"issues/{record.issue}/#{anchor(record)}"
        case Event():
            return f"timeline/#{anchor(record)}"
        case Term():
            return f"glossary/#{anchor(record)}"
        case _:
            assert_never(record)


def anchor(record: AnyRecord) -> str:
    """Return the id of the record's element on any page that shows it."""
    return f"{record.KIND}-{record.id}"


def relative(target: str, *, base: str) -> str:
    """Return the link from the page at `base` to `target`, both relative to the root.

    `base` is "" for the home page, a path that ends in a slash, as ours do, or a file's; or ANYWHERE.
    """
    if base == ANYWHERE:
        return f"{_UP}{target or './'}"
    return "../" * base.count("/") + target or "./"


def led_from(html: str, *, base: str) -> str:
    """Return what was made for pages ANYWHERE as it stands on the page at `base`."""
    return html.replace(_UP, "../" * base.count("/"))
