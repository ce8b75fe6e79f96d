"""Whether what was made still fits what it was made of, told as git's index does: by names, sizes and times.

A file counts as the same while its path, size, inode and both its times are: no save, move or restored backup
leaves all of these as they were.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

_PASSED_OVER = frozenset(("__pycache__",))


def stamp(paths: Iterable[Path], *settings: str) -> str:
    """Return a digest of all files at or below `paths` and of whatever else the result depends on."""
    digest = hashlib.sha256(json.dumps(settings).encode())
    for path in paths:
        for line in sorted(_lines(path)):
            digest.update(line)
    return digest.hexdigest()


def is_fresh(note: Path, *, inputs: str, made: Path) -> bool:
    """Say whether `note` says that what stands at `made` was made of just these inputs."""
    try:
        told = note.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    return told.startswith(f"{inputs} ") and told == _note(inputs, stamp([made]))


def remember(note: Path, *, inputs: str, outputs: str) -> None:
    """Write down that these outputs were made of these inputs; where that cannot be kept, nothing is lost."""
    with suppress(OSError):
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(_note(inputs, outputs), encoding="utf-8")


def _note(inputs: str, outputs: str) -> str:
    return f"{inputs} {outputs}\n"


def _lines(path: Path) -> Iterator[bytes]:
    if not path.is_dir():
        yield _line(path, os.stat(path, follow_symlinks=False)) if path.exists() else b"-"
        return
    for folder, folders, names in os.walk(path):
        folders[:] = [name for name in folders if name not in _PASSED_OVER]
        for name in names:
            file = Path(folder, name)
            yield _line(file, os.lstat(file))


def _line(path: Path, status: os.stat_result) -> bytes:
    times = f"{status.st_size} {status.st_ino} {status.st_mtime_ns} {status.st_ctime_ns}"
    return os.fsencode(path) + f"\0{times}\n".encode()
