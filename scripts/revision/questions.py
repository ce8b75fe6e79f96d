"""Runs that had better ask first: too much would vanish at once for it to be meant."""

from collections.abc import Collection, Mapping

from explainer.errors import ContentError, Problem
from merge.shape import SHAPES
from revision.project import Project

SHARE = 5
"""Stop where more than one in so many records of a source would go."""
FEW = 2
"""So many files may go missing at once without a question: that is how a writer deletes a record."""


def refuse_mass_deletion(project: Project) -> None:
    """Raise ContentError where so many files are missing that a torn checkout is likelier than a decision."""
    problems = []
    for folder in project.records:
        known = {
            ref
            for base in project.bases.values()
            for ref in base.records
            if ref.startswith(f"{folder}/") and ref not in base.deleted
        }
        missing = {ref for ref in known if not project.holds(ref)}
        place = project.content / folder
        if mass_deletion(missing, len(known), folder_is_gone=not place.is_dir()):
            problems.append(Problem.at(place, _missing(missing, len(known))))
    if problems:
        raise ContentError(problems)


def refuse_mass_orphaning(project: Project, orphaned: Mapping[str, int]) -> None:
    """Raise ContentError where an article changed so much that it may be another one.

    `orphaned` counts, by source, the records that would lose their passage.
    """
    problems = []
    for source, count in orphaned.items():
        base = project.bases.get(source)
        known = sum(SHAPES[ref.partition("/")[0]].has_passage for ref in base.records) if base else 0
        if base and count and mass_orphaning(count, known):
            place = project.content / "sources" / base.file
            message = _vanishing(count, known, is_gone=source not in project.articles)
            problems.append(Problem.at(place, message))
    if problems:
        raise ContentError(problems)


def _missing(missing: Collection[str], known: int) -> str:
    some = ", ".join(sorted(ref.partition("/")[2] for ref in missing)[:3])
    more = f" and {len(missing) - 3} more" if len(missing) > 3 else ""
    return (
        f"{len(missing)} of {known} records are missing ({some}{more}). If they were deleted on purpose, run "
        "again with --accept-deletions: they will stay deleted. If not, restore them with git"
    )


def _vanishing(count: int, known: int, *, is_gone: bool) -> str:
    what = "the article is gone, so" if is_gone else "the article has changed so much"
    return (
        f"{what} that {count} of its {known} records would lose their passage. If that is right, run again "
        "with --accept-orphans: they will be marked orphaned, none is deleted. If not, restore the file "
        "with git"
    )


def mass_orphaning(orphaned: int, known: int) -> bool:
    """Say whether a run would orphan more than a fifth of the records a source had."""
    return orphaned * SHARE > known


def mass_deletion(missing: Collection[str], known: int, *, folder_is_gone: bool) -> bool:
    """Say whether so many files are missing that a torn checkout is likelier than a writer's decision."""
    if not missing:
        return False
    return folder_is_gone or (len(missing) > FEW and len(missing) * SHARE > known)
