"""Change values in a YAML file's own text; comments, order, quoting and line ends stay byte for byte.

The text is composed into nodes with marks, each change becomes an edit of exactly the characters of a
value, and the result is parsed again: what comes out is what was asked for, or nothing is written.
"""

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

import yaml

from explainer.strict_yaml import dump
from explainer.strict_yaml.dump import Value
from explainer.strict_yaml.layout import Layout, Unpatchable, plain
from explainer.strict_yaml.parser import parser
from explainer.strict_yaml.reading import parse
from explainer.strict_yaml.restyle import Dress, restyled
from explainer.text.encoding import decode

_BOM = b"\xef\xbb\xbf"


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


def patch(data: bytes, changes: Mapping[str, Value | None], *, order: Sequence[str] = ()) -> bytes:
    """Return the file with some fields set, or removed where the new value is None.

    A field the file does not have goes after the nearest one before it in `order`, else to the end.
    Raises Unpatchable, NotText.
    """
    text = decode(data)
    record = parse(text).value or {}
    changes = {name: value for name, value in changes.items() if record.get(name) != value}
    if not changes:
        return data
    wanted = _applied(record, changes)
    node = parser(text).get_single_node()
    editor = _Editor(text)
    editor.mapping(node, changes, order)
    patched = editor.result()
    if (parsed := parse(patched)).faults or parsed.value != wanted:
        raise Unpatchable("cannot be changed in place; its layout is too unusual")
    return (_BOM if data.startswith(_BOM) else b"") + patched.encode()


def _applied(record: Mapping[str, Value], changes: Mapping[str, Value | None]) -> dict[str, Value]:
    merged = {**record, **changes}
    return {name: value for name, value in merged.items() if value is not None}


