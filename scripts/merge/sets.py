"""Lists that extraction and writers both add to: merged item by item, in the writer's order."""

from collections.abc import Mapping, Sequence

from merge.table import Decision, decide
from merge.values import Value, canonical


def merge_items(base: Sequence[Value], ours: Sequence[Value], theirs: Sequence[Value]) -> list[Value]:
    """Return the writer's items less those extraction withdrew, plus those it newly found.

    An item the writer removed stays removed; one the writer changed stays as it is.
    """
    in_base, in_theirs = _by_key(base), _by_key(theirs)
    merged: list[Value] = []
    for item in ours:
        key = _key(item)
        fresh = in_theirs.get(key)
        if decide(in_base.get(key), item, fresh) is not Decision.TAKE:
            merged.append(item)
        elif fresh is not None:
            merged.append(fresh)
    known = {*in_base, *_by_key(ours)}
    return merged + [item for key, item in in_theirs.items() if key not in known]


def _by_key(items: Sequence[Value]) -> dict[object, Value]:
    return {_key(item): item for item in items}


def _key(item: Value) -> object:
    """Return what makes an item the same item: a word itself, or a passage's source and words."""
    if isinstance(item, Mapping):
        return repr((canonical(item.get("source")), canonical(item.get("exact"))))
    return repr(canonical(item))
