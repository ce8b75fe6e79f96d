"""Articles read and extracted, on all cores where there are many; a killed run is taken up where it was."""

import hashlib
from collections.abc import Iterator, Sequence
from functools import partial
from importlib import resources

from explainer.errors import Problem
from explainer.text.encoding import NotText
from extraction.topics import Catalogue
from revision.article_file import ArticleFile
from revision.checkpoint import EVERY, Checkpoint, Done
from revision.extractor import Extract, digest_of
from revision.parallel import Workers
from revision.shares import Fresh, of_the_story
from revision.spool import Spooled
from revision.transaction import Progress
from revision.weighing import weigh

MUCH = 2_000_000
"""Bytes of articles: a second or two of work."""


def work_through(
    files: Sequence[ArticleFile],
    topics: Catalogue,
    *,
    made_by: str,
    extract: Extract,
    workers: Workers,
    checkpoint: Checkpoint | None = None,
    progress: Progress | None = None,
) -> Iterator[Fresh | Problem]:
    """Yield, in order, what was found in each article, or why it cannot be read."""
    if len(files) <= EVERY:
        checkpoint = None
    keys = _keys(files, made_by) if checkpoint else [""] * len(files)
    known = checkpoint.done() if checkpoint else {}
    to_do = Spooled[ArticleFile]()
    to_do.extend(file for file, key in zip(files, keys, strict=True) if key not in known)
    is_much = sum(len(file.bytes_to_read) for file in to_do) > MUCH
    results = workers.in_order(partial(_made, topics=topics, extract=extract), to_do, is_much=is_much)
    for number, (file, key) in enumerate(zip(files, keys, strict=True), start=1):
        made = known[key] if key in known else next(results)
        if isinstance(made, Done):
            if checkpoint and key not in known:
                checkpoint.add(key, made)
            story = of_the_story(made.extraction, made.said.authors)
            yield Fresh(file, made.article, story, made.weighed, made.said)
        else:
            yield made
        if progress:
            progress("Articles", number, len(files))


def _made(file: ArticleFile, *, topics: Catalogue, extract: Extract) -> Done | Problem:
    try:
        article, said = file.read()
    except NotText as error:
        path = file.original.path if file.original else file.path
        return Problem.at(path, str(error), line=error.line, column=error.column)
    found = extract(article.text, topics, said.language)
    return Done(article, said, found, weigh(found, article.text, source=file.source))


def _keys(files: Sequence[ArticleFile], made_by: str) -> list[str]:
    """Return what stands for each article's bytes and for the code and topics that are put to them."""
    code = hashlib.sha256(made_by.encode())
    for package in ("explainer", "reading", "merge", "revision"):
        code.update(digest_of(resources.files(package)))
    keys = []
    for file in files:
        digest = code.copy()
        digest.update(f"{file.source}\0{file.path.suffix}\0".encode() + file.bytes_to_read)
        if file.original:
            digest.update(file.original.name.encode() + b"\0" + file.original.data)
        keys.append(digest.hexdigest())
    return keys
