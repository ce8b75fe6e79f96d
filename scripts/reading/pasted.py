"""Plain text and Markdown: the text is the file's own; its head or front matter says the rest."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime

from explainer.articles import article
from extraction.furniture import is_furniture
from reading.metadata import Metadata, names_in, outlet_in
from reading.reading import Reading

LONGEST_DAY = 24
HEAD = 12
"""Lines at the top of a pasted text among which headline, byline and day stand."""

_BYLINE = re.compile(
    r"(?:(?:words|text|story|report(?:ed)?) )?by:? (?P<names>[^.!?]{3,120})\Z", re.IGNORECASE
)
_BAR = re.compile(r"\s*[|·•]\s*")
_BEFORE_DAY = re.compile(
    r"(?:(?:first )?published|posted|updated)?\s*:?\s*(?:on )?(?:\w+day,? )?", re.IGNORECASE
)
_AFTER_DAY = re.compile(r"[,|·•–-]|\Z")
_YEAR = re.compile(r"\d{4}")
_DAYS = ("%d %B %Y", "%B %d, %Y", "%B %d %Y", "%d %b %Y", "%b %d, %Y", "%Y-%m-%d", "%d.%m.%Y")


def read_pasted(data: bytes, suffix: str) -> Reading:
    """Return a text and what its head or front matter says; raises NotText."""
    found = article.read(data, suffix)
    said = _front_matter(found.meta) if found.meta else _head(found.text)
    return Reading(found.text, said, found.notes)


def _front_matter(meta: Mapping[str, str]) -> Metadata:
    def first(*names: str) -> str | None:
        return next((meta[name].strip() for name in names if meta.get(name, "").strip()), None)

    byline = first("author", "authors", "byline")
    return Metadata(
        title=first("title", "headline"),
        authors=tuple(names_in(byline)),
        published=first("date", "published", "pubdate", "datePublished"),
        modified=first("modified", "updated", "lastmod"),
        publisher=first("publisher", "outlet", "source", "site") or outlet_in(byline),
        url=first("url", "canonical_url", "canonical", "link"),
        language=first("language", "lang", "locale"),
        description=first("description"),
    )


def _head(text: str) -> Metadata:
    lines = [line.strip() for line in text.removeprefix("\ufeff").splitlines() if line.strip()][:HEAD]
    title = next((line.lstrip("# ") for line in lines if not is_furniture(line)), None)
    bylines = [found["names"] for line in lines if (found := _BYLINE.match(line)) and is_furniture(line)]
    days = [day for line in lines if len(line) < 80 and (day := _day(line))]
    return Metadata(
        title=title[:300].rstrip() if title and any(map(str.isalnum, title)) else None,
        authors=tuple(names_in(_BAR.split(bylines[0])[0])) if bylines else (),
        published=days[0] if days else None,
        publisher=outlet_in(_BAR.sub(", ", bylines[0])) if bylines else None,
    )


def _day(line: str) -> str | None:
    """Return the day in a line that holds nothing else, as YYYY-MM-DD."""
    if line.endswith((".", "!", "?")) or not _YEAR.search(line):
        return None  # a sentence that opens with a day tells of it
    words = _BEFORE_DAY.sub("", line, count=1)
    ends = [found.start() for found in _AFTER_DAY.finditer(words)]
    shortened = (words[:end].strip() for end in reversed(ends))  # a day may hold the marks that end it
    return next((day for part in shortened if len(part) <= LONGEST_DAY and (day := _iso(part))), None)


def _iso(words: str) -> str | None:
    for form in _DAYS:
        with suppress(ValueError):
            return datetime.strptime(words, form).date().isoformat()
    return None
