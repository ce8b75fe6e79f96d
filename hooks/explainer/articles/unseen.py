"""What a reader of raw HTML within Markdown never sees: comments, scripts, hidden elements."""

import re
from collections.abc import Iterator

from explainer.text.pattern import pattern

_SILENT = "script|style|template|noscript|del|iframe|svg|math"
_OPENING = pattern(
    rf"(?P<comment>(?<!`)<!--)|<(?P<silent>{_SILENT})\b"
    r"|<(?P<name>[a-z][\w:-]{0,40})(?P<attributes>\s(?:[^<>\"']|\"[^\"<>]{0,1000}\"|'[^'<>]{0,1000}'){0,2000})>",
    re.IGNORECASE,
)
_VALUE = pattern(r"\"[^\"]*\"|'[^']*'")
_HIDDEN = pattern(r"\shidden(?=[\s=/]|\Z)", re.IGNORECASE)
_STYLE = pattern(r"\sstyle\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)", re.IGNORECASE)
UNSEEN_STYLE = pattern(
    r"(?:\A|[;\s\"'])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)"
    r"|(?:font-size|opacity)\s*:\s*0(?![.\d]*[1-9]))",
    re.IGNORECASE,
)
"""Declarations that take an element from sight; a longer name that ends so (`fill-opacity`) is another."""


def unseen(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each stretch that is not shown, in order; in time linear in the text."""
    at = 0
    while found := _OPENING.search(text, at):
        at = found.end()
        if found["comment"]:
            end = text.find("-->", at)
            at = end + 3 if end >= 0 else len(text)
        elif found["silent"] or _is_hidden(found["attributes"]):
            at = _end(text, (found["silent"] or found["name"]).lower(), at)
        else:
            continue
        yield found.start(), at


def _is_hidden(attributes: str) -> bool:
    style = _STYLE.search(attributes)
    if style and UNSEEN_STYLE.search(style[1]):
        return True
    return _HIDDEN.search(_VALUE.sub('""', attributes)) is not None


def _end(text: str, name: str, at: int) -> int:
    """Return where the element that was opened before `at` ends, those of its name within it counted."""
    depth = 1
    tags = re.compile(rf"<(/?){re.escape(name)}(?=[\s/>])[^<>]{{0,2000}}>", re.IGNORECASE)
    for tag in tags.finditer(text, at):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.end()
    return len(text)
