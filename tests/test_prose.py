"""No field of words is forgotten: it is held to numbers and quotations, or a table says why it is not."""

from collections.abc import Iterator
from types import UnionType
from typing import Any, Union, get_args, get_origin

import pytest

from explainer.records.model import RECORD_TYPES
from explainer.records.part import Part, fields_of
from explainer.records.site import Site
from explainer.rules.prose import FIELDS, NOT_OURS

IDS = {
    "id", "issue", "issues", "source", "sources", "actor", "speaker", "people", "figures", "compare", "refs",
    "see_also", "pages", "later_than", "events", "country",
}  # fmt: skip
DATES = {
    "date", "start", "end", "as_of", "said_on", "published", "modified", "accessed", "from_", "to", "on",
    "reviewed_on",
}  # fmt: skip


def fields_of_words(model: type[Part]) -> Iterator[str]:
    """Yield the name of each field that holds text, parts included; codes of a fixed list are none."""
    for field in fields_of(model):
        parts = list(_within(field.annotation))
        if any(isinstance(part, type) and issubclass(part, Part) for part in parts):
            for part in parts:
                if isinstance(part, type) and issubclass(part, Part):
                    yield from fields_of_words(part)
        elif str in parts:
            yield field.name


def _within(hint: Any) -> Iterator[Any]:
    if get_origin(hint) in (tuple, Union, UnionType) or hasattr(hint, "__metadata__"):
        for inner in get_args(hint):
            yield from _within(inner)
    else:
        yield hint


@pytest.mark.parametrize("model", (*RECORD_TYPES, Site), ids=lambda model: model.__name__)
def test_every_field_of_words_is_held_or_is_exempt_with_a_reason(model: type[Part]) -> None:
    named = set(fields_of_words(model))
    assert len(named) > 3
    assert named - FIELDS - set(NOT_OURS) - IDS - DATES == set()


def test_no_field_is_both_held_and_exempt() -> None:
    assert not FIELDS & set(NOT_OURS)
    assert all(NOT_OURS.values())
