"""All checks between records: each rule takes the contents and yields faults, errors or warnings."""

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple, cast

from explainer.contents.folder import Contents
from explainer.contents.kept import Kept, Known
from explainer.contents.store import Loaded
from explainer.errors import Problem, shown_path
from explainer.records.model import BY_KIND, AnyRecord, Source
from explainer.records.site import Site
from explainer.rules.addresses import unfit_home, unsafe_addresses
from explainer.rules.coverage import misnumbered, uncovered
from explainer.rules.language import hard_to_read
from explainer.rules.markdown import unrenderable
from explainer.rules.originals import invented_paragraphs
from explainer.rules.passages import weigh
from explainer.rules.pictures import unfit_pictures
from explainer.rules.placing import unknown_places
from explainer.rules.plausibility import (
    bare_key_points,
    baseless_positions,
    incomplete_figures,
    long_summaries,
    misplaced_chart_events,
    mixed_charts,
    reversed_dates,
    unfinished_records,
)
from explainer.rules.pointing import unshown_numbers
from explainer.rules.promises import broken_promises
from explainer.rules.quoting import misquoting
from explainer.rules.references import dangling, malformed_links, resting_on_unpublished, taken_aliases
from explainer.rules.transcribing import unborne_transcriptions
from explainer.strict_yaml.parsed import Parsed
from explainer.verification.ladder import Match

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

BETWEEN: tuple[Rule, ...] = (
    dangling,
    taken_aliases,
    unfit_home,
    unborne_transcriptions,
    invented_paragraphs,
    unfit_pictures,
    unknown_places,
    mixed_charts,
    misplaced_chart_events,
    baseless_positions,
    uncovered,
    unshown_numbers,
    misquoting,
    hard_to_read,
)
"""What takes other records, too."""


class Checked(NamedTuple):
    """What the checks found."""

    matches: dict[str, Match]
    """`kind:id` -> where a record's passage stands in its source, and how closely."""
    withheld: dict[str, str]
    """`kind:id` -> why a record must not be published: orphaned, withdrawn, or unfair and not signed off."""
    readings: dict[str, tuple[str, ...]]
    """`kind:id` -> what its page must say: what the source does not plainly bear out, and is our reading."""
    problems: tuple[Problem, ...]
    """Errors and warnings, those of single files included, in order of place."""


def check(contents: Contents, kept: Kept | None = None) -> Checked:
    """Run every rule; faults of single files come along, so that one run tells all.

    What is `kept` from an earlier check is not looked at again.
    """
    kept = kept or Kept(keeps=False)
    weighed = weigh(contents, kept)
    problems = {*contents.problems, *weighed.problems}
    unpublished = {**weighed.withheld, **dict.fromkeys(contents.drafts, "it is a draft")}
    problems.update(resting_on_unpublished(contents, unpublished))
    amiss = {shown_path(contents.files[ref].path) for ref in weighed.amiss}
    problems.update(_alone(contents, kept, amiss))
    problems.update(problem for rule in BETWEEN for problem in rule(contents))
    told = tuple(sorted(_softened(problems, contents)))
    return Checked(weighed.matches, weighed.withheld, weighed.readings, told)


def _alone(contents: Contents, kept: Kept, amiss: Container[Path]) -> Iterator[Problem]:
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


def _softened(problems: Iterable[Problem], contents: Contents) -> Iterator[Problem]:
    """Yield all problems, those of drafts as warnings: what is not published stops nothing."""
    drafts = {shown_path(path) for path in contents.drafts.values()}
    for problem in problems:
        yield problem._replace(severity="warning") if problem.path in drafts else problem


def faults_within(record: AnyRecord) -> list[Problem]:
    """Return what the rules for a record alone find in one that has no file yet; errors only."""
    records: dict[str, dict[str, AnyRecord]] = {kind: {} for kind in BY_KIND}
    records[record.KIND][record.id] = record
    loaded = Loaded(record, Path(record.id), Parsed())
    contents = Contents(Path(), Site(), records, {record.ref: loaded}, {})
    return [each for rule in WITHIN for each in rule(contents) if each.severity == "error"]
