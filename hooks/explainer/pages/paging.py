"""A long list in sheets, so that no page grows with the archive; each sheet has an address of its own."""

from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from explainer.library.sheets import MOST, sheet_path
from explainer.words import Words

AT_ONCE = 60
"""Quotes, figures or actors on the page of an issue; what is more stands on a list of its own."""

T = TypeVar("T")


class Sheet(NamedTuple, Generic[T]):
    """One sheet of a list. Numbers count from 1; `base` is the list's own address."""

    base: str
    number: int
    of: int
    entries: Sequence[T]
    total: int
    """Entries on all sheets."""
    numbers: Sequence[int] = ()
    """The sheets there are, where some numbers are left out."""

    def path(self, number: int) -> str:
        """Return the address of a sheet of the same list; the first is the list's own."""
        return sheet_path(self.base, number)

    def titled(self, title: str, words: Words) -> str:
        """Return the list's title, from the second sheet on with the number."""
        if self.number == 1:
            return title
        return words("titles.sheet", title=title, number=self.number, of=self.of)

    @property
    def neighbors(self) -> list[int]:
        """Return the numbers to show links for: first, last, and those nearby."""
        numbers = self.numbers or range(1, self.of + 1)
        at = numbers.index(self.number)
        return sorted({numbers[0], numbers[-1], *numbers[max(0, at - 2) : at + 3]})


def sheets(entries: Sequence[T], base: str) -> Iterator[Sheet[T]]:
    """Yield the sheets of a list, at least one."""
    of = max(1, -(-len(entries) // MOST))
    for number in range(1, of + 1):
        yield Sheet(base, number, of, entries[(number - 1) * MOST : number * MOST], len(entries))
