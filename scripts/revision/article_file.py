"""An article as it lies in content/sources/: a text, or an original and the text that was read of it."""

from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from atomic.files import Write
from explainer.articles import article
from explainer.articles.article import Article
from reading import read, said
from reading.metadata import Metadata


@dataclass(frozen=True, slots=True)
class Original:
    """A saved page or a Word file, as it came."""

    name: str
    """Its path below content/sources/, with `/`."""
    path: Path
    data: bytes

    @property
    def sha256(self) -> str:
        """Return the digest of its bytes."""
        return sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """An article: a text in content/sources/, or about to be stored there."""

    source: str
    name: str
    """Path of the text below content/sources/, with `/`."""
    path: Path
    data: bytes | None
    """The text's bytes; None where it is still to be read of its original."""
    original: Original | None = None
    stored: bytes | None = None
    """A text of an earlier state of the original, to be replaced."""

    @property
    def bytes_to_read(self) -> bytes:
        """Return what is to be read: the text, or the original where there is none."""
        return self.original.data if self.data is None and self.original else self.data or b""

    def read(self) -> tuple[Article, Metadata]:
        """Return the article and what it says of itself; raises NotText."""
        name, data = (
            (self.original.name, self.original.data) if self.original else (self.name, self.data or b"")
        )
        if self.data is not None:
            return article.read(self.data, self.path.suffix), said(data, name)
        reading = read(data, name)
        found = article.read(reading.text.encode(), self.path.suffix)
        return replace(found, notes=reading.notes), reading.metadata

    def write(self, found: Article) -> Write | None:
        """Return how a text that was just read is stored; None where it is stored already."""
        new = found.text.encode()
        return Write(self.path, self.stored, new) if self.data is None and new != self.stored else None
