"""A page before it is made: where it stands, what makes it, and what that is given."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from explainer.library.library import Library
from explainer.pages.page import Page


@dataclass(frozen=True, slots=True)
class Draft:
    """A page that can be made. `given` are plain values: whatever else `make` needs it asks the library for.

    So a page is still good while it is given the same and the answers to what it asked are the same.
    """

    path: str
    make: Callable[..., Page]
    given: tuple[Any, ...] = ()

    def page(self, library: Library) -> Page:
        """Make the page."""
        return self.make(library, *self.given)
