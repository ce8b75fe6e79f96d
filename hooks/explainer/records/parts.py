"""The parts that records are made of."""

from typing import Annotated, Literal

from explainer.records.fields import (
    Around,
    Country,
    Date,
    Id,
    Latitude,
    Line,
    Longitude,
    Number,
    Offset,
    PictureName,
    Range,
    Ref,
    Words,
)
from explainer.records.part import Part

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


ChangeKind = Literal["minor", "major", "correction"]


class Picture(Part):
    """A picture with everything that printing it needs."""

    file: Annotated[
        PictureName,
        "JPEG, PNG or WebP, in content/pictures/; sizes for readers are made at build time.",
    ]
    alt: Annotated[Words, "What it shows, for who cannot see it."]
    credit: Annotated[Line, "Who made it, as they want to be named."]
    licence: Annotated[Line, "By what right it is printed: CC BY 4.0, public domain, licensed to us."]


class Place(Part):
    """A country, or a place in one, to find on a map."""

    country: Annotated[
        Country,
        "ISO 3166 code of two letters; its name is written in the site's language.",
    ]
    name: Annotated[Line | None, "The place in it; left out for the country itself."] = None
    lat: Annotated[Latitude | None, "Degrees north; south is below 0."] = None
    lon: Annotated[Longitude | None, "Degrees east; west is below 0."] = None
    source: Annotated[Id | None, "The source that the position was taken from."] = None
    locator: Annotated[Line | None, "Where in that source: an id, a row."] = None

    @property
    def spot(self) -> tuple[float, float] | None:
        """Return longitude and latitude where both are known."""
        return None if self.lon is None or self.lat is None else (float(self.lon), float(self.lat))


class Change(Part):
    """A dated change that readers are told of."""

    date: Date
    kind: Annotated[
        ChangeKind, "minor: wording. major: the meaning changed. correction: something was wrong."
    ]
    note: Annotated[Words, "What changed, for readers."]


class Passage(Part):
    """A stretch of a source's text."""

    source: Id
    exact: Words
    prefix: Around = ""
    suffix: Around = ""
    start: Offset | None = None
    end: Offset | None = None


class KeyPoint(Part):
    """One statement and its evidence."""

    text: Words
    refs: Annotated[tuple[Ref, ...], "kind:id of the records that bear it out."] = ()


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

    title: Annotated[Line, "What the chart shows: its finding, as a headline."]
    subtitle: Annotated[Line | None, "What is measured, in which unit; stands below the title."] = None
    figures: Annotated[tuple[Id, ...], Range(1)]
    form: Form = "line"
    events: Annotated[tuple[Id, ...], "Events to mark in a chart over time, each within its dates."] = ()
    note: Words | None = None


class Period(Part):
    """The time a figure speaks of."""

    kind: PeriodKind
    start: Date | None = None
    end: Date | None = None


class Point(Part):
    """One value of a series."""

    date: Date
    value: Annotated[Number | None, "Left empty for a gap."] = None
    value_max: Number | None = None
    qualifier: Qualifier | None = None
    source: Id | None = None
    disputed: bool = False
    note: Words | None = None


class Transcription(Part):
    """How words were copied from pages whose text is not held, so that no build can look for them."""

    by: Annotated[Line, "Who copied them."]
    on: Annotated[Date, "The day on which they were copied."]
    pages: Annotated[
        tuple[Id, ...], Range(2), "Sources that carry these words: two at least, of different publishers."
    ]
    locator: Annotated[Line | None, "Where the words stand on each of the pages."] = None


class Role(Part):
    """An office or post and when it was held."""

    title: Line
    from_: Date | None = None
    to: Date | None = None
    refs: tuple[Ref, ...] = ()
