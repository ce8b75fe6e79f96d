"""A number understood, before its qualifier and period are looked for."""

from typing import Literal, NamedTuple

Kind = Literal["money", "percent", "points", "duration", "measure", "count", "share", "multiple", "tally"]


class Reading(NamedTuple):
    """A number with its unit: code points `start` to `end`, value with the magnitude applied."""

    start: int
    end: int
    value: float
    unit: str | None
    kind: Kind
    value_max: float | None = None
    scale: float = 1
    """The magnitude word that was applied: 1e6 for "2 million", else 1."""
    small: bool = False
    """A spelled count up to ten ("three women"): a figure only beside other counts in an enumeration."""
