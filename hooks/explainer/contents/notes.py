"""What a command writes down for the next one: a value under a version, and digests to tell values apart.

The files are ours as compiled templates are: they lie in the project's own cache, and are made anew at will.
"""

import hashlib
import pickle
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

_UNREADABLE = (pickle.UnpicklingError, EOFError, AttributeError, ImportError, TypeError, ValueError)


def load(path: Path, version: str) -> Any:
    """Return the value noted at `path`; None where it is of another version, or cannot be read."""
    with suppress(OSError, *_UNREADABLE), path.open("rb") as file:
        return pickle.load(file) if pickle.load(file) == version else None
    return None


def save(value: object, path: Path, version: str) -> None:
    """Note a value, all or nothing; where that cannot be, nothing is lost but time."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partial")
        with partial.open("wb") as file:
            pickle.dump(version, file, protocol=5)
            pickle.dump(value, file, protocol=5)
        partial.replace(path)


def digest(parts: Iterable[str]) -> bytes:
    """Return a digest of some texts, which tells where one ends."""
    told = "\0".join((*parts, "")).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(told, digest_size=16).digest()
