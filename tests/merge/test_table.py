"""The table of the three-way merge, by exhaustion."""

from itertools import product

import pytest

from merge.record import merge_record
from merge.shape import SHAPES, Shape
from merge.table import Decision, decide
from merge.values import same

VALUES = (None, "a", "b", "c")
TABLE = [
    ("A", "A", "A", Decision.KEEP),
    ("A", "A", "B", Decision.TAKE),
    ("A", "B", "A", Decision.KEEP),
    ("A", "B", "B", Decision.KEEP),
    ("A", "B", "C", Decision.CONFLICT),
    (None, None, "A", Decision.TAKE),
    (None, "A", "A", Decision.KEEP),
    (None, "A", "B", Decision.CONFLICT),
    (None, "A", None, Decision.KEEP),
    ("A", None, "A", Decision.KEEP),
    ("A", None, "B", Decision.CONFLICT),
    ("A", None, None, Decision.KEEP),
    ("A", "A", None, Decision.TAKE),
    ("A", "B", None, Decision.CONFLICT),
]
PLAIN = Shape()
TRIPLES = list(product(VALUES, repeat=3))


def record(value: str | None) -> dict[str, str]:
    return {"field": value} if value else {}


def settled(ours: str | None, changes: object) -> str | None:
    assert isinstance(changes, dict)
    return changes.get("field", ours)


@pytest.mark.parametrize(("base", "ours", "theirs", "decision"), TABLE)
def test_each_row_of_the_table(
    base: str | None, ours: str | None, theirs: str | None, decision: Decision
) -> None:
    assert decide(base, ours, theirs) is decision


@pytest.mark.parametrize(("base", "ours", "theirs"), TRIPLES)
def test_what_a_writer_wrote_stays_or_is_asked_about(
    base: str | None, ours: str | None, theirs: str | None
) -> None:
    merged = merge_record(PLAIN, record(base), record(ours), record(theirs))
    if ours != base:
        assert settled(ours, merged.changes) == ours
    if ours != base and theirs not in (base, ours):
        assert [conflict.fields for conflict in merged.conflicts] == [("field",)]
    else:
        assert not merged.conflicts


@pytest.mark.parametrize(("base", "ours", "theirs"), TRIPLES)
def test_a_second_run_changes_nothing(base: str | None, ours: str | None, theirs: str | None) -> None:
    merged = merge_record(PLAIN, record(base), record(ours), record(theirs))
    after = record(settled(ours, merged.changes))
    again = merge_record(PLAIN, merged.base, after, record(theirs))
    assert (again.changes, again.base, again.conflicts) == ({}, merged.base, merged.conflicts)


@pytest.mark.parametrize(("base", "ours", "theirs"), TRIPLES)
def test_a_crash_between_file_and_base_changes_nothing(
    base: str | None, ours: str | None, theirs: str | None
) -> None:
    merged = merge_record(PLAIN, record(base), record(ours), record(theirs))
    after = record(settled(ours, merged.changes))
    again = merge_record(PLAIN, record(base), after, record(theirs))
    assert again.changes == {}
    assert again.base == merged.base
    assert again.conflicts == merged.conflicts


@pytest.mark.parametrize("side", ["ours", "theirs"])
@pytest.mark.parametrize(("base", "ours", "theirs"), TRIPLES)
def test_a_settled_conflict_is_settled_for_good(
    base: str | None, ours: str | None, theirs: str | None, side: str
) -> None:
    merged = merge_record(PLAIN, record(base), record(ours), record(theirs), take=side)  # type: ignore[arg-type]
    assert not merged.conflicts
    after = settled(ours, merged.changes)
    if ours != base and theirs not in (base, ours):
        assert after == (ours if side == "ours" else theirs)
    again = merge_record(PLAIN, merged.base, record(after), record(theirs))
    assert (again.changes, again.conflicts) == ({}, ())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("é", "e\u0301"),
        ("text\n", "text"),
        ("", None),
        ([], None),
        ({}, None),
        ({"a": ""}, None),
        ([["x"]], [["x"]]),
    ],
)
def test_values_that_mean_the_same(one: object, other: object) -> None:
    assert same(one, other) and same(other, one)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"), [("a", "A"), ("a", "a "), ("a\n\n", "a"), (["a", "b"], ["b", "a"])]
)
def test_values_that_differ(one: object, other: object) -> None:
    assert not same(one, other)  # type: ignore[arg-type]


def test_every_coupled_group_holds_what_the_record_is_about() -> None:
    for shape in SHAPES.values():
        assert not shape.group or set(shape.core) <= set(shape.group)
