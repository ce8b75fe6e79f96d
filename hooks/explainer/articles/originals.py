"""What an original shows, a saved page or a Word file: a text read from it must be found in that."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePath
from xml.parsers.expat import ExpatError
from zlib import error as BrokenStream

from explainer.articles import article
from explainer.text.characters import without_invisible
from explainer.text.encoding import NotText

MAX_UNPACKED = 40_000_000
"""Bytes of all parts of a Word file but its pictures; a small archive can unfold to anything."""

_PICTURES = ("word/media/", "word/embeddings/", "word/fonts/")
_BROKEN = (
    zipfile.BadZipFile, BrokenStream, ExpatError, KeyError, ValueError, IndexError, AttributeError,
    RecursionError,
)  # fmt: skip
"""What the library raises for files that are no Word files, or broken ones."""


def shown_text(data: bytes, name: str) -> str:
    """Return all that an original shows; raises NotText."""
    return word_text(data) if PurePath(name).suffix.lower() == article.WORD else article.text(data, ".html")


def paragraphs_not_shown(text: str, shown: str) -> Iterator[tuple[int, str]]:
    """Yield line and words of each paragraph that an original does not show, white space apart."""
    whole = f" {_words(shown)} "
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        words = _words(line)
        if words and f" {words} " not in whole:
            yield number, words


def word_text(data: bytes) -> str:
    """Return what a Word file shows: insertions as made, deletions as gone, no comments. Raises NotText."""
    from explainer.articles.html_text import html_text

    page = _word_page(data)
    if page is None:
        raise NotText(f"unpacks to more than {MAX_UNPACKED / 1e6:.0f} MB")
    return html_text(b"<main>" + page.encode() + b"</main>").text


def _word_page(data: bytes) -> str | None:
    """Return a Word file as HTML, None where it is too large."""
    import mammoth  # takes longer to load than a site without Word files to check

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [part for part in archive.infolist() if not part.filename.startswith(_PICTURES)]
        if sum(part.file_size for part in parts) > MAX_UNPACKED:
            return None
        return str(mammoth.convert_to_html(io.BytesIO(data), convert_image=_no_image).value)
    except _BROKEN:
        advice = "open it in Word and save it again as .docx"
        raise NotText(f"is no Word file, or a broken one: {advice}") from None


def _no_image(image: object) -> list[object]:
    return []


def _words(text: str) -> str:
    return " ".join(without_invisible(text).split())
