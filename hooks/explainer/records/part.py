"""What a record and its parts are: values fixed once read, and fields that can be listed."""

from collections.abc import Mapping
from functools import cache
from typing import (
    Any,
    ClassVar,
    Literal,
    NamedTuple,
    Never,
    NoReturn,
    Self,
    TypeVar,
    dataclass_transform,
    get_args,
    get_origin,
)

REQUIRED = ...
"""Stands for the default of a field that a file must fill."""


class Field(NamedTuple):
    """A field of a record or a part."""

    name: str
    written: str
    """Its name in files."""
    annotation: Any
    """What it may hold; `fields.py` has the kinds."""
    default: object
    """What it holds where a file says nothing; `REQUIRED` where a file must."""
    description: str
    """What it is for; empty where its name says so."""

    @property
    def is_required(self) -> bool:
        """Whether a file must fill it."""
        return self.default is REQUIRED

    @property
    def choices(self) -> tuple[str, ...]:
        """The words of which it holds one; empty where it may hold others."""
        return _choices(self.annotation)


@dataclass_transform(kw_only_default=True, frozen_default=True)
class _PartType(type):
    """The type of a type whose annotations are its fields, as a frozen dataclass's are (PEP 681)."""


class Part(metaclass=_PartType):
    """What all records and their parts share: fixed once read, no unknown fields.

    Making one looks at no value: what a file holds becomes one by `validation`. A dataclass would write code
    for each of 23 types at every start.
    """

    def __init__(self, **values: Any) -> None:
        held = {field.name: values.pop(field.name, field.default) for field in fields_of(type(self))}
        lacking = [name for name, value in held.items() if value is REQUIRED]
        if values or lacking:
            raise TypeError(f"{type(self).__name__} lacks {lacking} and has no {[*values]}")
        vars(self).update(held)

    def __setattr__(self, name: str, value: Never) -> NoReturn:
        """Refuse: who wants other values takes `replace`."""
        raise AttributeError(f"{name}: a {type(self).__name__} is fixed once read")

    def __delattr__(self, name: str) -> NoReturn:
        """Refuse, likewise."""
        raise AttributeError(f"{name}: a {type(self).__name__} is fixed once read")

    def __eq__(self, other: object) -> bool:
        """Compare by type and values."""
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        """Return the same for the same values."""
        return hash(tuple(vars(self).values()))

    def __repr__(self) -> str:
        """Return type and values, the same for the same values."""
        return f"{type(self).__name__}({vars(self)})"

    def replace(self, **values: object) -> Self:
        """Return the same with other values, which are not looked at; raises TypeError for no such field."""
        if unknown := values.keys() - vars(self).keys():
            raise TypeError(f"{type(self).__name__} has no {sorted(unknown)}")
        return filled(type(self), {**vars(self), **values})


P = TypeVar("P", bound=Part)


def filled(model: type[P], values: Mapping[str, object]) -> P:
    """Return a part that holds these values, a value for each field in their order."""
    part = object.__new__(model)
    vars(part).update(values)
    return part


@cache
def fields_of(model: type[Part]) -> tuple[Field, ...]:
    """Return a type's fields in their order; a name that ends in _ is written without it.

    A field that a type annotates anew keeps its place among those that it has from another.
    """
    annotated: dict[str, Any] = {}
    for base in reversed(model.__mro__):
        annotated.update(_annotations(base))
    return tuple(
        Field(name, name.rstrip("_"), annotation, getattr(model, name, REQUIRED), _description(annotation))
        for name, annotation in annotated.items()
        if get_origin(annotation) is not ClassVar
    )


def _annotations(base: type) -> Mapping[str, Any]:
    found: Mapping[str, Any] = vars(base).get("__annotations__", {})
    return found


def _description(annotation: Any) -> str:
    return next((told for told in getattr(annotation, "__metadata__", ()) if isinstance(told, str)), "")


def _choices(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    if get_origin(annotation) is tuple:
        return ()
    return next((found for each in get_args(annotation) if (found := _choices(each))), ())
