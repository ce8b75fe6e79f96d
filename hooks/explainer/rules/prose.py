"""Our own prose in the records: which fields are read as sentences, and where each stands."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from explainer.contents.folder import Contents
from explainer.contents.store import Loaded
from explainer.records.links import LINK
from explainer.strict_yaml.parsed import FieldPath

_FIELD_NAMES = """
    answer verdict reply caution summary text background open_questions why about definition note notes
    question description notice detail caveats reliability unknowns
"""
FIELDS = frozenset(_FIELD_NAMES.split())
"""Fields that hold sentences of ours; labels and titles are no sentences."""

_UNREAD = re.compile(
    r"\]\([^()\s]{0,2000}(?:\s+\"[^\"\n]{0,300}\")?\)|https?://[^\s<>)\]]+|<[^<>]{0,300}>|`[^`\n]{0,300}`"
)


class Prose(NamedTuple):
    """One field of prose: its record, its path and its text."""

    loaded: Loaded[Any]
    path: FieldPath
    text: str

    def line(self, offset: int) -> int:
        """Return how many lines below the field's first an offset of its text stands."""
        breaks = self.text.count("\n", 0, offset)
        return breaks + ("\n" in self.text.rstrip("\n") or self.text.endswith("\n"))


def proses(contents: Contents) -> Iterator[Prose]:
    """Yield every field of our own prose, what nobody reads (addresses, code, link targets) blanked out."""
    for loaded, leaves in contents.fields:
        for leaf in leaves:
            if leaf.name in FIELDS and isinstance(leaf.value, str) and leaf.value:
                yield Prose(loaded, leaf.path, readable(leaf.value))


def readable(text: str) -> str:
    """Return prose of the same length with only what a reader sees; the rest is blanked."""
    text = LINK.sub(_words_of_link, text)
    return _UNREAD.sub(lambda match: " " * len(match[0]), text)


def _words_of_link(match: re.Match[str]) -> str:
    words = match[3] or ""
    return words.rjust(len(match[0]) - 2) + "  " if words else " " * len(match[0])
