"""Word lists: text files beside the code, whose first line states scope and source."""

from functools import cache
from importlib import import_module
from pathlib import Path


@cache
def lines(package: str, name: str) -> tuple[str, ...]:
    """Return the lines of `words/<name>.txt` in a package, below its first."""
    folder = Path(str(import_module(package).__file__)).parent
    text = (folder / "words" / f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line for line in text.splitlines()[1:] if line.strip())
