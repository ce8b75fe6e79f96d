"""Describe the data as a Frictionless Data Package (https://specs.frictionlessdata.io/data-package/)."""

from collections.abc import Iterator
from typing import Any

from explainer.charts.telling import CSV_COLUMNS
from explainer.data.published import home
from explainer.library.library import Library
from explainer.records.json_values import encoded
from explainer.records.model import RECORD_TYPES, AnyRecord
from explainer.records.part import fields_of

FOREIGN = {
    "quotes": {"source": "sources", "speaker": "people"},
    "figures": {"source": "sources"},
    "positions": {"actor": "people", "issue": "issues"},
    "checks": {"source": "sources"},
}
"""CSV columns that hold one id of another file. Lists of ids are told apart in the JSON files."""
_NUMBERS = {
    "start": "integer",
    "end": "integer",
    "order": "integer",
    "value": "number",
    "value_max": "number",
}


def files(library: Library) -> Iterator[tuple[str, bytes]]:
    """Yield the package's description."""
    yield "data/datapackage.json", encoded(package(library))


def package(library: Library) -> dict[str, Any]:
    """Return the description: one tabular resource per CSV, one plain resource per JSON file."""
    site = library.site
    described: dict[str, Any] = {
        "profile": "data-package",
        "name": "explainer",
        "title": site.title,
        "resources": [*_tables(), *_documents()],
    }
    if site.description:
        described["description"] = site.description
    if home(library):
        described["homepage"] = home(library)
    if site.licence:
        described["licenses"] = [{"name": "site-licence", "title": site.licence}]
    changes = [change.date for change in site.changes if len(change.date) == 10]
    if changes:
        described["version"] = max(changes)
    return described


def _tables() -> Iterator[dict[str, Any]]:
    for model in RECORD_TYPES:
        keys = [
            {"fields": field, "reference": {"resource": other, "fields": "id"}}
            for field, other in FOREIGN.get(model.FOLDER, {}).items()
        ]
        schema = {"fields": _fields(model), "primaryKey": "id", "foreignKeys": keys}
        yield _resource(model.FOLDER, f"{model.FOLDER}.csv", "csv", schema=schema)
    fields = [{"name": name, "type": _NUMBERS.get(name, "string")} for name in CSV_COLUMNS]
    yield _resource("figure-values", "figure-values.csv", "csv", schema={"fields": fields})


def _fields(model: type[AnyRecord]) -> list[dict[str, Any]]:
    fields = [{"name": "id", "type": "string"}, {"name": "url", "type": "string"}]
    for each in fields_of(model):
        if each.name == "id":
            continue
        kind = "boolean" if each.annotation is bool else _NUMBERS.get(each.name, "string")
        column = "original_url" if each.name == "url" else each.written
        field: dict[str, Any] = {"name": column, "type": kind}
        if each.description:
            field["description"] = each.description
        if each.choices:
            field["constraints"] = {"enum": list(each.choices)}
        fields.append(field)
    return fields


def _documents() -> Iterator[dict[str, Any]]:
    for model in RECORD_TYPES:
        yield _resource(f"{model.FOLDER}-json", f"{model.FOLDER}.json", "json")
    yield _resource("site", "site.json", "json")


def _resource(name: str, path: str, form: str, **more: Any) -> dict[str, Any]:
    profile = "tabular-data-resource" if form == "csv" else "data-resource"
    media = "text/csv" if form == "csv" else "application/json"
    return {
        "name": name, "path": path, "profile": profile, "format": form, "mediatype": media,
        "encoding": "utf-8",
    } | more  # fmt: skip
