"""Hostile YAML behaves as its line in tests/hostile/MANIFEST.tsv says, with and without libyaml."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from explainer.contents.folder import read_all
from explainer.contents.store import load, read
from explainer.errors import ContentError, Problem
from explainer.records.fields import Date, Id, Line
from explainer.records.model import Source
from explainer.records.part import Part
from explainer.rules import check
from explainer.strict_yaml.reading import parse
from explainer.text.encoding import NotText, decode

HOSTILE = Path(__file__).parent / "hostile"


@pytest.fixture(params=["libyaml", "pure Python"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read everything twice: over libyaml, and as on a machine without it."""
    if request.param == "pure Python":
        monkeypatch.delattr(yaml, "CBaseLoader")


class Titled(Part):
    """The fields most files have."""

    id: Id = "a"
    title: Line


class Quoting(Part):
    """An old inline list of quotes."""

    id: Id
    quotes: tuple[Titled, ...]


class Timed(Part):
    """The fields of y08."""

    id: Id
    time: Line
    date: Date
    bad_date: Date
    key_date: Line


class Disguised(Part):
    """The fields of y17."""

    id: Id
    title: Line
    slug: Id
    speaker: Line


class Worded(Part):
    """The fields of y06 and y07: words and numbers, all text."""

    id: Line
    title: Line = ""
    country: Line = ""
    answer: Line = ""
    value: Line = ""
    total: Line = ""
    price: Line = ""
    hex: Line = ""


class Mistyped(Part):
    """The fields of y29."""

    id: Id
    title: Line
    quotes: tuple[Titled, ...]
    speaker: Line


def faults(name: str, model: type[Part] = Titled) -> list[str]:
    """Return `line:column: message` of each fault, all in one run."""
    problems = read(HOSTILE / name, model)[1]
    assert all(problem.path.name == name for problem in problems)
    return [f"{problem.line}:{problem.column}: {problem.message}" for problem in problems]


@pytest.mark.parametrize(
    ("name", "place", "words"),
    [
        ("y01-python-tag.yml", "2:8", "tags are not allowed"),
        ("y02-env-tag.yml", "2:8", "tags are not allowed"),
        ("y04-alias-cycle.yml", "2:9", "anchors are not allowed"),
        ("y05-dup-key.yml", "5:5", 'duplicate key "exact" (first at line 4)'),
        ("y09-hash-cut.yml", "2:21", "text after # is dropped; quote the value"),
        ("y11-colon.yml", "2:15", "put the whole value in quotation marks"),
        ("y12-tab.yml", "3:1", "a tab"),
        ("y16-invalid-utf8.yml", "2:11", "is not UTF-8 (byte 0xE9)"),
        ("y18-deep-flow.yml", "2:35", "nesting over 32 levels"),
        ("y20-slug-traversal.yml", "1:5", "is not an id: lower-case letters, digits and hyphens"),
        ("y22-case-a.yml", "1:5", "is not an id: lower-case letters, digits and hyphens"),
        ("y28-huge-scalar.yml", "2:8", "longer than the field limit (500 characters)"),
        ("y32-empty.yml", "1:1", "an empty record"),
    ],
)
def test_a_fault_is_told_at_its_place(name: str, place: str, words: str) -> None:
    found = faults(name)
    assert any(fault.startswith(f"{place}: ") and words in fault for fault in found), found


def test_no_tag_runs_anything() -> None:
    faults("y01-python-tag.yml")
    assert not Path("/tmp/HOSTILE_PWNED").exists()


def test_yaml_booleans_stay_the_words_they_are() -> None:
    record = load(HOSTILE / "y06-norway.yml", Worded).record
    assert (record.id, record.title, record.country, record.answer) == ("no", "yes", "NO", "on")


def test_numbers_stay_as_written() -> None:
    record = load(HOSTILE / "y07-numbers.yml", Worded).record
    written = (record.id, record.value, record.total, record.price, record.hex)
    assert written == ("012", "1e3", "1_000", "1.50", "0x1F")


def test_times_and_dates_are_text_and_an_impossible_day_is_told() -> None:
    day, key = faults("y08-times-dates.yml", Timed)
    assert day.startswith('4:11: "2024-02-30" is not a day of the calendar')
    assert key.startswith("6:3: expected text, found a group of fields")


