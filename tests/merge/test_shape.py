"""What hangs together in each kind of record."""

from typing import Any

import pytest

from merge.record import merge_record
from merge.shape import SHAPES

GROUPS = {
    "quotes": ["exact", "prefix", "suffix", "source", "speaker"],
    "figures": ["value", "value_max", "unit", "qualifier", "period", "exact", "prefix", "suffix", "source"],
}
CORES = {
    "quotes": ["exact", "source", "speaker"],
    "figures": ["value", "value_max", "unit", "qualifier", "period", "exact", "source"],
    "people": ["name"],
    "issues": ["title"],
    "sources": ["file"],
}


@pytest.mark.parametrize(
    ("folder", "field"), [(folder, field) for folder in GROUPS for field in GROUPS[folder]]
)
def test_no_part_of_a_group_is_merged_without_the_rest(folder: str, field: str) -> None:
    base: dict[str, Any] = {name: f"old {name}" for name in GROUPS[folder]}
    other = next(name for name in GROUPS[folder] if name != field)
    merged = merge_record(SHAPES[folder], base, {**base, field: "by hand"}, {**base, other: "new"})
    assert (merged.changes, len(merged.conflicts)) == ({}, 1)


@pytest.mark.parametrize(
    ("folder", "field"), [(folder, field) for folder in CORES for field in CORES[folder]]
)
def test_a_deleted_record_is_asked_about_when_its_core_changes(folder: str, field: str) -> None:
    base: dict[str, Any] = {name: f"old {name}" for name in CORES[folder]}
    merged = merge_record(SHAPES[folder], base, None, {**base, field: "new"})
    assert [conflict.fields for conflict in merged.conflicts] == [(field,)]


@pytest.mark.parametrize("folder", sorted(SHAPES))
def test_only_what_stands_for_a_passage_is_orphaned(folder: str) -> None:
    base = {"status": "proposed"}
    merged = merge_record(SHAPES[folder], base, base, None)
    assert merged.changes == ({"status": "orphaned"} if folder in GROUPS else {})


def test_the_same_words_of_two_sources_are_two_passages() -> None:
    one, two = ({"source": source, "exact": "The quay is full."} for source in ("wire", "radio"))
    base: dict[str, Any] = {"title": "Trade", "passages": [one]}
    merged = merge_record(SHAPES["issues"], base, base, {**base, "passages": [one, two]})
    assert merged.changes == {"passages": [one, two]}


def test_a_check_of_a_writers_own_record_is_not_undone_by_settling() -> None:
    own = {"exact": "By hand.", "source": "wire", "status": "checked"}
    theirs = {"exact": "New.", "source": "wire", "status": "proposed"}
    assert merge_record(SHAPES["quotes"], None, own, theirs, take="theirs").changes == {"exact": "New."}


def test_kinds_without_a_group_keep_places_as_plain_fields() -> None:
    base = {"title": "Trade", "start": "1"}
    assert merge_record(SHAPES["issues"], base, base, {**base, "start": "2"}).changes == {"start": "2"}
