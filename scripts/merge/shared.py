"""Records that several articles speak of, people and issues: one record from each article's share."""

import sys
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import chain

from merge.shape import Shape
from merge.values import Record, Value, canonical

MOST = 500
"""So many items extraction lists in one field; with thousands of articles nobody could read them all."""


def combine(shape: Shape, shares: Mapping[str, Record], *, most: int = MOST) -> Record | None:
    """Return the record that the shares of all sources make; None for no share.

    The first source in the order of ids decides each single value. Lists are joined, as many of the first
    items of each as fit.
    """
    if not shares:
        return None
    said: dict[str, list[Value]] = {}
    for source in sorted(shares):
        for name, value in shares[source].items():
            said.setdefault(name, []).append(value)
    return {name: _joined(values, most) if name in shape.sets else values[0] for name, values in said.items()}


def left_out(shape: Shape, shares: Mapping[str, Record], *, most: int = MOST) -> int:
    """Return how many items `combine` leaves out."""
    all_, listed = (combine(shape, shares, most=limit) or {} for limit in (sys.maxsize, most))
    return sum(len(all_.get(name, ())) - len(listed.get(name, ())) for name in shape.sets)


def _joined(values: Sequence[Value], most: int) -> Value:
    """Return all lists as one, each item once; without a list the first value."""
    lists = [value for value in values if not isinstance(value, (str, Mapping))]
    items: dict[str, Value] = {}
    each = _fair_share([len(list_) for list_ in lists], most)
    for item in chain.from_iterable(list_[:each] for list_ in lists):
        items.setdefault(repr(canonical(item)), item)
    return list(items.values())[:most] if lists else values[0]


def _fair_share(lengths: Sequence[int], most: int) -> int:
    """Return how many items of each list fit, one at least."""
    longest = min(most, max(lengths, default=0))
    fitting = bisect_right(range(longest + 1), most, key=lambda each: sum(min(each, own) for own in lengths))
    return max(1, fitting - 1)
