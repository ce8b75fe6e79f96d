"""Files that are copied into the site as they are: no symbolic links out of their folder, no live SVG."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from explainer.errors import Problem
from explainer.text.encoding import NotText

_ACTIVE = frozenset(
    (".html", ".htm", ".xhtml", ".xht", ".xml", ".xsl", ".xslt", ".svgz", ".mht", ".mhtml", ".hta", ".swf")
)
"""Endings of files that a browser opens as pages."""


def drawing_fault(path: Path) -> NotText | None:
    """Return why an SVG file may not be served, or None."""
    from explainer.safety.svg import svg_fault  # its parser is loaded where there is a new drawing

    return svg_fault(path.read_bytes())


def asset_faults(
    folder: Path, fault_of: Callable[[Path], NotText | None] = drawing_fault
) -> Iterator[Problem]:
    """Yield a fault for each symbolic link below `folder`, and for each SVG that may not be served."""
    for where, folders, files in os.walk(folder, followlinks=False):
        folders.sort()
        for name in sorted([*folders, *files]):
            path = Path(where) / name
            if path.is_symlink():
                yield Problem.at(path, "is a symbolic link; put the file itself here")
            elif path.suffix.lower() in _ACTIVE and path.is_file():
                advice = "write a Markdown page, or keep it elsewhere"
                yield Problem.at(path, f"is a page that would run as it is, past every check; {advice}")
            elif path.suffix.lower() == ".svg" and path.is_file() and (fault := fault_of(path)):
                yield Problem.at(path, str(fault), line=fault.line, column=fault.column)
