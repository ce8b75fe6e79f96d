"""The table of the three-way merge, for one value or one coupled group of values.

    base  ours  theirs                 base  ours  theirs
     A     A     A    KEEP              -     -     A    TAKE
     A     A     B    TAKE              -     A     A    KEEP
     A     B     A    KEEP              -     A     B    CONFLICT
     A     B     B    KEEP              -     A     -    KEEP
     A     B     C    CONFLICT          A     -     A    KEEP
     A     A     -    TAKE              A     -     B    CONFLICT
     A     B     -    CONFLICT          A     -     -    KEEP

KEEP leaves the writer's file as it is; TAKE puts in what extraction found; a conflict keeps the
writer's version and says so. Absent is None.
"""

from enum import Enum

from merge.values import Value, same


class Decision(Enum):
    """What becomes of the writer's value."""

    KEEP = "keep"
    TAKE = "take"
    CONFLICT = "conflict"


def decide(base: Value | None, ours: Value | None, theirs: Value | None) -> Decision:
    """Return what the table says for three values, any of them absent (None or empty)."""
    if same(ours, theirs) or same(base, theirs):
        return Decision.KEEP
    if same(base, ours):
        return Decision.TAKE
    return Decision.CONFLICT
