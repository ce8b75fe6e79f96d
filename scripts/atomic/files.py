"""One file is written so that no moment sees half of it, and never over what a writer just saved."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from atomic.exchange import exchange

TEMPORARY = ".new"
ASIDE = ".old"


class Saved(Exception):
    """Raised when a file was saved by somebody else between reading and writing."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} was saved by somebody else meanwhile")
        self.path = path


@dataclass(frozen=True, slots=True)
class Write:
    """One file to be written: `old` is what was read there, None for a new file."""

    path: Path
    old: bytes | None
    new: bytes

    def __reduce__(self) -> tuple[Callable[..., "Write"], tuple[str, bytes | None, bytes]]:
        """Return how to have it again: with a path in parts, as pathlib gives it, thousands take long."""
        return _write, (os.fspath(self.path), self.old, self.new)

    @property
    def temporary(self) -> Path:
        """Return the file that holds the new text before the swap, and the old text after it."""
        return self.path.with_name(f".{self.path.name}{TEMPORARY}")


def _write(path: str, old: bytes | None, new: bytes) -> Write:
    return Write(Path(path), old, new)


def prepare(write: Write, *, at_once: bool = True) -> None:
    """Write the new text beside its target, with its rights; on disk when this returns, if `at_once`."""
    write.path.parent.mkdir(parents=True, exist_ok=True)
    exists = write.old is not None and write.path.exists()
    mode = write.path.stat().st_mode & 0o777 if exists else 0o666
    descriptor = os.open(write.temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, mode)
    try:
        if exists:
            os.fchmod(descriptor, mode)
        rest = memoryview(write.new)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        if at_once:
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def put(temporary: Path, path: Path, *, expected: bytes | None) -> None:
    """Put the temporary file in place; raises Saved, with all as before, if `path` is not as expected.

    What was displaced is then in the temporary file. A new file is linked to it instead.
    """
    if expected is None:
        _create(temporary, path)
        return
    if not swap(temporary, path):
        raise Saved(path)
    if read(temporary) != expected:
        swap(temporary, path)
        raise Saved(path)


def withdraw(write: Write) -> None:
    """Take a new file away again, unless a writer saved it in this very moment."""
    write.temporary.unlink(missing_ok=True)
    os.rename(write.path, write.temporary)
    if read(write.temporary) != write.new:
        _create(write.temporary, write.path)


def swap(temporary: Path, path: Path) -> bool:
    """Let both trade places; returns False where `path` is gone."""
    try:
        if exchange(temporary, path):
            return True
        aside = temporary.with_suffix(ASIDE)
        os.link(path, aside)
        os.replace(temporary, path)
        os.replace(aside, temporary)
    except FileNotFoundError:
        return False
    return True


def sync(folder: Path) -> None:
    """Have a folder's names on disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def read(path: Path) -> bytes | None:
    """Return a file's bytes, None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _create(temporary: Path, path: Path) -> None:
    try:
        os.link(temporary, path)  # unlike a rename, never over a file that is there
    except FileExistsError:
        raise Saved(path) from None