def test_a_byte_order_mark_and_windows_line_ends_are_no_fault() -> None:
    assert parse(decode((HOSTILE / "y13-bom-crlf.yml").read_bytes())).value == {
        "id": "a",
        "title": "T",
        "notes": "one\ntwo\n",
    }


def test_direction_marks_and_invisible_characters_and_other_alphabets_are_told_in_one_run() -> None:
    found = faults("y17-bidi-zw.yml", Disguised)
    assert any(fault.startswith("2:14: U+202E RIGHT-TO-LEFT OVERRIDE is not allowed") for fault in found)
    assert any(fault.startswith("3:7: ") and "is not an id" in fault for fault in found)
    assert any(fault.startswith("4:11: ") and "U+0430" in fault for fault in found)


def test_all_wrong_types_are_told_in_one_run() -> None:
    found = faults("y29-wrong-types.yml", Mistyped)
    assert [fault.partition(": ")[0] for fault in sorted(found)] == ["1:5", "2:8", "3:9", "4:10"]


@pytest.mark.parametrize("name", ["y24-xss-fields.yml", "y26-ssti.yml"])
def test_markup_and_template_code_are_text_to_the_loader(name: str) -> None:
    parsed = parse((HOSTILE / name).read_text(encoding="utf-8"))
    assert not parsed.faults
    assert ("<script>" in parsed.value["title"]) or ("{{ 7*7 }}" in parsed.value["title"])


def quote_record(folder: Path, exact: str, *, line: int = 5, more: str = "") -> None:
    """Write a content folder with the control article and one quote whose `exact` stands on a given line."""
    (folder / "sources").mkdir(parents=True)
    (folder / "quotes").mkdir()
    shutil.copy(HOSTILE / "a10-plain.txt", folder / "sources")
    (folder / "sources/a10-plain.yml").write_text("title: The control article\n", encoding="utf-8")
    above = "# the lines of the old layout\n" * (line - 2) + "source: a10-plain\n"
    (folder / "quotes/q-1.yml").write_text(f'{above}exact: "{exact}"\n{more}', encoding="utf-8")


def checked(folder: Path) -> tuple[list[Problem], dict[str, Any], dict[str, str]]:
    """Return the problems of the quote, the matches and what is withheld."""
    result = check(read_all(folder))
    return [each for each in result.problems if each.path.name == "q-1.yml"], result.matches, result.withheld


@pytest.mark.parametrize(
    ("exact", "words"),
    [
        ("We will not build it.", '"not" is not in the source'),
        ("We will not sell them.", 'the source has "it", the quote "them"'),
        ("The plan costs €1.60 million.", 'the source has "1.50", the quote "1.60"'),
    ],
    ids=["y34 a word added", "a word swapped", "y35 a digit changed"],
)
def test_a_forged_quote_is_told_with_the_nearest_passage(tmp_path: Path, exact: str, words: str) -> None:
    quote_record(tmp_path, exact)
    problems, matches, _ = checked(tmp_path)
    (problem,) = problems
    assert (problem.line, problem.severity) == (5, "error")
    assert "is not in the source; nearest, at its line 1: " in problem.message
    assert words in problem.message
    assert not matches


def test_y36_a_condition_cut_off_is_withheld_until_somebody_signs(tmp_path: Path) -> None:
    quote_record(tmp_path / "unsigned", "We will build it")
    problems, _, withheld = checked(tmp_path / "unsigned")
    warning = next(problem for problem in problems if "limiting" in problem.message)
    assert (warning.line, warning.severity) == (5, "warning")
    assert 'stops before a limiting clause ("but only if' in warning.message
    assert "signed_off" in warning.message
    assert "quote:q-1" in withheld
    quote_record(
        tmp_path / "signed", "We will build it", more="signed_off: AB, the condition is in the note.\n"
    )
    problems, matches, withheld = checked(tmp_path / "signed")
    assert not problems and not withheld
    assert matches["quote:q-1"].tier == "V1"


def test_y37_marked_edits_that_hide_a_condition_wait_for_a_signature(tmp_path: Path) -> None:
    quote_record(tmp_path, "We will [the ministry] build … the council agrees.")
    problems, matches, withheld = checked(tmp_path)
    assert matches["quote:q-1"].tier == "EDITED"
    assert {problem.severity for problem in problems} == {"warning"}
    assert "hides a condition" in withheld["quote:q-1"]