class _Editor:
    """Collects edits of one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.layout = Layout(text)
        self.edits: list[_Edit] = []

    def result(self) -> str:
        """Return the text with all edits made; those at one place in the order they were asked for."""
        parts, position = [], 0
        for edit in sorted(self.edits, key=lambda edit: (edit.start, edit.end)):
            if edit.start < position:
                raise Unpatchable("cannot be changed in place; two changes meet")
            parts += [self.text[position : edit.start], edit.text]
            position = edit.end
        return "".join([*parts, self.text[position:]])

    def mapping(self, node: Any, changes: Mapping[str, Value | None], order: Sequence[str] = ()) -> None:
        """Set, add and remove entries of a mapping."""
        entries = {key.value: (key, value) for key, value in node.value}
        rank = {name: place for place, name in enumerate(order)}
        for name in sorted(changes, key=lambda name: rank.get(name, len(rank))):
            value = changes[name]
            if name not in entries:
                if value is not None:
                    self._add_entry(node, name, value, self._predecessor(node, name, changes, rank))
            elif value is None:
                self._remove(node, [name for name in entries].index(name), [pair[0] for pair in node.value])
            else:
                self._set(entries[name][1], value, in_flow=bool(node.flow_style), key=entries[name][0])

    def _predecessor(
        self, node: Any, name: str, changes: Mapping[str, Value | None], rank: Mapping[str, int]
    ) -> Any:
        """Return the last entry's value that comes before `name`; the very last where none does."""
        staying = [(key, value) for key, value in node.value if changes.get(key.value, "") is not None]
        before = [pair for pair in staying if rank.get(pair[0].value, -1) < rank.get(name, -1)]
        known = [pair for pair in before if pair[0].value in rank]
        if not staying:
            raise Unpatchable("cannot be changed in place; no field of it would stay")
        return max(known, key=lambda pair: rank[pair[0].value])[1] if known else staying[-1][1]

    def _set(self, node: Any, value: Value, *, in_flow: bool, key: Any = None) -> None:
        if isinstance(node, yaml.MappingNode) and isinstance(value, Mapping):
            old = plain(node)
            gone: dict[str, Value | None] = {name: None for name in old if name not in value}
            changed = {name: item for name, item in value.items() if old.get(name) != item}
            self.mapping(node, {**gone, **changed}, tuple(value))
        elif isinstance(node, yaml.SequenceNode) and not isinstance(value, (str, Mapping)):
            self._sequence(node, value)
        elif isinstance(node, yaml.ScalarNode) and isinstance(value, str):
            self._scalar(node, value, in_flow=in_flow, key=key)
        else:
            self._replace(node, value, in_flow=in_flow, key=key)

    def _scalar(self, node: Any, value: str, *, in_flow: bool, key: Any) -> None:
        start, end = node.start_mark.index, self.layout.end(node)
        indent = (key.start_mark.column if key else node.start_mark.column) + 2
        dress = Dress(node.style or "", self.text[start:end], in_flow, indent, self.layout.line_break)
        new = restyled(value, dress) if start < end else self._room(start, dump.scalar(value))
        self.edits.append(_Edit(start, end, new))

    def _room(self, start: int, new: str) -> str:
        """Set a value off from the colon or dash before it."""
        return new if self.text[start - 1].isspace() else " " + new

    def _replace(self, node: Any, value: Value, *, in_flow: bool, key: Any) -> None:
        """Put a value of another kind in the place of the old one; comments within move before the field."""
        if key is None:
            raise Unpatchable("cannot be changed in place; an item of a list became another kind of value")
        start, end = key.start_mark.index, self.layout.end(node)
        if in_flow:
            self.edits.append(_Edit(start, end, f"{dump.scalar(key.value)}: {dump.flow(value)}"))
            return
        margin = self.layout.line_break + " " * key.start_mark.column
        if node.start_mark.index == node.end_mark.index:
            start = node.start_mark.index
            first, *rest = dump.entry_lines(key.value, value)
            new = first[len(dump.scalar(key.value)) + 1 :]
            if rest:
                place = self.layout.line_end(start)
                self.edits.append(_Edit(place, place, margin + margin.join(rest)))
            else:
                self.edits.append(_Edit(start, start, self._room(start, new.strip())))
            return
        lines = [*self.layout.comments(start, end, node), *dump.entry_lines(key.value, value)]
        self.edits.append(_Edit(start, end, margin.join(lines)))

    def _add_entry(self, node: Any, name: str, value: Value, after: Any) -> None:
        if node.flow_style:
            end = self.layout.end(after)
            self.edits.append(_Edit(end, end, f", {dump.scalar(name)}: {dump.flow(value)}"))
            return
        margin = self.layout.line_break + " " * node.value[0][0].start_mark.column
        place = self.layout.line_end(self.layout.end(after))
        self.edits.append(_Edit(place, place, margin + margin.join(dump.entry_lines(name, value))))

    def _sequence(self, node: Any, items: Sequence[Value]) -> None:
        old = [plain(item) for item in node.value]
        matcher = SequenceMatcher(None, [*map(repr, old)], [*map(repr, items)], autojunk=False)
        for _, first, last, new_first, new_last in (op for op in matcher.get_opcodes() if op[0] != "equal"):
            paired = min(last - first, new_last - new_first)
            if any(type(old[first + step]) is not type(items[new_first + step]) for step in range(paired)):
                raise Unpatchable("cannot be changed in place; a list changed its kind of items")
            for step in range(paired):
                self._set(node.value[first + step], items[new_first + step], in_flow=bool(node.flow_style))
            for index in range(first + paired, last):
                self._remove(node, index, node.value)
            self._insert(node, first + paired, items[new_first + paired : new_last])

    def _insert(self, node: Any, index: int, items: Sequence[Value]) -> None:
        if not items:
            return
        if node.flow_style or not node.value:
            return self._insert_in_flow(node, index, items)
        dash = self.layout.dash(node.value[0])
        margin = self.layout.line_break + " " * self.layout.column(dash)
        lines = dump.sequence_lines(items)
        if index:
            place = self.layout.line_end(self.layout.end(node.value[index - 1]))
            self.edits.append(_Edit(place, place, margin + margin.join(lines)))
        else:
            self.edits.append(_Edit(dash, dash, margin.join(lines) + margin))

    def _insert_in_flow(self, node: Any, index: int, items: Sequence[Value]) -> None:
        new = ", ".join(map(dump.flow, items))
        if index:
            place = self.layout.end(node.value[index - 1])
            self.edits.append(_Edit(place, place, f", {new}"))
        else:
            place = node.start_mark.index + 1
            self.edits.append(_Edit(place, place, f"{new}, " if node.value else new))

    def _remove(self, node: Any, index: int, starts: Sequence[Any]) -> None:
        """Take one entry or item out; its comments stay."""
        last = node.value[index]
        value = last[1] if isinstance(last, tuple) else last
        start, end = starts[index].start_mark.index, self.layout.end(value)
        if node.flow_style:
            return self._remove_in_flow(node, index, starts, start, end)
        if isinstance(node, yaml.SequenceNode):
            start = self.layout.dash(value)
        line_start = self.text.rfind("\n", 0, start) + 1
        line_end = self.layout.line_end(end)
        if self.text[line_start:start].strip():
            raise Unpatchable("cannot be changed in place; the field shares its line with another")
        kept = self.layout.comments(start, line_end, value)
        margin = self.text[line_start:start]
        if kept:
            self.edits.append(_Edit(start, line_end, (self.layout.line_break + margin).join(kept)))
        else:
            after = self.text.find("\n", line_end) + 1 or len(self.text)
            self.edits.append(_Edit(line_start, after, ""))

    def _remove_in_flow(self, node: Any, index: int, starts: Sequence[Any], start: int, end: int) -> None:
        if index:
            before = node.value[index - 1]
            start = self.layout.end(before[1] if isinstance(before, tuple) else before)
        elif len(starts) > 1:
            end = starts[1].start_mark.index
        if self.layout.has_comment(start, end):
            raise Unpatchable("cannot be changed in place; a comment stands between the brackets")
        self.edits.append(_Edit(start, end, ""))
