"""All checks between records: each rule takes the contents and yields faults, errors or warnings."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from explainer.contents.folder import Contents
from explainer.contents.kept import Kept
from explainer.errors import Problem, shown_path
from explainer.rules.addresses import unfit_home
from explainer.rules.alone import Rule, alone
from explainer.rules.coverage import uncovered
from explainer.rules.language import hard_to_read
from explainer.rules.originals import invented_paragraphs
from explainer.rules.passages import weigh
from explainer.rules.pictures import unfit_pictures
from explainer.rules.placing import unknown_places
from explainer.rules.plausibility import baseless_positions, misplaced_chart_events, mixed_charts
from explainer.rules.pointing import unshown_numbers
from explainer.rules.quoting import misquoting
from explainer.rules.references import dangling, resting_on_unpublished, taken_aliases
from explainer.rules.transcribing import unborne_transcriptions
from explainer.verification.ladder import Match

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
    problems.update(alone(contents, kept, amiss))
    problems.update(problem for rule in BETWEEN for problem in rule(contents))
    told = tuple(sorted(_softened(problems, contents)))
    return Checked(weighed.matches, weighed.withheld, weighed.readings, told)


def _softened(problems: Iterable[Problem], contents: Contents) -> Iterator[Problem]:
    """Yield all problems, those of drafts as warnings: what is not published stops nothing."""
    drafts = {shown_path(path) for path in contents.drafts.values()}
    for problem in problems:
        yield problem._replace(severity="warning") if problem.path in drafts else problem
