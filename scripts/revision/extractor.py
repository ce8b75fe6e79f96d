"""Articles through extraction, on all cores where there are many."""

import ast
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TypeAlias

from extraction import extract as extract_article
from extraction.candidates import Extraction
from extraction.topics import CATALOGUE, Catalogue, Topic
from merge.values import Record
from revision.parallel import Workers

Extract: TypeAlias = Callable[[str, Catalogue, str | None], Extraction]

FEW = 200
"""Up to so many articles, starting more processes takes longer than the work."""


def topics(issues: Mapping[str, Record]) -> Catalogue:
    """Return the built-in topics, extended by the terms of the project's issues, and those of its own."""
    known = {topic.id: topic for topic in CATALOGUE}
    for id_, issue in issues.items():
        match = issue.get("match", {})
        include, exclude = (_words(match, name) for name in ("include", "exclude"))
        if id_ not in known:
            title = str(issue.get("title", id_))
            known[id_] = Topic.defined(id_, title, include=include, exclude=exclude)
        elif include or exclude:
            known[id_] = known[id_].extended(include, exclude)
    chosen = tuple(known.values())
    return CATALOGUE if chosen == CATALOGUE.topics else Catalogue(chosen)


def extract(text: str, topics: Catalogue, language: str | None = None) -> Extraction:
    """Return what one article holds; `language` is what its source says of itself."""
    return extract_article(text, topics=topics, language=language)


def extract_all(texts: Sequence[str], topics: Catalogue, *, workers: Workers) -> Iterator[Extraction]:
    """Yield the extraction of each text, in order."""
    return workers.in_order(partial(extract, topics=topics), texts, is_much=len(texts) > FEW)


def fingerprint(issues: Mapping[str, Record]) -> str:
    """Return what stands for extractor and issues: with both unchanged, so are the results."""
    digest = hashlib.sha256(_extractor())
    terms = {id_: (issue.get("match"), issue.get("title")) for id_, issue in issues.items()}
    known = {topic.id for topic in CATALOGUE}
    told = [(id_, match, None if id_ in known else title) for id_, (match, title) in sorted(terms.items())]
    digest.update(json.dumps(told).encode())
    return digest.hexdigest()[:16]


def sha256(data: bytes) -> str:
    """Return the digest of an article's bytes, as its source record holds it."""
    return hashlib.sha256(data).hexdigest()


@cache
def _extractor() -> bytes:
    """Return a digest of extraction's own code and words."""
    return digest_of(resources.files("extraction"))


def digest_of(folder: Traversable) -> bytes:
    """Return a digest of a package's code and words that no move or renaming of its files changes.

    Names are left out, and so are import statements, which tell where code lies and not what it does.
    """
    parts = sorted(hashlib.sha256(data).digest() for data in _files(folder))
    return hashlib.sha256(b"".join(parts)).digest()


def _files(folder: Traversable) -> Iterator[bytes]:
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _files(entry)
        elif entry.name.endswith(".py"):
            yield _without_imports(entry.read_bytes())
        elif entry.is_file():
            yield entry.read_bytes()


def _without_imports(code: bytes) -> bytes:
    lines = code.splitlines(keepends=True)
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            for number in range(node.lineno - 1, node.end_lineno or node.lineno):
                lines[number] = b""
    return b"".join(lines)


def _words(match: object, name: str) -> tuple[str, ...]:
    terms = match.get(name, ()) if isinstance(match, dict) else ()
    return tuple(term for term in terms if isinstance(term, str)) if isinstance(terms, list) else ()
