"""All checks between records: each rule takes the contents and yields faults, errors or warnings."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from explainer.contents.folder import Contents
from explainer.errors import Problem
from explainer.rules.addresses import unfit_home, unsafe_addresses
from explainer.rules.anchoring import anchor
from explainer.rules.coverage import uncovered
from explainer.rules.language import hard_to_read
from explainer.rules.markdown import unrenderable
from explainer.rules.plausibility import (
    bare_key_points,
    baseless_positions,
    incomplete_figures,
    long_summaries,
    mixed_charts,
    reversed_dates,
)
from explainer.rules.promises import broken_promises
from explainer.rules.references import dangling, malformed_links, resting_on_unpublished, taken_aliases
from explainer.rules.transcribing import unborne_transcriptions
from explainer.verification.ladder import Match

Rule = Callable[[Contents], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    dangling,
    malformed_links,
    taken_aliases,
    unsafe_addresses,
    unfit_home,
    unrenderable,
    incomplete_figures,
    broken_promises,
    unborne_transcriptions,
    mixed_charts,
    baseless_positions,
    long_summaries,
    bare_key_points,
    reversed_dates,
    uncovered,
    hard_to_read,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks found."""

    matches: dict[str, Match]
    """`kind:id` -> where a record's passage stands in its source, and how closely."""
    withheld: dict[str, str]
    """`kind:id` -> why a record must not be published: orphaned, withdrawn, or unfair and not signed off."""
    problems: tuple[Problem, ...]
    """Errors and warnings, those of single files included, in order of place."""


def check(contents: Contents) -> Checked:
    """Run every rule; faults of single files come along, so that one run tells all."""
    anchored = anchor(contents)
    problems = {*contents.problems, *anchored.problems, *resting_on_unpublished(contents, anchored.withheld)}
    for rule in RULES:
        problems.update(rule(contents))
    return Checked(anchored.matches, anchored.withheld, tuple(sorted(problems)))
