"""What a rule that reads the sources leaves behind: faults, and what a page must say is our own reading."""

from dataclasses import dataclass, field

from explainer.errors import Problem


@dataclass(frozen=True, slots=True)
class Judged:
    """Faults of records, and sentences for readers."""

    problems: list[Problem] = field(default_factory=list)
    readings: dict[str, list[str]] = field(default_factory=dict)
    """`kind:id` -> what its page must say: what the source does not plainly bear out, and is our reading."""

    def note(self, ref: str, reading: str) -> None:
        """Add a sentence to a record's page."""
        self.readings.setdefault(ref, []).append(reading)
