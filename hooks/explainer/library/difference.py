"""Tell in words what differs between two states of the records, as a reader would want to be told.

    Figure revised: People who crossed: from over 250,000 to 302,203
    Check now: Right in part (before: Supported): “The tariffs were lifted …”
    Quote added: Ada Roe: “The old pipes will be replaced by spring,” (Gazette, 3 March 2025)

What only machines read (offsets, the words around an excerpt, digests, former ids) is no difference.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple, assert_never

from explainer.library.library import Library
from explainer.library.revising import revisions
from explainer.library.titles import source_line, title
from explainer.records.model import (
    RECORD_TYPES,
    AnyRecord,
    Check,
    Event,
    Figure,
    Issue,
    Person,
    Position,
    Quote,
    Source,
    Term,
)
from explainer.records.site import Site
from explainer.records.wording import date_words, figure_words, listing
from explainer.words import english

Act = Literal["revised", "added", "removed", "changed"]
"""revised: what a reader cares for most, told from what to what. changed: only which fields."""

FOR_MACHINES = frozenset(
    {"aliases", "start", "end", "prefix", "suffix", "sha256", "passages", "match", "changes"}
)
"""Fields whose change no reader can see, or that tell of changes themselves."""

NAMES = {
    "source": "Source", "issue": "Issue", "quote": "Quote", "figure": "Figure", "person": "Person",
    "position": "Position", "event": "Event", "term": "Term", "check": "Check",
}  # fmt: skip
"""Each record type as a sentence begins with it."""


class Difference(NamedTuple):
    """What is told of one record that came, went or changed; `ref` is its `kind:id`, or `site`."""

    act: Act
    ref: str
    words: str


def differences(before: Library, after: Library) -> Iterator[Difference]:
    """Yield what differs, kind by kind, in order of id; the site's own words come first."""
    changed = _changed(before.site, after.site)
    if changed:
        yield Difference("changed", "site", f"Site changed: {_fields(changed)}")
    for model in RECORD_TYPES:
        old, new = before.records[model.KIND], after.records[model.KIND]
        for name in sorted({*old, *new}):
            yield from _of_one(old.get(name), new.get(name), before, after)


def _of_one(
    old: AnyRecord | None, new: AnyRecord | None, before: Library, after: Library
) -> Iterator[Difference]:
    if old is None and new is not None:
        yield Difference("added", new.ref, f"{NAMES[new.KIND]} added: {_told(new, after)}")
    elif new is None and old is not None:
        yield Difference("removed", old.ref, f"{NAMES[old.KIND]} removed: {_told(old, before)}")
    elif old is not None and new is not None:
        yield from _of_both(old, new, before, after)


def _of_both(old: AnyRecord, new: AnyRecord, before: Library, after: Library) -> Iterator[Difference]:
    """Yield what is told from what to what, and then the names of all other fields that differ."""
    changed = _changed(old, new)
    for words, fields in revisions(old, new, before, after):
        changed = [name for name in changed if name not in fields]
        yield Difference("revised", new.ref, words)
    if changed:
        told = f"{NAMES[new.KIND]} changed: {title(new, after)}: {_fields(changed)}"
        yield Difference("changed", new.ref, told)


def _told(record: AnyRecord, library: Library) -> str:
    """Return a record in a line: its name, and what a reader asks next."""
    name = title(record, library)
    match record:
        case Quote():
            return _joined(name, source_line(record, library, headline=False))
        case Figure():
            return f"{name}: {figure_words(record, library.words)}"
        case Check():
            return f"“{name}”: {library.words.findings[record.finding]}"
        case Event():
            return f"{date_words(record.date, library.words)}: {name}"
        case Source():
            return _joined(name, record.publisher or "")
        case Issue() | Person() | Position() | Term():
            return name
        case _:
            assert_never(record)


def _changed(old: AnyRecord | Site, new: AnyRecord | Site) -> list[str]:
    """Return the fields that differ, but for those that only machines read."""
    before, after = vars(old), vars(new)
    return [name for name in after if name not in FOR_MACHINES and before[name] != after[name]]


def _fields(names: list[str]) -> str:
    return listing([name.replace("_", " ") for name in names], english())


def _joined(name: str, source: str) -> str:
    return f"{name} ({source})" if source else name
