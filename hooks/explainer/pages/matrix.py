"""Actors by issues: how each position is known, on one look."""

from typing import NamedTuple

from explainer.library.library import Library
from explainer.pages.standing import Standing, standings
from explainer.records.model import Basis, Issue, Person, Position

MOST_ACTORS, MOST_ISSUES = 10, 8
"""What one look takes in; the pages of issues and people have the others."""


class Cell(NamedTuple):
    """One actor on one issue; `basis` is None where nothing is recorded."""

    issue: Issue
    basis: Basis | None = None
    target: Position | None = None
    """Where the position stands; None where there are only words of theirs."""


class Row(NamedTuple):
    """One actor across the issues."""

    actor: Person
    cells: tuple[Cell, ...]


class Matrix(NamedTuple):
    """The table."""

    issues: tuple[Issue, ...]
    rows: tuple[Row, ...]


def matrix(library: Library) -> Matrix | None:
    """Return the table, those of whom most is known first; None where nobody has written positions."""
    issues = tuple(library.issues.values())[:MOST_ISSUES]
    if not library.positions or len(issues) < 2:
        return None
    found: dict[str, dict[str, Cell]] = {}
    actors: dict[str, Person] = {}
    for issue in issues:
        for standing in standings(issue, library):
            actors[standing.actor.id] = standing.actor
            found.setdefault(standing.actor.id, {})[issue.id] = _cell(issue, standing)
    rows = [
        Row(actors[actor], tuple(cells.get(i.id, Cell(i)) for i in issues)) for actor, cells in found.items()
    ]
    known = {row.actor.id: sum(cell.basis not in (None, "silent") for cell in row.cells) for row in rows}
    ordered = sorted(rows, key=lambda row: (-known[row.actor.id], row.actor.name))
    return Matrix(issues, tuple(row for row in ordered if known[row.actor.id])[:MOST_ACTORS])


def _cell(issue: Issue, standing: Standing) -> Cell:
    if standing.positions:
        return Cell(issue, standing.positions[0].basis, standing.positions[0])
    return Cell(issue, "quoted" if standing.quotes else None)
