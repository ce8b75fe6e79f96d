"""JSON Schemas (draft 2020-12) of the records, made from the models.

    schema_files()        content/schema/<kind>.schema.json: what an editor completes, explains and checks
    data_schemas()        data/schema/<folder>.schema.json: what the published JSON holds

Editors read YAML by their own rules, so `said_on: 2012` and `value: 32000000000` reach a schema as numbers
where our loader takes the words as they stand: the editors' schemas allow both. They allow no truth value for
a text, since an editor would then offer true and false for every title.
"""

from collections.abc import Iterator
from typing import Any

from explainer.records import parts
from explainer.records.fields import FORMS, TARGETS
from explainer.records.json_schema import Schema, json_schema
from explainer.records.json_values import encoded
from explainer.records.model import RECORD_TYPES
from explainer.records.part import Part, fields_of
from explainer.records.record import Record
from explainer.records.site import Site

IDS = "ids.schema.json"
"""The schema of a folder's own ids; see `contents.ids`."""
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_OTHERWISE = "what the field's description tells"
_ADDED: Schema = {
    "url": {"type": "string", "description": "Address of the page that shows the record."},
    "words": {"type": "string", "description": "The record in one line of plain text."},
    "passage": {
        "type": "object",
        "description": "The source's words before and after, as the page shows them.",
        "properties": {"before": {"type": "string"}, "after": {"type": "string"}},
        "required": ["before", "after"],
        "additionalProperties": False,
    },
    "found": {
        "type": "object",
        "description": "Where the words stand in the source, in code points, and how closely they match.",
        "properties": {
            "tier": {"type": "string"},
            "start": {"type": "integer"},
            "end": {"type": "integer"},
        },
        "required": ["tier", "start", "end"],
        "additionalProperties": False,
    },
    "caution": {"type": "string", "description": "What goes wherever a quote of this source goes."},
    "full_text": {"type": "string", "description": "The whole text, only where rights are full."},
}
"""What publishing adds to a record; see `data.published`."""


def schema_files() -> Iterator[tuple[str, bytes]]:
    """Yield file name and bytes of each editor's schema: one per record type, and the site's."""
    models: tuple[type[Part], ...] = (*RECORD_TYPES, Site)
    for model in models:
        schema = _lenient(json_schema(model))
        _explain(model, schema["properties"])
        for name, definition in schema.get("$defs", {}).items():
            _explain(getattr(parts, name), definition["properties"])
        schema["$schema"] = DIALECT
        schema["title"] = f"{model.__name__} of an explainer site"
        if "required" in schema:
            schema["required"] = [name for name in schema["required"] if name != "id"]
        name = model.KIND if issubclass(model, Record) else "site"
        yield f"{name}.schema.json", encoded(schema)


def data_schemas() -> Iterator[tuple[str, bytes]]:
    """Yield file name and bytes of the schema of each file of published records."""
    for model in RECORD_TYPES:
        schema = published_schema(model)
        yield f"{model.FOLDER}.schema.json", encoded(schema)


def published_schema(model: type[Record]) -> Schema:
    """Return the schema of an array of published records of one kind; see `data.published`."""
    record = json_schema(model)
    definitions = record.pop("$defs", {})
    if "url" in record["properties"]:
        record["properties"]["original_url"] = record["properties"]["url"]
    record["properties"] |= _ADDED
    record["required"] = ["id", "status", "url", "words"]
    return {
        "$schema": DIALECT,
        "title": model.FOLDER,
        "type": "array",
        "items": record,
        "$defs": definitions,
    }


def _lenient(schema: Any) -> Any:
    """Let numbers stand where a text, a date or an id is meant, and texts where a number is."""
    if isinstance(schema, list):
        return [_lenient(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    changed = {key: _lenient(value) for key, value in schema.items()}
    if changed.get("type") == "string" and "enum" not in changed and "const" not in changed:
        changed["type"] = ["string", "number"]
    if changed.get("type") in ("integer", "number"):
        changed["type"] = [changed["type"], "string"]
    return changed


def _explain(model: type[Part], properties: Schema) -> None:
    """Add to each field what it means, an example, and the ids that it may name."""
    from explainer.records.explanations import explained  # a site is built without it

    for field in fields_of(model):
        key = field.written
        told = explained(model, field.name)
        kind = "ref" if key == "refs" else TARGETS.get(key)
        found = _naming(properties[key], kind) if kind else properties[key]
        properties[key] = _with_messages(found) | {
            "description": told.description,
            "examples": [told.example],
        }


def _naming(schema: Any, kind: str) -> Any:
    """Put the ids of a kind where any id would do."""
    if isinstance(schema, list):
        return [_naming(part, kind) for part in schema]
    if not isinstance(schema, dict):
        return schema
    if "pattern" in schema:
        return {"$ref": f"{IDS}#/$defs/{kind}"} | {k: v for k, v in schema.items() if k == "description"}
    return {key: _naming(value, kind) for key, value in schema.items()}


def _with_messages(schema: Any) -> Any:
    """Say in words what a pattern asks for (`patternErrorMessage` of YAML and JSON language servers)."""
    if isinstance(schema, list):
        return [_with_messages(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    changed = {key: _with_messages(value) for key, value in schema.items()}
    if isinstance(changed.get("pattern"), str):
        changed["patternErrorMessage"] = f"expected {FORMS.get(changed['pattern'], _OTHERWISE)}"
    return changed
