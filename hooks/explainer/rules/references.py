"""Every reference leads to a record, and to one that is published."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from explainer.contents.drafts import DRAFT
from explainer.contents.folder import Contents
from explainer.errors import Problem
from explainer.records.fields import TARGETS, target
from explainer.records.links import BRACKETED, LINK
from explainer.records.model import BY_KIND, Figure, Issue, Source
from explainer.records.part import Part
from explainer.records.record import Record
from explainer.records.site import Site
from explainer.records.walking import Leaf, leaves
from explainer.rules.unread import Unread
from explainer.text.characters import shown
from explainer.text.pattern import pattern
from explainer.text.suggestion import did_you_mean

STRIPPED = frozenset(("refs", "issues", "compare", "see_also", "figures"))
"""Lists from which what is not published is left out."""

_MARKDOWN = {(Source, "notes"), (Issue, "background"), (Site, "notice"), (Site, "about")}
"""Fields in which Markdown is read."""
_OFTEN_COPIED = frozenset(("title", "label"))
"""Fields that extraction fills with an article's words, whatever these are."""
_MARKDOWN_LINK = pattern(r"\[[^\[\]\n]{1,200}\]\([^()\s]{1,500}\)")

At: TypeAlias = tuple[str, int] | None
"""A text, and an offset in it."""

VERBATIM = frozenset(("exact", "prefix", "suffix", "exempt", "include", "exclude"))
"""Fields that hold a source's own words or words to look for, where brackets are no links."""


def dangling(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for each reference to a record that is not there.

    References to records with faults of their own are passed over.
    """
    unread, sound = Unread(contents), _sound(contents)
    for loaded in contents.parts():
        if sound.issuperset(_refs_in(loaded.record, contents)):
            continue
        is_draft = getattr(loaded.record, "status", "") == DRAFT
        for leaf, ref, at in _named(loaded.record, contents):
            message = _fault(contents, ref, unread)
            if not message and not is_draft and leaf.name not in STRIPPED:
                message = _on_draft(contents, ref)
            if message:
                yield loaded.problem(leaf.path, message, at=at)


def resting_on_unpublished(contents: Contents, withheld: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a warning for evidence that readers will not see; `withheld` gives `kind:id` and why."""
    if not withheld:
        return
    for loaded in contents.parts():
        if not any(target(ref) in withheld for ref in _refs_in(loaded.record, contents)):
            continue
        for leaf, named, _ in _named(loaded.record, contents):
            if leaf.name == "refs" and (ref := target(named)) in withheld:
                message = f"{ref} is not published: {withheld[ref]}"
                yield loaded.problem(leaf.path, message, "warning")


def malformed_links(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for each `[[…]]` that is not `[[kind:id]]`, a warning for Markdown that stays text."""
    for loaded, found_in in contents.fields:
        for leaf in found_in:
            if not isinstance(leaf.value, str) or leaf.name in VERBATIM:
                continue
            for found in BRACKETED.finditer(leaf.value):
                if not LINK.fullmatch(found[0]):
                    message = f"{found[0]} is not a link; write [[kind:id]] or [[kind:id|words]]"
                    yield loaded.problem(leaf.path, message, at=(leaf.value, found.start()))
            may_stand = leaf.name in _OFTEN_COPIED or (type(loaded.record), leaf.name) in _MARKDOWN
            if "](" in leaf.value and not may_stand and (literal := _MARKDOWN_LINK.search(leaf.value)):
                message = f"{shown(literal[0])} is no link here; write [[kind:id|words]], to a record"
                yield loaded.problem(leaf.path, message, "warning", at=(leaf.value, literal.start()))


def taken_aliases(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for each former id that another record of the kind has or had."""
    for kind, records in contents.records.items():
        owners: dict[str, str] = dict.fromkeys(records, "")
        for record in records.values():
            for index, alias in enumerate(record.aliases):
                owner = owners.setdefault(alias, record.id)
                if owner != record.id:
                    message = f'"{alias}" is also the id of {kind}:{owner or alias}'
                    yield contents.files[record.ref].problem(("aliases", index), message)


def _sound(contents: Contents) -> frozenset[str]:
    """Return the `kind:id` of which any record may speak."""
    every = (f"{kind}:{id_}" for kind, records in contents.records.items() for id_ in records)
    return frozenset(every) - contents.drafts.keys()


def _refs_in(record: Part, contents: Contents) -> tuple[str, ...]:
    """Return each `kind:id` that a record names, once."""
    return contents.derived.take_lasting(_refs_of, record, through=leaves)


def _refs_of(held: list[Leaf]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ref for leaf in held for ref, _ in _refs(leaf.name, leaf.value)))


def _named(record: Part, contents: Contents) -> list[tuple[Leaf, str, At]]:
    """Return each `kind:id` that a record names, the field that does and, of a link, where in its text."""
    return contents.derived.take(_named_in, contents.derived.take(leaves, record))


def _named_in(held: list[Leaf]) -> list[tuple[Leaf, str, At]]:
    return [(leaf, ref, at) for leaf in held for ref, at in _refs(leaf.name, leaf.value)]


def _refs(name: str, value: object) -> Iterator[tuple[str, At]]:
    """Yield each `kind:id` that a field names and, of a link, the text and its offset there."""
    if not isinstance(value, str):
        return
    if name in TARGETS:
        yield f"{TARGETS[name]}:{value}", None
    elif name == "refs":
        yield value, None
    elif "[[" in value and name not in VERBATIM:
        for link in LINK.finditer(value):
            yield f"{link[1]}:{link[2]}", (value, link.start())


def _fault(contents: Contents, ref: str, unread: Unread) -> str:
    kind, _, record_id = target(ref).partition(":")
    if target(ref) in contents.broken or target(ref) in contents.unfinished:
        return ""
    if record_id in contents.records.get(kind, {}):
        return _no_point(contents.records[kind][record_id], ref.partition("@")[2])
    if kind not in BY_KIND:
        return f'"{kind}" is no kind of record{did_you_mean(kind, BY_KIND)}'
    former = next((r.id for r in contents.records[kind].values() if record_id in r.aliases), None)
    if former:
        return f'there is no {kind} "{record_id}" any more; it is now "{former}"'
    if unread.may_name(kind, record_id):
        return ""
    folder = BY_KIND[kind].FOLDER
    return f'there is no {kind} "{record_id}" in {folder}/{did_you_mean(record_id, contents.records[kind])}'


def _on_draft(contents: Contents, ref: str) -> str:
    if target(ref) not in contents.drafts:
        return ""
    return f"{target(ref)} is a draft; finish it, or make this a draft, too"


def _no_point(record: Record, date: str) -> str:
    """Return what is wrong with the date of a reference to one point of a series; empty for none."""
    if date and not isinstance(record, Figure):
        return f'"@{date}" names a point of a figure, and {record.ref} is none'
    dates = [point.date for point in record.series] if isinstance(record, Figure) else []
    if not date or date in dates:
        return ""
    return f'{record.ref} has no point at "{date}"{did_you_mean(date, dates)}'
