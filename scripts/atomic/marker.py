"""A file in each folder that we make says that we made it, and what: all else there is somebody else's."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

NAME = ".explainer"
_OPENING = "Made anew by each build, with these files. Whatever else is put here stops the next build."


def mark(folder: Path, names: Iterable[str] | None = None) -> None:
    """List in the folder itself what is ours there: `names`, or all that it holds now.

    An empty folder is marked before it is filled.
    """
    if names is None:
        names = (name for name, _ in _entries(folder) if not name.startswith(NAME))
    lines = [_OPENING, *sorted(names)]
    new = folder / f"{NAME}.new"
    new.write_bytes("\n".join([*lines, ""]).encode("utf-8", "surrogateescape"))
    new.replace(folder / NAME)


def is_marked(folder: Path) -> bool:
    """Say whether a folder carries our marker file."""
    return listed(folder) is not None


def is_begun(folder: Path) -> bool:
    """Say whether a folder is marked, or was about to be when a build was killed: it holds nothing else."""
    return is_marked(folder) or all(entry.name.startswith(NAME) for entry in folder.iterdir())


def foreign(folder: Path) -> list[str]:
    """Return what stands in a folder and was not put there by us, each file or whole folder once.

    A link is never ours, and nothing is followed through one.
    """
    known = {NAME, *(listed(folder) or ())}
    ours = {parent for name in known for parent in _parents(name)}
    return sorted(name for name, is_link in _entries(folder, into=ours) if is_link or name not in known)


def foreign_among(folder: Path, there: Iterable[str]) -> list[str]:
    """Return which names found in a folder are not ours: what `foreign` finds, without another look."""
    known = {NAME, *(listed(folder) or ())}
    return sorted(set(there) - known)


def listed(folder: Path) -> list[str] | None:
    """Return what is ours in a folder, as it was when it was marked; None for one without our marker."""
    marker = folder / NAME
    if marker.is_symlink() or not marker.is_file():
        return None
    opening, *names = marker.read_bytes().decode("utf-8", "surrogateescape").removesuffix("\n").split("\n")
    return names if opening == _OPENING else None


def _parents(name: str) -> Iterator[str]:
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name


def _entries(folder: Path, *, into: set[str] | None = None, prefix: str = "") -> Iterator[tuple[str, bool]]:
    """Yield the path of each file below a folder, and whether it is a link.

    A subfolder is looked into where `into` is None or names it; else it is yielded itself.
    """
    for entry in os.scandir(folder):
        name = prefix + entry.name
        if not entry.is_dir(follow_symlinks=False):
            yield name, entry.is_symlink()
        elif into is None or name in into:
            yield from _entries(Path(entry.path), into=into, prefix=f"{name}/")
        else:
            yield name, False
