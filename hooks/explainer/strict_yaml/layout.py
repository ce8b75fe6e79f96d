"""Where values, dashes and comments stand in a YAML file's own text."""

import re
from typing import Any

import yaml

from explainer.text.pattern import pattern

_COMMENT = pattern(r"(?:(?<=\s)|^)#[^\r\n]*", re.MULTILINE)


class Unpatchable(ValueError):
    """Raised when a file's layout does not allow a change; the file is then left alone."""


class Layout:
    """Finds places in one text; all are offsets in code points."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.line_break = "\r\n" if "\r\n" in text else "\n"

    def end(self, node: Any) -> int:
        """Return where a value's own text ends, without what follows it: comments, blank lines."""
        end: int = node.end_mark.index
        if isinstance(node, yaml.ScalarNode):
            return self._block_end(node) if node.style in ("|", ">") else end
        if node.flow_style or not node.value:
            return end
        last = node.value[-1]
        return self.end(last[1] if isinstance(last, tuple) else last)

    def _block_end(self, node: Any) -> int:
        start: int = node.start_mark.index
        end: int = node.end_mark.index
        block = self.text[start:end]
        header = block.split("\n", 1)[0].split("#")[0]
        if "+" in header:
            return end - len(block) + len(block.removesuffix("\n").removesuffix("\r"))
        return start + len(block.rstrip())

    def line_end(self, place: int) -> int:
        """Return where the line of a place ends, before its break."""
        end = self.text.find("\n", place)
        if end < 0:
            return len(self.text)
        return end - 1 if self.text[end - 1 : end] == "\r" and end > place else end

    def dash(self, item: Any) -> int:
        """Return where an item's dash stands."""
        place: int = self.text.rindex("-", 0, item.start_mark.index)
        if self.has_comment(place, item.start_mark.index):
            raise Unpatchable("cannot be changed in place; a comment follows a dash")
        return place

    def column(self, place: int) -> int:
        """Return how far a place is from the beginning of its line."""
        return place - (self.text.rfind("\n", 0, place) + 1)

    def comments(self, start: int, end: int, node: Any) -> list[str]:
        """Return the comments between two places, outside the scalars of a node."""
        scalars = [(leaf.start_mark.index, self.end(leaf)) for leaf in _leaves(node)]
        found = [match for match in _COMMENT.finditer(self.text, start, end)]
        return [match[0] for match in found if not any(a <= match.start() < b for a, b in scalars)]

    def has_comment(self, start: int, end: int) -> bool:
        """Say whether a comment begins between two places."""
        return _COMMENT.search(self.text, start, end) is not None


def plain(node: Any) -> Any:
    """Return a node's value: strings, lists and mappings."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    return node.value


def _leaves(node: Any) -> list[Any]:
    if isinstance(node, yaml.MappingNode):
        return [leaf for pair in node.value for part in pair for leaf in _leaves(part)]
    if isinstance(node, yaml.SequenceNode):
        return [leaf for item in node.value for leaf in _leaves(item)]
    return [node]
