"""A record's values as JSON holds them, and JSON as files hold it."""

import json
from decimal import Decimal
from typing import Any

from explainer.records.part import Part, fields_of


def json_values(part: Part) -> dict[str, Any]:
    """Return the values under their names in files, lists as lists; what is None is left out."""
    held = vars(part)
    return {
        field.written: _plain(value)
        for field in fields_of(type(part))
        if (value := held[field.name]) is not None
    }


def encoded(value: object) -> bytes:
    """Return JSON with sorted keys, in UTF-8, ending in a line feed: same value, same bytes."""
    return (json.dumps(value, ensure_ascii=False, sort_keys=True, indent=2) + "\n").encode()


def _plain(value: object) -> object:
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Part):
        return json_values(value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value
