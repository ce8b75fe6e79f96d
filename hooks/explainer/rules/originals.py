"""The text that is kept of a page is the page's own: correcting it cannot become inventing."""

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from explainer.articles.article import most_bytes
from explainer.contents.folder import Contents
from explainer.contents.store import read_bytes
from explainer.errors import Problem
from explainer.places import as_typed
from explainer.records.model import Source
from explainer.text.characters import shown
from explainer.text.encoding import NotText


def invented_paragraphs(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for each paragraph of a source's text that its original does not show."""
    for loaded in contents.parts():
        source = loaded.record
        if not isinstance(source, Source) or source.original is None or source.id not in contents.articles:
            continue
        folder = contents.folder / Source.FOLDER
        original = folder / source.original
        if not os.path.lexists(original):
            advice = "put it back, or take `original` out"
            yield loaded.problem(("original",), f'there is no file "{source.original}"; {advice}')
            continue
        text = folder / (source.file or f"{source.id}.txt")
        try:
            stat = original.stat()
            article = contents.articles[source.id].text
            found = _not_shown(article, original, stat.st_mtime_ns, stat.st_size)
        except NotText as error:
            yield Problem.at(original, str(error), line=error.line, column=error.column)
            continue
        for line, words in found:
            yield Problem.at(text, _message(words, source.original), line=line)


@lru_cache(maxsize=4096)
def _not_shown(text: str, original: Path, changed: int, size: int) -> tuple[tuple[int, str], ...]:
    """Return what an original does not show; a preview asks again about files that did not change."""
    from explainer.articles.originals import paragraphs_not_shown, shown_text  # few texts have one

    data = read_bytes(original, most=most_bytes(original.suffix))
    return tuple(paragraphs_not_shown(text, shown_text(data, original.name)))


def _message(words: str, original: str) -> str:
    found = f'"{shown(words)}" is not in {original}, which this text was read from'
    advice = "take its own words, or leave them out; without this file, `make extract` reads the page anew"
    return f"{found}; {as_typed(advice)}"