MORE: dict[str, tuple[bytes, str, str]] = {
    "billion laughs": (
        b"a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: [*c,*c,*c,*c]\n",
        "1:4",
        "anchors are not allowed",
    ),
    "a leading ampersand": (b"title: &Jane said so\n", "1:8", "quote a value that begins with &"),
    "a leading asterisk": (b"title: *Jane said so\n", "1:8", "quote a value that begins with *"),
    "a leading exclamation mark": (b"title: !important news\n", "1:8", "quote a value that begins with !"),
    "a bare exclamation mark": (b"title: ! news\n", "1:8", "tags are not allowed"),
    "a tag on a group": (b"title: !!map {a: b}\n", "1:8", "tags are not allowed"),
    "a tag on a name": (b"!!str title: x\n", "1:1", "tags are not allowed"),
    "a merge key": (b"title: t\n<<: {id: b}\n", "2:1", 'there is no field "<<"'),
    "a leading at sign": (b"title: @jane\n", "1:8", "a value cannot begin with this sign"),
    "a leading backquote": (b"title: `jane`\n", "1:8", "a value cannot begin with this sign"),
    "a leading percent sign": (b"title: %d of them\n", "1:8", "a value cannot begin with this sign"),
    "an unclosed quotation": (b'title: "We will\nid: a\n', "1:8", "never closed"),
    "text after a quotation": (b'title: "We" will\n', "1:13", "quotation marks"),
    "UTF-16": ("title: café\n".encode("utf-16"), "1:1", "is UTF-16, not UTF-8"),
    "a NUL": (b"title: a\x00b\n", "1:9", "U+0000"),
    "an escape for a NUL": (b'title: "a\\0b"\n', "1:8", "U+0000"),
    "an escape for a direction mark": (b'title: "a\\u202Eb"\n', "1:8", "U+202E"),
    "an escape for half a character": (b'title: "a\\ud800b"\n', "1:8", ""),
    "an escape beyond Unicode": (b'title: "a\\U99999999b"\n', "1:", ""),
    "a lone carriage return": (b"title: a\rid: b\n", "1:9", "U+000D"),
    "a line separator": ("title: a\u2028b\n".encode(), "1:9", "U+2028"),
    "a second mark in mid-file": ("title: a\nid: \ufeffb\n".encode(), "2:5", "U+FEFF"),
    "deep blocks": (b"".join(b" " * n + b"a:\n" for n in range(200)), "33:33", "nesting over 32 levels"),
    "deep dashes": (b"- " * 500 + b"a\n", "1:", "nesting over 32 levels"),
    "a second document": (b"title: a\n---\ntitle: b\n", "2:1", "a second document"),
    "a directive": (b"%YAML 1.1\n---\ntitle: a\n", "1:1", "a directive"),
    "an unknown directive": (b"%FOO bar\n---\ntitle: a\n", "1:1", "a directive"),
    "cut in a name": (b"id: a\ntitl", "2:1", ""),
    "conflict markers": (
        b"<<<<<<< ours\ntitle: a\n=======\ntitle: b\n>>>>>>> theirs\n",
        "1:1",
        "a conflict marker; choose one side",
    ),
    "a conflict's end alone": (b"title: a\n>>>>>>> theirs\n", "2:1", "a conflict marker"),
    "comments alone": (b"# nothing\n", "1:1", "an empty record"),
    "a document mark alone": (b"---\n", "", "expected fields"),
    "a list": (b"- a\n- b\n", "1:1", "expected fields"),
    "a word": (b"title\n", "1:1", "expected fields"),
    "a group as a name": (b"{a: b}: c\n", "", "expected a field's name"),
    "null": (b"title: null\n", "1:8", '"null" says nothing here'),
    "a tilde": (b"title: ~\n", "1:8", '"~" says nothing here'),
    "nothing": (b"title:\n", "1:7", "is missing or empty"),
    "only a comment": (b"title: #4 is the bill\n", "1:8", "text after # is dropped"),
    "a cut in a list": (b"title: [bill #4,\n  x]\n", "1:14", "text after # is dropped"),
    "a misspelt field": (b"titel: a\ntitle: b\n", "1:1", 'there is no field "titel"; did you mean "title"?'),
    "very many values": (b"title: [" + b"a," * 30_000 + b"]\n", "1:", "more than 20,000 values"),
    "five megabytes and more": (b"title: " + b"a" * 5_000_001 + b"\n", "1:1", "is larger than 5 MB"),
    "many bad characters": (b"title: " + b"\x07" * 10_000 + b"\n", "1:8", "U+0007"),
}


