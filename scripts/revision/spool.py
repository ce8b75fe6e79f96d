"""What a run finds in thousands of articles, out of memory until it is asked for.

Once it is much, it is a file without a name, which the system takes away with the process, killed or not.
"""

import pickle
import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from tempfile import SpooledTemporaryFile
from typing import Generic, TypeVar, overload
from weakref import finalize

T = TypeVar("T")
_LITTLE = 1 << 20
"""Bytes that stay in memory."""
_COMPRESSED = range(1 << 12, 1 << 16)
"""Bytes of a value that is compressed: a record is hardly smaller then, and a saved page takes longer."""


class Spooled(Sequence[T], Generic[T]):
    """A list that grows at its end; what it gives back are copies."""

    def __init__(self) -> None:
        self._file = SpooledTemporaryFile(_LITTLE, prefix="extraction-")  # noqa: SIM115
        finalize(self, self._file.close)
        self._ends = array("Q", (0,))

    def append(self, value: T) -> None:
        """Put one more at the end."""
        plain = pickle.dumps(value, protocol=5)
        data = zlib.compress(plain, 1 if len(plain) in _COMPRESSED else 0)
        self._file.seek(self._ends[-1])
        self._file.write(data)
        self._ends.append(self._ends[-1] + len(data))

    def extend(self, values: Iterable[T]) -> None:
        """Put more at the end."""
        for value in values:
            self.append(value)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> list[T]: ...
    def __getitem__(self, at: int | slice) -> T | list[T]:
        """Return one of the values, or some."""
        if isinstance(at, slice):
            return [self[each] for each in range(*at.indices(len(self)))]
        at = range(len(self))[at]
        self._file.seek(self._ends[at])
        value: T = pickle.loads(zlib.decompress(self._file.read(self._ends[at + 1] - self._ends[at])))
        return value

    def __len__(self) -> int:
        """Count them."""
        return len(self._ends) - 1


class Shelved(Mapping[str, T], Generic[T]):
    """Values by key, in the order in which they came; the last that was asked for is at hand."""

    def __init__(self) -> None:
        self._values, self._places = Spooled[T](), dict[str, int]()
        self._at_hand: tuple[str, T] | None = None

    def put(self, key: str, value: T) -> None:
        """Keep a value, in place of the one with that key if there is one."""
        self._places[key] = len(self._values)
        self._values.append(value)
        self._at_hand = None

    def sort(self) -> None:
        """Bring the keys into their order."""
        self._places = dict(sorted(self._places.items()))

    def __getitem__(self, key: str) -> T:
        """Return the value; not to be changed."""
        if self._at_hand is None or self._at_hand[0] != key:
            self._at_hand = key, self._values[self._places[key]]
        return self._at_hand[1]

    def __iter__(self) -> Iterator[str]:
        """List the keys."""
        return iter(self._places)

    def __len__(self) -> int:
        """Count them."""
        return len(self._places)

    def __contains__(self, key: object) -> bool:
        """Tell whether there is a value, without fetching it."""
        return key in self._places
