"""Our own prose in the records: which fields are read as sentences, and where each stands.

Every field of words is in one of two tables, and a test says so: it is held to numbers and quotations, or it
is not, with the reason.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from explainer.contents.folder import Contents
from explainer.contents.store import Loaded
from explainer.errors import Problem, Severity
from explainer.records.links import LINK
from explainer.records.model import Source
from explainer.records.walking import Leaf, leaves
from explainer.strict_yaml.parsed import FieldPath
from explainer.text.entities import unescape
from explainer.text.pattern import pattern

_FIELD_NAMES = """
    answer verdict reply caution summary text background open_questions why about definition note notes
    question description notice detail caveats reliability unknowns label measures title subtitle
    short_title alt
"""
FIELDS = frozenset(_FIELD_NAMES.split())
"""Fields that hold words of ours."""

_LABELS = frozenset(("label", "measures", "title", "subtitle", "short_title"))
NOT_OURS = {
    "exact": "the source's words, looked for in its text",
    "prefix": "the source's words", "suffix": "the source's words", "cue": "the source's word",
    "speaker_as_named": "the source's words, looked for beside the quotation",
    "translation": "what was said, in our language; shown as our translation and never as a quotation",
    "signed_off": "a colleague's reason, shown as such", "by": "who copied words",
    "name": "a name", "term": "a name", "abbr": "a name", "also": "names", "aliases": "names and former ids",
    "authors": "names", "original": "a file's name",
    "credit": "a name", "publisher": "a name", "via": "a name", "licence": "a name", "locator": "a place",
    "geography": "a place, held to the source", "unit": "a unit, held to the source",
    "include": "terms to look for", "exclude": "terms to look for", "exempt": "what is exempt",
    "file": "a file's name", "sha256": "a digest", "url": "an address", "archive_url": "an address",
    "same_as": "an address", "contact": "an address", "repository": "an address",
    "language": "a code", "lang": "a code",
}  # fmt: skip
"""Fields of words that are not held, each with the reason."""

_UNREAD = pattern(
    r"\]\([^()\s]{0,2000}(?:\s+\"[^\"\n]{0,300}\")?\)|https?://[^\s<>)\]]+|<[^<>]{0,300}>|`[^`\n]{0,300}`"
)
_UNREAD_SIGNS = ("](", "://", "<", "`")
_ENTITY = pattern(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,10});")
_Q = pattern(r"<(/?)q(?:\s[^<>]{0,200})?>", re.IGNORECASE)
_BLOCKQUOTE = pattern(r"<(/?)blockquote(?:\s[^<>]{0,200})?>", re.IGNORECASE)


class Prose(NamedTuple):
    """One field of prose: its record, its path and its text."""

    loaded: Loaded[Any]
    path: FieldPath
    text: str
    """What a reader sees of it, as long as what is written."""
    written: str

    @property
    def is_label(self) -> bool:
        """Whether it is a name of ours rather than sentences."""
        return self.path[-1] in _LABELS

    def problem(self, offset: int, message: str, severity: Severity = "error") -> Problem:
        """Return a Problem at the place in the file at which an offset of the text stands."""
        return self.loaded.problem(self.path, message, severity, at=(self.written, offset))


UNSEEN = frozenset(("orphaned", "withdrawn"))
"""States of a record that no reader sees, whatever the site says of proposals."""


def proses(contents: Contents) -> tuple[Prose, ...]:
    """Return every field of our own prose, what nobody reads (addresses, code, link targets) blanked out.

    What is withdrawn or whose passage is gone is shown to nobody, and may still say what the source once did.
    """
    return contents.derived.of_all(_proses, contents)


def _proses(contents: Contents) -> Iterator[Prose]:
    for loaded in contents.parts():
        if getattr(loaded.record, "status", "") in UNSEEN:
            continue
        held = contents.derived.take_lasting(_prose_in, loaded.record, through=leaves)
        for path, text, written in held:
            if path != ("title",) or not isinstance(loaded.record, Source):  # the headline of another
                yield Prose(loaded, path, text, written)


def _prose_in(held: list[Leaf]) -> list[tuple[FieldPath, str, str]]:
    """Return path, readable text and written text of each field of our own prose; `roles` name offices."""
    return [
        (leaf.path, readable(leaf.value), leaf.value)
        for leaf in held
        if leaf.name in FIELDS and isinstance(leaf.value, str) and leaf.value
        if leaf.name != "title" or leaf.path[0] != "roles"
    ]


def readable(text: str) -> str:
    """Return prose of the same length with only what a reader sees: marks as such, the rest blanked."""
    if "[[" in text:
        text = LINK.sub(_words_of_link, text)
    if "&" in text:
        text = _ENTITY.sub(lambda found: unescape(found[0])[:1].ljust(len(found[0])), text)
    if "<" in text:
        text = _Q.sub(lambda found: ("”" if found[1] else "“").ljust(len(found[0])), text)
        text = _BLOCKQUOTE.sub(lambda found: ("”" if found[1] else "“").ljust(len(found[0])), text)
    if any(sign in text for sign in _UNREAD_SIGNS):
        text = _UNREAD.sub(lambda match: " " * len(match[0]), text)
    return text


def _words_of_link(match: re.Match[str]) -> str:
    words = match[3] or ""
    return words.rjust(len(match[0]) - 2) + "  " if words else " " * len(match[0])
