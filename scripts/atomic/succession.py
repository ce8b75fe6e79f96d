"""A folder that follows another: what has not changed is the same file, linked, and not a copy."""

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from atomic.marker import NAME, foreign_among, listed

Status = tuple[int, int, int]
"""Size, time of change and inode of a file; zeros for what is none, such as a link."""


class Succession:
    """The next folder while it is filled. What stands in it from an earlier time is used where it is right.

    A file is right where it is the very file that stands in the folder before it, by its inode, and that is
    as it was written, by size and time of change. Everything else is replaced, or removed at the end.

    A `whole` folder holds what its marker lists; of one that a killed build has left, all is ours.
    """

    def __init__(self, folder: Path, before: Path, *, whole: bool) -> None:
        self.folder, self._before = folder, before
        self._there = dict(files_in(before))
        self._here = dict(standing(folder, listed(folder) or ()) if whole else files_in(folder))
        self._known: Mapping[str, tuple[int, int]] = {}
        self._names: set[str] = set()
        self._open: tuple[int, int] | None = None
        """Both folders, for links: from them a name of thousands has few folders to be looked up."""
        self._parents: set[str] = set()
        """Folders that are there."""

    def foreign(self) -> list[str]:
        """Return what stands in the folder before and was not put there by us."""
        return foreign_among(self._before, self._there)

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
            self._link(name, there)
        return there[:2]

    def hold(self, names: set[str]) -> None:
        """Say what the folder is to hold at the end; the set may still grow."""
        self._names = names

    def close(self) -> set[str]:
        """Remove whatever else is here, and return what the folder holds."""
        self._shut()
        for name in self._here.keys() - self._names:
            path = self.folder / name
            path.unlink(missing_ok=True)
            with suppress(OSError):  # a folder is not empty yet
                for parent in path.parents:
                    if parent == self.folder:
                        break
                    parent.rmdir()
        return self._names

    def abandon(self) -> None:
        """Remove what is ours; what somebody else has put here stays, and stops the next build."""
        self._shut()
        ours = self._here.keys() | self._names
        if all(name in ours for name, _ in files_in(self.folder)):
            shutil.rmtree(self.folder, ignore_errors=True)
            return
        for path in (*(self.folder / name for name in ours), *self.folder.glob(f"{NAME}*")):
            path.unlink(missing_ok=True)

    def _link(self, name: str, status: Status) -> None:
        if self._open is None:
            self._open = os.open(self._before, os.O_RDONLY), os.open(self.folder, os.O_RDONLY)
        there, here = self._open
        if name in self._here:
            os.unlink(name, dir_fd=here)
        else:
            self._have_folder(name.rpartition("/")[0], here)
        self._here[name] = status  # ours, whatever comes of it
        try:
            os.link(name, name, src_dir_fd=there, dst_dir_fd=here)
        except OSError:  # a file system without links
            shutil.copy2(self._before / name, self.folder / name)

    def _have_folder(self, name: str, here: int) -> None:
        """Make a folder and those above it; `os.makedirs` asks for each of them at each file."""
        if name and name not in self._parents:
            self._have_folder(name.rpartition("/")[0], here)
            with suppress(FileExistsError):
                os.mkdir(name, dir_fd=here)
            self._parents.add(name)

    def _shut(self) -> None:
        for place in self._open or ():
            os.close(place)
        self._open = None


def standing(folder: Path, names: Iterable[str]) -> Iterator[tuple[str, Status]]:
    """Yield those of some files that stand in a folder, as `files_in` does of all."""
    place = os.open(folder, os.O_RDONLY)
    try:
        for name in names:
            try:
                status = os.stat(name, dir_fd=place, follow_symlinks=False)
            except (FileNotFoundError, NotADirectoryError):
                continue
            yield name, (status.st_size, status.st_mtime_ns, status.st_ino)
    finally:
        os.close(place)


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
