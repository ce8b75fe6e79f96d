"""Something of the site before it is made: what makes it, and what that is given."""

from collections.abc import Callable
from typing import Any, Generic, NamedTuple, TypeVar

from explainer.library.library import Library

T = TypeVar("T")


class Draft(NamedTuple, Generic[T]):
    """A page, or some files that belong together. `name` is its own among all drafts.

    `given` are plain values: whatever else `make` needs it asks the library for. So what was made is still
    good while `make` would be given the same, and the answers to what it asked are the same.
    """

    name: str
    make: Callable[..., T]
    given: tuple[Any, ...] = ()

    def made(self, library: Library) -> T:
        """Make it."""
        return self.make(library, *self.given)
