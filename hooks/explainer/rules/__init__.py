"""All checks between records: each rule takes the contents and yields faults, errors or warnings."""

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from explainer.contents.folder import Contents
from explainer.contents.kept import Kept
from explainer.contents.store import Loaded
from explainer.errors import Problem, shown_path
from explainer.records.model import BY_KIND, AnyRecord, Source
from explainer.records.site import Site
from explainer.rules.addresses import unfit_home, unsafe_addresses
from explainer.rules.anchoring import anchor
from explainer.rules.attribution import attribute
from explainer.rules.coverage import misnumbered, uncovered
from explainer.rules.language import hard_to_read
from explainer.rules.markdown import unrenderable
from explainer.rules.measuring import hold_to_sentences
from explainer.rules.originals import invented_paragraphs
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
    readings: dict[str, list[str]]
    """`kind:id` -> what its page must say: what the source does not plainly bear out, and is our reading."""
    problems: tuple[Problem, ...]
    """Errors and warnings, those of single files included, in order of place."""


def check(contents: Contents, kept: Kept | None = None) -> Checked:
    """Run every rule; faults of single files come along, so that one run tells all.

    What is `kept` from an earlier check is not looked at again.
    """
    kept = kept or Kept(keeps=False)
    anchored = anchor(contents, kept)
    attributed = attribute(contents, anchored.matches, kept)
    problems = {*contents.problems, *anchored.problems, *attributed.problems}
    measured = hold_to_sentences(contents, anchored.matches, kept)
    problems.update(measured.problems)
    unpublished = {**anchored.withheld, **dict.fromkeys(contents.drafts, "it is a draft")}
    problems.update(resting_on_unpublished(contents, unpublished))
    unplaced = {problem.path for problem in anchored.problems if problem.severity == "error"}
    problems.update(_alone(contents, kept, unplaced))
    problems.update(problem for rule in BETWEEN for problem in rule(contents))
    readings = {**attributed.readings, **measured.readings}
    told = tuple(sorted(_softened(problems, contents)))
    return Checked(anchored.matches, anchored.withheld, readings, told)


def _alone(contents: Contents, kept: Kept, unplaced: Container[Path]) -> Iterator[Problem]:
    """Yield the faults of single records; those known to have none are passed over.

    Of words that are not the source's, that is told, and only that.
    """
    rests_on = {ref: (loaded.record, *_source_of(loaded, contents)) for ref, loaded in contents.files.items()}
    left = {ref: at for ref, at in contents.files.items() if not kept.is_clear("alone", rests_on[ref])}
    some, faulty = replace(contents, files=left), set[Path]()
    for rule in ALONE:
        for problem in rule(some):
            faulty.add(problem.path)
            if rule is not broken_promises or problem.path not in unplaced:
                yield problem
    if not (contents.broken or contents.faulty_texts):  # what rests on these is silent, and not clear
        for ref, loaded in left.items():
            if not faulty or shown_path(loaded.path) not in faulty:
                kept.mark_clear("alone", rests_on[ref])


def _source_of(loaded: Loaded[Any], contents: Contents) -> tuple[object, ...]:
    """Return the record of the source that a record is cut from, and what tells that source's text."""
    name = getattr(loaded.record, "source", None) or ""
    article = contents.articles.get(name)
    return contents.records[Source.KIND].get(name), article.sha256 if article else ""


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
