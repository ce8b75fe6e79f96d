"""A folder is replaced as a whole or not at all, whatever happens to the process meanwhile.

Only a folder that we made is ever replaced: see `atomic.marker`.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from atomic.exchange import exchange
from atomic.marker import Times, foreign, is_begun, is_marked, listed, mark
from atomic.succession import Succession
from atomic.walk import LINK, NAME, files_in, has_linked_folder

_NOT_OURS = "stands where a build works and is not ours; move it elsewhere"
_SHOWN = 5
"""So many of the files that are not ours are named."""


class Busy(Exception):
    """Raised when another build of the same folder is under way."""


class Foreign(Exception):
    """Raised when a folder that is to be replaced is not ours, or holds what we did not make."""


def refuse_foreign(folder: Path) -> None:
    """Raise Foreign unless `folder` is missing, empty, or made by us and holds nothing else."""
    _refuse(_settled(folder), folder)


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """Yield an empty folder beside `folder`; on success it takes the place of `folder`.

    Raises Foreign rather than replace what is not ours, Busy when another process builds the same folder.
    What a killed build left behind is removed first.
    """
    with _beside_locked(folder) as (place, staging):
        _clear(staging)
        staging.mkdir()
        try:
            mark(staging)
            yield staging
            mark(staging)
            _refuse(place, folder)
            swap(staging, place)
        finally:
            shutil.rmtree(staging, ignore_errors=True)


@contextmanager
def succeeding(folder: Path, *, times: Times | None = None) -> Iterator[Succession]:
    """Yield a folder beside `folder` that may hold what stood there before; on success they trade places.

    So each time the one before the last is brought up to date, and what has not changed is not written.
    `times` are what the last one left; without them, what lies beside may have come with a checkout. Raises
    what `staged` does; of a build that fails nothing of ours is left beside.
    """
    with _beside_locked(folder, look_inside=False) as (place, staging):
        if not is_marked(staging):
            _clear(staging)
            staging.mkdir()
            mark(staging)
        begun = staging / f"{NAME}.begun"
        if _leads_elsewhere(staging, is_known=times is not None and not begun.exists()):
            raise Foreign(f"{staging}: {_NOT_OURS}")
        next_one = Succession(staging, place, whole=not begun.exists(), times=times)
        _refuse_others(folder, next_one.foreign())
        begun.touch()
        try:
            yield next_one
            mark(staging, next_one.close())
            begun.unlink()
            swap(staging, place)
        except BaseException:
            next_one.abandon()
            raise


def _leads_elsewhere(folder: Path, *, is_known: bool) -> bool:
    """Say whether something would be written through a link; of a folder not known to be ours, any counts."""
    if is_known:
        return has_linked_folder(folder, listed(folder))
    return any(status == LINK for _, status in files_in(folder))


@contextmanager
def _beside_locked(folder: Path, *, look_inside: bool = True) -> Iterator[tuple[Path, Path]]:
    """Yield a folder's own place and where the next one is made, with no other build under way."""
    place = _settled(folder)
    _refuse(place, folder, look_inside=look_inside)
    place.parent.mkdir(parents=True, exist_ok=True)
    with _locked(_beside(place, "lock")):
        _recover(place)
        yield place, _beside(place, "next")


def swap(new: Path, old: Path) -> None:
    """Put `new` in the place of `old` in one step; `new` then holds what `old` held."""
    if not old.exists():
        new.rename(old)
    elif not exchange(new, old):
        # No exchange in one step here: _recover mends a kill in between.
        aside = _beside(old, "last")
        old.rename(aside)
        new.rename(old)
        aside.rename(new)


def _settled(folder: Path) -> Path:
    """Return the folder's own place: links are resolved on the way to it, never at its end."""
    if folder.name in ("", ".."):
        return Path(os.path.realpath(folder))
    return Path(os.path.realpath(folder.parent), folder.name)


def _beside(place: Path, what: str) -> Path:
    return place.with_name(f".{place.name}.{what}")


def refuse_place(folder: Path) -> None:
    """Raise Foreign where a folder cannot be ours, without a look at each file in it."""
    _refuse(_settled(folder), folder, look_inside=False)


def _refuse(place: Path, named: Path, *, look_inside: bool = True) -> None:
    if place.is_symlink():
        raise Foreign(f"{named}: is a symbolic link; name the folder itself")
    if place.exists() and not place.is_dir():
        raise Foreign(f"{named}: is a file; name a folder")
    if Path.cwd().is_relative_to(place):
        raise Foreign(f"{named}: is the folder you work in, or one around it; name a folder of its own")
    if not place.is_dir() or not any(place.iterdir()):
        return
    if not is_marked(place):
        advice = (
            f"name a folder that is new or empty. An older site of ours has no {NAME} yet: delete it first"
        )
        raise Foreign(f"{named}: holds files that are no site of ours; {advice}")
    if look_inside:
        _refuse_others(named, foreign(place))


def _refuse_others(named: Path, others: Sequence[str]) -> None:
    if others:
        some = ", ".join(map(_printable, others[:_SHOWN]))
        more = f" and {len(others) - _SHOWN} more" if len(others) > _SHOWN else ""
        raise Foreign(
            f"{named}: a build would remove what it did not make: {some}{more}; "
            "move it elsewhere. What the site is to hold belongs into docs/"
        )


def _printable(name: str) -> str:
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in name)


def _recover(place: Path) -> None:
    """Mend what a killed build has left; raise Foreign where something of somebody else's is in the way."""
    aside = _beside(place, "last")
    if aside.exists() and not place.exists():
        aside.rename(place)
    for left in (aside, _beside(place, "next")):
        if left.is_symlink() or (left.is_dir() and not is_begun(left)):
            raise Foreign(f"{left}: {_NOT_OURS}")
    _clear(aside)


def _clear(left: Path) -> None:
    if left.exists():
        shutil.rmtree(left)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o666)
    with open(descriptor, "r+", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy(f"another build is under way (process {lock.read().strip() or 'unknown'})") from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield
