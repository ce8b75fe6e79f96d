"""What a command notes for the next one is what that one reads, however it was written and cut short."""

import copy
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from explainer.contents import notes
from explainer.library.reading import read
from explainer.records.model import RECORD_TYPES

COMPLETE = Path(__file__).resolve().parent / "sites/complete"

Parts = dict[str, dict[str, object]]
HELD = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 3) | st.tuples(st.text(max_size=3))) | (
    st.dictionaries(st.sampled_from("abc"), st.tuples(st.integers(-9, 9), st.integers(0, 2**70)))
)
MANY: Parts = {"made": {f"page {number}": number for number in range(200)}, "sizes": {}}


@given(st.lists(st.fixed_dictionaries({"made": HELD, "sizes": HELD}), min_size=1, max_size=9))
def test_what_was_noted_last_is_read(tmp_path_factory: object, states: list[Parts]) -> None:
    path = tmp_path_factory.mktemp("notes") / "note"  # type: ignore[attr-defined]
    for parts in states:
        notes.save(parts, path, "1", since=notes.load(path, "1"))
        found = notes.load(path, "1")
        assert found and found.parts == parts
    assert notes.load(path, "2") is None


def test_what_has_changed_is_added_until_that_is_half_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "note"
    notes.save(MANY, path, "1")
    whole, inodes = path.stat().st_size, set()
    for number in range(60):
        parts = {**MANY, "made": {**MANY["made"], "page 7": f"made again {number}"}}
        notes.save(parts, path, "1", since=notes.load(path, "1"))
        inodes.add(path.stat().st_ino)
        found = notes.load(path, "1")
        assert found and found.parts == parts and path.stat().st_size < 2 * whole
    assert 1 < len(inodes) < 30, "it is written anew now and then, and not each time"


def test_a_kill_while_something_is_added_leaves_what_stood_there_before(tmp_path: Path) -> None:
    path = tmp_path / "note"
    notes.save(MANY, path, "1")
    whole = path.read_bytes()
    changed = copy.deepcopy(MANY)
    changed["sizes"]["page 7"] = 7
    notes.save(changed, path, "1", since=notes.load(path, "1"))
    added = path.read_bytes()
    assert added.startswith(whole)
    for size in range(len(whole), len(added)):
        path.write_bytes(added[:size])
        found = notes.load(path, "1")
        assert found and found.parts == MANY
        notes.save(changed, path, "1", since=found)
        again = notes.load(path, "1")
        assert again and again.parts == changed


def test_nothing_is_added_to_what_somebody_else_has_written_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "note"
    notes.save(MANY, path, "1")
    since = notes.load(path, "1")
    notes.save({"made": {}, "sizes": {}}, path, "1")
    changed = {**MANY, "sizes": {"page 7": 7}}
    notes.save(changed, path, "1", since=since)
    found = notes.load(path, "1")
    assert found and found.parts == changed
    path.unlink()
    notes.save(MANY, path, "1", since=found)
    again = notes.load(path, "1")
    assert again and again.parts == MANY


def test_a_file_of_anything_else_is_no_note(tmp_path: Path) -> None:
    (tmp_path / "note").write_bytes(b"no note")
    assert notes.load(tmp_path / "note", "1") is None
    assert notes.load(tmp_path / "nothing", "1") is None


def test_a_record_of_any_type_is_the_same_after_it_was_noted(tmp_path: Path) -> None:
    library = read(COMPLETE)
    parts = {"records": {record.ref: record for record in library}}
    notes.save(parts, tmp_path / "note", "1")
    found = notes.load(tmp_path / "note", "1")
    assert found and found.parts == parts
    assert {type(record) for record in found.parts["records"].values()} == {*RECORD_TYPES}
    for record in found.parts["records"].values():
        assert record == library.get(record.ref)
        assert repr(record.replace(status="draft")).count("'draft'") == 1
