"""What a command writes down for the next one: values under a version, and digests to tell values apart.

The files are ours as compiled templates are: they lie in the project's own cache, and are made anew at will.
"""

import hashlib
import os
import pickle
from array import array
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

_UNREADABLE = (
    pickle.UnpicklingError,
    EOFError,
    AttributeError,
    ImportError,
    LookupError,
    TypeError,
    ValueError,
    OverflowError,
    MemoryError,
)


Parts = Mapping[str, dict[Any, Any]]
"""What is noted: dictionaries, each under its name."""
_MOST = 0.5
"""So much may be added, as a share of what was written at first, until all is written anew."""
_NOTHING = object()


class Note(NamedTuple):
    """What stood in a file when it was read; nobody changes it."""

    parts: Parts
    first: int
    """Bytes of what was written at first; behind it stands, note by note, what has changed since."""
    end: int
    """Where what can be read of it ends."""
    state: tuple[int, int]
    """The file's inode and time of change."""


class _Columns(NamedTuple):
    """A dictionary of numbers, as many under each key: column by column it is read in a fifth of the time."""

    keys: list[Any]
    columns: list["array[int]"]

    def rows(self) -> dict[Any, Any]:
        """Return the dictionary."""
        return dict(zip(self.keys, zip(*self.columns, strict=True), strict=True))


def load(path: Path, version: str) -> Note | None:
    """Return what is noted at `path`; None where it is of another version, or cannot be read."""
    with suppress(OSError, *_UNREADABLE), path.open("rb") as file:
        if pickle.load(file) != version:
            return None
        written = pickle.load(file)
        parts = {name: part.rows() if isinstance(part, _Columns) else part for name, part in written.items()}
        first = end = file.tell()
        while differences := _next(file):
            for name, (changed, gone) in differences.items():
                parts[name].update(changed)
                for key in gone:
                    del parts[name][key]
            end = file.tell()
        return Note(parts, first, end, _state(file))
    return None


def _next(file: BinaryIO) -> Any:
    """Return what was added next; None at the end, and for what a killed process was adding."""
    with suppress(*_UNREADABLE):
        return pickle.load(file)
    return None


def save(
    parts: Parts,
    path: Path,
    version: str,
    since: Note | None = None,
    *,
    at: Mapping[str, Iterable[Any]] | None = None,
) -> None:
    """Note what is to be known the next time; where that cannot be, nothing is lost but time.

    What differs from what stood there before, `since`, is added to it, which takes a tenth of the time. `at`
    has, for dictionaries of which that is known, the keys at which alone they may differ.
    """
    with suppress(OSError):
        if since is None or not _add(_differences(parts, since.parts, at or {}), path, since):
            _write(parts, path, version)


def _write(parts: Parts, path: Path, version: str) -> None:
    """Write a file, all or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    with partial.open("wb") as file:
        pickle.dump(version, file, protocol=5)
        pickle.dump({name: _columns(part) or part for name, part in parts.items()}, file, protocol=5)
    partial.replace(path)


def _columns(part: Mapping[Any, Any]) -> _Columns | None:
    """Return a dictionary as columns; None where its values are not as many numbers each."""
    if not part or any(type(value) is not tuple for value in part.values()):
        return None
    with suppress(TypeError, ValueError, OverflowError):
        columns = [array("q", column) for column in zip(*part.values(), strict=True)]
        return _Columns([*part], columns) if columns else None
    return None


def _add(differences: Mapping[str, Any], path: Path, since: Note) -> bool:
    """Add to a file; False where somebody else has written it, or it has grown too long for that."""
    added = pickle.dumps(differences, protocol=5)
    if since.end + len(added) > since.first * (1 + _MOST) or not path.exists():
        return False
    with path.open("r+b") as file:
        if _state(file) != since.state:
            return False
        file.truncate(since.end)
        file.seek(since.end)
        file.write(added)
    return True


def _state(file: BinaryIO) -> tuple[int, int]:
    status = os.fstat(file.fileno())
    return status.st_ino, status.st_mtime_ns


def _differences(
    now: Parts, before: Parts, at: Mapping[str, Iterable[Any]]
) -> dict[str, tuple[dict[Any, Any], list[Any]]]:
    """Return of each dictionary what is new or another, and the keys that are gone."""
    found = {}
    for name, held in now.items():
        then = before[name]
        looked_at = [(key, held[key]) for key in at[name] if key in held] if name in at else held.items()
        changed = {
            key: value
            for key, value in looked_at
            if (old := then.get(key, _NOTHING)) is not value and old != value
        }
        new = sum(key not in then for key in changed)
        is_less = len(then) + new > len(held)
        found[name] = changed, [key for key in then if key not in held] if is_less else []
    return found


def digest(parts: Iterable[str]) -> bytes:
    """Return a digest of some texts, which tells where one ends."""
    told = "\0".join((*parts, "")).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(told, digest_size=16).digest()
