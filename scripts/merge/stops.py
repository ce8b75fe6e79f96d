"""When a run had better ask first: too much would vanish at once for it to be meant."""

from collections.abc import Collection

SHARE = 5
"""Stop where more than one in so many records of a source would go."""
FEW = 2
"""So many files may go missing at once without a question: that is how a writer deletes a record."""


def mass_orphaning(orphaned: int, known: int) -> bool:
    """Say whether a run would orphan more than a fifth of the records a source had."""
    return orphaned * SHARE > known


def mass_deletion(missing: Collection[str], known: int, *, folder_is_gone: bool) -> bool:
    """Say whether so many files are missing that a torn checkout is likelier than a writer's decision."""
    if not missing:
        return False
    return folder_is_gone or (len(missing) > FEW and len(missing) * SHARE > known)
