"""What reading a YAML file yields: values, the place of each, and faults."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

FieldPath = tuple[str | int, ...]
"""Names and indices (from 0) from the record down to a value."""


class Place(NamedTuple):
    """Line and column, both from 1, the column in code points."""

    line: int
    column: int


START = Place(1, 1)
MAX_VALUES = 20_000
"""Of one file."""
NULLS = frozenset(("~", "null", "Null", "NULL"))
"""Words that YAML reads as nothing."""


class Fault(NamedTuple):
    """What is wrong at a place of a file."""

    place: Place
    path: FieldPath
    message: str


@dataclass(slots=True)
class Parsed:
    """A file's value, the places of its parts, and what was refused.

    `value` is None where the file could not be read to its end. A field left empty is absent from
    `value` and present in `places`.
    """

    value: Any = None
    places: dict[FieldPath, Place] = field(default_factory=dict)
    names: dict[FieldPath, Place] = field(default_factory=dict)
    """Where each field's name stands."""
    faults: list[Fault] = field(default_factory=list)

    def near(self, path: FieldPath) -> Place:
        """Return the place of a field, or of the nearest part around it that stands in the file."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, START)
