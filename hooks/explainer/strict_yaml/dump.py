"""Plain values to YAML that a writer likes to read: one spelling for each kind of text.

Words that any reader of YAML takes for text stand bare (`kind: direct`), prose is quoted, and what
cannot be seen (a no-break space, a line break) is written as an escape.
"""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from explainer.text.pattern import pattern

Value: TypeAlias = str | Sequence["Value"] | Mapping[str, "Value"]
"""What a YAML file holds once read: all scalars as strings."""

WIDTH = 100
"""Columns up to which a list of words stands on one line."""

_BARE = pattern(r"[^\W_][\w.-]*(?: [\w.-]+)*")
_TAKEN_FOR_SOMETHING_ELSE = pattern(
    r"(?i:y|n|yes|no|on|off|true|false|null)"
    r"|0[\d_][\d_.]*|0[xob]\w+|\d[\d_]*\.?\d*e[+-]?\d+|\d+_[\d_.]*|\d+\.|[\d.]+\.[\d.]*\."
)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def file_text(record: Mapping[str, Value], *, schema: str) -> str:
    """Return the text of a new file; its first line names the schema, so that editors complete fields."""
    header = f"# yaml-language-server: $schema=../schema/{schema}.schema.json\n"
    return header + "".join(line + "\n" for line in mapping_lines(record))


def mapping_lines(mapping: Mapping[str, Value]) -> list[str]:
    """Return the lines of a block mapping, not indented; empty lists and maps are left out."""
    lines: list[str] = []
    for key, value in mapping.items():
        if not isinstance(value, str) and not value:
            continue
        lines += entry_lines(key, value)
    return lines


def entry_lines(key: str, value: Value) -> list[str]:
    """Return the lines of `key: value`, not indented."""
    name = scalar(key)
    if isinstance(value, str):
        return [f"{name}: {scalar(value)}"]
    if isinstance(value, Mapping):
        return [f"{name}:", *_indented(mapping_lines(value))] if value else [f"{name}: {{}}"]
    short = f"{name}: {flow(value)}"
    if all(isinstance(item, str) for item in value) and len(short) <= WIDTH:
        return [short]
    return [f"{name}:", *_indented(sequence_lines(value))]


def sequence_lines(items: Sequence[Value]) -> list[str]:
    """Return the lines of a block sequence, not indented."""
    return [line for item in items for line in item_lines(item)]


def item_lines(item: Value) -> list[str]:
    """Return the lines of one `- item`, not indented."""
    if isinstance(item, str):
        return [f"- {scalar(item)}"]
    if not item or not isinstance(item, Mapping):
        return [f"- {flow(item)}"]
    first, *rest = mapping_lines(item)
    return [f"- {first}", *_indented(rest)]


def flow(value: Value) -> str:
    """Return a value on one line, in brackets where it is a collection."""
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key)}: {flow(item)}" for key, item in value.items()) + "}"
    return "[" + ", ".join(map(flow, value)) + "]"


def scalar(text: str) -> str:
    """Return a scalar on one line, bare only where nobody can read anything else in it."""
    if is_bare(text):
        return text
    if '"' in text and "'" not in text and "\\" not in text and text.isprintable():
        return single_quoted(text)
    return double_quoted(text)


def is_bare(text: str) -> bool:
    """Say whether the text may stand without quotation marks in block and in flow style."""
    return (
        len(text) <= WIDTH and bool(_BARE.fullmatch(text)) and not _TAKEN_FOR_SOMETHING_ELSE.fullmatch(text)
    )


def single_quoted(text: str) -> str:
    """Return the text between single marks; it must be printable and on one line."""
    return "'" + text.replace("'", "''") + "'"


def double_quoted(text: str) -> str:
    """Return the text between double marks, with escapes for whatever cannot be seen."""
    if text.isprintable():  # white space other than the plain space is not, says Python
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def _indented(lines: Sequence[str]) -> list[str]:
    return ["  " + line for line in lines]
