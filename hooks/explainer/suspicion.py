"""Records in which letters of another alphabet or invisible characters may disguise a word."""

from collections.abc import Iterator
from itertools import islice

from explainer.characters import suspicious
from explainer.contents import Contents
from explainer.errors import Problem

_MOST = 5
"""Warnings per field."""


def disguises(contents: Contents) -> Iterator[Problem]:
    """Yield a warning, with code points, for each suspicious character in a record's text."""
    for loaded, leaves in contents.fields:
        for leaf in leaves:
            if isinstance(leaf.value, str) and not leaf.value.isascii():
                for _, message in islice(suspicious(leaf.value), _MOST):
                    yield loaded.problem(leaf.path, f"suspicious characters: {message}", "warning")
