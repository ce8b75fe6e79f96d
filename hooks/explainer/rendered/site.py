"""The files of a built site, each read once."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from explainer.rendered.page import Seen
from explainer.safety.markup import loads_from_elsewhere
from explainer.safety.policy import with_policy


class Fault(NamedTuple):
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


def seen_in(folder: Path) -> BuiltSite:
    """Look at every file of a finished site; a page without the policy it should have is a fault.

    Every page goes to the parser: what is published was looked at in two ways.
    """
    from explainer.rendered.tree import parse  # an edit looks at plain pages alone, and loads no parser

    site = BuiltSite()
    for name in sorted(names_in(folder)):
        site.files.add(name)
        content = (folder / name).read_bytes() if name.endswith((".html", ".css", ".svg")) else b""
        if name.endswith(".html"):
            site.pages[name] = seen = parse(content.decode("utf-8", "replace"))
            site.faults.extend(Fault(name, message) for message in seen.faults)
            if content != with_policy(content):
                site.faults.append(Fault(name, "has another content security policy than its content needs"))
        elif fault := looked_at(name, content):
            site.faults.append(fault)
    return site


def looked_at(name: str, content: bytes) -> Fault | None:
    """Return what is wrong with a style sheet or a drawing."""
    if name.endswith(".css") and loads_from_elsewhere(content.decode("utf-8")):
        return Fault(name, "loads something from another origin")
    if name.endswith(".svg"):
        from explainer.safety.svg import svg_fault  # likewise

        if fault := svg_fault(content):
            return Fault(name, str(fault))
    return None


def names_in(folder: Path) -> Iterator[str]:
    """Yield every file below a folder, relative to it."""
    for parent, _, files in os.walk(folder):
        prefix = Path(parent).relative_to(folder).as_posix()
        yield from (name if prefix == "." else f"{prefix}/{name}" for name in files)
