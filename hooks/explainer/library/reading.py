"""A content folder -> a Library, or every fault in it."""

import os
from collections.abc import Iterable
from pathlib import Path

from explainer.contents.folder import read_all
from explainer.contents.kept import Kept
from explainer.errors import ContentError, Problem
from explainer.library.hosting import hosted
from explainer.library.library import Library
from explainer.library.visibility import visible
from explainer.rules import check
from explainer.rules.handwritten import unborne_pages


def read(
    folder: Path,
    *,
    pages: Iterable[Path] = (),
    others: Iterable[Problem] = (),
    show_proposed: bool = True,
    show_drafts: bool = False,
    kept: Kept | None = None,
) -> Library:
    """Return the checked library; raises ContentError with all faults of all files, hand-written pages too.

    `others` were found elsewhere, and are told with them.

    What must not be published is left out: withheld by a check, withdrawn, orphaned, drafts (which a preview
    shows), proposed records where the site hides them, and what rests on an article that cannot be read. What
    is `kept` from an earlier reading is not read and checked again.
    """
    contents = read_all(folder, kept)
    checked = check(contents, kept)
    if kept:
        kept.turn()
    problems = (*checked.problems, *unborne_pages(contents, pages), *others)
    if any(problem.severity == "error" for problem in problems):
        raise ContentError([*problems, *contents.set_aside])
    records = visible(
        contents.records,
        show_proposed=show_proposed,
        show_drafts=show_drafts,
        withheld={*checked.withheld, *contents.unfinished},
        unread=contents.faulty_texts,
    )
    site = hosted(contents.site, os.environ)
    return Library(
        site,
        records,
        contents.texts,
        checked.matches,
        checked.readings,
        problems,
        folder,
        contents.set_aside,
        contents.words,
    )


def as_it_stands(folder: Path) -> tuple[Library, frozenset[str]]:
    """Return what a reader would see of a folder that nobody checked, and what could not be read of it.

    For telling one state from another: an older one may break the rules of today. Its records then still
    tell what they said; only the files that are no records at all are named instead.
    """
    contents = read_all(folder)
    records = visible(
        contents.records, show_proposed=True, withheld=contents.unfinished, unread=contents.faulty_texts
    )
    return Library(
        contents.site, records, contents.texts, folder=folder, words=contents.words
    ), contents.broken
