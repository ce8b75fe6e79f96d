"""What a page says of itself: headline, authors, days, publisher, address, language. Nothing is inferred.

The first place that says something is believed: JSON-LD of the article, Open Graph and other `<meta>`,
microdata and rel, the page's own headline, byline and `<time>`.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import html

from reading.metadata import LONGEST, Metadata, names_in
from reading.statements import Statements, clean, fold, statements, text, texts

MOST_AUTHORS = 12

_TITLES = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title")
_AUTHORS = (
    "author", "article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author",
    "citation_author",
)  # fmt: skip
_PUBLISHERS = (
    "og:site_name", "application-name", "publisher", "dc.publisher", "article:publisher", "twitter:site_name",
)  # fmt: skip
_PUBLISHED = (
    "article:published_time", "article:published", "og:published_time", "datepublished", "date", "dc.date",
    "dc.date.issued", "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date", "pubdate",
    "publishdate", "publish-date", "ptime", "citation_publication_date", "date.created",
    "originalpublicationdate",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "utime",
)  # fmt: skip
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description")
_BYLINES = (
    './/*[@itemprop="author"]//*[@itemprop="name"]', './/*[@itemprop="author"]',
    './/*[contains(@rel, "author")]', './/*[contains(concat(" ", @class, " "), " author ")]',
    './/*[contains(@class, "byline")]',
    './/*[contains(@class, "author-name") or contains(@class, "author_name")]', ".//address",
)  # fmt: skip
"""Where a page marks its author, the surest first."""
_TIMES = (
    './/*[@itemprop="datePublished"]', ".//time[@pubdate]", ".//article//time[@datetime]",
    ".//time[@datetime]",
)  # fmt: skip

_DAY = re.compile(r"\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}\S*)?)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*\Z")
_DIVIDER = re.compile(r"\s+[|\-–—•·:»_]+\s+(?=[^|–—•·»]{1,60}\Z)|\s*[|_]\s*(?=[^|_]{1,40}\Z)")


def page_metadata(tree: html.HtmlElement, *, address: str | None = None) -> Metadata:
    """Return what a page says of itself; `address` is where it was saved from, if the file tells."""
    said = statements(tree)
    publisher, url = _publisher(said), _url(said) or _absolute(address)
    title = _title(said)
    return Metadata(
        title=_without_outlet(title, publisher, url)[:LONGEST] if title else None,
        authors=_authors(said),
        published=_published(said),
        modified=_day(said.article.get("dateModified")) or _day(said.first(_MODIFIED)),
        publisher=publisher,
        url=url,
        language=_language(said),
        description=said.first(_DESCRIPTIONS),
    )


def _title(said: Statements) -> str | None:
    """Return the headline; the page's own where something else that is said agrees with it."""
    heading = next((clean("".join(each.itertext())) for each in said.tree.iter("h1")), None)
    page = clean(said.tree.findtext(".//title"))
    stated = [title for title in (text(said.article.get("headline")), said.first(_TITLES), page) if title]
    if heading and any(fold(heading) == fold(title) for title in stated):
        return heading
    if heading and len(stated) == 1 and fold(heading) in fold(stated[0]):
        return heading
    return next(iter(stated), heading)


def _without_outlet(title: str, publisher: str | None, url: str | None) -> str:
    """Cut `Headline | Outlet` before the divider, where what follows is the outlet's name or site."""
    site = (urlsplit(url or "").hostname or "").removeprefix("www.")
    names = {fold(name) for name in (publisher or "", site, site.split(".")[0])} - {""}
    for divider in _DIVIDER.finditer(title):
        tail = fold(title[divider.end() :])
        if tail and any(tail.startswith(name) or name.startswith(tail) for name in names):
            return title[: divider.start()].strip()
    return title


def _authors(said: Statements) -> tuple[str, ...]:
    places = (
        texts(said.article.get("author")),
        texts(said.article.get("creator")),
        [said.first(_AUTHORS)],
        _bylines(said.tree),
    )
    for place in places:
        names = dict.fromkeys(name for byline in place for name in names_in(byline))
        if names:
            return tuple(names)[:MOST_AUTHORS]
    return ()


def _bylines(tree: html.HtmlElement) -> Iterator[str]:
    for kind in _BYLINES:
        found = [
            clean("".join(each.itertext())) for each in tree.xpath(kind) if each.tag not in ("meta", "link")
        ]
        named = [byline for byline in found if names_in(byline)]
        if named:
            yield from map(str, named[:2])
            return


def _publisher(said: Statements) -> str | None:
    stated = (text(said.article.get("publisher")), said.first(_PUBLISHERS))
    return next((name[:LONGEST] for name in stated if name and not re.match(r"https?:|@", name)), None)


def _published(said: Statements) -> str | None:
    stated = _day(said.article.get("datePublished")) or _day(said.first(_PUBLISHED))
    marked = (each for kind in _TIMES for each in said.tree.xpath(kind))
    days = (_day(each.get("datetime") or each.get("content") or each.text) for each in marked)
    return stated or next(filter(None, days), None)


def _url(said: Statements) -> str | None:
    links = (
        each for each in said.tree.iter("link") if "canonical" in (each.get("rel") or "").lower().split()
    )
    page = said.article.get("mainEntityOfPage")
    identity = page.get("@id") if isinstance(page, dict) else page
    stated = [link.get("href") for link in links]
    stated += [said.meta.get("og:url"), text(said.article.get("url")), text(identity)]
    return next(filter(None, map(_absolute, stated)), None)


def _language(said: Statements) -> str | None:
    root, meta = said.tree.getroottree().getroot(), said.meta
    stated = [root.get("lang"), root.get("xml:lang"), text(said.article.get("inLanguage"))]
    stated += [meta.get(name) for name in ("og:locale", "content-language", "language")]
    return next((value.replace("_", "-") for value in stated if value and _LANGUAGE.match(value)), None)


def _absolute(url: str | None) -> str | None:
    try:
        parts = urlsplit((url or "").strip())
    except ValueError:
        return None
    return parts.geturl() if parts.scheme in ("http", "https") and parts.hostname else None


def _day(value: object) -> str | None:
    found = _DAY.match(value.strip()) if isinstance(value, str) else None
    return found[0] if found else None
