"""One function over many items, in order, on all cores."""

import os
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

_CHUNK = 8
_AHEAD = 64
"""Chunks that are out at most."""


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
        yield from _a_few_at_a_time(pool, function, items)


def _a_few_at_a_time(
    pool: Executor, function: Callable[[Item], Result], items: Sequence[Item]
) -> Iterator[Result]:
    """Hand items out as results are taken: neither may wait in memory by the thousand."""
    out: deque[Future[list[Result]]] = deque()
    try:
        for begin in range(0, len(items), _CHUNK):
            out.append(pool.submit(_each, function, items[begin : begin + _CHUNK]))
            if len(out) == _AHEAD:
                yield from out.popleft().result()
        while out:
            yield from out.popleft().result()
    finally:
        for future in out:
            future.cancel()


def _each(function: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    return [function(item) for item in items]


def _end_with_parent() -> None:
    """Have this process end when the one that started it is killed; by itself it would wait for ever."""
    parent = parent_process()
    if parent is None:
        return

    def wait() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
