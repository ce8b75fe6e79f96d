"""What a run is about to swap in, on disk before it starts, and how the next run makes good a crash."""

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from atomic.files import ASIDE, TEMPORARY, Saved, Write, prepare, put, read, swap, sync
from revision import base

NAME = ".journal.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file and the digests of its text before and after; `old` is None for a new file."""

    path: Path
    old: str | None
    new: str


def write_journal(content: Path, writes: Sequence[Write]) -> None:
    """Say on disk what is about to happen."""
    entries = [
        {"path": os.path.relpath(each.path, content), "old": _digest(each.old), "new": _digest(each.new)}
        for each in writes
    ]
    journal = _place(content)
    whole = Write(journal, None, json.dumps(entries).encode())
    prepare(whole)
    os.replace(whole.temporary, journal)
    sync(journal.parent)


def remove_journal(content: Path) -> None:
    """Say that all is done, or undone."""
    _place(content).unlink(missing_ok=True)


def recover(content: Path) -> bool:
    """Finish what a killed run left; say whether there was anything. Call with the lock held.

    A file that a writer saved since stays as it is; the bases then stay old too, which the merge knows how
    to read.
    """
    _tidy_asides(content)
    entries = _entries(content)
    untouched = True
    for entry in entries:
        is_base = entry.path.parent.name == base.FOLDER
        if untouched or not is_base:
            untouched &= _finish(entry)
    left = [path for folder in _folders(content) for path in folder.glob(f".*{TEMPORARY}")]
    for path in left:
        path.unlink(missing_ok=True)
    remove_journal(content)
    return bool(entries or left)


def _finish(entry: Entry) -> bool:
    """Bring one file to its new state; returns False if a writer saved it since."""
    temporary = Write(entry.path, None, b"").temporary
    old = read(entry.path)
    current, waiting = _digest(old), _digest(read(temporary))
    if current == entry.new:
        if waiting in (None, entry.old, entry.new):
            return True
        swap(temporary, entry.path)  # killed after displacing what a writer had just saved
        return False
    if current != entry.old or waiting != entry.new:
        return False
    try:
        put(temporary, entry.path, expected=old)
    except Saved:
        return False
    return True


def _tidy_asides(content: Path) -> None:
    """Finish a swap that was cut short where the system cannot swap in one step."""
    for aside in [path for folder in _folders(content) for path in folder.glob(f".*{ASIDE}")]:
        temporary = aside.with_suffix(TEMPORARY)
        if temporary.exists():
            aside.unlink()
        else:
            aside.rename(temporary)


def _entries(content: Path) -> list[Entry]:
    data = read(_place(content))
    entries = json.loads(data) if data else []
    return [Entry(content / entry["path"], entry["old"], entry["new"]) for entry in entries]


def _place(content: Path) -> Path:
    return content / base.FOLDER / NAME


def _folders(content: Path) -> list[Path]:
    return [path for path in content.iterdir() if path.is_dir() and not path.is_symlink()]


def _digest(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()
