"""Whether what was made still fits what it was made of, told as git's index does: by names, sizes and times.

A file that something is made of counts as the same while its path, size, inode and both its times are: no
save, move or restored backup leaves all of these as they were. One that was made need only be as it was
written, by size and time of change.
"""

import hashlib
import json
import os
from array import array
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from pathlib import Path

from atomic.walk import files_in

_PASSED_OVER = frozenset(("__pycache__",))


State = tuple[int, int, int, int]
"""Size, inode and both times of a file."""


def states(paths: Iterable[Path]) -> dict[str, State]:
    """Return path -> state of all files at or below `paths`, in no order; links are not followed."""
    return {path: state for each in paths for path, state in _states(each)}


def digest(found: Mapping[str, State], *settings: str) -> str:
    """Return a digest of the states of some files and of whatever else a result depends on."""
    return hashlib.sha256(json.dumps(settings).encode() + _told(found)).hexdigest()


def stamp(paths: Iterable[Path], *settings: str) -> str:
    """Return `digest` of all files at or below `paths`."""
    return digest(states(paths), *settings)


def is_fresh(note: Path, *, inputs: str, made: Path) -> bool:
    """Say whether `note` says that what stands at `made` was made of just these inputs."""
    try:
        told = note.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    if not told.startswith(f"{inputs} "):
        return False
    return told == _note(inputs, dict(files_in(made)))


def remember(note: Path, *, inputs: str, made: Mapping[str, tuple[int, int]]) -> None:
    """Write down that these files were made of these inputs; where that cannot be kept, nothing is lost.

    `made` gives each file's size and time of change.
    """
    with suppress(OSError):
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(_note(inputs, made), encoding="utf-8")


def _note(inputs: str, made: Mapping[str, tuple[int, int]]) -> str:
    return f"{inputs} {hashlib.sha256(_told(made)).hexdigest()}\n"


def _told(files: Mapping[str, tuple[int, ...]]) -> bytes:
    """Return files and as many numbers of each, the same in whatever order they come."""
    names = sorted(files)
    numbers = [*chain.from_iterable(map(files.__getitem__, names))]
    try:
        told = array("q", numbers).tobytes()  # a quarter of the time that their digits take
    except OverflowError:  # some systems number files up to 2**64
        told = repr(numbers).encode()
    return os.fsencode("\0".join([*names, "", ""])) + told


def _states(path: Path) -> Iterator[tuple[str, State]]:
    if not path.is_dir():
        if path.exists():
            yield os.fspath(path), _state(os.lstat(path))
        return
    folders = [os.fspath(path)]
    while folders:
        for entry in _entries(folders.pop()):
            if not entry.is_dir():
                yield entry.path, _state(entry.stat(follow_symlinks=False))
            elif entry.name not in _PASSED_OVER and not entry.is_symlink():
                folders.append(entry.path)


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """Return what lies in a folder; nothing where nobody may look into it."""
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _state(status: os.stat_result) -> State:
    return status.st_size, status.st_ino, status.st_mtime_ns, status.st_ctime_ns
