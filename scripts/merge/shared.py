"""Records that several articles speak of, people and issues: one record from each article's share."""

from collections.abc import Iterable, Mapping

from merge.shape import Shape
from merge.values import Record, Value, canonical


def combine(shape: Shape, shares: Mapping[str, Record]) -> Record | None:
    """Return the record that the shares of all sources make; None for no share.

    The first source in the order of ids decides each single value, lists are joined.
    """
    if not shares:
        return None
    combined: dict[str, Value] = {}
    for source in sorted(shares):
        for name, value in shares[source].items():
            if name in shape.sets and not isinstance(value, (str, Mapping)):
                known = combined.get(name, [])
                combined[name] = _joined(known if isinstance(known, list) else [], value)
            else:
                combined.setdefault(name, value)
    return combined


def _joined(items: list[Value], more: Iterable[Value]) -> list[Value]:
    seen = {repr(canonical(item)) for item in items}
    return items + [item for item in more if repr(canonical(item)) not in seen]
