"""What a record and its parts are: values fixed once read, and fields that can be listed."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import (
    Any,
    Literal,
    NamedTuple,
    Self,
    TypeVar,
    dataclass_transform,
    get_args,
    get_origin,
)

REQUIRED = MISSING


class Field(NamedTuple):
    """A field of a record or a part."""

    name: str
    written: str
    """Its name in files."""
    annotation: Any
    """What it may hold; see `fields`."""
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
    """Makes the fields of each type those of a frozen dataclass."""

    def __init__(cls, name: str, bases: tuple[type, ...], values: dict[str, Any]) -> None:
        super().__init__(name, bases, values)
        # Comparing and printing are the same for all: defined for each they take half of the time.
        dataclass(frozen=True, kw_only=True, eq=False, repr=False)(cls)  # type: ignore[arg-type]


class Part(metaclass=_PartType):
    """What all records and their parts share: fixed once read, no unknown fields.

    Making one looks at nothing: what a file holds becomes one by `validation`.
    """

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
        """Return the same with other values, which are not looked at."""
        return filled(type(self), {**vars(self), **values})


P = TypeVar("P", bound=Part)


def filled(model: type[P], values: Mapping[str, object]) -> P:
    """Return a part that holds these values, a value for each field in their order."""
    part = object.__new__(model)
    vars(part).update(values)
    return part


@cache
def fields_of(model: type[Part]) -> tuple[Field, ...]:
    """Return a type's fields in their order; a name that ends in _ is written without it."""
    found = []
    for each in fields(model):
        told = getattr(each.type, "__metadata__", ())
        description = next((word for word in told if isinstance(word, str)), "")
        found.append(Field(each.name, each.name.rstrip("_"), each.type, each.default, description))
    return tuple(found)


def _choices(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    if get_origin(annotation) is tuple:
        return ()
    return next((found for each in get_args(annotation) if (found := _choices(each))), ())
