"""Whether values make a record: its type's fields say what each may hold.

A field's annotation becomes a reader once, a type's readers a reader of the whole. Values without fault pass
at the least cost; only where one fails are all looked at again, for everything that is wrong.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin

from explainer.records import values
from explainer.records.fields import Range, Text
from explainer.records.invalid import Finding, Invalid, found, unknown_field
from explainer.records.part import Part, fields_of, filled
from explainer.records.values import Reader
from explainer.text.suggestion import nearest

P = TypeVar("P", bound=Part)


def validated(model: type[P], given: object) -> P:
    """Return what values under their names in files make; raises Invalid with every fault."""
    return _of_part(model)(given)  # type: ignore[no-any-return]


@cache
def _of_part(model: type[Part]) -> Reader:
    fields = fields_of(model)
    readers = {each.written: (each.name, reader(each.annotation)) for each in fields}
    empty = {each.name: each.default for each in fields}
    required = frozenset(each.written for each in fields if each.is_required)

    def read(given: Any) -> Part:
        if isinstance(given, model):
            return given
        if not isinstance(given, dict):
            raise Invalid.of(f"expected fields, each as `name: value`, found {found(given)}")
        held = empty.copy()
        try:
            for written, value in given.items():
                name, read_value = readers[written]
                held[name] = read_value(value)
        except (KeyError, Invalid):
            raise Invalid(_faults(given, readers, required)) from None
        if not required <= given.keys():
            raise Invalid(_faults(given, readers, required))
        return filled(model, held)

    return read


def _faults(
    given: Mapping[str, Any], readers: Mapping[str, tuple[str, Reader]], required: frozenset[str]
) -> Iterator[Finding]:
    """Yield all that is wrong with a part's values; a field that is there, misspelled, is not missing too."""
    unknown = [written for written in given if written not in readers]
    meant = {nearest(str(written), readers) for written in unknown}
    for written, (_, read) in readers.items():
        if written in given:
            yield from _fault(read, given[written], written)
        elif written in required and written not in meant:
            yield Finding((written,), "is missing or empty; this field is required", "gap")
    for written in unknown:
        yield Finding((written,), unknown_field(str(written), readers), "name")


def _fault(read: Reader, value: Any, part: str | int) -> list[Finding]:
    try:
        read(value)
    except Invalid as invalid:
        return invalid.below(part)
    return []


def reader(annotation: Any, limits: tuple[object, ...] = ()) -> Reader:
    """Return what reads a value for an annotation; raises TypeError for one that no field may have."""
    bounds = next((each for each in limits if isinstance(each, Range)), Range())
    form = next((each for each in limits if isinstance(each, Text)), Text())
    arguments = get_args(annotation)
    if hasattr(annotation, "__metadata__"):
        return reader(arguments[0], annotation.__metadata__)
    if get_origin(annotation) in (Union, UnionType):
        (only,) = (each for each in arguments if each is not type(None))
        return _optional(reader(only))
    if get_origin(annotation) is tuple:
        return _list(reader(arguments[0]), least=bounds.least or 0)
    if get_origin(annotation) is Literal:
        return values.choice(arguments)
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return _of_part(annotation)
    plain = {str: values.text(form), int: values.whole(bounds), Decimal: values.number(bounds)}
    if annotation in plain:
        return plain[annotation]
    if annotation is bool:
        return values.truth
    raise TypeError(f"no field may hold {annotation}")


def _optional(read_it: Reader) -> Reader:
    def read(value: Any) -> Any:
        return None if value is None else read_it(value)

    return read


def _list(read_item: Reader, *, least: int) -> Reader:
    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            message = (
                f"expected a list, found {found(value)}; write each item on a line of its own after a dash"
            )
            raise Invalid.of(message)
        try:
            items = tuple(map(read_item, value))
        except Invalid:
            faults = (_fault(read_item, item, index) for index, item in enumerate(value))
            raise Invalid(each for item in faults for each in item) from None
        if len(items) < least:
            raise Invalid.of(f"needs at least {least}, has {len(items)}")
        return items

    return read
