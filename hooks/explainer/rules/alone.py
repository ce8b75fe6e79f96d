"""The rules for single records: asked only of those not known to have no fault."""

from collections.abc import Callable, Container, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple, cast

from explainer.contents.folder import Contents
from explainer.contents.kept import Kept, Known
from explainer.contents.store import Loaded
from explainer.errors import Problem, shown_path
from explainer.records.model import BY_KIND, AnyRecord, Source
from explainer.records.site import Site
from explainer.rules.addresses import unsafe_addresses
from explainer.rules.coverage import misnumbered
from explainer.rules.markdown import unrenderable
from explainer.rules.plausibility import (
    bare_key_points,
    incomplete_figures,
    long_summaries,
    reversed_dates,
    unfinished_records,
)
from explainer.rules.promises import broken_promises
from explainer.rules.references import malformed_links
from explainer.strict_yaml.parsed import Parsed

Rule = Callable[[Contents], Iterator[Problem]]

WITHIN: tuple[Rule, ...] = (
    malformed_links,
    unsafe_addresses,
    unrenderable,
    incomplete_figures,
    unfinished_records,
    broken_promises,
    long_summaries,
    bare_key_points,
    reversed_dates,
)
"""What a record alone can break."""

ALONE: tuple[Rule, ...] = (*WITHIN, misnumbered)
"""What a record can break with its source: of one without fault this is not asked again."""


def alone(contents: Contents, kept: Kept, amiss: Container[Path]) -> Iterator[Problem]:
    """Yield the faults of single records; those known to have none are passed over.

    Of words that are not the source's, `amiss`, that is told, and only that.
    """
    left, changed = list[str](), list[_Together]()
    for group in _together(contents):
        known = kept.known("alone", group.name, group.around, group.records)
        left += _left(group, known, kept)
        changed += [] if known and known.is_same else [group]
    some, found = replace(contents, files={ref: contents.files[ref] for ref in left}), set[Path]()
    for rule in ALONE:
        for problem in rule(some):
            found.add(problem.path)
            if rule is not broken_promises or problem.path not in amiss:
                yield problem
    if contents.broken or contents.faulty_texts:  # what rests on these is silent, and not clear
        return
    for group in changed:
        faulty = [ref for ref in group.refs if found and shown_path(contents.files[ref].path) in found]
        kept.learn("alone", group.name, group.around, group.records, faulty)


class _Together(NamedTuple):
    """The records cut from one source, or a single one cut from none, and what lies around them."""

    name: str
    around: tuple[object, ...]
    refs: list[str]
    records: tuple[Any, ...]


def _together(contents: Contents) -> Iterator[_Together]:
    found: dict[str, list[str]] = {}
    for ref, loaded in contents.files.items():
        found.setdefault(getattr(loaded.record, "source", None) or ref, []).append(ref)
    for name, refs in found.items():
        article = contents.articles.get(name)
        around = contents.records[Source.KIND].get(name), article.sha256 if article else ""
        yield _Together(name, around, refs, tuple(contents.files[ref].record for ref in refs))


def _left(group: _Together, known: Known | None, kept: Kept) -> list[str]:
    """Return which of some records are not known to be clear."""
    if known is None:
        return group.refs
    if known.is_same:
        return cast(list[str], known.found)
    told = zip(group.refs, map(kept.told, group.records), strict=True)
    return [ref for ref, record in told if ref in known.found or not known.has(record)]


def faults_within(record: AnyRecord) -> list[Problem]:
    """Return what the rules for a record alone find in one that has no file yet; errors only."""
    records: dict[str, dict[str, AnyRecord]] = {kind: {} for kind in BY_KIND}
    records[record.KIND][record.id] = record
    loaded = Loaded(record, Path(record.id), Parsed())
    contents = Contents(Path(), Site(), records, {record.ref: loaded}, {})
    return [each for rule in WITHIN for each in rule(contents) if each.severity == "error"]
