"""A small, strict YAML: text in, plain strings, lists and mappings out, with the place of each.

One scan over parser events (libyaml's where present, PyYAML's own with the same results) builds the
values and refuses what surprises people: tags, anchors, duplicate fields, a second document, deep
nesting, text cut by ` #`. Every scalar is the string that stands in the file.
"""

from typing import Any

import yaml

from explainer.strict_yaml.parsed import MAX_VALUES, NULLS, Fault, FieldPath, Parsed, Place
from explainer.strict_yaml.parser import parser
from explainer.strict_yaml.syntax import can_be_parsed, faults_before_parsing, syntax_fault
from explainer.text.characters import CONTROL, CONTROL_OR_BIDI, name, shown
from explainer.text.pattern import pattern

MAX_DEPTH = 32
MAX_FAULTS = 20
"""Per file; what follows so many faults is seldom worth listing."""

_CUT = pattern(r" +#")
_ITEM = pattern(r"\n([ ]*)(?=- )")
_UNSPACED_NAME = pattern(r"[a-z_]+:\S")
"""A field whose colon has no space behind it, which YAML reads as one word."""
_COMMENT = pattern(r" {2,}# ")
SOURCE_WORDS = frozenset(("exact", "prefix", "suffix"))
"""Fields of a source's own words, where its direction marks may stand."""


class _Stop(Exception):
    """Ends a scan that found something after which nothing can be trusted."""


def scan(text: str, *, pure: bool = False) -> Parsed:
    """Read one document of fields, as `reading.parse` says.

    Faults are always told as PyYAML's own parser finds them, so that both ways of reading say the same.
    """
    faults = list(faults_before_parsing(text, most=MAX_FAULTS))
    if faults and not can_be_parsed(text):
        return Parsed(faults=faults)
    parsed = _scan(text, pure=pure)
    if parsed.faults and not pure:
        told = _scan(text, pure=True)
        parsed = told if told.faults else parsed
    parsed.faults[:0] = faults
    return parsed


def _scan(text: str, *, pure: bool) -> Parsed:
    parsed = Parsed()
    try:
        _Scan(text, parsed).run(parser(text, pure=pure))
    except _Stop:
        parsed.value = None
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        parsed.value = None
        stopped = syntax_fault(error, text)
        if all(fault.place.line != stopped.place.line for fault in parsed.faults):
            parsed.faults.append(stopped)  # else the line's first fault is what stopped the parser
    return parsed


class _Frame:
    """A list or mapping being filled."""

    __slots__ = ("items", "key", "path")

    def __init__(self, items: Any, path: FieldPath) -> None:
        self.items = items
        self.path = path
        self.key: str | None = None


