"""Many files are written all or not at all, and never over what a writer saved meanwhile.

Each new text goes into a temporary file beside its target; once all are on disk a journal says so, and
they trade places with their targets, one after the other, bases last. What was displaced is looked at:
had a writer just saved, it is put back and the whole run undone. `journal.recover` makes good a crash.
"""

import fcntl
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from atomic.files import Saved, Write, prepare, put, read, sync, withdraw
from revision.journal import remove_journal, write_journal

_MANY = 1_000
"""So many files are had on disk faster with all else that waits than one by one; Linux tells when."""


class Busy(Exception):
    """Raised when another extraction works on the same folder."""


@contextmanager
def locked(content: Path) -> Iterator[None]:
    """Hold the folder for one extraction at a time; raises Busy. The lock ends with the process."""
    descriptor = os.open(content, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError:
        raise Busy(f"another extraction is at work in {content}; try again when it is done") from None
    finally:
        os.close(descriptor)


Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is done and how much there is."""


def commit(content: Path, writes: Sequence[Write], *, progress: Progress | None = None) -> None:
    """Write all files, in order, or none.

    Raises Saved if a writer saved one of them since it was read, OSError for what disk or rights refuse;
    in both cases every file is as it was before, or the next run's recovery makes it so.
    """
    done = 0
    try:
        together = len(writes) > _MANY and sys.platform == "linux"
        for number, write in enumerate(writes, start=1):
            prepare(write, at_once=not together)
            if progress:
                progress("Files written", number, len(writes))
        if together:
            os.sync()
        for write in writes:
            if read(write.path) != write.old:
                raise Saved(write.path)
        _sync_folders(writes)
        write_journal(content, writes)
        for write in writes:
            done += 1
            put(write.temporary, write.path, expected=write.old)
        _sync_folders(writes)
    except (OSError, Saved):
        for number in reversed(range(done)):
            _undo(writes[number])
        _clean(content, writes)
        raise
    with suppress(OSError):  # all is written; the next run tidies up
        _clean(content, writes)


def _undo(write: Write) -> None:
    if read(write.path) != write.new:
        return
    with suppress(Saved):
        if write.old is None:
            withdraw(write)
        elif read(write.temporary) == write.old:
            put(write.temporary, write.path, expected=write.new)


def _clean(content: Path, writes: Sequence[Write]) -> None:
    remove_journal(content)
    for write in writes:
        write.temporary.unlink(missing_ok=True)


def _sync_folders(writes: Sequence[Write]) -> None:
    for folder in dict.fromkeys(write.path.parent for write in writes):
        sync(folder)
