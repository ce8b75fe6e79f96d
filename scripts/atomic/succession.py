"""A folder that follows another: what has not changed is the same file, linked, and not a copy."""

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from atomic.marker import Ours, Times, foreign, listed, strangers
from atomic.walk import OWN, Status, are_exact, files_in, standing, status_at


class Succession:
    """The next folder while it is filled. What stands in it from an earlier time is used where it is right.

    A file is right where it is as it was written, by size and time of change; of one that is not, or is
    missing, the folder before may have one that is. Everything else is replaced, or removed at the end.

    A `whole` folder holds what its marker lists; of one that a killed build has left, all is ours. `times`
    are of folders of both that hold only what is ours, and are brought up to date.
    """

    def __init__(self, folder: Path, before: Path, *, whole: bool, times: Times | None = None) -> None:
        self.folder, self._before = folder, before
        self._here = dict(standing(folder, listed(folder)) if whole else files_in(folder))
        self._lends = before.is_dir()
        self.times = dict(times or {})
        self._known: Mapping[str, Status] = {}
        self._names: set[str] = set()
        self._brought: set[str] = set()
        self._open: tuple[int, int] | None = None
        """Both folders, for links: from them a name of thousands has few folders to be looked up."""
        self._parents: set[str] = {""}
        """Folders that are there."""

    def foreign(self) -> list[str]:
        """Return what stands in the folder before and was not put there by us."""
        return foreign(self._before, self.times)

    def knowing(self, sizes: Mapping[str, Status]) -> "Succession":
        """Take what was written before: name -> size and time of change."""
        self._known = sizes
        return self

    def bring(self, name: str) -> Status | None:
        """Have a file here as it was written before; return its size and time, None where none is so."""
        known = self._known.get(name)
        if known is None:
            return None
        is_here = self._here.get(name) == known and are_exact(known[1])
        if not is_here and not self._link(name, known):
            return None
        self._brought.add(name)
        return known

    def hold(self, names: set[str]) -> None:
        """Say what the folder is to hold at the end; the set may still grow."""
        self._names = names

    def close(self) -> set[str]:
        """Remove whatever else is here, and return what the folder holds."""
        self._shut()
        for name in self._here.keys() - self._names:
            (self.folder / name).unlink(missing_ok=True)
            self._leave(name.rpartition("/")[0])
        # What was linked is looked at by the next build: it's too new to be told from what comes now.
        written = {name.rpartition("/")[0] for name in self._names - self._brought}
        strangers(self.folder, Ours(self._names), within=written, known=self.times)
        return self._names

    def abandon(self) -> None:
        """Remove what is ours; what somebody else has put here stays, and stops the next build."""
        self._shut()
        ours = self._here.keys() | self._names
        if all(name in ours for name, _ in files_in(self.folder)):
            shutil.rmtree(self.folder, ignore_errors=True)
            return
        for name in (*ours, *OWN):
            (self.folder / name).unlink(missing_ok=True)

    def _link(self, name: str, known: Status) -> bool:
        """Link a file from the folder before; False where it is not as it was written."""
        if not self._lends:
            return False
        there, here = self._open or self._places()
        if status_at(name, there) != known:
            return False
        if name in self._here:
            os.unlink(name, dir_fd=here)
        elif (folder := name.rpartition("/")[0]) not in self._parents:
            self._have(folder, here)
        self._here[name] = known  # ours, whatever comes of it
        try:
            os.link(name, name, src_dir_fd=there, dst_dir_fd=here)
        except OSError:  # a file system without links
            shutil.copy2(self._before / name, self.folder / name)
        return True

    def _places(self) -> tuple[int, int]:
        self._open = os.open(self._before, os.O_RDONLY), os.open(self.folder, os.O_RDONLY)
        return self._open

    def _have(self, name: str, here: int) -> None:
        """Make a folder and those above it; `os.makedirs` asks for each of them at each file."""
        parent = name.rpartition("/")[0]
        if parent not in self._parents:
            self._have(parent, here)
        self._parents.add(name)
        try:
            os.mkdir(name, dir_fd=here)
        except FileExistsError:
            return

    def _leave(self, name: str) -> None:
        """Remove a folder of which nothing is left, and those above it.

        One in which something is left, and the one around it, are looked into by the next build.
        """
        while name:
            folder, name = self.folder / name, name.rpartition("/")[0]
            for each in (folder, folder.parent):
                with suppress(OSError):  # it is gone
                    self.times.pop(each.lstat().st_ino, None)
            try:
                folder.rmdir()
            except OSError:  # it is not empty yet, or gone
                return

    def _shut(self) -> None:
        for place in self._open or ():
            os.close(place)
        self._open = None
