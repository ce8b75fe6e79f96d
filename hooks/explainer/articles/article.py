"""A source file's bytes -> its text: what offsets point into and what quotations are checked against.

A .txt is its decoded self, unchanged. Markdown and HTML are reduced to the text a reader sees. Articles
are untrusted: strict encodings, no controls, limits before parsing, hidden text left out and reported.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import islice

from explainer.articles.markdown_text import markdown_text
from explainer.articles.reduced import Reduced
from explainer.text.characters import CONTROL, name, place, suspicious
from explainer.text.encoding import NotText, decode

MAX_BYTES = 5_000_000
MAX_NOTES = 50
SUFFIXES = (".txt", ".md", ".html")


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


def read(data: bytes, suffix: str) -> Article:
    """Return the article that a file's bytes hold; `suffix` is .txt, .md or .html.

    Raises NotText, with line and column, for what cannot be read without guessing.
    """
    if len(data) > MAX_BYTES:
        raise NotText(f"is larger than {MAX_BYTES / 1e6:.0f} MB")
    reduced = _READERS[suffix](data)
    if not reduced.text.strip():
        raise NotText("holds no text that a reader would see")
    notes = list(reduced.notes)
    for offset, message in islice(suspicious(reduced.text), MAX_NOTES):
        notes.append((*place(reduced.text, offset), message))
    return Article(reduced.text, hashlib.sha256(data).hexdigest(), reduced.meta, tuple(notes[:MAX_NOTES]))


def text(data: bytes, suffix: str) -> str:
    """Return an article's text alone; raises NotText."""
    return read(data, suffix).text


def _without_controls(decoded: str) -> str:
    found = CONTROL.search(decoded)
    if found:
        line, column = place(decoded, found.start())
        raise NotText(f"control character {name(found[0])} is not allowed; remove it", line, column)
    return decoded


def _read_plain(data: bytes) -> Reduced:
    mark = "\ufeff" if data.startswith(b"\xef\xbb\xbf") else ""
    return Reduced(mark + _without_controls(decode(data)))


def _read_markdown(data: bytes) -> Reduced:
    return markdown_text(_without_controls(decode(data)).replace("\r\n", "\n"))


def _read_html(data: bytes) -> Reduced:
    from explainer.articles.html_text import html_text  # its parser takes longer to load than a site to check

    reduced = html_text(data)
    _without_controls(reduced.text)
    return reduced


_READERS: Mapping[str, Callable[[bytes], Reduced]] = {
    ".txt": _read_plain,
    ".md": _read_markdown,
    ".html": _read_html,
}
