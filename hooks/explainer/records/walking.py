"""The fields of a record, part by part, each with its path."""

from functools import cache
from typing import Any, NamedTuple

from explainer.records.part import Part, fields_of
from explainer.strict_yaml.parsed import FieldPath


class Leaf(NamedTuple):
    """A value that is no part of a record itself: its path, the name of its field, its value."""

    path: FieldPath
    name: str
    value: Any


def leaves(part: Part, path: FieldPath = ()) -> list[Leaf]:
    """Return every value in a record that is set, those in lists one by one."""
    found: list[Leaf] = []
    _gather(part, path, found)
    return found


def _gather(part: Part, path: FieldPath, found: list[Leaf]) -> None:
    values = vars(part)
    for name, written in _fields(type(part)):
        value = values[name]
        if value is None or value == ():
            continue
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                _take(item, (*path, written, index), name, found)
        else:
            _take(value, (*path, written), name, found)


def _take(value: object, path: FieldPath, name: str, found: list[Leaf]) -> None:
    if isinstance(value, Part):
        _gather(value, path, found)
    else:
        found.append(Leaf(path, name, value))


@cache
def _fields(model: type[Part]) -> tuple[tuple[str, str], ...]:
    """Return each field's name in the model and in the file."""
    return tuple((field.name, field.written) for field in fields_of(model))
