"""The texts of the sources: each in a file beside its record, or in the one that the record names."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from explainer.articles import article
from explainer.articles.article import Article
from explainer.contents.kept import Kept
from explainer.contents.store import Loaded
from explainer.errors import Problem
from explainer.records.model import AnyRecord, Source
from explainer.text.encoding import NotText


def articles_of(
    sources: Mapping[str, AnyRecord],
    folder: Path,
    files: Mapping[str, Loaded[Any]],
    kept: Kept,
    problems: list[Problem],
    set_aside: list[Problem],
) -> tuple[dict[str, Article], frozenset[str]]:
    """Return source id -> its text, and the sources whose text cannot be read.

    Faults and warnings go to `problems`; why a text cannot be read, to `set_aside`.
    """
    found: dict[str, Article] = {}
    faulty = set()
    for record in sources.values():
        assert isinstance(record, Source)
        path = _text_file(folder, record, files[record.ref], problems)
        if path is None:
            if record.file:
                faulty.add(record.id)
            continue
        try:
            found[record.id] = kept.article(str(path))
        except NotText as error:
            set_aside.append(Problem.at(path, str(error), line=error.line, column=error.column))
            faulty.add(record.id)
            continue
        if note := found[record.id].note:
            line, column, message = note
            problems.append(Problem.at(path, message, line=line, column=column, severity="warning"))
    return found, frozenset(faulty)


def _text_file(folder: Path, source: Source, loaded: Loaded[Source], problems: list[Problem]) -> Path | None:
    """Return the file of a source's text, or None where it has none."""
    if source.file is not None:
        path = folder / source.file
        if not os.path.lexists(path):
            message = f'there is no file "{source.file}" beside this record'
            advice = "put it back, or take `file` and `sha256` out"
            problems.append(loaded.problem(("file",), f"{message}; {advice}"))
            return None
        if _is_behind_link(path, folder):
            problems.append(loaded.problem(("file",), "lies in a folder that is a symbolic link"))
            return None
        return path
    paths = [folder / f"{source.id}{suffix}" for suffix in article.SUFFIXES]
    paths = [path for path in paths if os.path.lexists(path) and path.name != source.original]
    if len(paths) > 1:
        names = " and ".join(path.name for path in paths)
        problems.append(loaded.problem((), f"has two texts, {names}; keep one, or name it in `file`"))
    return paths[0] if paths else None


def _is_behind_link(path: Path, folder: Path) -> bool:
    """Say whether a folder on the way to a file is a link, the outermost included."""
    for each in path.parents:
        if os.path.islink(each):
            return True
        if each == folder:
            break
    return False
