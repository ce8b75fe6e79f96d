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
    title: str
    """As the header names it."""
    about: str = ""
    """What a reader may search for who wants it; empty where its records are found themselves."""


INDEXES = (
    Index("", "Home"),
    Index("issues/", "Issues"),
    Index("people/", "People"),
    Index("quotes/", "Quotes"),
    Index("figures/", "Figures"),
    Index("checks/", "Checks"),
    Index("timeline/", "Timeline", "events, dates, history"),
    Index("sources/", "Sources"),
    Index("glossary/", "Glossary", "terms, abbreviations, definitions"),
    Index(
        "method/",
        "Method",
        "how this site is made, checked, verified; tiers, confidence, findings, errors",
    ),
    Index("corrections/", "Corrections", "changes, errors put right, updates"),
    Index("ledger/", "Ledger", "who was not quoted, open questions, what was not found or not read"),
    Index("data/", "Data", "download, CSV, JSON, schemas, feeds"),
    Index("about/", "About", "who makes this site, contact, license, rights"),
)
"""In the order of the header: `nav` of mkdocs.yml, the sitemap and the search go by it."""


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

    `base` is "" for the home page or ends in a slash, as all our pages do.
    """
    return "../" * base.count("/") + target or "./"
