"""Which fields of a record hang together, and which of them say what the record is about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """How one kind of record merges; a field not named here merges by itself."""

    group: tuple[str, ...] = ()
    """Fields that merge as one unit: half of one version and half of the other is a misquote."""
    core: tuple[str, ...] = ()
    """What the record says. A record that was deleted or checked is asked about only when this changes."""
    sets: tuple[str, ...] = ()
    """Lists that both sides may add to and take from, item by item."""
    suggested: tuple[str, ...] = ()
    """Fields in which extraction only makes a start: a writer's own words there are never asked about."""
    has_passage: bool = False
    """Stands for a passage of one source, and is orphaned when that vanishes."""


PLACE = ("start", "end")
"""Where the words stand. It follows them and is never itself a reason for a conflict."""

STATUS = "status"

SHAPES: dict[str, Shape] = {
    "quotes": Shape(
        group=("exact", "prefix", "suffix", "source", "speaker"),
        core=("exact", "source", "speaker"),
        has_passage=True,
    ),
    "figures": Shape(
        group=(
            "value", "value_max", "unit", "qualifier", "period", "exact", "prefix", "suffix", "source",
        ),
        core=("value", "value_max", "unit", "qualifier", "period", "exact", "source"),
        suggested=("label",),
        has_passage=True,
    ),
    "people": Shape(core=("name",), sets=("aliases",)),
    "issues": Shape(core=("title",), sets=("passages",)),
    "sources": Shape(core=("file",)),
}  # fmt: skip
"""By folder of `content/`."""
