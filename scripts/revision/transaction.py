"""Many files are written all or not at all, and never over what a writer saved meanwhile.

Each new text goes into a temporary file beside its target; once all are on disk a journal says so, and
they trade places with their targets, one after the other. What was displaced is looked at: had a writer
just saved, it is put back and the whole run undone. `recover` finishes what a crash left, at any instant.
"""

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from revision import base
from revision.exchange import exchange

JOURNAL = ".journal.json"
_TEMPORARY = ".new"
_ASIDE = ".old"


class Busy(Exception):
    """Raised when another extraction works on the same folder."""


class Saved(Exception):
    """Raised when a file was saved by somebody else between reading and writing; nothing is written."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} was saved by somebody else meanwhile")
        self.path = path


@dataclass(frozen=True, slots=True)
class Write:
    """One file to be written: `old` is what was read there, None for a new file."""

    path: Path
    old: bytes | None
    new: bytes

    @property
    def temporary(self) -> Path:
        """Return the file that holds the new text before the swap, and the old text after it."""
        return self.path.with_name(f".{self.path.name}{_TEMPORARY}")


@contextmanager
def locked(content: Path) -> Iterator[None]:
    """Hold the folder for one extraction at a time; raises Busy. The lock ends with the process."""
    descriptor = os.open(content, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise Busy(f"another extraction is at work in {content}; try again when it is done") from None
    finally:
        os.close(descriptor)


def commit(content: Path, writes: Sequence[Write]) -> None:
    """Write all files, in order, or none.

    Raises Saved if a writer saved one of them since it was read, OSError for what disk or rights refuse;
    in both cases every file is as it was before.
    """
    done: list[Write] = []
    try:
        for write in writes:
            _prepare(write)
        for write in writes:
            if _bytes(write.path) != write.old:
                raise Saved(write.path)
        _write_journal(content, writes)
        for write in writes:
            done.append(write)
            _put(write.temporary, write.path, expected=write.old)
        _sync_folders(writes)
    except (OSError, Saved):
        _undo(done)
        _clean(content, writes)
        raise
    _clean(content, writes)


def recover(content: Path) -> bool:
    """Finish or withdraw what a killed run left; say whether there was anything. Call with the lock held.

    A file that a writer saved since stays as it is; the bases then stay old too, which the merge knows how
    to read.
    """
    journal = content / base.FOLDER / JOURNAL
    entries = _read_journal(journal)
    untouched = True
    for aside in (path for folder in _folders(content) for path in folder.glob(f".*{_ASIDE}")):
        temporary = aside.with_suffix(_TEMPORARY)
        if temporary.exists():
            aside.unlink()
        else:
            aside.rename(temporary)
    for entry in entries:
        is_base = entry.path.parent.name == base.FOLDER
        if untouched or not is_base:
            untouched &= _finish(entry)
    left = [path for folder in _folders(content) for path in folder.glob(f".*{_TEMPORARY}")]
    for path in left:
        path.unlink(missing_ok=True)
    journal.unlink(missing_ok=True)
    return bool(entries or left)


@dataclass(frozen=True, slots=True)
class _Entry:
    path: Path
    old: str | None
    new: str


def _prepare(write: Write) -> None:
    write.path.parent.mkdir(parents=True, exist_ok=True)
    mode = write.path.stat().st_mode & 0o777 if write.old is not None and write.path.exists() else 0o666
    descriptor = os.open(write.temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(descriptor, "wb") as file:
        if write.old is not None:
            os.fchmod(file.fileno(), mode)
        file.write(write.new)
        file.flush()
        os.fsync(file.fileno())


def _put(temporary: Path, path: Path, *, expected: bytes | None) -> None:
    """Put the temporary file in place; raises Saved, with all as before, if `path` is not as expected."""
    if expected is None:
        _create(temporary, path)
        return
    if not _swap(temporary, path):
        raise Saved(path)
    if _bytes(temporary) != expected:
        _swap(temporary, path)
        raise Saved(path)


def _create(temporary: Path, path: Path) -> None:
    try:
        os.link(temporary, path)  # unlike a rename, never over a file that is there
    except FileExistsError:
        raise Saved(path) from None


def _swap(temporary: Path, path: Path) -> bool:
    """Let both trade places; returns False where `path` is gone."""
    try:
        if exchange(temporary, path):
            return True
        aside = temporary.with_suffix(_ASIDE)
        os.link(path, aside)
        os.replace(temporary, path)
        os.replace(aside, temporary)
    except FileNotFoundError:
        return False
    return True


def _undo(done: Sequence[Write]) -> None:
    for write in reversed(done):
        if _bytes(write.path) != write.new:
            continue
        if write.old is None:
            _withdraw(write)
        else:
            with suppress(Saved):
                _put(write.temporary, write.path, expected=write.new)


def _withdraw(write: Write) -> None:
    """Take a new file away again, unless a writer saved it in this very moment."""
    write.temporary.unlink(missing_ok=True)
    os.rename(write.path, write.temporary)
    if _bytes(write.temporary) != write.new:
        with suppress(FileExistsError):
            os.link(write.temporary, write.path)


def _clean(content: Path, writes: Sequence[Write]) -> None:
    (content / base.FOLDER / JOURNAL).unlink(missing_ok=True)
    for write in writes:
        with suppress(FileNotFoundError):
            write.temporary.unlink()


def _finish(entry: _Entry) -> bool:
    """Bring one file to its new state; returns False if a writer saved it since."""
    write = Write(entry.path, None, b"")
    current, waiting = _hash(entry.path), _hash(write.temporary)
    if current == entry.new:
        if waiting in (None, entry.old, entry.new):
            return True
        _swap(write.temporary, entry.path)
        return False
    if current != entry.old or waiting != entry.new:
        return False
    old = _bytes(entry.path)
    try:
        _put(write.temporary, entry.path, expected=old)
    except Saved:
        return False
    return True


def _write_journal(content: Path, writes: Sequence[Write]) -> None:
    journal = content / base.FOLDER / JOURNAL
    entries = [
        {
            "path": os.path.relpath(write.path, content),
            "old": None if write.old is None else hashlib.sha256(write.old).hexdigest(),
            "new": hashlib.sha256(write.new).hexdigest(),
        }
        for write in writes
    ]
    _sync_folders(writes)
    journal.parent.mkdir(parents=True, exist_ok=True)
    whole = Write(journal, None, json.dumps(entries).encode())
    _prepare(whole)
    os.replace(whole.temporary, journal)
    _sync(journal.parent)


def _read_journal(journal: Path) -> list[_Entry]:
    data = _bytes(journal)
    if data is None:
        return []
    content = journal.parent.parent
    return [_Entry(content / entry["path"], entry["old"], entry["new"]) for entry in json.loads(data)]


def _sync_folders(writes: Sequence[Write]) -> None:
    for folder in dict.fromkeys(write.path.parent for write in writes):
        _sync(folder)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _folders(content: Path) -> list[Path]:
    return [path for path in content.iterdir() if path.is_dir() and not path.is_symlink()]


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _hash(path: Path) -> str | None:
    data = _bytes(path)
    return None if data is None else hashlib.sha256(data).hexdigest()
