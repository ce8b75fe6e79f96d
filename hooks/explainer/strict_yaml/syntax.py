"""Faults of YAML syntax in words for writers."""

import re
from collections.abc import Iterator
from itertools import islice

import yaml

from explainer.strict_yaml.parsed import Fault, Place
from explainer.text.characters import CONTROL, CONTROL_OR_BIDI, is_plain, name, place
from explainer.text.pattern import pattern

_SET_IN = pattern(r"([ ]+)(?:- )?\w+")
"""What stands before the colon in a line that is a field and begins further in than those beside it."""
_FIRST = pattern(r"^(?!#|---|\s*$)[ ]*", re.MULTILINE)
_OPENED = pattern(
    r"""^(?:[ ]*(?:- )?\w+:[ ]+|[ ]*- )(?=(["']))(?:"(?:[^"\\\n]|\\.)*|'(?:[^'\n]|'')*)(?=\n)""", re.MULTILINE
)
"""A value that opens with a quotation mark and does not close it in its line."""
_FIELD = pattern(r"(?:[ ]*\n)*[ ]*(?:- |# ?)?[a-z_]+:(?:\s|$)")
_MARKER = pattern(r"^(?:<{7}|={7}|>{7}|\|{7})(?=\s|$)|^%|\t", re.MULTILINE)
_MARKER_SIGNS = pattern(r"\n[%<=>|]|\A[%<=>|]")
_MARKERS = {
    "\t": "a tab; use spaces",
    "%": "a directive; remove this line, or quote the text that begins with %",
}
_CONFLICT = "a conflict marker; choose one side and remove the marker lines"
_QUOTE_IT = "put the whole value in quotation marks"

_NEVER_CLOSED = "this quotation mark is never closed; was the file cut short?"
_CLOSE_IT = "this quotation mark is never closed; put one at the end of the value"
_FIELD_SET_IN = (
    "this line begins further in than its neighbors; line it up with them, "
    "or put a text of several lines in quotation marks"
)
_FIRST_SET_IN = "this line begins further in than the fields below; line it up with them"

_SENTENCES = (
    # (words of PyYAML's problem, whether the construct's beginning is the place to show, our sentence)
    ("mapping values are not allowed", False, f"a colon and a space inside an unquoted value; {_QUOTE_IT}"),
    ("that cannot start any token", False, f"a value cannot begin with this sign; {_QUOTE_IT}"),
    ("expected alphabetic or numeric", True, f"a value cannot begin with this sign; {_QUOTE_IT}"),
    ("undefined tag handle", True, f"a value cannot begin with this sign; {_QUOTE_IT}"),
    ("expected a comment or a line break", True, f"a text begins in the line below | or >; else {_QUOTE_IT}"),
    ("could not find expected ':'", True, "expected `name: value`; a colon is missing, or a mark not closed"),
    ("unknown escape character", False, "after \\ in double quotation marks; write \\\\ for a backslash"),
    ("escape sequence of", False, "an incomplete \\ escape; write \\\\ for a backslash"),
    ("expected ',' or ']'", True, f"this list lacks a comma or its closing ]; for text, {_QUOTE_IT}"),
    ("expected ',' or '}'", True, f"these braces lack a comma or the closing }}; for text, {_QUOTE_IT}"),
    ("expected <block end>", False, "does not fit the lines above; check indentation and quotation marks"),
    ("expected the node content", False, "a value is missing here"),
    ("indentation", False, "the indentation is not right; use two more spaces than the line it belongs to"),
    ("sequence entries are not allowed", False, "a list cannot begin here; start it on the next line"),
    ("mapping keys are not allowed", False, f"a value cannot begin with ? here; {_QUOTE_IT}"),
)  # fmt: skip


def faults_before_parsing(text: str, *, most: int) -> Iterator[Fault]:
    """Yield what no file may hold, wherever it stands: controls, tabs, conflict markers, directives."""
    if is_plain(text) and not _MARKER_SIGNS.search(text):
        return  # nearly all files
    for match in islice(CONTROL_OR_BIDI.finditer(text), most):
        yield Fault(Place(*place(text, match.start())), (), f"{name(match[0])} is not allowed; remove it")
    found = _MARKER.search(text)
    if found:
        yield Fault(Place(*place(text, found.start())), (), _MARKERS.get(found[0], _CONFLICT))


def can_be_parsed(text: str) -> bool:
    """Return whether a parser would read `text` at all; direction marks do not hinder it, controls do."""
    return not (CONTROL.search(text) or _MARKER.search(text) or "\ufeff" in text)


def syntax_fault(error: Exception, text: str) -> Fault:
    """Return the fault that stopped the parser of `text`: what YAML expected, said for a writer."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return Fault(Place(1, 1), (), "holds an escape (\\x, \\u, \\U) that is no character")
    problem, context = error.problem or "", error.context or ""
    begin, end = error.context_mark or error.problem_mark, error.problem_mark or error.context_mark
    if end and (opened := _unclosed_before(text, end.index)) is not None:
        return Fault(Place(*place(text, opened)), (), _CLOSE_IT)
    if "quoted scalar" in context and ("end of stream" in problem or "document separator" in problem):
        return Fault(_place(begin), (), _NEVER_CLOSED)
    if "flow node" in context and "<stream end>" in problem:
        bracket = max(text.rfind("["), text.rfind("{"))
        return Fault(Place(*place(text, bracket)), (), f"this bracket is never closed; for text, {_QUOTE_IT}")
    if end and (fault := _in_line(problem, end, text)):
        return fault
    for words, at_beginning, sentence in _SENTENCES:
        if words in problem:
            return Fault(_place(begin if at_beginning else end), (), sentence)
    return Fault(_place(end), (), f"is not valid YAML ({problem})")


def _unclosed_before(text: str, index: int) -> int | None:
    """Return where a quotation mark opens that only a later line would close, or None."""
    for found in _OPENED.finditer(text, 0, index):
        if _FIELD.match(text, found.end() + 1):
            return found.start(1)
    return None


def _in_line(problem: str, mark: yaml.Mark, text: str) -> Fault | None:
    """Return the fault that the line tells better than the parser, None where it does not."""
    first = _FIRST.search(text)
    if "<document start>" in problem and first and first[0]:
        return Fault(Place(*place(text, first.end())), (), _FIRST_SET_IN)
    before = text[text.rfind("\n", 0, mark.index) + 1 : mark.index]
    if "mapping values are not allowed" in problem and (line := _SET_IN.fullmatch(before)):
        return Fault(Place(mark.line + 1, line.end(1) + 1), (), _FIELD_SET_IN)
    if "expected <block end>" in problem and before.strip():
        return Fault(_place(mark), (), f"this stands after the end of the value; {_QUOTE_IT}")
    return None


def _place(mark: yaml.Mark | None) -> Place:
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)
