"""Articles through extraction, on all cores where there are many."""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TypeAlias

from extraction import extract as extract_article
from extraction.candidates import Extraction
from extraction.topics import CATALOGUE, Catalogue, Topic
from merge.values import Record

Extract: TypeAlias = Callable[[str, Catalogue], Extraction]

FEW = 16
"""Up to so many articles, starting more processes takes longer than the work."""


def topics(issues: Mapping[str, Record]) -> Catalogue:
    """Return the built-in topics, extended by the terms of the project's issues, and those of its own."""
    known = {topic.id: topic for topic in CATALOGUE}
    for id_, issue in issues.items():
        match = issue.get("match", {})
        include, exclude = (_words(match, name) for name in ("include", "exclude"))
        if id_ in known:
            known[id_] = known[id_].extended(include, exclude)
        else:
            known[id_] = Topic.defined(id_, str(issue.get("title", id_)), include=include, exclude=exclude)
    return Catalogue(known.values())


def extract(text: str, topics: Catalogue) -> Extraction:
    """Return what one article holds."""
    return extract_article(text, topics=topics)


def extract_all(
    texts: Sequence[str], topics: Catalogue, *, jobs: int | None = None, extract: Extract = extract
) -> Iterator[Extraction]:
    """Yield the extraction of each text, in order, on `jobs` processes (default: all cores)."""
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1 or len(texts) <= FEW:
        yield from (extract(text, topics) for text in texts)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(extract, texts, [topics] * len(texts), chunksize=8)


def fingerprint(topics: Catalogue, issues: Iterable[str]) -> str:
    """Return what stands for extractor, topics and issues: with all three unchanged, so are the results."""
    digest = hashlib.sha256()
    for name, data in sorted(_files(resources.files("extraction"))):
        digest.update(name.encode() + b"\0" + data)
    digest.update(json.dumps([[repr(topic) for topic in topics], sorted(issues)]).encode())
    return digest.hexdigest()[:16]


def sha256(data: bytes) -> str:
    """Return the digest of an article's bytes, as its source record holds it."""
    return hashlib.sha256(data).hexdigest()


def _files(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _files(entry, f"{prefix}{entry.name}/")
        elif entry.is_file():
            yield prefix + entry.name, entry.read_bytes()


def _words(match: object, name: str) -> tuple[str, ...]:
    terms = match.get(name, ()) if isinstance(match, dict) else ()
    return tuple(term for term in terms if isinstance(term, str)) if isinstance(terms, list) else ()
