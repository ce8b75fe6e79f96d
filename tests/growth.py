"""How cost grows with size, measured so that a busy machine does not decide the answer."""

import gc
import time
from collections.abc import Callable

LINEAR = 2.6
"""Twice the input may cost at most so many times as much."""
_TRIES = 10
_NOISE = 0.005
"""Seconds below which a clock tick weighs more than the work."""


def doubling(work: Callable[[int], object], size: int) -> float:
    """Return the CPU time of `work(2 * size)` over that of `work(size)`.

    Each is the least of up to ten tries, taken in turn: what else the machine does can only lengthen one.
    It stops at the first answer below LINEAR.
    """
    once = twice = float("inf")
    ratio = float("inf")
    for _ in range(_TRIES):
        once = min(once, _seconds(work, size))
        twice = min(twice, _seconds(work, 2 * size))
        ratio = max(0.0, twice - _NOISE) / once
        if ratio < LINEAR:
            break
    return ratio


def _seconds(work: Callable[[int], object], size: int) -> float:
    """Return the CPU time of one run, without the collector: its passes fall where they will."""
    gc.collect()
    gc.disable()
    try:
        begun = time.process_time()
        work(size)
        return time.process_time() - begun
    finally:
        gc.enable()
