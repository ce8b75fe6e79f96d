"""Values as YAML files hold them once read, and when two of them say the same."""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Value: TypeAlias = str | Sequence["Value"] | Mapping[str, "Value"]
Record: TypeAlias = Mapping[str, Value]


def same(one: Value | None, other: Value | None) -> bool:
    """Say whether two values mean the same: NFC, final line break aside, empty equal to absent."""
    return canonical(one) == canonical(other)


def canonical(value: Value | None) -> object:
    """Return the form that is compared; None for what is absent or empty."""
    if value is None:
        return None
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value.removesuffix("\n")) or None
    if isinstance(value, Mapping):
        entries = {key: canonical(item) for key, item in value.items()}
        return {key: item for key, item in entries.items() if item is not None} or None
    return [canonical(item) for item in value] or None


def part(record: Record, fields: Sequence[str]) -> dict[str, Value]:
    """Return those of the fields that say something."""
    return {name: record[name] for name in fields if canonical(record.get(name)) is not None}