class _Scan:
    """One pass over the events of a document."""

    def __init__(self, text: str, parsed: Parsed) -> None:
        self.text = text
        self.parsed = parsed
        self.escapes = "\\" in text
        self.frames: list[_Frame] = []
        self.documents = 0
        self.values = 0

    def run(self, loader: Any) -> None:
        """Read every event; raises _Stop, or YAMLError from the parser."""
        handlers = {
            yaml.ScalarEvent: self.scalar,
            yaml.MappingStartEvent: lambda event: self.open(event, {}),
            yaml.SequenceStartEvent: lambda event: self.open(event, []),
            yaml.MappingEndEvent: lambda event: self.frames.pop(),
            yaml.SequenceEndEvent: lambda event: self.frames.pop(),
            yaml.AliasEvent: self.alias,
            yaml.DocumentStartEvent: self.document,
        }
        while (event := loader.get_event()) is not None:
            handler = handlers.get(type(event))
            if handler:
                handler(event)
        if not self.documents:
            self.fault(Place(1, 1), (), "an empty record; fill in its fields or delete the file")

    def fault(self, where: Place, path: FieldPath, message: str) -> None:
        """Note a fault; raises _Stop when there are too many to be worth listing."""
        self.parsed.faults.append(Fault(where, path, message))
        if len(self.parsed.faults) >= MAX_FAULTS:
            raise _Stop

    def document(self, event: Any) -> None:
        """Count documents; a second one ends the scan."""
        self.documents += 1
        if self.documents > 1:
            self.fault(_place(event), (), "a second document (---) in one file; one file holds one record")
            raise _Stop

    def scalar(self, event: Any) -> None:
        """Take a field's name or a value."""
        mark, value = event.start_mark, event.value
        where = Place(mark.line + 1, mark.column + 1)
        if event.anchor is not None or event.tag is not None or self.text.startswith("!", mark.index):
            self.refuse_tag_and_anchor(event, where)
        path = self.next_path(value, where)
        if path is None:
            return
        if not event.style:
            value = self.unquoted(event, where, path)
        elif self.escapes and event.style == '"':
            self.escaped(value, where, path)
        self.put(value)

    def unquoted(self, event: Any, where: Place, path: FieldPath) -> str | None:
        """Return an unquoted value, None for an empty one; refuses what YAML would silently cut."""
        value: str = event.value
        mark = event.end_mark
        cut = _CUT.match(self.text, mark.index)
        if cut and not _COMMENT.match(self.text, mark.index):
            self.fault(Place(mark.line + 1, mark.column + len(cut[0])), path, _CUT_MESSAGE)
        if mark.line > event.start_mark.line and isinstance(self.frames[-1].items, list):
            self.swallowed_item(event, path)
        if value in NULLS:
            self.fault(where, path, f'"{value}" says nothing here; leave the value empty, or quote the word')
        return value or None

    def swallowed_item(self, event: Any, path: FieldPath) -> None:
        """Refuse an item that stands further in than its list: YAML would join it to the item before."""
        begin = event.start_mark.index
        found = _ITEM.search(self.text, begin, event.end_mark.index)
        if found:
            lines = self.text.count("\n", begin, found.end())
            where = Place(event.start_mark.line + 1 + lines, found.end() - found.start(1) + 1)
            self.fault(where, path, _ITEM_MESSAGE)

    def escaped(self, value: str, where: Place, path: FieldPath) -> None:
        """Refuse controls written as escapes; a source's own direction marks may stand so in its words."""
        refused = CONTROL if path[-1] in SOURCE_WORDS else CONTROL_OR_BIDI
        found = refused.search(value.replace("\r", ""))
        if found:
            self.fault(where, path, f"{name(found[0])} is not allowed; remove it")

    def next_path(self, value: str | None, where: Place) -> FieldPath | None:
        """Note where the next value stands and return its path; None where it was a field's name."""
        if not self.frames:
            self.fault(where, (), _UNSPACED if _UNSPACED_NAME.match(value or "") else _NO_FIELDS)
            raise _Stop
        frame = self.frames[-1]
        self.values += 1
        if self.values > MAX_VALUES:
            self.fault(where, frame.path, f"more than {MAX_VALUES:,} values in one record")
            raise _Stop
        path: FieldPath
        if isinstance(frame.items, list):
            path = (*frame.path, len(frame.items))
        elif frame.key is None:
            self.take_name(frame, value, where)
            return None
        else:
            path = (*frame.path, frame.key)
        self.parsed.places[path] = where
        return path

    def take_name(self, frame: _Frame, value: str | None, where: Place) -> None:
        """Take a field's name; raises _Stop for one that is not plain text."""
        if not value:
            self.fault(where, frame.path, "expected a field's name")
            raise _Stop
        path = (*frame.path, value)
        first = self.parsed.names.get(path)
        if first:
            self.fault(
                where, path, f'duplicate key "{shown(value)}" (first at line {first.line}); delete one'
            )
        self.parsed.names.setdefault(path, where)
        frame.key = value

    def put(self, value: Any) -> None:
        """Store a value where the last path pointed."""
        frame = self.frames[-1]
        if isinstance(frame.items, list):
            frame.items.append("" if value is None else value)
            return
        if value is not None:
            frame.items[frame.key] = value
        frame.key = None

    def open(self, event: Any, items: Any) -> None:
        """Begin a list or mapping; raises _Stop below the deepest level allowed."""
        where = _place(event)
        self.refuse_tag_and_anchor(event, where)
        path: FieldPath | None = ()
        if self.frames:
            path = self.next_path(None, where)
            self.put(items)
        else:
            self.parsed.value = items
            self.parsed.places[()] = where
        self.frames.append(_Frame(items, path or ()))
        if len(self.frames) > MAX_DEPTH:
            self.fault(where, (), f"nesting over {MAX_DEPTH} levels")
            raise _Stop

    def refuse_tag_and_anchor(self, event: Any, where: Place) -> None:
        """Report a tag or an anchor; a value that begins with its sign wants quotation marks."""
        if event.anchor is not None:
            self.fault(where, (), "anchors are not allowed; quote a value that begins with &")
        elif event.tag is not None or self.text.startswith("!", event.start_mark.index):
            self.fault(where, (), "tags are not allowed; quote a value that begins with !")

    def alias(self, event: Any) -> None:
        """Refuse a reference to an anchor."""
        self.fault(_place(event), (), "aliases are not allowed; quote a value that begins with *")
        if self.next_path("*", _place(event)) is not None:
            self.put("*")


_NO_FIELDS = "expected fields, each as `name: value`"
_UNSPACED = "expected fields, each as `name: value`; put a space after the colon"
_CUT_MESSAGE = (
    "text after # is dropped; quote the value, or set a comment off by two spaces or on a line of its own"
)
_ITEM_MESSAGE = (
    "this item begins further in than the one before, whose words it would join; line it up with the others"
)


def _place(event: Any) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1)
