"""JSON Schema (draft 2020-12) of a type of record, read off its fields."""

from collections.abc import Iterator
from decimal import Decimal
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from explainer.records.fields import Range, Text
from explainer.records.json_values import json_values
from explainer.records.part import Field, Part, fields_of

Schema = dict[str, Any]


def json_schema(model: type[Part]) -> Schema:
    """Return the schema of a type of record, the types of its parts under `$defs`."""
    definitions = {
        part.__name__: _object(part) for part in sorted(_parts(model), key=lambda part: part.__name__)
    }
    return _object(model) | ({"$defs": definitions} if definitions else {})


def parts_in(annotation: Any) -> Iterator[type[Part]]:
    """Yield the types of parts that a field may hold, not those that they hold themselves."""
    if isinstance(annotation, type) and issubclass(annotation, Part):
        yield annotation
    for argument in get_args(annotation):
        yield from parts_in(argument)


def _parts(model: type[Part]) -> set[type[Part]]:
    own = {part for field in fields_of(model) for part in parts_in(field.annotation)}
    return own.union(*map(_parts, own))


def _object(model: type[Part]) -> Schema:
    fields = fields_of(model)
    required = [field.written for field in fields if field.is_required]
    return {
        "title": model.__name__,
        "description": " ".join((model.__doc__ or "").split()),
        "type": "object",
        "properties": {field.written: _property(field) for field in fields},
        "additionalProperties": False,
    } | ({"required": required} if required else {})


def _property(field: Field) -> Schema:
    title = field.written.replace("_", " ").title()
    schema: Schema = {"title": title} | _value(field.annotation)
    if field.description:
        schema["description"] = field.description
    if not field.is_required:
        schema["default"] = _default(field.default)
    return schema


def _default(value: object) -> object:
    return json_values(value) if isinstance(value, Part) else value


def _value(annotation: Any, limits: tuple[object, ...] = ()) -> Schema:
    """Return the schema of what an annotation allows; see `validation.reader`, which reads the same."""
    arguments = get_args(annotation)
    if hasattr(annotation, "__metadata__"):
        return _value(arguments[0], annotation.__metadata__)
    if get_origin(annotation) in (Union, UnionType):
        (only,) = (each for each in arguments if each is not type(None))
        return {"anyOf": [_value(only), {"type": "null"}]}
    if get_origin(annotation) is tuple:
        return {"type": "array", "items": _value(arguments[0])} | _limited(limits, "Items")
    if get_origin(annotation) is Literal:
        return {"type": "string", "enum": list(arguments)}
    if issubclass(annotation, Part):
        return {"$ref": f"#/$defs/{annotation.__name__}"}
    return {"type": _TYPES[annotation]} | _limited(limits, "imum")


_TYPES = {str: "string", int: "integer", Decimal: "number", bool: "boolean"}


def _limited(limits: tuple[object, ...], what: str) -> Schema:
    """Return what limits allow, under the names that JSON Schema has for it: `minItems`, `minimum`."""
    found: Schema = {}
    for each in limits:
        if isinstance(each, Range):
            found |= {f"min{what}": each.least, f"max{what}": each.most}
        if isinstance(each, Text):
            found |= {"minLength": each.least or None, "maxLength": each.most, "pattern": each.form or None}
    return {name: value for name, value in found.items() if value is not None}
