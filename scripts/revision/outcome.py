"""What a run found and did, to be told."""

from dataclasses import dataclass
from pathlib import Path

from explainer.errors import Problem
from revision.plan import Plan
from revision.shares import Fresh


@dataclass(frozen=True, slots=True)
class Found:
    """What is told of an article that was extracted."""

    path: Path
    quotes: int
    figures: int
    notes: tuple[tuple[int, str], ...]
    """Line and words of what could not be told."""
    note: tuple[int, int, str] | None
    """What was met in reading the file: line, column and words."""

    @classmethod
    def of(cls, fresh: Fresh) -> "Found":
        """Return what is told of an article."""
        found = fresh.extraction
        notes = tuple((note.line, note.message) for note in found.notes)
        return cls(fresh.file.path, len(found.quotes), len(found.figures), notes, fresh.article.note)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run found and did."""

    plan: Plan
    read: tuple[Found, ...] = ()
    """Articles that were extracted."""
    gone: tuple[str, ...] = ()
    """Sources whose article is no longer there."""
    articles: int = 0
    """All articles of the project, extracted anew or not."""
    refused: tuple[tuple[str, str], ...] = ()
    """Words that were found and cannot be proposed, and why."""
    set_aside: tuple[Problem, ...] = ()
    """Articles that cannot be read, and why; all others were."""
    recovered: bool = False
    """An earlier run had been cut short; what it left was put in order first."""
    written: int = 0
