"""A writer's file as it was read, and what the files of a folder say."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from explainer.strict_yaml.parsed import Place
from explainer.strict_yaml.reading import parse
from explainer.text.encoding import decode
from merge.values import Record


class Stored(NamedTuple):
    """A writer's file: its bytes as they were read, and what they say."""

    path: Path
    data: bytes
    record: Record

    def line(self, field: str) -> int:
        """Return the line of a field, or the first where it has none."""
        return parse(decode(self.data)).names.get((field,), Place(1, 1)).line


class Said(Mapping[str, Record]):
    """What files say, by id; like the files, out of memory until it is asked for."""

    def __init__(self, files: Mapping[str, Stored]) -> None:
        self._files = files

    def __getitem__(self, id_: str) -> Record:
        """Return what one file says."""
        return self._files[id_].record

    def __iter__(self) -> Iterator[str]:
        """List the ids."""
        return iter(self._files)

    def __len__(self) -> int:
        """Count the files."""
        return len(self._files)

    def __contains__(self, id_: object) -> bool:
        """Tell whether there is such a file, without fetching what it says."""
        return id_ in self._files
