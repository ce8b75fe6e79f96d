"""Records that several articles speak of, people and issues: one record from each article's share."""

from collections.abc import Mapping, Sequence
from itertools import chain

from merge.shape import Shape
from merge.values import Record, Value, canonical


def combine(shape: Shape, shares: Mapping[str, Record]) -> Record | None:
    """Return the record that the shares of all sources make; None for no share.

    The first source in the order of ids decides each single value, lists are joined.
    """
    if not shares:
        return None
    said: dict[str, list[Value]] = {}
    for source in sorted(shares):
        for name, value in shares[source].items():
            said.setdefault(name, []).append(value)
    return {name: _joined(values) if name in shape.sets else values[0] for name, values in said.items()}


def _joined(values: Sequence[Value]) -> Value:
    """Return all lists as one, each item once; without a list the first value."""
    lists = [value for value in values if not isinstance(value, (str, Mapping))]
    items: dict[str, Value] = {}
    for item in chain.from_iterable(lists):
        items.setdefault(repr(canonical(item)), item)
    return list(items.values()) if lists else values[0]
