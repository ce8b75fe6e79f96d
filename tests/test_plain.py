"""What is read without a parser is what the parser reads, and everything doubtful is left to that."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.strict_yaml.plain import fields, groups
from explainer.strict_yaml.reading import parse
from explainer.words import FOLDER

PIECES = (
    "title", "exact", "a", ": ", ":", "#", " #", " ", "  ", "\n", '"', "'", "''", '\\"', "\\n", "\\\\", "\\",
    "[", "]", "{", "}", ",", ", ", "-", "- ", "?", "? ", "!", "&a", "*a", "|", ">", "%", "@", "`", "~",
    "null", "Null", "---", "...", "é", "“", "‘", "’", "\u00a0", "\u2028", "\u0085", "\u200b", "\ufeff", "\t",
    "\r", "12", "https://x.example/?q=1#f", "it's", "A.B.", "=", "<<", "(b)", "/", "𝄞", "١", "\u0301",
    " word", " two words",
)  # fmt: skip
VALUES = st.lists(st.sampled_from(PIECES), max_size=7).map("".join)
WRAPPED = st.builds(str.format, st.sampled_from(["{}", '"{}"', "'{}'", "[{}]"]), VALUES)
LINES = st.one_of(st.builds("{}: {}".format, st.sampled_from("abc"), WRAPPED), VALUES)
FILES = st.builds(
    lambda lines, end: "\n".join(lines) + end, st.lists(LINES, max_size=3), st.sampled_from(["", "\n"])
)


NAMES = ("one", "other", "on", "EUR", "since-when", "null", "a_b", "x")
FEWER = st.lists(
    st.sampled_from(("a", " ", ":", "#", "'", "é", "“", "12", "it's", "{n}", ".", "\u00a0")), max_size=4
)
TEXT = st.builds(str.format, st.sampled_from(["{}", '"{}"', "'{}'", "“{}"]), FEWER.map("".join)) | WRAPPED
FORMS = st.lists(st.sampled_from(NAMES[:3]), max_size=3).map(
    lambda names: "{ " + ", ".join(f'{name}: "{{n}} {name}"' for name in names) + " }"
)
TEXTS = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True).flatmap(
    lambda names: st.tuples(*(st.builds(f"  {name}: {{}}".format, TEXT | FORMS) for name in names))
)
GROUPS = st.builds("{}:\n{}".format, st.sampled_from(NAMES), TEXTS.map("\n".join))


@pytest.mark.parametrize(
    ("read", "texts"), [(fields, FILES), (groups, st.lists(GROUPS, max_size=3).map("\n".join))]
)
@given(data=st.data())
@settings(max_examples=3_000, deadline=None)
def test_both_ways_of_reading_say_the_same(
    data: st.DataObject, read: Callable[[str], object], texts: st.SearchStrategy[str]
) -> None:
    text = data.draw(texts)
    found = read(text)
    if found is None:
        return
    for pure in (False, True):
        parsed = parse(text, pure=pure)
        assert parsed.faults == [] and parsed.value == found


def test_what_the_interface_says_is_read_without_a_parser() -> None:
    text = (FOLDER / "en.yml").read_text(encoding="utf-8")
    assert groups(text) == parse(text).value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a:\n",
        "  b: c\n",
        "a:\n  b: c\na:\n  d: e\n",
        "a:\n  b: c\n  b: d\n",
        "a: b\n",
        "a:\n  b:\n    c: d\n",
    ],
)
def test_what_is_no_such_group_goes_to_the_parser(text: str) -> None:
    assert groups(text) is None


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("exact: the river, at $3 (or less): ours", None),
        ("exact: the river at $3 (or less)", "the river at $3 (or less)"),
        ('prefix: "the end.\\n\\n“"', "the end.\n\n“"),
        ("exact: 'it''s \"ours\"'", 'it\'s "ours"'),
        ("issues: [drug-policy, trade]", ["drug-policy", "trade"]),
        ("aliases: [Ada Roe, A. Roe]", ["Ada Roe", "A. Roe"]),
        ("refs: []", []),
        ("url: https://news.example/a?b=c#d", "https://news.example/a?b=c#d"),
        ("title: Fish # and chips", None),
        ("speaker: null", None),
        ("speaker:", None),
        ("exact: >-", None),
        ("issues: [trade, ~]", None),
        ('exact: "a \\u202e b"', None),
    ],
)
def test_a_field_on_a_line_is_read_without_a_parser_where_nothing_is_doubtful(
    line: str, value: object
) -> None:
    expected = None if value is None else {"kind": "direct", line.partition(":")[0]: value}
    assert fields(f"# A comment\n\nkind: direct\n{line}\n") == expected


@pytest.mark.parametrize(
    "text", ["", "# only a comment\n", "a: b\na: c\n", "a: b\n  c\n", "- a\n", "a: b\r\n", "A: b\n"]
)
def test_what_is_no_such_file_goes_to_the_parser(text: str) -> None:
    assert fields(text) is None
