"""JSON Schemas (draft 2020-12) of the records, made from the models.

    schema_files()        content/schema/<kind>.schema.json: what an editor completes, explains and checks
    data_schemas()        data/schema/<folder>.schema.json: what the published JSON holds

Editors read YAML by their own rules, so `said_on: 2012`, `value: 32000000000` and `label: yes` reach a
schema as number or boolean where our loader takes the words as they stand: the editors' schemas allow both.
"""

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from explainer.records.model import RECORD_TYPES, Record, Site

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]
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
    models: tuple[type[BaseModel], ...] = (*RECORD_TYPES, Site)
    for model in models:
        schema = _lenient(model.model_json_schema(by_alias=True))
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
    record = model.model_json_schema(by_alias=True, mode="serialization")
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


def encoded(value: object) -> bytes:
    """Return JSON with sorted keys, in UTF-8, ending in a line feed: same value, same bytes."""
    return (json.dumps(value, ensure_ascii=False, sort_keys=True, indent=2) + "\n").encode()


def _lenient(schema: Any) -> Any:
    """Let numbers and booleans stand where a text, a date or an id is meant, and texts where a number is."""
    if isinstance(schema, list):
        return [_lenient(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    changed = {key: _lenient(value) for key, value in schema.items()}
    if changed.get("type") == "string" and "enum" not in changed and "const" not in changed:
        changed["type"] = ["string", "number", "boolean"]
    if changed.get("type") == "integer":
        changed["type"] = ["integer", "string"]
    return changed


def model_fields(model: type[BaseModel]) -> list[str]:
    """Return the names of a model's fields as files write them, in its order."""
    return [field.alias or name for name, field in model.model_fields.items()]
