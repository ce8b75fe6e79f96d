"""The writing of a site: every page is looked at on its way to the disk."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

from explainer.pages.shell import Document
from explainer.rendered.page import Seen, read
from explainer.rendered.site import BuiltSite, Fault, looked_at, names_in
from explainer.rendered.tags import PlainTags
from explainer.safety.policy import with_policy, without_policy


class Shelf(Protocol):
    """What the edition before has left in the folder that is written to, or can lend it."""

    def bring(self, name: str) -> tuple[int, int] | None:
        """Have the file of the edition before in the folder; return size and time, None where it is lost."""


class Standing:
    """A folder that is written to in place: what stands there is what was written, by its sizes."""

    def __init__(self, sizes: Mapping[str, tuple[int, int]]) -> None:
        self._sizes = sizes

    def bring(self, name: str) -> tuple[int, int] | None:
        """Return size and time of a file that was written before."""
        return self._sizes.get(name)


class Press:
    """Writes pages and files into a folder; `site` is what was seen of them.

    A preview is not sealed: its pages go without a policy, for it would keep the reloading script from
    running, and nobody looks at them.
    """

    def __init__(self, folder: Path, shelf: Shelf | None = None, *, sealed: bool = True) -> None:
        self._folder, self._shelf, self.sealed = str(folder), shelf, sealed
        self.site = BuiltSite()
        self.sizes: dict[str, tuple[int, int]] = {}
        """File -> size and time of change."""
        self._around: dict[str, Seen] = {}
        self._tags = PlainTags()
        self._made: set[str] = set()
        self._noted: dict[str, Seen | None] = {}

    def note(self) -> dict[str, Seen | None]:
        """Return what fills with the files written from now on, and what was seen on those that are pages."""
        self._noted = {}
        return self._noted

    def keep(self, files: Mapping[str, Seen | None]) -> bool:
        """Take files over from the edition before; False where one of them is not as it was."""
        if self._shelf is None:
            return False
        sizes = [*map(self._shelf.bring, files)]
        if None in sizes:
            return False
        self.sizes.update(zip(files, sizes, strict=True))  # type: ignore[arg-type]  # none of them is None
        self.site.files.update(files)
        for name, seen in files.items():
            if seen is not None:
                self.site.pages[name] = seen
        return True

    def take_in(self, folder: Path) -> None:
        """Take what stands in a folder, which may be the press's own, and give its pages their policy."""
        for name in sorted(names_in(folder)):
            self._write(name, self._looked_at(name, (folder / name).read_bytes()))

    def page(self, name: str, document: Document) -> None:
        """Write a page; what stands around it is looked at once for all that have the same."""
        self._once(name)
        if self.sealed:
            around = self._around.get(document.around)
            if around is None:
                around = self._around[document.around] = read(document.around, self._tags)
            seen = read(document.own, self._tags, whole=False)
            seen.around = around
            seen.faults += around.faults
            self._see(name, seen)
        self._write(name, document.html.encode())

    def files(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Write any other files: data, pictures, small pages of their own."""
        for name, content in files:
            self._once(name)
            self._write(name, self._looked_at(name, content))

    def _looked_at(self, name: str, content: bytes) -> bytes:
        if not self.sealed:
            return without_policy(content) if name.endswith(".html") else content
        if name.endswith(".html"):
            content = with_policy(content)
            self._see(name, read(content.decode("utf-8", "replace"), self._tags))
        elif fault := looked_at(name, content):
            self.site.faults.append(fault)
        return content

    def _see(self, name: str, seen: Seen) -> None:
        self.site.pages[name] = self._noted[name] = seen
        self.site.faults.extend(Fault(name, message) for message in seen.faults)

    def _once(self, name: str) -> None:
        if name in self.site.files:
            self.site.faults.append(Fault(name, "is made from the records; take the file in docs/ away"))

    def _write(self, name: str, content: bytes) -> None:
        path = f"{self._folder}/{name}"
        parent = path.rpartition("/")[0]
        if parent not in self._made:
            os.makedirs(parent, exist_ok=True)
            self._made.add(parent)
        self.site.files.add(name)  # before it is: what a full disk cuts short is ours, too
        status = _written(path, content)
        self.sizes[name] = status.st_size, status.st_mtime_ns
        self._noted.setdefault(name, None)


def _written(path: str, content: bytes) -> os.stat_result:
    """Write a new file, and return what the system says of it."""
    file = _new(path)
    try:
        rest = memoryview(content)
        while rest:  # a full disk takes a part first, and refuses the next
            rest = rest[os.write(file, rest) :]
        return os.fstat(file)
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from None
    finally:
        os.close(file)


def _new(path: str) -> int:
    """Open a new file: one of that name may be linked elsewhere, and is not written into."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    try:
        return os.open(path, flags, 0o666)
    except FileExistsError:
        os.unlink(path)
        return os.open(path, flags, 0o666)
