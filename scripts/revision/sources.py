"""What lies in content/sources/: articles under their sources' ids, each with its text.

A plain text or Markdown file is its own text. Of a saved page or a Word file, the original, the text that was
read is stored beside it: what quotations are anchored in, and what a writer may correct. It is read once; an
original that changed is read anew only where nobody corrected its text. Deleting the text has it read anew.
"""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path, PurePath

from explainer.articles import article
from explainer.articles.article import ORIGINALS, TEXTS
from explainer.articles.refusals import is_known_refusal, refusal
from explainer.contents.store import read_bytes
from explainer.errors import Problem
from explainer.text import characters
from explainer.text.encoding import NotText
from merge.values import Record
from reading import said
from reading.metadata import Metadata
from revision.article_file import ArticleFile, Original
from revision.base import Base
from revision.ids import is_sayable, source_id, unique
from revision.spool import Shelved


@dataclass(slots=True)
class Found:
    """What was found, and what could not be read."""

    articles: Shelved[ArticleFile] = field(default_factory=Shelved)
    """By source id, in order."""
    set_aside: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    """Sources whose article could not be read: what was extracted from them stays as it is."""


def find_articles(
    folder: Path, *, records: Mapping[str, Record], bases: Mapping[str, Base], taken: set[str]
) -> Found:
    """Return the articles of content/sources/; `taken` are ids that no new one may have."""
    search = _Search(folder, records, bases, set(taken))
    files = dict(_files(folder))
    originals = {name: path for name, path in files.items() if path.suffix.lower() in ORIGINALS}
    texts = {name: path for name, path in files.items() if path.suffix.lower() in TEXTS}
    stored = {search.text_of(source) for name in originals if (source := search.owner(name))}
    search.here = set(files)
    for name, path in texts.items():
        if name not in stored:
            search.add_text(name, path)
    for name, path in originals.items():
        search.add_original(name, path)
    for path in files.values():
        if is_known_refusal(path.suffix):
            search.found.set_aside.append(Problem.at(path, refusal(path.suffix)))
    search.found.articles.sort()
    return search.found


def _files(folder: Path, below: str = "") -> Iterator[tuple[str, Path]]:
    """Yield name and path of each file, those in subfolders too, but for the parts that browsers save."""
    if not folder.is_dir():
        return
    entries = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    pages = [entry.stem for entry in entries if entry.suffix.lower() in article.PAGES]
    for entry in entries:
        is_of_a_page = any(entry.name.startswith((f"{page}_", f"{page}-", f"{page}.")) for page in pages)
        if entry.is_dir() and not entry.is_symlink() and not is_of_a_page:
            yield from _files(entry, f"{below}{entry.name}/")
        elif not entry.is_dir():
            yield below + entry.name, entry


class _Taken:
    """Ids that a new source may not have: those of sources, and names of others' texts."""

    def __init__(self, ids: Container[str], texts: Container[str], own: str) -> None:
        self._ids, self._texts, self._own = ids, texts, own

    def __contains__(self, id_: object) -> bool:
        return id_ in self._ids or (id_ != self._own and id_ in self._texts)


class _Search:
    """Files on their way to their sources."""

    def __init__(
        self, folder: Path, records: Mapping[str, Record], bases: Mapping[str, Base], taken: set[str]
    ) -> None:
        self.folder, self.records, self.bases, self.taken = folder, records, bases, taken
        self.found = Found()
        self.here: set[str] = set()
        self.by_file = {base.file: source for source, base in bases.items()}
        self.by_file |= {str(record["file"]): id_ for id_, record in records.items() if record.get("file")}
        self.by_original = {base.original: source for source, base in bases.items() if base.original}
        self.by_original |= {
            str(record["original"]): id_ for id_, record in records.items() if record.get("original")
        }

    def owner(self, name: str) -> str | None:
        """Return the source whose original a file is, or whose text it was before texts were stored."""
        return self.by_original.get(name) or self.by_file.get(name)

    def text_of(self, source: str) -> str:
        """Return the name of the text that an original's source has, or will have."""
        base = self.bases.get(source)
        names = (str(self.records.get(source, {}).get("file", "")), base.file if base else "")
        known = (name for name in names if name.lower().endswith(TEXTS))
        return next(known, f"{source}.txt")

    def add_text(self, name: str, path: Path) -> None:
        """Take a text that is no original's."""
        if (data := self.bytes_of(name, path)) is not None:
            source = self.source(name, path, data, self.by_file.get(name))
            self.found.articles.put(source, ArticleFile(source, name, path, data))

    def add_original(self, name: str, path: Path) -> None:
        """Take an original with the text stored of it, or read it where that is called for."""
        if (data := self.bytes_of(name, path)) is None:
            return
        original = Original(name, path, data)
        source = self.source(name, path, data, self.owner(name))
        text = self.text_of(source)
        place, base = self.folder / text, self.bases.get(source)
        try:
            stored = read_bytes(place, most=article.MAX_BYTES) if text in self.here else None
        except NotText as error:
            self.set_aside(name, path, error)
            return
        is_outdated = base is not None and stored is not None and _is_outdated(base, original, stored)
        now = None if is_outdated else stored
        self.found.articles.put(source, ArticleFile(source, text, place, now, original, stored))

    def source(self, name: str, path: Path, data: bytes, known: str | None) -> str:
        """Return the source of a file: one that names it, had its bytes or has its stem; else a new one."""
        source = known or self.moved.get(sha256(data).hexdigest())
        beside = self.records.get(path.stem)
        if source is None and beside and "file" not in beside and "/" not in name:
            source = path.stem
        if source is None or source in self.found.articles:
            own = path.stem if path.suffix.lower() in TEXTS else ""
            source = unique(source_id(path.stem, _said(name, data)), _Taken(self.taken, self.texts, own))
        self.taken.add(source)
        return source

    @cached_property
    def texts(self) -> set[str]:
        """Return the ids whose text another article has already."""
        return {name.removesuffix(".txt") for name in self.here if name.endswith(".txt")}

    @cached_property
    def moved(self) -> dict[str, str]:
        """Return digest -> source of files that are gone: the same bytes elsewhere are the same."""
        gone = {base.sha256: id_ for id_, base in self.bases.items() if base.file not in self.here}
        gone |= {
            base.original_sha256: id_ for id_, base in self.bases.items() if base.original not in self.here
        }
        return {digest: id_ for digest, id_ in gone.items() if digest}

    def bytes_of(self, name: str, path: Path) -> bytes | None:
        """Return a file's bytes, None where they cannot be had."""
        try:
            if found := characters.CONTROL_OR_BIDI.search(name):
                raise NotText(f"{characters.name(found[0])} is not allowed in a file's name; rename it")
            return read_bytes(path, most=article.most_bytes(path.suffix))
        except NotText as error:
            self.set_aside(name, path, error)
            return None

    def set_aside(self, name: str, path: Path, error: NotText) -> None:
        """Note that a file cannot be read, and why."""
        self.found.set_aside.append(Problem.at(path, str(error), line=error.line, column=error.column))
        if known := self.owner(name):
            self.found.unread.add(known)


def _said(name: str, data: bytes) -> Metadata:
    """Return what a new article says of itself, where its file's name says nothing."""
    try:
        return Metadata() if is_sayable(PurePath(name).stem) else said(data, name)
    except NotText:
        return Metadata()


def _is_outdated(base: Base, original: Original, stored: bytes) -> bool:
    """Say whether an original changed since its text was read, and nobody corrected the text."""
    is_untouched = base.read_sha256 == sha256(stored).hexdigest()
    return is_untouched and base.original_sha256 != original.sha256
