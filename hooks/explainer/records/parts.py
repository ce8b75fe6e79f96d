"""The parts that records are made of."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel, ConfigDict, Field

from explainer.records.fields import PICTURE, Date, Id, Line, Number, Offset, Ref, Words

Qualifier = Literal["about", "over", "at-least", "under", "up-to", "nearly", "between"]
"""`over` leaves the number itself out, `at-least` takes it in; `under` and `up-to` likewise."""
PeriodKind = Literal[
    "per-second", "per-minute", "per-hour", "per-day", "per-night", "per-week", "per-month",
    "per-quarter", "per-year", "per-share", "per-barrel", "per-person", "per-household", "per-student",
    "per-patient", "per-ticket", "per-vehicle", "per-unit", "per-gallon", "per-litre", "per-bushel",
    "per-ounce", "per-pound", "per-gram", "per-kilogram", "per-ton", "per-tonne", "per-acre",
    "per-hectare", "per-mile", "per-kilometre", "per-metre", "per-square-foot", "per-square-metre",
    "per-square-kilometre", "per-square-mile", "per-cubic-metre", "per-kilowatt-hour",
    "per-megawatt-hour", "per-game", "per-100", "per-1000", "per-10000", "per-100000", "per-1000000",
    "since", "until", "between", "at", "total",
]  # fmt: skip


_set = object.__setattr__
"""A part is fixed once read, so it is filled past pydantic; looked up once for ten thousand."""


class Part(BaseModel):
    """What all records and their parts share: fixed once read, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> object:
            """Say that there is no such field: pydantic's own way to say it takes three times as long."""
            raise AttributeError(f"{type(self).__name__} has no {name}")

    def __reduce__(self) -> tuple[Callable[..., "Part"], tuple[object, ...]]:
        """Return how to have it again from what a command noted: pydantic takes half as long again."""
        return _noted, (type(self), self.__dict__)


def _noted(model: type[Part], values: dict[str, object]) -> Part:
    """Return a part that was read before; which of its fields were left out is not known any more."""
    part = model.__new__(model)
    _set(part, "__dict__", values)
    _set(part, "__pydantic_fields_set__", set())
    _set(part, "__pydantic_extra__", None)
    _set(part, "__pydantic_private__", None)
    return part


ChangeKind = Literal["minor", "major", "correction"]


class Picture(Part):
    """A picture with everything that printing it needs."""

    file: str = Field(
        max_length=255, pattern=PICTURE,
        description="JPEG, PNG or WebP, in content/pictures/; sizes for readers are made at build time.",
    )  # fmt: skip
    alt: Words = Field(description="What it shows, for who cannot see it.")
    credit: Line = Field(description="Who made it, as they want to be named.")
    licence: Line = Field(
        description="By what right it is printed: CC BY 4.0, public domain, licensed to us."
    )


class Place(Part):
    """A country, or a place in one, to find on a map."""

    country: str = Field(
        pattern=r"^[A-Z]{2}$",
        description="ISO 3166 code of two letters; its name is written in the site's language.",
    )
    name: Line | None = Field(None, description="The place in it; left out for the country itself.")
    lat: Number | None = Field(None, ge=-90, le=90, description="Degrees north; south is below 0.")
    lon: Number | None = Field(None, ge=-180, le=180, description="Degrees east; west is below 0.")
    source: Id | None = Field(None, description="The source that the position was taken from.")
    locator: Line | None = Field(None, description="Where in that source: an id, a row.")

    @property
    def spot(self) -> tuple[float, float] | None:
        """Return longitude and latitude where both are known."""
        return None if self.lon is None or self.lat is None else (float(self.lon), float(self.lat))


class Change(Part):
    """A dated change that readers are told of."""

    date: Date
    kind: ChangeKind = Field(
        description="minor: wording. major: the meaning changed. correction: something was wrong."
    )
    note: Words = Field(description="What changed, for readers.")


class Passage(Part):
    """A stretch of a source's text."""

    source: Id
    exact: Words
    prefix: str = Field("", max_length=200)
    suffix: str = Field("", max_length=200)
    start: Offset | None = None
    end: Offset | None = None


class KeyPoint(Part):
    """One statement and its evidence."""

    text: Words
    refs: tuple[Ref, ...] = Field((), description="kind:id of the records that bear it out.")


class Related(Part):
    """Another issue, and why a reader of this one may want it."""

    issue: Id
    why: Words


class SearchTerms(Part):
    """Terms that mark a passage as being about an issue."""

    include: tuple[Line, ...] = ()
    exclude: tuple[Line, ...] = ()


Form = Literal["line", "bars", "dots", "table"]
"""How a chart is drawn; `table` is no drawing."""


class Chart(Part):
    """Figures drawn together: one unit, one kind of period."""

    title: Line = Field(description="What the chart shows: its finding, as a headline.")
    subtitle: Line | None = Field(
        None, description="What is measured, in which unit; stands below the title."
    )
    figures: tuple[Id, ...] = Field(min_length=1)
    form: Form = "line"
    events: tuple[Id, ...] = Field(
        (), description="Events to mark in a chart over time, each within its dates."
    )
    note: Words | None = None


class Period(Part):
    """The time a figure speaks of."""

    kind: PeriodKind
    start: Date | None = None
    end: Date | None = None


class Point(Part):
    """One value of a series."""

    date: Date
    value: Number | None = Field(None, description="Left empty for a gap.")
    value_max: Number | None = None
    qualifier: Qualifier | None = None
    source: Id | None = None
    disputed: bool = False
    note: Words | None = None


class Transcription(Part):
    """How words were copied from pages whose text is not held, so that no build can look for them."""

    by: Line = Field(description="Who copied them.")
    on: Date = Field(description="The day on which they were copied.")
    pages: tuple[Id, ...] = Field(
        min_length=2, description="Sources that carry these words: two at least, of different publishers."
    )
    locator: Line | None = Field(None, description="Where the words stand on each of the pages.")


class Role(Part):
    """An office or post and when it was held."""

    title: Line
    from_: Date | None = Field(None, alias="from")
    to: Date | None = None
    refs: tuple[Ref, ...] = ()
