"""A file in each folder that we make says that we made it, and what: all else there is somebody else's."""

import os
import stat
import time
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from atomic.walk import NAME, OWN, are_exact, files_in, folders_of

_OPENING = "Made anew by each build, with these files. Whatever else is put here stops the next build."
Times = dict[int, tuple[int, int]]
"""By inode both times of a folder in which only ours was found: while they are the same, nothing came in."""
_TICK = 50_000_000
"""Nanoseconds within which a clock may give two changes of a folder the same time."""


def mark(folder: Path, names: Iterable[str] | None = None) -> None:
    """List in the folder itself what is ours there: `names`, or all that it holds now.

    An empty folder is marked before it is filled.
    """
    if names is None:
        names = (name for name, _ in files_in(folder))
    lines = [_OPENING, *sorted(names)]
    new = folder / f"{NAME}.new"
    new.write_bytes("\n".join([*lines, ""]).encode("utf-8", "surrogateescape"))
    new.replace(folder / NAME)


def is_marked(folder: Path) -> bool:
    """Say whether a folder carries our marker file."""
    marker = folder / NAME
    if marker.is_symlink() or not marker.is_file():
        return False
    with marker.open("rb") as file:
        return file.readline().rstrip(b"\n") == _OPENING.encode()


def is_begun(folder: Path) -> bool:
    """Say whether a folder is marked, or was about to be when a build was killed: it holds nothing else."""
    return is_marked(folder) or all(entry.name.startswith(NAME) for entry in folder.iterdir())


def listed(folder: Path) -> list[str]:
    """Return what is ours in a folder, as it was when it was marked; nothing in one without our marker.

    What a marker lists outside its folder is not ours.
    """
    if not is_marked(folder):
        return []
    text = (folder / NAME).read_bytes().decode("utf-8", "surrogateescape").removesuffix("\n")
    _, *names = text.split("\n")
    if ".." not in text and "\n/" not in text and "\0" not in text:
        return names
    return [name for name in names if name[:1] != "/" and ".." not in name.split("/") and "\0" not in name]


def foreign(folder: Path, known: Times | None = None) -> list[str]:
    """Return what stands in a folder and was not put there by us, each file or whole folder once.

    A link is never ours, and nothing is followed through one. What `known` tells is not looked at again; it
    learns of the folders that are.
    """
    return strangers(folder, Ours(set(listed(folder))), known=known) if folder.is_dir() else []


class Ours:
    """The files in a folder that are ours, and the folders in which they stand."""

    def __init__(self, names: set[str]) -> None:
        self.names = names

    @cached_property
    def folders(self) -> set[str]:
        """Return the folders by their names; the outermost is ""."""
        return folders_of(self.names)


def strangers(
    folder: Path, ours: Ours, *, within: Iterable[str] | None = None, known: Times | None = None
) -> list[str]:
    """Return what `foreign` does; looked at are all folders that are ours, or just those `within`."""
    known, found = {} if known is None else known, list[str]()
    place = os.open(folder, os.O_RDONLY)
    try:
        for name in ours.folders if within is None else within:
            try:
                status = os.stat(name or ".", dir_fd=place, follow_symlinks=False)
            except (FileNotFoundError, NotADirectoryError):
                continue
            times = status.st_mtime_ns, status.st_ctime_ns
            if known.get(status.st_ino) == times or not stat.S_ISDIR(status.st_mode):
                continue
            others = dict(_others(folder, name, ours))
            found += (other for other, is_empty in others.items() if not is_empty)
            if not others and are_exact(*times) and time.time_ns() - max(times) > _TICK:
                known[status.st_ino] = times
    finally:
        os.close(place)
    return sorted(found)


def _others(folder: Path, name: str, ours: Ours) -> Iterator[tuple[str, bool]]:
    """Yield what is not ours in one folder itself, and whether it is an empty folder, which is nobody's."""
    prefix = f"{name}/" if name else ""
    with os.scandir(folder / name) as entries:
        for entry in entries:
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                if path not in ours.folders:
                    yield path, next(files_in(Path(entry.path), f"{path}/"), None) is None
            elif entry.is_symlink() or (path not in ours.names and path not in OWN):
                yield path, False
