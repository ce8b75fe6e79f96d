"""Limits on Markdown fields, below which Python-Markdown takes milliseconds.

Its inline patterns are quadratic in unclosed brackets and its block parser recurses with nesting (20,000
brackets take minutes, 400 nested lists end the interpreter's stack).
"""

import re
from collections.abc import Iterator

from explainer.contents.folder import Contents
from explainer.errors import Problem
from explainer.rules.addresses import MARKDOWN_FIELDS
from explainer.text.pattern import pattern

_NESTING = pattern(r"^(?:[ ]{40}|(?:[ ]{0,3}(?:>|[-+*][ ]|\d{1,9}[.)][ ])){9})", re.MULTILINE)
_HEADING = pattern(r"^[ ]{0,3}(?:#{1,6}(?:\s|$)|=+[ ]*$|-+[ ]*$|:[ ])", re.MULTILINE)
_MOST_HEADINGS = 200
_LIMITS = (("[", 500), ("<", 500), ("`", 1_000), ("*", 3_000), ("_", 3_000), ("&", 1_000), ("\\", 1_000))


def unrenderable(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for Markdown that would take too long or too deep to render."""
    for loaded, leaves in contents.fields:
        for leaf in leaves:
            if (type(loaded.record), leaf.name) in MARKDOWN_FIELDS:
                message = too_much(leaf.value)
                if message:
                    yield loaded.problem(leaf.path, message)


def too_much(markdown: str) -> str:
    """Return what is beyond the limits in a piece of Markdown, or nothing."""
    for sign, most in _LIMITS:
        if markdown.count(sign) > most:
            return f'holds more than {most:,} times the sign "{sign}"; this is no prose'
    if sum(1 for _ in _HEADING.finditer(markdown)) > _MOST_HEADINGS:
        return f"holds more than {_MOST_HEADINGS} headings, rules or definitions; this is no prose"
    return "nests lists or quotations more than 8 deep" if _NESTING.search(markdown) else ""
