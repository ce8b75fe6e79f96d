"""Many processes give what one gives, in order, and no archive waits in memory for them."""

from collections.abc import Sequence
from typing import overload

import pytest

from revision.parallel import in_order

MOST = 1_000


class Archive(Sequence[int]):
    """Numbers, and how many of them were asked for."""

    def __init__(self, length: int) -> None:
        self.length, self.asked = length, 0

    def __len__(self) -> int:
        return self.length

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[int]: ...
    def __getitem__(self, at: int | slice) -> int | Sequence[int]:
        found = range(self.length)[at]
        self.asked = max(self.asked, found[-1] if isinstance(found, range) else found)
        return found


def test_articles_are_handed_out_as_they_are_taken_back() -> None:
    archive = Archive(10 * MOST)
    results = in_order(str, archive, jobs=2, is_much=True)
    assert [next(results) for _ in range(3)] == ["0", "1", "2"]
    assert archive.asked < MOST
    assert list(results) == [str(number) for number in range(3, len(archive))]


def test_what_one_article_raises_ends_the_work() -> None:
    with pytest.raises(ValueError, match="x"):
        list(in_order(int, ["1", "x", *map(str, range(MOST))], jobs=2, is_much=True))
