"""Atom feeds (RFC 4287) of what changed: the whole site, each issue, the corrections.

Every date is one that a writer put into `changes`; a site or issue without changes has no feed, for a
feed must say when it was last updated and nobody said so.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from explainer.data.published import address, identifier
from explainer.library.library import Library
from explainer.library.links import plain
from explainer.records.address import url
from explainer.records.model import Issue
from explainer.records.parts import Change
from explainer.text.entities import escape
from explainer.text.pattern import pattern

SITE_FEED = "feed.xml"
CORRECTIONS_FEED = "corrections/feed.xml"
_MOST = 50
_NOT_XML = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no XML document may hold: all but the characters of https://www.w3.org/TR/xml/#charsets."""


class Entry(NamedTuple):
    """One change, as a feed tells it."""

    id: str
    title: str
    path: str
    date: str
    note: str
    kind: str


def files(library: Library) -> Iterator[tuple[str, bytes]]:
    """Yield the feeds there are dates for."""
    for path, title, page, chosen in _feeds(library):
        yield path, _feed(path, title, page, chosen, library)


def feed_links(library: Library, issue: Issue | None = None) -> list[tuple[str, str]]:
    """Return path and title of the feeds to announce on a page: the site's, and the issue's own."""
    if not library.site.changes and not library.tells_changes:
        return []
    found = [(SITE_FEED, library.site.title)]
    return [*found, (issue_feed(issue), issue.title)] if issue and issue.changes else found


def issue_feed(issue: Issue) -> str:
    """Return the path of an issue's feed."""
    return f"{url(issue)}feed.xml"


def entries(library: Library) -> list[Entry]:
    """Return every change of the site and its issues, latest first."""
    found = [*_entries("site", library.site.title, "", library.site.changes, library)]
    for issue in library.issues.values():
        found += _entries(f"issues/{issue.id}", issue.title, url(issue), issue.changes, library)
    return sorted(found, key=lambda entry: entry.date, reverse=True)


def instant(date: str) -> str:
    """Return a date as RFC 3339 wants it: its first moment, UTC."""
    return f"{f'{date}-01-01'[:10]}T00:00:00Z"


def xml(words: str) -> str:
    """Return text for XML: escaped, without the characters that XML 1.0 has no place for."""
    return escape(_NOT_XML.sub("", words), quote=False)


def _feeds(library: Library) -> Iterator[tuple[str, str, str, list[Entry]]]:
    every = entries(library)
    title = library.site.title
    if not every:
        return
    yield SITE_FEED, title, "", every[:_MOST]
    corrections = [entry for entry in every if entry.kind == "correction"]
    yield CORRECTIONS_FEED, library.words("feeds.corrections", title=title), "corrections/", corrections
    for issue in library.issues.values():
        own = [entry for entry in every if entry.path == url(issue)]
        if own:
            yield issue_feed(issue), f"{title}: {issue.title}", url(issue), own


def _entries(
    name: str, title: str, path: str, changes: Iterable[Change], library: Library
) -> Iterator[Entry]:
    seen: Counter[Change] = Counter()
    for change in changes:
        # by its words, not by its place: an id never moves when others come or go (RFC 4287, 4.2.6)
        words = hashlib.sha256(change.note.encode()).hexdigest()[:12]
        again = f"/{seen[change]}" if change in seen else ""
        seen[change] += 1
        key = identifier(f"changes/{name}/{change.date}/{change.kind}/{words}{again}", library)
        note = plain(change.note, library)
        words = library.words(f"feeds.{change.kind}", title=title)
        yield Entry(key, words, path, change.date, note, change.kind)


def _feed(path: str, title: str, page: str, chosen: list[Entry], library: Library) -> bytes:
    site = library.site
    updated = max((entry.date for entry in chosen or entries(library)), key=instant)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_quoted(site.language)}>',
        f"<id>{xml(identifier(path, library))}</id>",
        f"<title>{xml(title)}</title>",
        *(f"<subtitle>{xml(words)}</subtitle>" for words in _cautions(library)),
        f"<updated>{instant(updated)}</updated>",
        f"<author><name>{xml(site.publisher or site.title)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={_link(path, path, library)}/>',
        f'<link rel="alternate" type="text/html" href={_link(page, path, library)}/>',
    ]
    return "\n".join([*lines, *(_entry(entry, path, library) for entry in chosen), "</feed>", ""]).encode()


def _cautions(library: Library) -> list[str]:
    """Return in one line what goes with the quotes of the sources, or nothing."""
    articles = library.articles.values()
    return [" ".join(found)] if (found := [source.caution for source in articles if source.caution]) else []


def _entry(entry: Entry, feed: str, library: Library) -> str:
    return "\n".join(
        (
            "<entry>",
            f"<id>{xml(entry.id)}</id>",
            f"<title>{xml(entry.title)}</title>",
            f"<updated>{instant(entry.date)}</updated>",
            f'<link rel="alternate" type="text/html" href={_link(entry.path, feed, library)}/>',
            f'<category term="{entry.kind}"/>',
            f'<content type="text">{xml(entry.note)}</content>',
            "</entry>",
        )
    )


def _link(path: str, feed: str, library: Library) -> str:
    whole = address(path, library)
    if whole == path:
        whole = "../" * feed.count("/") + path or "./"
    return _quoted(_NOT_XML.sub("", whole))


def _quoted(words: str) -> str:
    return f'"{escape(words)}"'
