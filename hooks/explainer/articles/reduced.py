"""Marked-up text reduced to what a reader sees."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reduced:
    """The visible text, what the file says about itself, and what was left out."""

    text: str
    meta: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[tuple[int, int, str], ...] = ()
    """Line and column in the file, from 1, and what was skipped there."""
