"""What a run would do: every file to write, every conflict, and why."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from atomic.files import Write
from merge.record import Conflict, Side
from merge.values import Record
from revision.spool import Spooled

Action: TypeAlias = Literal["new", "changed", "orphaned", "revived"]


@dataclass(frozen=True, slots=True)
class Step:
    """What happens to one record."""

    action: Action
    ref: str
    content: Path
    line: int
    record: Record
    """What is to be told of it; empty where there are more than anybody reads."""
    fields: tuple[str, ...] = ()

    @property
    def path(self) -> Path:
        """Return the record's file."""
        return self.content / f"{self.ref}.yml"


@dataclass(frozen=True, slots=True)
class Open:
    """A conflict and where it stands."""

    ref: str
    source: str
    path: Path
    line: int
    conflict: Conflict
    now_at: str
    """File and line of the article where it now says otherwise; empty where it says nothing."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the writer allowed or decided on the command line."""

    take: Side | None = None
    only: frozenset[str] = frozenset()
    """Ids that `take` is for; all where empty."""
    accept_orphans: bool = False
    accept_deletions: bool = False

    def side(self, ref: str) -> Side | None:
        """Return the side a record's conflicts are to be settled for."""
        chosen = not self.only or bool(self.only & {ref, ref.partition("/")[2]})
        return self.take if chosen else None


@dataclass(slots=True)
class Plan:
    """The whole of a run, ready to be shown or carried out."""

    steps: list[Step] = field(default_factory=list)
    conflicts: list[Open] = field(default_factory=list)
    settled: list[str] = field(default_factory=list)
    unknown: tuple[str, ...] = ()
    """Ids to be settled that no open conflict has."""
    left_out: list[tuple[Path, int]] = field(default_factory=list)
    """Records with lists cut short, and how many items more were found."""
    names: dict[str, str] = field(default_factory=dict)
    """A person's id -> name, to tell writers whose words a quote has."""
    writes: Spooled[Write] = field(default_factory=Spooled)
    """Writers' files first, bases last."""
