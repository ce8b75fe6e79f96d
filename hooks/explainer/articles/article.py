"""A source file's bytes -> its text: what offsets point into and what quotations are checked against.

A .txt is its decoded self, unchanged but for controls, each of which becomes a space. Markdown and HTML are
reduced to the text a reader sees. Articles are untrusted: what is assumed of an encoding is told, limits hold
before parsing, hidden text is left out and reported.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

from explainer.articles.markdown_text import markdown_text
from explainer.articles.reduced import Reduced
from explainer.text.characters import ARTICLE_CONTROL, name, place, suspicious
from explainer.text.decoding import Decoded, decode_any
from explainer.text.encoding import NotText
from explainer.text.pattern import pattern

MAX_BYTES = 5_000_000
MAX_PAGE_BYTES = 60_000_000
"""Of a saved page with its images in it; without them it is held to `MAX_BYTES` too."""
MAX_NOTES = 50
_MOST_LINES = 5
TEXTS = (".txt", ".md", ".markdown")
PAGES = (".html", ".htm")
SUFFIXES = (*TEXTS, *PAGES)
WORD = ".docx"
ORIGINALS = (*PAGES, WORD)
"""Endings of files whose text is stored beside them."""


@dataclass(frozen=True, slots=True)
class Article:
    """The text of a source and what its reader should be warned of."""

    text: str
    sha256: str
    """Of the file's bytes."""
    meta: Mapping[str, str] = field(default_factory=dict)
    """What a Markdown file's front matter or an HTML page's head says: title, author, …"""
    notes: tuple[tuple[int, int, str], ...] = ()
    """Line and column in the file, and a warning: hidden text that was skipped, suspicious characters."""

    @property
    def note(self) -> tuple[int, int, str] | None:
        """Return all warnings as one, at the place of the first; None for none."""
        if not self.notes:
            return None
        (line, column, message), *others = self.notes
        lines = list(dict.fromkeys(str(other) for other, _, _ in others if other != line))
        if not lines:
            return line, column, message
        more = f" and {len(lines) - _MOST_LINES} others" if len(lines) > _MOST_LINES else ""
        noun = "line" if len(lines) == 1 else "lines"
        return line, column, f"{message}; look at {noun} {', '.join(lines[:_MOST_LINES])}{more}, too"


def read(data: bytes, suffix: str) -> Article:
    """Return the article that a file's bytes hold; `suffix` is one of SUFFIXES, in any case.

    Raises NotText, with line and column, for what cannot be read.
    """
    most = most_bytes(suffix)
    if len(data) > most:
        raise NotText(f"is larger than {most / 1e6:.0f} MB")
    reduced = _READERS[suffix.lower()](data)
    if not reduced.text.strip():
        raise NotText("holds no text that a reader would see")
    notes = list(reduced.notes)
    for offset, message in islice(suspicious(reduced.text), MAX_NOTES):
        notes.append((*place(reduced.text, offset), message))
    return Article(reduced.text, hashlib.sha256(data).hexdigest(), reduced.meta, tuple(notes[:MAX_NOTES]))


def most_bytes(suffix: str) -> int:
    """Return how large a file of that suffix may be."""
    return MAX_PAGE_BYTES if suffix.lower() in PAGES else MAX_BYTES


def text(data: bytes, suffix: str) -> str:
    """Return an article's text alone; raises NotText."""
    return read(data, suffix).text


def _without_controls(decoded: Decoded) -> Decoded:
    """Put a space for each control, so that every offset stays; the first is told."""
    text = _LONE_RETURN.sub("\n", decoded.text)
    found = ARTICLE_CONTROL.search(text)
    if not found:
        return Decoded(text, decoded.notes)
    message = f"control character {name(found[0])}, and every other, is read as a space"
    note = (*place(text, found.start()), message)
    return Decoded(ARTICLE_CONTROL.sub(" ", text), (*decoded.notes, note))


def _read_plain(data: bytes) -> Reduced:
    mark = "\ufeff" if data.startswith(b"\xef\xbb\xbf") else ""
    decoded = _without_controls(decode_any(data))
    return Reduced(mark + decoded.text, notes=decoded.notes)


def _read_markdown(data: bytes) -> Reduced:
    decoded = _without_controls(decode_any(data))
    reduced = markdown_text(decoded.text.replace("\r\n", "\n"))
    return replace(reduced, notes=(*decoded.notes, *reduced.notes))


def _read_html(data: bytes) -> Reduced:
    from explainer.articles.html_text import html_text  # its parser takes longer to load than a site to check

    return html_text(data)


_LONE_RETURN = pattern("\r(?!\n)")
_READERS: Mapping[str, Callable[[bytes], Reduced]] = {
    ".txt": _read_plain,
    ".md": _read_markdown,
    ".markdown": _read_markdown,
    ".html": _read_html,
    ".htm": _read_html,
}
