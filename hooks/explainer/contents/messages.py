"""pydantic's findings in our own sentences, for the person who wrote the file."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pydantic_core import ErrorDetails

from explainer.records.fields import FORMS, ID_PATTERN
from explainer.text.characters import shown
from explainer.text.suggestion import did_you_mean

_Sentence = Callable[[Any, Mapping[str, Any]], str]


def sentence(error: ErrorDetails) -> str:
    """Return what to tell the writer about one finding of pydantic's."""
    context = error.get("ctx", {})
    say = _SENTENCES.get(error["type"])
    if say:
        return say(error["input"], context)
    return f"{_found(error['input'])}: {error['msg'][:1].lower()}{error['msg'][1:]}"


def unknown_field(name: str, known: Iterable[str]) -> str:
    """Return the message for a field that the record type does not have."""
    names = sorted(known)
    nearest = did_you_mean(name, names) or f"; the fields are {', '.join(names)}"
    return f'there is no field "{shown(name)}"{nearest}'


def _found(value: Any) -> str:
    match value:
        case str():
            return f'"{shown(value)}"'
        case dict():
            return "a group of fields"
        case list() | tuple():
            return "a list"
    return shown(str(value))


def _pattern(value: Any, context: Mapping[str, Any]) -> str:
    pattern = context.get("pattern", "")
    if "):[a-z0-9]" in pattern:
        kinds = pattern.partition("(")[2].partition(")")[0].replace("|", ", ")
        return f"{_found(value)} is not a reference; write kind:id, where kind is one of {kinds}"
    if pattern in FORMS:
        form = FORMS[pattern]
        if pattern == ID_PATTERN and (likely := _as_id(str(value))):
            form = f"{form.partition(', such as')[0]}, such as {likely}"
        return f"{_found(value)} is not {form}"
    return f"{_found(value)} does not have the form {pattern}"


def _as_id(words: str) -> str:
    """Return words in the form of an id; empty where they have no letter or digit that it may have."""
    plain = unicodedata.normalize("NFKD", words[:64]).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _choice(value: Any, context: Mapping[str, Any]) -> str:
    expected = str(context.get("expected", ""))
    choices = [choice.strip("'") for choice in expected.replace(" or ", ", ").split(", ")]
    nearest = did_you_mean(value, choices) if isinstance(value, str) else ""
    return f"{_found(value)} is not one of {', '.join(choices)}{nearest}"


def _too_long(value: Any, context: Mapping[str, Any]) -> str:
    return f"is longer than the field limit ({context['max_length']:,} characters): {len(value):,}"


def _text_expected(value: Any, context: Mapping[str, Any]) -> str:
    return f"expected text, found {_found(value)}; put text with a colon or brackets in quotation marks"


def _list_expected(value: Any, context: Mapping[str, Any]) -> str:
    return f"expected a list, found {_found(value)}; write each item on a line of its own after a dash"


def _fields_expected(value: Any, context: Mapping[str, Any]) -> str:
    return f"expected fields, each as `name: value`, found {_found(value)}"


def _whole_number(value: Any, context: Mapping[str, Any]) -> str:
    return f"{_found(value)} is not a whole number; write digits only"


_SENTENCES: Mapping[str, _Sentence] = {
    "missing": lambda value, context: "is missing or empty; this field is required",
    "string_type": _text_expected,
    "tuple_type": _list_expected,
    "list_type": _list_expected,
    "model_type": _fields_expected,
    "model_attributes_type": _fields_expected,
    "dict_type": _fields_expected,
    "string_too_short": lambda value, context: "is empty",
    "string_too_long": _too_long,
    "string_pattern_mismatch": _pattern,
    "literal_error": _choice,
    "value_error": lambda value, context: f"{_found(value)} {context['error']}",
    "bool_parsing": lambda value, context: f"{_found(value)} is neither true nor false",
    "bool_type": lambda value, context: f"{_found(value)} is neither true nor false",
    "int_parsing": _whole_number,
    "int_parsing_size": _whole_number,
    "int_type": _whole_number,
    "int_from_float": _whole_number,
    "decimal_type": lambda value, context: f"{_found(value)} is not a number; write digits only",
    "decimal_parsing": lambda value, context: f"{_found(value)} is not a number; write digits only",
    "greater_than_equal": lambda value, context: f"{_found(value)} is below {context['ge']}",
    "too_short": lambda value, context: (
        f"needs at least {context['min_length']}, has {context['actual_length']}"
    ),
}
