"""Files that are copied into the site as they are: no symbolic links out of their folder, no live SVG."""

import os
from collections.abc import Iterator
from pathlib import Path

from explainer.errors import Problem
from explainer.safety.svg import svg_fault


def asset_faults(folder: Path) -> Iterator[Problem]:
    """Yield a fault for each symbolic link below `folder`, and for each SVG that may not be served."""
    for where, folders, files in os.walk(folder, followlinks=False):
        folders.sort()
        for name in sorted([*folders, *files]):
            path = Path(where) / name
            if path.is_symlink():
                yield Problem.at(path, "is a symbolic link; put the file itself here")
            elif path.suffix.lower() == ".svg" and path.is_file():
                fault = svg_fault(path.read_bytes())
                if fault:
                    yield Problem.at(path, str(fault), line=fault.line, column=fault.column)
