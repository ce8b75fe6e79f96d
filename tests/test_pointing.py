"""A number that we say stands beside the evidence that says it: over numbers of any size."""

from decimal import Decimal
from pathlib import Path

from hypothesis import assume, given
from hypothesis import strategies as st
from toys import read_as

from explainer.contents.folder import Contents
from explainer.contents.store import Loaded
from explainer.records.model import BY_KIND, AnyRecord, Check, Figure, Issue, Person, Position, Source
from explainer.records.parts import KeyPoint, Point
from explainer.records.site import Site
from explainer.rules.pointing import unshown_numbers
from explainer.strict_yaml.parsed import Parsed

NUMBERS = st.integers(13, 10**9)
SPELLINGS = st.sampled_from(("{:,}", "{}"))


def contents(*records: AnyRecord) -> Contents:
    """Return a folder that holds these records and those they always need."""
    always = Source(id="gazette", title="Gazette"), Person(id="lee", name="Ann Lee")
    kinds: dict[str, dict[str, AnyRecord]] = {kind: {} for kind in BY_KIND}
    for record in (*always, *records):
        kinds[record.KIND][record.id] = record
    files = {each.ref: Loaded(each, Path(each.ref), Parsed()) for each in (*always, *records)}
    return Contents(Path(), Site(), kinds, files, {})


def ships(name: str, *values: int) -> Figure:
    """Return a figure: a single value, or a series that ends with the last."""
    common = {
        "id": name,
        "label": "Ships in port",
        "unit": "ships",
        "source": "gazette",
        "issues": ("harbor",),
    }
    if len(values) == 1:
        return read_as(Figure, value=Decimal(values[0]), **common)
    points = (
        read_as(Point, date=f"{1901 + place}", value=Decimal(value)) for place, value in enumerate(values)
    )
    return read_as(Figure, series=tuple(points), **common)


def said(text: str, *refs: str) -> tuple[AnyRecord, ...]:
    """Return a position, a check and an issue with a key point that all say the same and name the same."""
    common = {"id": "said", "refs": refs}
    return (
        read_as(Position, actor="lee", issue="harbor", text=text, basis="reported", as_of="1900", **common),
        read_as(
            Check,
            source="gazette",
            exact="Ships",
            finding="supports",
            note=text,
            issues=("harbor",),
            **common,
        ),
        Issue(id="harbor", title="Harbor", question="?", key_points=(KeyPoint(text=text, refs=refs),)),
    )


def told(*records: AnyRecord) -> list[str]:
    return sorted(f"{each.path}: {each.message}" for each in unshown_numbers(contents(*records)))


@given(NUMBERS, NUMBERS, SPELLINGS)
def test_a_number_is_told_unless_what_is_named_beside_it_says_it(
    shown: int, other: int, spelling: str
) -> None:
    assume(len({shown, other, 1900}) == 3)
    text = f"There were {spelling.format(shown)} ships."
    both = ships("shown", shown), ships("other", other)
    assert told(*both, *said(text, "figure:shown")) == []
    found = told(*both, *said(text, "figure:other"))
    assert [each.partition(": ")[0] for each in found] == ["check:said", "issue:harbor", "position:said"]
    assert all(f'the number "{spelling.format(shown)}"' in each for each in found)


@given(st.lists(NUMBERS, min_size=3, max_size=6, unique=True), st.data())
def test_of_a_series_only_the_point_that_is_named_counts(values: list[int], data: st.DataObject) -> None:
    assume(not {*values} & {*range(1895, 1910)})
    place = data.draw(st.integers(0, len(values) - 2))
    text, series = f"There were {values[place]:,} ships.", ships("series", *values)
    assert told(series, *said(text, f"figure:series@{1901 + place}")) == []
    found = told(series, *said(text, "figure:series"))
    assert len(found) == 3
    assert all(each.endswith(f"write figure:series@{1901 + place}") for each in found)
