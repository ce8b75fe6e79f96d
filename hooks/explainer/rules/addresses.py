"""Every address in a record or in its Markdown is one that a page may link to."""

import re
from collections.abc import Iterator
from typing import get_type_hints
from urllib.parse import urlsplit

from explainer.contents.folder import Contents
from explainer.errors import Problem
from explainer.records.fields import Markdown
from explainer.records.model import RECORD_TYPES
from explainer.records.site import Site
from explainer.safety.addresses import is_safe
from explainer.text.characters import shown
from explainer.text.pattern import pattern

URL_FIELDS = frozenset(("url", "archive_url", "same_as", "repository", "contact"))
MARKDOWN_FIELDS = frozenset(
    (model, name)
    for model in (*RECORD_TYPES, Site)
    for name, hint in get_type_hints(model, include_extras=True).items()
    if hint == Markdown
)
_BLANK = pattern("[\x00-\x20\x7f]")
_TARGETS = pattern(
    r"\]\(\s*<?([^)\s<>]{1,2000})"
    r"|^ {0,3}\[[^\]\n]{1,200}\]:\s*<?([^\s<>]{1,2000})"
    r"|<([a-z][a-z0-9+.-]*:[^\s<>]{1,2000})>"
    r"|\b(?:href|src)\s*=\s*[\"']?([^\"'\s<>]{1,2000})",
    re.IGNORECASE | re.MULTILINE,
)


def _is_address(value: str) -> bool:
    """Return whether a field holds an absolute address that can be taken apart."""
    try:
        parts = urlsplit(value)
        has_host = bool(parts.hostname) or parts.scheme.lower() == "mailto"
    except ValueError:
        return False
    return has_host and not _BLANK.search(value) and is_safe(value, absolute=True)


def unfit_home(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for a site's own address that pages cannot be put under."""
    loaded = contents.files.get("site")
    address = loaded.record.url if loaded else None
    if loaded and address and _is_address(address):
        parts = urlsplit(address)
        if parts.scheme.lower() not in ("http", "https") or parts.query or parts.fragment:
            message = (
                f'"{shown(address)}" is not where a site stands; write https://host/ or https://host/path/'
            )
            yield loaded.problem(("url",), message)


def unsafe_addresses(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for each address, in a field or in Markdown, that a page may not link to."""
    for loaded, leaves in contents.fields:
        for leaf in leaves:
            if leaf.name in URL_FIELDS:
                wrong = [] if _is_address(leaf.value) else [leaf.value]
            elif (type(loaded.record), leaf.name) in MARKDOWN_FIELDS:
                wrong = [address for address in addresses(leaf.value) if not is_safe(address)]
            else:
                continue
            for address in wrong:
                message = (
                    f'"{shown(address)}" is not an address to link to; begin it with https:, http: or mailto:'
                )
                yield loaded.problem(leaf.path, message)


def addresses(markdown: str) -> Iterator[str]:
    """Yield every address that a piece of Markdown links to, raw HTML's included."""
    for match in _TARGETS.finditer(markdown):
        yield next(group for group in match.groups() if group)
