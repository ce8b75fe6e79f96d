"""A file as it came -> the text that is read of it, and what it says of itself. No file is written here.

`pages` says which blocks of a saved web page are its article, `metadata` what the page says of itself, and
`pasted` what the head of plain text or Markdown says.
"""

from pathlib import PurePath

from explainer.articles.article import MAX_BYTES, PAGES, WORD
from explainer.articles.originals import word_text
from explainer.articles.refusals import refuse
from explainer.text.encoding import NotText
from reading.metadata import Metadata
from reading.pasted import read_pasted
from reading.reading import Reading

__all__ = ["Reading", "read", "said"]


def read(data: bytes, name: str) -> Reading:
    """Return what a file holds, told by its name's ending; raises NotText, in plain words, if nothing.

    The text of a plain text or Markdown file is the one offsets point into, unchanged.
    """
    suffix = PurePath(name).suffix.lower()
    refuse(data, suffix)
    if suffix in PAGES:
        from reading.pages import read_page  # its library takes longer to load than a build without pages

        return read_page(data)
    if len(data) > MAX_BYTES:
        raise NotText(f"is larger than {MAX_BYTES / 1e6:.0f} MB")
    return read_word(data) if suffix == WORD else read_pasted(data, suffix)


def said(data: bytes, name: str) -> Metadata:
    """Return what a file says of itself; raises NotText as `read` does."""
    if PurePath(name).suffix.lower() in PAGES:
        from explainer.articles.html_tree import parse, saved_from
        from reading.page_metadata import page_metadata  # as above

        return page_metadata(parse(data).tree, address=saved_from(data))
    return read(data, name).metadata


def read_word(data: bytes) -> Reading:
    """Return the text of a Word file; its first line is its headline. Raises NotText for what is none."""
    text = word_text(data)
    return Reading(text, Metadata(title=text.lstrip().split("\n", 1)[0][:300]))
