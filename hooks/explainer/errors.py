"""The whole family of errors, on one screen.

    ContentError        one or more faults in the writers' files; the only error the core raises for them
      .problems         each a Problem: where it is, what was found, what to do

A Problem of severity "warning" is reported and does not stop the build.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]


def shown_path(path: Path) -> Path:
    """Return a path relative to the working directory where it lies below it."""
    working = Path.cwd()
    absolute = path.absolute()
    return absolute.relative_to(working) if absolute.is_relative_to(working) else path


class Problem(NamedTuple):
    """One fault in one file, in words for the person who can mend it."""

    path: Path
    """Relative to the working directory where it lies below it, so that terminals and CI make links of it."""
    line: int
    """From 1."""
    column: int
    """From 1, in code points."""
    field: str
    """Dotted path of the field, such as `key_points.2.refs`; empty for the file as a whole."""
    message: str
    severity: Severity = "error"

    @classmethod
    def at(
        cls,
        path: Path,
        message: str,
        *,
        line: int = 1,
        column: int = 1,
        field: str = "",
        severity: Severity = "error",
    ) -> "Problem":
        """Return a problem at a place in a file, whose path is shown as terminals can follow it."""
        return cls(shown_path(path), line, column, field, message, severity)

    def __str__(self) -> str:
        """Return `path:line:column: field: message`, which editors and CI understand."""
        path = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in str(self.path))
        place = f"{path}:{self.line}:{self.column}"
        parts = (place, "warning" if self.severity == "warning" else "", self.field, self.message)
        return ": ".join(part for part in parts if part)


class ContentError(Exception):
    """Raised once per run, with every fault that was found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))
