"""A folder is replaced as a whole or not at all, whatever happens to the process meanwhile."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from atomic.exchange import exchange

_OURS = Path("data/datapackage.json")
"""By this file a folder is known as one of ours."""


class Busy(Exception):
    """Raised when another build of the same folder is under way."""


class Foreign(Exception):
    """Raised when a folder that is to be replaced holds what we did not make."""


def refuse_foreign(folder: Path) -> None:
    """Raise Foreign unless `folder` is missing, empty, or a site or an export of ours."""
    if folder.exists() and not folder.is_dir():
        raise Foreign(f"{folder}: is a file; name a folder")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / _OURS).is_file():
        raise Foreign(f"{folder}: holds files that are no site of ours; name a folder that is new or empty")


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
    elif not exchange(new, old):
        # No exchange in one step here: _recover mends a kill in between.
        aside = old.with_name(f".{old.name}.last")
        old.rename(aside)
        new.rename(old)
        aside.rename(new)


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
