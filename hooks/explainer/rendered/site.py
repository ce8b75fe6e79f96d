"""The files of a built site, each read once."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from explainer.rendered.page import Seen, read
from explainer.safety.markup import loads_from_elsewhere
from explainer.safety.policy import with_policy
from explainer.safety.svg import svg_fault


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something in the built site that must not be published."""

    page: str
    message: str

    def __str__(self) -> str:
        """Return page and message in one line."""
        return f"{self.page}: {self.message}"


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """What was seen on each page, and every file there is, both by path from the site's root."""

    pages: dict[str, Seen] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    """Markup and assets that run or fetch what they must not."""


def seal(folder: Path, *, progress: Callable[[int, int], None] | None = None) -> BuiltSite:
    """Give each page in `folder` its content security policy, in place, and look at every file.

    `progress` is told how many files are done, and of how many.
    """
    site, names = BuiltSite(), sorted(_names(folder))
    for number, name in enumerate(names, start=1):
        if progress:
            progress(number, len(names))
        site.files.add(name)
        path = folder / name
        if path.suffix == ".html":
            site.pages[name] = seen = _sealed(path)
            site.faults.extend(Fault(name, message) for message in seen.faults)
        elif path.suffix == ".css" and loads_from_elsewhere(path.read_text(encoding="utf-8")):
            site.faults.append(Fault(name, "loads something from another origin"))
        elif path.suffix == ".svg" and (fault := svg_fault(path.read_bytes())):
            site.faults.append(Fault(name, str(fault)))
    return site


def _sealed(path: Path) -> Seen:
    built = path.read_bytes()
    page = with_policy(built)
    if page != built:
        path.write_bytes(page)
    return read(page)


def _names(folder: Path) -> Iterator[str]:
    for parent, _, files in os.walk(folder):
        prefix = Path(parent).relative_to(folder).as_posix()
        yield from (name if prefix == "." else f"{prefix}/{name}" for name in files)
