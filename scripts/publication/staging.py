"""A folder is replaced as a whole or not at all, whatever happens to the process meanwhile."""

import ctypes
import fcntl
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2) and RENAME_SWAP of renamex_np(2)
_AT_FDCWD = -100


class Busy(Exception):
    """Raised when another build of the same folder is under way."""


@contextmanager
def staged(site: Path) -> Iterator[Path]:
    """Yield an empty folder beside `site`; on success it takes the place of `site`.

    Raises Busy when another process builds the same site. What a killed build left behind is removed first.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    staging = site.with_name(f".{site.name}.next")
    with _locked(site.with_name(f".{site.name}.lock")):
        _recover(site, staging)
        staging.mkdir()
        try:
            yield staging
            swap(staging, site)
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def swap(new: Path, old: Path) -> None:
    """Put `new` in the place of `old` in one step; `new` then holds what `old` held."""
    if not old.exists():
        new.rename(old)
    elif not _exchange(new, old):
        aside = old.with_name(
            f".{old.name}.last"
        )  # no atomic exchange here: _recover mends a kill in between
        old.rename(aside)
        new.rename(old)
        aside.rename(new)


def _exchange(one: Path, other: Path) -> bool:
    libc = ctypes.CDLL(None, use_errno=True)
    try:
        if sys.platform == "darwin":
            return libc.renamex_np(os.fsencode(one), os.fsencode(other), _EXCHANGE) == 0
        return (
            libc.renameat2(
                _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), ctypes.c_uint(_EXCHANGE)
            )
            == 0
        )
    except AttributeError:
        return False


def _recover(site: Path, staging: Path) -> None:
    aside = site.with_name(f".{site.name}.last")
    if aside.exists() and not site.exists():
        aside.rename(site)
    for left in (aside, staging):
        if left.exists():
            shutil.rmtree(left)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("a+", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            raise Busy(f"another build is under way (process {lock.read().strip() or 'unknown'})") from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield
