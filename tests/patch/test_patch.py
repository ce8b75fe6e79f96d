"""A patch changes the values it is asked to change, and no byte besides: one layout a file."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.strict_yaml import dump
from explainer.strict_yaml.layout import Unpatchable
from explainer.strict_yaml.patch import patch
from explainer.strict_yaml.reading import parse

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))


def encoded(text: str, case: dict[str, Any]) -> bytes:
    if case.get("line_break") == "crlf":
        text = text.replace("\n", "\r\n")
    return (b"\xef\xbb\xbf" if case.get("bom") else b"") + text.encode()


@pytest.mark.parametrize("library", ["libyaml", "pure"])
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_no_byte_changes_but_those_of_the_values(
    path: Path, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if library == "pure":
        monkeypatch.delattr(yaml, "CBaseLoader", raising=False)
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    patched = patch(encoded(case["before"], case), case["set"], order=case.get("order", ()))
    assert patched.decode() == encoded(case["after"], case).decode()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_no_change_changes_no_byte(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    before = encoded(case["before"], case)
    assert patch(before, {}) == before
    assert patch(before, parse(case["before"]).value) == before


def test_there_are_layouts_enough() -> None:
    assert len(CASES) >= 35


TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\ufeff\ufffd"), min_size=1
)
WRITABLE = TEXTS.filter(lambda text: not parse(f"a: {dump.double_quoted(text)}\n").faults)


@given(value=WRITABLE, path=st.sampled_from(CASES))
@settings(max_examples=300, deadline=None)
def test_any_text_fits_into_any_layout(value: str, path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    before = encoded(case["before"], case)
    fields = parse(case["before"]).value
    for name in fields:
        if isinstance(fields[name], str):
            patched = patch(before, {name: value}).decode().removeprefix("\ufeff")
            assert parse(patched).value == {**fields, name: value}


@given(WRITABLE)
@settings(deadline=None)
def test_what_is_dumped_is_read_back(text: str) -> None:
    record = {
        "exact": text,
        "issues": [text, "b"],
        "passages": [{"source": "a", "exact": text}],
        "period": {"kind": text},
    }
    written = dump.file_text(record, schema="quote")
    parsed = parse(written)
    assert (parsed.value, parsed.faults) == (record, [])
    assert yaml.safe_load(written) == record or not any(char.isalpha() for char in text)


@pytest.mark.parametrize(
    "word", ["no", "Yes", "null", "~", "012", "1_000", "0x1F", "1e3", "12:30", "- a", "", "1.2.3", "9."]
)
def test_words_that_others_read_as_something_else_are_quoted(word: str) -> None:
    assert yaml.safe_load(dump.scalar(word)) == word


@pytest.mark.parametrize("word", ["direct", "gustavo-petro", "Gustavo Petro", "Bogotá", "a.b", "2000s"])
def test_plain_words_stand_bare(word: str) -> None:
    assert dump.scalar(word) == word


def test_a_new_file_names_its_schema_first() -> None:
    text = dump.file_text({"name": "Ana Ruiz", "aliases": [], "kind": "person"}, schema="person")
    first = "# yaml-language-server: $schema=../schema/person.schema.json"
    assert text == f"{first}\nname: Ana Ruiz\nkind: person\n"


def test_long_lists_stand_one_item_a_line() -> None:
    names = [f"A rather long name number {number}" for number in range(4)]
    assert dump.entry_lines("aliases", names) == ["aliases:", *(f"  - {name}" for name in names)]


@pytest.mark.parametrize(
    ("before", "changes"),
    [
        ("a: x\n", {"a": None}),
        ("a: [b,  # why\n  c]\n", {"a": ["b"]}),
        ("a:\n  - b\n", {"a": [["c"]]}),
        ("a:\n  - - b\n    - c\n", {"a": [["c"]]}),
    ],
)
def test_a_layout_that_does_not_allow_the_change_is_refused(before: str, changes: dict[str, Any]) -> None:
    with pytest.raises(Unpatchable):
        patch(before.encode(), changes)
