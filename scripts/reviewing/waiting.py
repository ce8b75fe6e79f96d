"""What a writer is to review: gathered from the folder, its check and the articles, now and again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from explainer.contents.folder import Contents, read_all
from explainer.errors import ContentError, shown_path
from explainer.records.model import RECORD_TYPES
from explainer.rules import check
from reviewing.queue import Item, waiting
from revision.report import conflicts
from revision.run import Options, revise


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be reviewed."""

    content: Path
    sources: Sequence[str] = ()
    kinds: Sequence[str] = ()


def queue(wanted: Wanted) -> tuple[list[Item], Contents]:
    """Return what waits now, with what a check says of it and where articles say otherwise."""
    contents = read_all(wanted.content)
    items = waiting(
        contents,
        problems=check(contents).problems,
        conflicts=_conflicts(wanted.content),
        sources=wanted.sources,
        kinds=wanted.kinds,
    )
    return items, contents


def _conflicts(content: Path) -> dict[str, str]:
    """Return `kind:id` -> both versions in words, where a writer and an article changed the same."""
    try:
        plan = revise(content, Options(only_plan=True)).plan
    except ContentError:
        return {}  # the faults are told beside each record
    singular = {model.FOLDER: model.KIND for model in RECORD_TYPES}
    told: dict[str, str] = {}
    for open_ in plan.conflicts:
        folder, _, record_id = open_.ref.partition("/")
        told[f"{singular[folder]}:{record_id}"] = conflicts([open_])
    return told


def again(item: Item, contents: Contents) -> Item:
    """Return a record as it stands now; one that is decided by now is shown with that status."""
    loaded = contents.files.get(item.ref)
    if loaded is None:
        path = shown_path(item.path)
        faults = tuple(str(each) for each in contents.problems if each.path == path)
        return replace(item, faults=faults or ("its file is gone",))
    return replace(item, record=loaded.record)
