"""What a library is asked is noted, and what many ask alike is worked out once."""

from collections.abc import Callable, Hashable, Mapping
from typing import Any, Self, TypeAlias, TypeVar, cast

from explainer.library.index import Index
from explainer.library.noted import Noted

V = TypeVar("V")
Pieces: TypeAlias = dict[str, Any]
"""The question that asks for it -> what was made."""
PIECE = "piece "
"""How that question begins."""


class Notebook:
    """Questions to an index, noted in `asked` under the names that `library.index` explains.

    So a page need not be made again while the answers to what it asked have not changed.
    """

    def __init__(self, index: Index) -> None:
        self.index = index
        self.asked: set[str] = set()
        self._noted: dict[str, Noted[Any]] = {}
        self._worked_out: dict[Hashable, tuple[Any, set[str]]] = {}
        self.pieces: Pieces = {}
        """What `piece` has made, from edition to edition."""
        self.asked_for: dict[str, set[str]] = {}
        """Of those made now, what each has asked."""

    def afresh(self) -> Self:
        """Return the same library, asked nothing yet."""
        other = object.__new__(type(self))
        vars(other).update(vars(self), asked=set(), _noted={})  # `copy` takes three times as long
        return other

    def once(self, name: Hashable, make: Callable[[Self], V]) -> V:
        """Return what `make` makes of the library, made once for all who ask under that name.

        What it asked of the library is noted for each of them.
        """
        if name not in self._worked_out:
            other = self.afresh()
            self._worked_out[name] = make(other), other.asked
        made, asked = self._worked_out[name]
        self.asked |= asked
        return cast(V, made)

    def piece(self, name: str, make: Callable[[Self], V]) -> V:
        """Return what `make` makes; it is of plain values, and good until what it asked has changed.

        Whoever asks for it is noted to have asked for the piece, and not for all that it asks.
        """
        question = PIECE + name
        self.asked.add(question)
        if question not in self.pieces:
            other = self.afresh()
            self.pieces[question] = make(other)
            self.asked_for[question] = other.asked
        return cast(V, self.pieces[question])

    def _mapping(self, name: str, kind: str, held: Mapping[str, V]) -> Mapping[str, V]:
        if name not in self._noted:
            self._noted[name] = Noted(held, kind, self.asked)
        return self._noted[name]

    def _of(self, model: type[Any]) -> Mapping[str, Any]:
        kind = model.KIND
        if kind not in self._noted:  # asked for forty times a page
            self._noted[kind] = Noted(self.index.ordered[kind], kind, self.asked)
        return self._noted[kind]

    def _group(self, key: str) -> list[Any]:
        self.asked.add(key)
        return list(self.index.groups.get(key, ()))
