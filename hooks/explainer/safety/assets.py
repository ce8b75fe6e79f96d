"""Files that are copied into the site as they are: no symbolic links out of their folder, no live SVG."""

import os
from collections.abc import Iterator
from pathlib import Path

from explainer.errors import Problem

_ACTIVE = frozenset(
    (".html", ".htm", ".xhtml", ".xht", ".xml", ".xsl", ".xslt", ".svgz", ".mht", ".mhtml", ".hta", ".swf")
)
"""Endings of files that a browser opens as pages."""


def asset_faults(folder: Path) -> Iterator[Problem]:
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
            elif path.suffix.lower() == ".svg" and path.is_file():
                yield from _faults_of_drawing(path)


def _faults_of_drawing(path: Path) -> Iterator[Problem]:
    from explainer.safety.svg import svg_fault  # its parser is loaded where there is a new drawing

    if fault := svg_fault(path.read_bytes()):
        yield Problem.at(path, str(fault), line=fault.line, column=fault.column)
