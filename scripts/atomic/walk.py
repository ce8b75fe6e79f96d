"""The files of a folder: each as it was written, by size and time of change."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

Status = tuple[int, int]
"""Size and time of change of a file; see `NO_FILE`."""
NO_FILE: Status = (-1, 0)
"""Of a folder, or what else is no file."""
LINK: Status = (-2, 0)
NAME = ".explainer"
"""What the file is called that marks a folder as ours: see `atomic.marker`."""
OWN = (NAME, f"{NAME}.new", f"{NAME}.begun")
"""Our own files in a folder, which are none of what it holds."""
_SECOND = 1_000_000_000


def files_in(folder: Path, within: str = "") -> Iterator[tuple[str, Status]]:
    """Yield each file below a folder, relative to it, but `OWN`; nothing is followed through a link.

    A folder may itself lie `within` another, to which the names are then relative: it has no files of `OWN`.
    """
    waiting = [(os.fspath(folder), within)] if folder.is_dir() else []
    while waiting:
        place, prefix = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                name = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{name}/"))
                elif name not in OWN or entry.is_symlink():
                    status, is_file = entry.stat(follow_symlinks=False), entry.is_file(follow_symlinks=False)
                    yield name, (status.st_size, status.st_mtime_ns) if is_file else LINK


def standing(folder: Path, names: Iterable[str]) -> Iterator[tuple[str, Status]]:
    """Yield those of some files that stand in a folder, as `files_in` does of all."""
    place = os.open(folder, os.O_RDONLY)
    try:
        for name in names:
            if status := status_at(name, place):
                yield name, status
    finally:
        os.close(place)


def status_at(name: str, place: int) -> Status | None:
    """Return what tells a file in an open folder; None where there is nothing."""
    try:
        status = os.stat(name, dir_fd=place, follow_symlinks=False)
    except (FileNotFoundError, NotADirectoryError):
        return None
    if stat.S_ISREG(status.st_mode):
        return status.st_size, status.st_mtime_ns
    return LINK if stat.S_ISLNK(status.st_mode) else NO_FILE


def are_exact(*times: int) -> bool:
    """Say whether times, in nanoseconds, are told to less than a second.

    On a file system where they are not, two builds may write in one second: old is not told from new.
    """
    return all(time % _SECOND for time in times)


def has_linked_folder(folder: Path, names: Iterable[str]) -> bool:
    """Say whether one of the folders in which some files are to stand is a link."""
    place = os.open(folder, os.O_RDONLY)
    try:
        return any(status_at(name, place) == LINK for name in folders_of(names) if name)
    finally:
        os.close(place)


def folders_of(names: Iterable[str]) -> set[str]:
    """Return the folders in which files stand by their names, those around them, and the outermost, ""."""
    found = {""}
    for folder in {name.rpartition("/")[0] for name in names}:
        while folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found
