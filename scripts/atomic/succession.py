"""A folder that follows another: what has not changed is the same file, linked, and not a copy."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from atomic.marker import NAME, foreign_among

Status = tuple[int, int, int]
"""Size, time of change and inode of a file; zeros for what is none, such as a link."""


class Succession:
    """The next folder while it is filled. What stands in it from an earlier time is used where it is right.

    A file is right where it is the very file that stands in the folder before it, by its inode, and that is
    as it was written, by size and time of change. Everything else is replaced, or removed at the end.
    """

    def __init__(self, folder: Path, before: Path) -> None:
        self.folder, self._before = folder, before
        self._there, self._here = dict(files_in(before)), dict(files_in(folder))
        self._known: Mapping[str, tuple[int, int]] = {}
        self._names: set[str] = set()
        self._here_as_text, self._there_as_text = os.fspath(folder), os.fspath(before)
        self._parents: set[str] = set()
        """Folders that are there."""

    def foreign(self, *, whole: bool) -> list[str]:
        """Return what stands in one of the two folders and was not put there by us.

        What a killed build has left here is ours: then this folder is not `whole`, and its list not right.
        """
        here = foreign_among(self.folder, self._here) if whole else []
        return [*foreign_among(self._before, self._there), *here]

    def knowing(self, sizes: Mapping[str, tuple[int, int]]) -> "Succession":
        """Take what was written before: name -> size and time of change."""
        self._known = sizes
        return self

    def bring(self, name: str) -> tuple[int, int] | None:
        """Have a file of the folder before here too; return its size and time, None where it has changed."""
        there = self._there.get(name)
        if there is None or there[:2] != self._known.get(name):
            return None
        if self._here.get(name) != there:
            self._link(name)
        return there[:2]

    def hold(self, names: set[str]) -> None:
        """Say what the folder is to hold at the end."""
        self._names = names

    def close(self) -> set[str]:
        """Remove whatever else is here, and return what the folder holds."""
        for name in self._here.keys() - self._names:
            path = self.folder / name
            path.unlink(missing_ok=True)
            with suppress(OSError):  # a folder is not empty yet
                for parent in path.parents:
                    if parent == self.folder:
                        break
                    parent.rmdir()
        return self._names

    def _link(self, name: str) -> None:
        here, there = f"{self._here_as_text}/{name}", f"{self._there_as_text}/{name}"
        if name in self._here:
            os.unlink(here)
        else:
            self._have_folder(name.rpartition("/")[0])
        try:
            os.link(there, here)
        except OSError:  # a file system without links
            shutil.copy2(there, here)

    def _have_folder(self, name: str) -> None:
        """Make a folder and those above it; `os.makedirs` asks for each of them at each file."""
        if name and name not in self._parents:
            self._have_folder(name.rpartition("/")[0])
            with suppress(FileExistsError):
                os.mkdir(f"{self._here_as_text}/{name}")
            self._parents.add(name)


def files_in(folder: Path) -> Iterator[tuple[str, Status]]:
    """Yield each regular file below a folder, relative to it; nothing is followed through a link."""
    waiting = [(os.fspath(folder), "")] if folder.is_dir() else []
    while waiting:
        place, prefix = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                name = prefix + entry.name
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{name}/"))
                elif not entry.is_file(follow_symlinks=False):
                    yield name, (0, 0, 0)
                elif prefix or not name.startswith(NAME):
                    status = entry.stat(follow_symlinks=False)
                    yield name, (status.st_size, status.st_mtime_ns, status.st_ino)
