"""What was read of a file."""

from dataclasses import dataclass, field

from reading.metadata import Metadata


@dataclass(frozen=True, slots=True)
class Reading:
    """The article's text, what the file says of itself, and what a writer should know."""

    text: str
    metadata: Metadata = field(default_factory=Metadata)
    notes: tuple[tuple[int, int, str], ...] = ()
    """Line and column in the file, and a warning."""
