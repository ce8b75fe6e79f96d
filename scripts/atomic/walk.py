"""The files of a folder: each as it was written, by size and time of change."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

Status = tuple[int, int]
"""Size and time of change of a file; see `NO_FILE`."""
NO_FILE: Status = (-1, 0)
"""Of what is no file, such as a link."""
NAME = ".explainer"
"""What our own files are called that stand in a folder and are none of what it holds: see `atomic.marker`."""


def files_in(folder: Path) -> Iterator[tuple[str, Status]]:
    """Yield each file below a folder, relative to it, but our marker; nothing is followed through a link."""
    waiting = [(os.fspath(folder), "")] if folder.is_dir() else []
    while waiting:
        place, prefix = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                name = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{name}/"))
                elif prefix or not name.startswith(NAME) or entry.is_symlink():
                    status, is_file = entry.stat(follow_symlinks=False), entry.is_file(follow_symlinks=False)
                    yield name, (status.st_size, status.st_mtime_ns) if is_file else NO_FILE


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
    return (status.st_size, status.st_mtime_ns) if stat.S_ISREG(status.st_mode) else NO_FILE


def folders_of(names: Iterable[str]) -> set[str]:
    """Return the folders in which files stand by their names, those around them, and the outermost, ""."""
    found = {""}
    for folder in {name.rpartition("/")[0] for name in names}:
        while folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found
