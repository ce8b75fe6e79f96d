"""A file as it came -> the text that was read of it, and what it says of itself. No file is written here.

pages          a saved web page: which of its blocks are the article
metadata       headline, authors, days, publisher, address, language
word           a Word file
pasted         plain text and Markdown
refusals       what cannot be read, and what to do about it
"""

from pathlib import PurePath

from explainer.articles.article import MAX_BYTES, PAGES
from explainer.text.encoding import NotText
from reading.pasted import read_pasted
from reading.reading import Reading
from reading.refusals import refuse

__all__ = ["Reading", "read"]


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
    if suffix == ".docx":
        from reading.word import read_word  # as above

        return read_word(data)
    return read_pasted(data, suffix)
