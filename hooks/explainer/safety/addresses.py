"""Which addresses a page may link to: an allow-list, after everything that could disguise one is undone."""

import re

from explainer.text.entities import unescape
from explainer.text.pattern import pattern

SCHEMES = frozenset(("http", "https", "mailto"))
_IGNORED = pattern("[\x00-\x20\x7f-\xa0\u00ad\u2000-\u200f\u2028-\u202f\u2060\u2066-\u2069\ufeff]")
_SCHEME = pattern(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


def scheme(address: str) -> str:
    """Return an address's scheme in lower case as a browser reads it: entities decoded, controls gone."""
    if ":" not in address and "&" not in address:  # as in most links within a site
        return ""
    bare = address
    for _ in range(3):
        bare = _IGNORED.sub("", unescape(bare))
    found = _SCHEME.match(bare)
    return found[1].lower() if found else ""


def is_safe(address: str, *, absolute: bool = False) -> bool:
    """Return whether an address is http, https, mailto or, unless `absolute`, relative to the page."""
    bare = _IGNORED.sub("", unescape(address))
    if bare.startswith(("//", "\\", "/\\")):
        return False
    known = scheme(address)
    return known in SCHEMES if known else not absolute
