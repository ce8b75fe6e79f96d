"""A Word file -> its text: mammoth turns it into a page, and our own walk reads that as any other."""

import io
import zipfile
from xml.parsers.expat import ExpatError
from zlib import error as BrokenStream

import mammoth

from explainer.articles.html_text import blocks, text_of
from explainer.articles.html_tree import parse
from explainer.text.encoding import NotText
from reading.metadata import Metadata
from reading.reading import Reading

MAX_UNPACKED = 40_000_000
"""Bytes of all parts but the pictures; a small archive can unfold to anything."""

_BROKEN = (
    zipfile.BadZipFile, BrokenStream, ExpatError, KeyError, ValueError, IndexError, AttributeError,
    RecursionError,
)  # fmt: skip
"""What the library raises for files that are no Word files, or broken ones."""
_PICTURES = ("word/media/", "word/embeddings/", "word/fonts/")


def read_word(data: bytes) -> Reading:
    """Return the text of a Word file; its first line is its headline. Raises NotText for what is none."""
    text = word_text(data)
    headline = next(line for line in text.splitlines() if line)
    return Reading(text, Metadata(title=headline[:300]))


def word_text(data: bytes) -> str:
    """Return what a Word file shows: insertions as made, deletions as gone, no comments."""
    try:
        if _unpacked(data) <= MAX_UNPACKED:
            page = mammoth.convert_to_html(io.BytesIO(data), convert_image=_no_image).value
        else:
            page = None
    except _BROKEN:
        advice = "open it in Word and save it again as .docx"
        raise NotText(f"is no Word file, or a broken one: {advice}") from None
    if page is None:
        raise NotText(f"unpacks to more than {MAX_UNPACKED / 1e6:.0f} MB")
    shown = blocks(parse(b"<main>" + page.encode() + b"</main>").tree).blocks
    if not shown:
        raise NotText("holds no text that a reader would see")
    return text_of(shown)


def _unpacked(data: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return sum(part.file_size for part in archive.infolist() if not part.filename.startswith(_PICTURES))


def _no_image(image: object) -> list[object]:
    return []
