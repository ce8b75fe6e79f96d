"""A Markdown article -> the text its reader sees, in time linear in its length.

Front matter is read strictly. Marks are taken off, never rendered: links leave their words, raw HTML its
text, comments and ~~struck~~ words nothing. A paragraph's lines are joined; paragraphs stay apart.
"""

import re
from collections.abc import Iterator
from typing import Any

from explainer.articles.reduced import Reduced
from explainer.articles.unseen import unseen
from explainer.strict_yaml.plain import fields as plain_fields
from explainer.strict_yaml.reading import parse
from explainer.text.characters import place, shown
from explainer.text.encoding import NotText
from explainer.text.pattern import pattern

_FRONT = pattern(r"---[ ]*\n(.*?)(?<=\n)(?:---|\.\.\.)[ ]*(?:\n|\Z)", re.DOTALL)
_RULE = pattern(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+[ \t]*)$")
_FENCE = pattern(r" {0,3}(`{3,}|~{3,})")
_DEFINITION = pattern(r" {0,3}\[[^\]\n]{1,200}\]:[ \t]*\S+")
_FOOTNOTE = pattern(r" {0,3}\[\^[^\]\n]{1,200}\]:[ \t]*")
_PREFIX = pattern(r"(?: {0,3}>[ ]?)*[ \t]*")
_ITEM = pattern(r"(?:[-+*]|\d{1,9}[.)])[ \t]+(?=\S)")
_SPACES = pattern(" {2,}")
_HEADING = pattern(r"#{1,6}(?:[ \t]+|$)")
_TABLE_RULE = frozenset(" \t|:-")
_MOST_ITEMS = 12
"""Marks of lists within lists on one line."""
_MOST_NOTES = 50


def markdown_text(source: str) -> Reduced:
    """Return the visible text of Markdown; raises NotText for a broken front matter.

    `source` has no byte order mark and no carriage returns.
    """
    from explainer.articles.inline_text import inline_text  # most newsrooms have no Markdown to read

    fields, body = front_matter(source)
    meta = {name: value for name, value in fields.items() if isinstance(value, str)}
    notes: list[tuple[int, int, str]] = []
    first_line = source.count("\n", 0, len(source) - len(body))
    visible = _without_unseen(body, first_line, notes)
    paragraphs = [
        _SPACES.sub(" ", inline_text(paragraph)).strip() for paragraph in _paragraphs(visible.split("\n"))
    ]
    text = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
    return Reduced(text + "\n", meta, tuple(notes))


def front_matter(source: str) -> tuple[dict[str, Any], str]:
    """Return the fields at the head of Markdown and what follows them; raises NotText for broken ones."""
    if not source.startswith("---") or source.split("\n", 1)[0].rstrip(" ") != "---":
        return {}, source
    match = _FRONT.match(source)
    if not match:
        raise NotText("the front matter is never closed; end it with a line of ---")
    if not match[1].strip():
        return {}, source[match.end() :]
    if plain := plain_fields(match[1]):
        return dict(plain), source[match.end() :]
    parsed = parse(match[1])
    for fault in parsed.faults:
        message = f"front matter: {fault.message}"
        raise NotText(message, fault.place.line + 1, fault.place.column)
    if not isinstance(parsed.value, dict):
        raise NotText("front matter: expected fields, each as `name: value`", 2, 1)
    return parsed.value, source[match.end() :]


def _without_unseen(body: str, first_line: int, notes: list[tuple[int, int, str]]) -> str:
    seen, end = [], 0
    for begin, stop in unseen(body):
        if len(notes) < _MOST_NOTES and not body.startswith("<!--", begin):  # nobody hides a word to read
            line, column = place(body, begin)
            notes.append((first_line + line, column, f'hidden text skipped: "{shown(body[begin:stop])}"'))
        seen.append(body[end:begin])
        end = stop
    return "".join([*seen, body[end:]])


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Yield each block's text with its lines joined; fences keep theirs."""
    block: list[str] = []
    fence = ""
    quoted = listing = False
    for line in lines:
        mark = _FENCE.match(line)
        if mark and (not fence or mark[1].startswith(fence)):
            yield " ".join(block)
            block, fence = [], "" if fence else mark[1]
            continue
        if fence:
            yield re.sub(r"([\\`*_\[\]<&~])", r"\\\1", line)
            continue
        text, begins, is_item = _line(line, in_prose=bool(block) and not listing)
        listing = is_item or (listing and bool(text))
        marks = line.lstrip(" ").startswith(">")
        begins, quoted = begins or marks != quoted, marks
        if begins and block:
            yield " ".join(block)
            block = []
        if text:
            block.append(text)
        if _HEADING.match(line.lstrip()):
            yield " ".join(block)
            block = []
    yield " ".join(block)


def _line(line: str, *, in_prose: bool) -> tuple[str, bool, bool]:
    """Return a line's text without its block marks, whether a block begins here, and whether it is an item.

    Within a paragraph only a list that starts with 1 begins (CommonMark 5.2): `1990. We left` is prose there.
    """
    prefix = _PREFIX.match(line)
    text = line[prefix.end() :] if prefix else line
    if not text.strip() or _RULE.match(text) or (_DEFINITION.match(text) and not _FOOTNOTE.match(text)):
        return "", True, False
    footnote = _FOOTNOTE.match(text)
    if footnote:
        return text[footnote.end() :], True, False
    if text.startswith("|"):
        is_rule = _TABLE_RULE.issuperset(text) and "-" in text
        return "" if is_rule else text.strip("| \t").replace("|", "\t"), True, False
    heading = _HEADING.match(text)
    if heading:
        return re.sub(r"[ \t]#+[ \t]*$", "", text[heading.end() :]), True, False
    at = 0
    for _ in range(_MOST_ITEMS):
        item = _ITEM.match(text, at)
        if not item or (in_prose and not at and item[0][0].isdigit() and item[0].rstrip(" \t.)") != "1"):
            break
        at = item.end()
    text = text[at:]
    if text.endswith("\\") and not text.endswith("\\\\"):
        text = text[:-1]  # a hard line break
    return text, at > 0, at > 0
