"""An empty record to fill in: as a file, and as a snippet that editors insert and walk through."""

import json

from explainer.records.explanations import explained
from explainer.records.model import RECORD_TYPES
from explainer.records.part import fields_of
from explainer.records.record import Record
from explainer.text.pattern import pattern

_BARE = pattern(r"[A-Za-z0-9][A-Za-z0-9 ,.%-]*")
"""A value that means the same with and without quotation marks."""
_MEANT_BY_EDITORS = pattern(r"([\\$}])")
_DRAFT = "status: draft  # shown in the preview alone; take it out when all is written"


def skeleton(record_type: type[Record]) -> str:
    """Return the YAML of an empty record: required fields first, the others behind `#`."""
    wanted = required(record_type)
    lines = [_modeline(record_type)]
    lines += [asked(record_type, name) for name in wanted]
    lines += [_DRAFT, ""]
    for field in fields_of(record_type):
        if field.name not in ("id", "status", *wanted):
            lines.append(f"# {asked(record_type, field.name, field.written)}")
    return "\n".join(lines) + "\n"


def required(record_type: type[Record]) -> list[str]:
    """Return the fields that a finished record must have, in the model's order."""
    fields = fields_of(record_type)
    wanted = {field.name for field in fields if field.is_required} | {*record_type.WANTED}
    return [field.name for field in fields if field.name in wanted - {"id"}]


def snippets() -> bytes:
    """Return the snippets of all record types for VS Code and editors alike, by the name of the type."""
    found = {
        record_type.KIND: {
            "scope": "yaml",
            "prefix": record_type.KIND,
            "description": (record_type.__doc__ or "").partition("\n")[0],
            "body": _body(record_type),
        }
        for record_type in RECORD_TYPES
    }
    return (json.dumps(found, indent=2, ensure_ascii=False) + "\n").encode()


def _body(record_type: type[Record]) -> list[str]:
    """Return the lines of a snippet: `${1:example}` and `${2|one,of,these|}` are where its writer types."""
    lines = [_literal(_modeline(record_type))]
    choices_of = {field.name: field.choices for field in fields_of(record_type)}
    for number, name in enumerate(required(record_type), 1):
        choices = choices_of[name]
        example = _written(explained(record_type, name).example)
        stop = f"|{','.join(choices)}|" if choices else f":{_literal(example)}"
        lines.append(f"{name}: ${{{number}{stop}}}")
    return [*lines, f"{_DRAFT}$0"]


def _literal(text: str) -> str:
    """Return a text in which an editor sees no place to walk to."""
    return _MEANT_BY_EDITORS.sub(r"\\\1", text)


def _written(example: object) -> str:
    """Return an example as a value of YAML in one line."""
    bare = isinstance(example, str) and _BARE.fullmatch(example)
    return str(example) if bare else json.dumps(example, ensure_ascii=False)


def _modeline(record_type: type[Record]) -> str:
    return f"# yaml-language-server: $schema=../schema/{record_type.KIND}.schema.json"


def asked(record_type: type[Record], name: str, written: str | None = None) -> str:
    """Return the line of a field that is to be filled in, with a word on it; `written` is its other name."""
    told = explained(record_type, name)
    example = told.example if isinstance(told.example, str) else json.dumps(told.example)
    return f"{written or name}:  # {told.description} Such as: {example}"
