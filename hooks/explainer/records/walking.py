"""The fields of a record, part by part, each with its path."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from explainer.records.parts import Part
from explainer.strict_yaml.parsed import FieldPath


class Leaf(NamedTuple):
    """A value that is no part of a record itself: its path, the name of its field, its value."""

    path: FieldPath
    name: str
    value: Any


def leaves(part: Part, path: FieldPath = ()) -> Iterator[Leaf]:
    """Yield every value in a record that is set, those in lists one by one."""
    values = vars(part)
    for name, written in _fields(type(part)):
        value = values[name]
        if value is None or value == ():
            continue
        here = (*path, written)
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                yield from _leaf((*here, index), name, item)
        else:
            yield from _leaf(here, name, value)


@cache
def _fields(model: type[Part]) -> tuple[tuple[str, str], ...]:
    """Return each field's name in the model and in the file."""
    return tuple((name, field.alias or name) for name, field in model.model_fields.items())


def _leaf(path: FieldPath, name: str, value: Any) -> Iterator[Leaf]:
    if isinstance(value, Part):
        yield from leaves(value, path)
    else:
        yield Leaf(path, name, value)