@pytest.mark.parametrize("name", MORE)
def test_further_hostile_files_are_told_at_their_place(name: str, tmp_path: Path) -> None:
    content, place, words = MORE[name]
    path = tmp_path / "a.yml"
    path.write_bytes(content)
    problems = read(path, Titled)[1]
    found = [f"{problem.line}:{problem.column}: {problem.message}" for problem in problems]
    assert any(fault.startswith(place) and words in fault for fault in found), found
    assert len(found) <= 21
    with pytest.raises(ContentError):
        load(path, Titled)


def test_a_comment_set_off_by_two_spaces_is_a_comment(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("title: bill  # the fourth\n", encoding="utf-8")
    assert load(tmp_path / "a.yml", Titled).record.title == "bill"


def test_a_source_s_own_direction_marks_may_stand_in_its_words_as_escapes() -> None:
    assert not parse('exact: "a\\u202eb"\n').faults


LINK = "is a symbolic link; put the file itself here"
FILES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a symbolic link": (lambda folder: (folder / "a.yml").symlink_to("/etc/passwd"), LINK),
    "a link that loops": (lambda folder: (folder / "a.yml").symlink_to("a.yml"), "is a symbolic link"),
    "a folder": (lambda folder: (folder / "a.yml").mkdir(), "is not a file"),
    "an upper-case name": (
        lambda folder: (folder / "Brexit.yml").write_text("title: a\n"),
        "the file's name is the id",
    ),
    "a reserved name": (lambda folder: (folder / "index.yml").write_text("title: a\n"), "reserved"),
    "a device's name": (lambda folder: (folder / "con.yml").write_text("title: a\n"), "reserved"),
    "a name with a space": (
        lambda folder: (folder / "a b.yml").write_text("title: a\n"),
        "the file's name is the id",
    ),
    "the other suffix": (lambda folder: (folder / "a.yaml").write_text("title: a\n"), "rename it to a.yml"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_record_s_is_told_by_name(name: str, tmp_path: Path) -> None:
    make, words = FILES[name]
    (tmp_path / "sources").mkdir()
    make(tmp_path / "sources")
    contents = read_all(tmp_path)
    assert [words in problem.message for problem in contents.problems] == [True], contents.problems
    assert not contents.records[Source.KIND]


def test_y23_names_that_differ_in_case_alone_are_told_with_both(tmp_path: Path) -> None:
    (tmp_path / "issues").mkdir()
    for name in ("Brexit.yml", "brexit.yml"):
        (tmp_path / "issues" / name).write_text("title: a\nquestion: b\nsummary: c\n", encoding="utf-8")
    (problem,) = (each for each in read_all(tmp_path).problems if "same id" in each.message)
    assert {problem.path.name, *problem.message.replace(";", "").split()} >= {"brexit.yml", "Brexit.yml"}


def test_a_linked_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/a.yml").write_text("title: a\n", encoding="utf-8")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/sources").symlink_to(tmp_path / "elsewhere")
    contents = read_all(tmp_path / "content")
    assert contents.problems[0].message == "is a symbolic link; put the folder itself here"
    assert not contents.records[Source.KIND]


def test_no_text_is_read_through_a_linked_folder(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/a.txt").write_text("Nobody may read this.\n", encoding="utf-8")
    (tmp_path / "content/sources").mkdir(parents=True)
    (tmp_path / "content/sources/wire").symlink_to(tmp_path / "elsewhere")
    record = tmp_path / "content/sources/a.yml"
    record.write_text("title: a\nfile: wire/a.txt\n", encoding="utf-8")
    contents = read_all(tmp_path / "content")
    assert [problem.message for problem in contents.problems if problem.path.name == "a.yml"] == [
        "lies in a folder that is a symbolic link"
    ]
    assert not contents.articles


def test_bytes_that_are_no_text_are_told_where_they_stand() -> None:
    with pytest.raises(NotText) as caught:
        decode(b"\xef\xbb\xbffirst\nsec\xffond")
    assert (caught.value.line, caught.value.column) == (2, 4)
