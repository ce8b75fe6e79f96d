"""How cost grows with size, measured so that a busy machine does not decide the answer."""

import gc
import time
from collections.abc import Callable

LINEAR = 8.0
"""Four times the input may cost at most so many times as much: half way, by factors, from 4 to its square."""
_TRIES = 10
_NOISE = 0.005
"""Seconds below which a clock tick weighs more than the work."""


def fourfold(work: Callable[[int], object], size: int) -> float:
    """Return the CPU time of `work(4 * size)` over that of `work(size)`.

    Machines whose speed doubles within seconds have been seen, so the limit lies a factor of two from linear.
    """
    return ratio(lambda: work(4 * size), lambda: work(size), enough=LINEAR)


def ratio(work: Callable[[], object], measure: Callable[[], object], *, enough: float) -> float:
    """Return the CPU time of `work` over that of `measure`.

    Each is the least of up to ten tries, taken in turn: what else the machine does can only lengthen one.
    It stops at the first answer below `enough`.
    """
    least = unit = answer = float("inf")
    measure()  # what a first run alone must load counts for neither
    for _ in range(_TRIES):
        unit = min(unit, _seconds(measure))
        least = min(least, _seconds(work))
        answer = max(0.0, least - _NOISE) / unit
        if answer < enough:
            break
    return answer


def _seconds(work: Callable[[], object]) -> float:
    """Return the CPU time of one run, without the collector: its passes fall where they will."""
    gc.collect()
    gc.disable()
    try:
        begun = time.process_time()
        work()
        return time.process_time() - begun
    finally:
        gc.enable()
