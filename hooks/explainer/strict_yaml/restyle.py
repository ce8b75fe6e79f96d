"""A new value in the dress of the old one: bare, between the same marks, or as a block of lines."""

from typing import NamedTuple

from explainer.strict_yaml.dump import double_quoted, is_bare, scalar, single_quoted
from explainer.text.pattern import pattern

_SAFE_START = pattern(r"[^\W_]")
_UNSAFE = pattern(
    r": |:$| #|[^ ]\t|\t| $|[\x00-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]"
)
_IN_FLOW = pattern(r"[,\[\]{}]")
_PRINTABLE_LINES = pattern(
    r"[^\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]*"
)


class Dress(NamedTuple):
    """How a scalar stood in its file."""

    style: str
    """`'`, `"`, `|`, `>`, or empty for bare."""
    text: str
    """All of it, with marks or block header."""
    in_flow: bool
    """Between brackets, where commas end a value."""
    indent: int
    """Columns by which the lines of a new block are indented."""
    line_break: str


def restyled(value: str, dress: Dress) -> str:
    """Return the scalar as nearly in the old style as the new value allows."""
    if dress.style in ("|", ">"):
        return _block(value, dress) or double_quoted(value)
    if dress.style == "'":
        return (
            single_quoted(value)
            if _PRINTABLE_LINES.fullmatch(value) and "\n" not in value
            else double_quoted(value)
        )
    if dress.style == '"':
        return double_quoted(value)
    return value if _may_stand_bare(value, in_flow=dress.in_flow) else scalar(value)


def _may_stand_bare(value: str, *, in_flow: bool) -> bool:
    if is_bare(value):
        return True
    is_prose = " " in value and _SAFE_START.match(value) and not _UNSAFE.search(value)
    return bool(is_prose) and not (in_flow and _IN_FLOW.search(value))


def _block(value: str, dress: Dress) -> str | None:
    """Return the value as a block of lines; None where a block cannot hold it."""
    body = value.removesuffix("\n")
    lines = body.split("\n")
    holds = (
        body and not body.endswith("\n") and not lines[0].startswith(" ") and _PRINTABLE_LINES.fullmatch(body)
    )
    if not holds:
        return None
    style = "|" if len(lines) > 1 else dress.style
    chomping = "" if value.endswith("\n") else "-"
    margin = " " * (_indent_of(dress.text) or dress.indent)
    rest = [margin + line if line else "" for line in lines]
    return dress.line_break.join([style + chomping, *rest])


def _indent_of(block: str) -> int:
    lines = [line for line in block.splitlines()[1:] if line.strip()]
    return len(lines[0]) - len(lines[0].lstrip(" ")) if lines else 0
