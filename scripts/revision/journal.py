"""What a run is about to swap in, on disk before it starts, and how the next run makes good a crash."""

import hashlib
import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints, TypeAdapter, ValidationError

from atomic.files import ASIDE, TEMPORARY, Saved, Write, prepare, put, read, swap, sync
from explainer.errors import ContentError, Problem
from merge.shape import SHAPES
from revision import base

NAME = ".journal.json"


_RECORD = rf"({'|'.join(SHAPES)})/{base.FILE_NAME}\.yml"
_BASE = rf"{re.escape(base.FOLDER)}/{base.FILE_NAME}\.json"
_TEXT = rf"sources/{base.FILE_PATH}\.(?:txt|md|markdown)"
_Digest = Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]


class Entry(BaseModel):
    """A file and the digests of its text before and after; `old` is None for a new file."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    path: Annotated[str, StringConstraints(pattern=f"^({_RECORD}|{_BASE}|{_TEXT})$")]
    """From the content folder; a journal is a file like any other, and may have come with a commit."""
    old: _Digest | None
    new: _Digest


_ENTRIES = TypeAdapter(list[Entry])


def write_journal(content: Path, writes: Sequence[Write]) -> None:
    """Say on disk what is about to happen."""
    entries = (
        Entry(
            path=each.path.relative_to(content).as_posix(),
            old=_digest(each.old),
            new=hashlib.sha256(each.new).hexdigest(),
        )
        for each in writes
    )
    journal = _place(content)
    lines = b",\n".join(entry.model_dump_json().encode() for entry in entries)
    whole = Write(journal, None, b"[" + lines + b"]\n")
    prepare(whole)
    os.replace(whole.temporary, journal)
    sync(journal.parent)


def remove_journal(content: Path) -> None:
    """Say that all is done, or undone."""
    _place(content).unlink(missing_ok=True)


def recover(content: Path) -> bool:
    """Finish what a killed run left; say whether there was anything. Call with the lock held.

    Raises ContentError, with all files as they were, for a journal that no run of ours wrote.

    A file that a writer saved since stays as it is; the bases then stay old too, which the merge knows how
    to read.
    """
    entries = _entries(content)
    paths = [content / entry.path for entry in entries]
    _tidy_asides(paths)
    untouched = True
    for path, entry in zip(paths, entries, strict=True):
        is_base = path.parent.name == base.FOLDER
        if untouched or not is_base:
            untouched &= _finish(path, entry)
    left = list(_temporaries(content))
    for path in left:
        path.unlink(missing_ok=True)
    remove_journal(content)
    return bool(entries or left)


def _finish(path: Path, entry: Entry) -> bool:
    """Bring one file to its new state; returns False if a writer saved it since."""
    temporary = Write(path, None, b"").temporary
    old = read(path)
    current, waiting = _digest(old), _digest(read(temporary))
    if current == entry.new:
        if waiting in (None, entry.old, entry.new):
            return True
        swap(temporary, path)  # killed after displacing what a writer had just saved
        return False
    if current != entry.old or waiting != entry.new:
        return False
    try:
        put(temporary, path, expected=old)
    except Saved:
        return False
    return True


def _tidy_asides(paths: Sequence[Path]) -> None:
    """Finish a swap that was cut short where the system cannot swap in one step."""
    for temporary in [Write(path, None, b"").temporary for path in paths]:
        aside = temporary.with_suffix(ASIDE)
        if temporary.exists():
            aside.unlink(missing_ok=True)
        elif aside.exists():
            aside.rename(temporary)


def _temporaries(content: Path) -> Iterator[Path]:
    """Yield every temporary file of a run in the folders that runs write to."""
    for folder in (content / name for name in (*SHAPES, base.FOLDER)):
        if folder.is_dir() and not folder.is_symlink():
            for suffix in (".yml", ".json"):
                yield from folder.glob(f".*{suffix}{TEMPORARY}")


def _entries(content: Path) -> list[Entry]:
    journal = _place(content)
    data = read(journal)
    if not data:
        return []
    try:
        return _ENTRIES.validate_json(data)
    except ValidationError:
        advice = "delete it, and what an unfinished run had left to write is found again"
        raise ContentError([Problem.at(journal, f"is not what extraction wrote; {advice}")]) from None


def _place(content: Path) -> Path:
    return content / base.FOLDER / NAME


def _digest(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()
