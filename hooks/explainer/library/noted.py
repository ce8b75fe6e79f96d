"""A mapping that notes what is looked up in it."""

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from typing import Generic, TypeVar, overload

V = TypeVar("V")
D = TypeVar("D")


class Noted(Mapping[str, V], Generic[V]):
    """Records of one kind by id, or whatever goes with records, by `kind:id` where no kind is given.

    `asked` gets `kind:id` for each looked up, `kind ids` where all are listed, `kind` where all are read.
    """

    __slots__ = ("_asked", "_held", "_kind", "_prefix")

    def __init__(self, held: Mapping[str, V], kind: str, asked: set[str]) -> None:
        self._held, self._kind, self._asked = held, kind, asked
        self._prefix = f"{kind}:" if kind else ""

    def __getitem__(self, key: str) -> V:
        """Return one and note it."""
        self._asked.add(self._prefix + key)
        return self._held[key]

    @overload
    def get(self, key: str, /) -> V | None: ...
    @overload
    def get(self, key: str, /, default: V | D) -> V | D: ...
    def get(self, key: str, /, default: object = None) -> object:
        """Return one, or the default, and note that it was looked for."""
        self._asked.add(self._prefix + key)
        return self._held.get(key, default)

    def __contains__(self, key: object) -> bool:
        """Tell whether there is such a one, and note it."""
        self._asked.add(f"{self._prefix}{key}")
        return key in self._held

    def __iter__(self) -> Iterator[str]:
        """List the ids."""
        self._asked.add(f"{self._kind} ids")
        return iter(self._held)

    def __len__(self) -> int:
        """Count them."""
        self._asked.add(f"{self._kind} ids")
        return len(self._held)

    def values(self) -> ValuesView[V]:
        """Read all of them."""
        self._asked.add(self._kind)
        return self._held.values()

    def items(self) -> ItemsView[str, V]:
        """Read all of them, with their ids."""
        self._asked.add(self._kind)
        return self._held.items()
