"""One function over many items, in order, on all cores."""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_CHUNK = 8


class Workers(Protocol):
    """Those who do the work: the cores of this machine, or a cluster."""

    def in_order(
        self, function: Callable[[Item], Result], items: Sequence[Item], *, is_much: bool
    ) -> Iterator[Result]:
        """Yield the result for each item, in order."""


@dataclass(frozen=True, slots=True)
class Cores:
    """Processes on this machine: `jobs` of them, or one a core where there is much to do."""

    jobs: int | None = None

    def in_order(
        self, function: Callable[[Item], Result], items: Sequence[Item], *, is_much: bool
    ) -> Iterator[Result]:
        """Yield the result for each item, in order."""
        return in_order(function, items, jobs=self.jobs, is_much=is_much)


def in_order(
    function: Callable[[Item], Result], items: Sequence[Item], *, jobs: int | None, is_much: bool
) -> Iterator[Result]:
    """Yield the result for each item, in order, from `jobs` processes.

    Without `jobs` all cores are used where it `is_much`: below, starting them takes longer.
    """
    jobs = min(jobs or (os.cpu_count() or 1 if is_much else 1), max(1, len(items)))
    if jobs == 1:
        yield from map(function, items)
        return
    # Spawned, not forked: other threads may be at work here.
    context = get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_end_with_parent) as pool:
        yield from pool.map(function, items, chunksize=_CHUNK)


def _end_with_parent() -> None:
    """Have this process end when the one that started it is killed; by itself it would wait for ever."""
    parent = parent_process()
    if parent is None:
        return

    def wait() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
