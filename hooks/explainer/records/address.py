"""Where each record stands on the site: one function for pages, links and data alike.

Addresses are relative to the site's root, without a leading slash; records with no page of their own
have an anchor on the page that shows them.
"""

from explainer.records.model import Check, Event, Position, Record, Term


def url(record: Record) -> str:
    """Return the record's address, such as `quotes/x/` or `timeline/#event-x`."""
    match record:
        case Position():
            return f"issues/{record.issue}/#{anchor(record)}"
        case Event():
            return f"timeline/#{anchor(record)}"
        case Term():
            return f"glossary/#{anchor(record)}"
        case Check():
            return f"sources/{record.source}/#{anchor(record)}"
    return f"{record.FOLDER}/{record.id}/"


def anchor(record: Record) -> str:
    """Return the id of the record's element on any page that shows it."""
    return f"{record.KIND}-{record.id}"


def relative(target: str, *, base: str) -> str:
    """Return the link from the page at `base` to `target`, both relative to the root.

    `base` is "" for the home page or ends in a slash, as all our pages do.
    """
    return "../" * base.count("/") + target or "./"
