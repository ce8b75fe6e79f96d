"""Where the published site stands, for whatever leaves it: feeds, cards, citations, data."""

from explainer.library.library import Library
from explainer.library.sheets import place
from explainer.records.model import AnyRecord


def home(library: Library) -> str:
    """Return the site's address with a slash at its end, or an empty string while it has none."""
    address = library.site.url or ""
    return address if not address or address.endswith("/") else f"{address}/"


def address(path: str, library: Library) -> str:
    """Return a path of the site as an absolute address; without a site address, relative to the root."""
    return f"{home(library)}{path}" if home(library) else path


def record_address(record: AnyRecord, library: Library) -> str:
    """Return the address of the page that shows a record."""
    return address(place(record, library), library)


def identifier(name: str, library: Library) -> str:
    """Return an id that never changes once the site has an address: RFC 4151 tag, else a plain URN-like tag.

    The date in it only says that the name was ours to give on that day; it is the same for all sites.
    """
    authority = home(library).split("//")[-1].split("/")[0].split(":")[0] or "explainer.invalid"
    return f"tag:{authority},2026:{name}"
