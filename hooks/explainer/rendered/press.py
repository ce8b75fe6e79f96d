"""The writing of a site: every page is looked at on its way to the disk."""

from collections.abc import Iterable
from pathlib import Path

from explainer.pages.shell import Document
from explainer.rendered.page import Seen, read
from explainer.rendered.site import BuiltSite, Fault, looked_at
from explainer.safety.policy import with_policy, without_policy


class Press:
    """Writes pages and files into a folder; `site` is what was seen of them.

    A preview is not sealed: its pages go without a policy, for it would keep the reloading script from
    running, and nobody looks at them.
    """

    def __init__(self, folder: Path, *, sealed: bool = True) -> None:
        self._folder, self._sealed = folder, sealed
        self.site = BuiltSite()
        self._around: dict[str, Seen] = {}
        self._made: set[Path] = set()

    def take_in(self, names: Iterable[str]) -> None:
        """Give what stands in the folder already its policy, and look at it."""
        for name in names:
            path = self._folder / name
            built = path.read_bytes()
            content = self._file(name, built)
            if content != built:
                path.write_bytes(content)

    def page(self, name: str, document: Document) -> None:
        """Write a page; what stands around it is looked at once for all that have the same."""
        self._twice(name)
        if self._sealed:
            around = self._around.get(document.around)
            seen = read(document.own.encode(), whole=False)
            if around is None:
                around = self._around[document.around] = read(document.around.encode())
                seen.links |= around.links
                seen.faults += around.faults
            seen.ids |= around.ids
            self._seen(name, seen)
        self._write(name, document.html.encode())

    def file(self, name: str, content: bytes) -> None:
        """Write any other file: data, pictures, small pages of their own."""
        self._twice(name)
        self._write(name, self._file(name, content))

    def _file(self, name: str, content: bytes) -> bytes:
        self.site.files.add(name)
        if not self._sealed:
            return without_policy(content) if name.endswith(".html") else content
        if name.endswith(".html"):
            content = with_policy(content)
            self._seen(name, read(content))
        elif fault := looked_at(name, content):
            self.site.faults.append(fault)
        return content

    def _seen(self, name: str, seen: Seen) -> None:
        self.site.pages[name] = seen
        self.site.files.add(name)
        self.site.faults.extend(Fault(name, message) for message in seen.faults)

    def _twice(self, name: str) -> None:
        if name in self.site.files:
            self.site.faults.append(Fault(name, "is made from the records; take the file in docs/ away"))

    def _write(self, name: str, content: bytes) -> None:
        path = self._folder / name
        if path.parent not in self._made:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(path.parent)
        path.write_bytes(content)
