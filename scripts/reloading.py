"""The server that reloads pages, of MkDocs or of ProperDocs: apart from `engine`, for a build needs none."""

import os
import threading
from contextlib import suppress
from functools import partial
from typing import Any, cast

from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, EventEmitter, ObservedWatch
from watchdog.observers.polling import PollingEmitter, PollingObserver

import engine  # noqa: F401  # from here on `mkdocs` is whichever is installed

from mkdocs.livereload import LiveReloadServer  # isort: skip

__all__ = ["LiveReloadServer", "Watch"]

_LONGEST = 5.0
_OFTEN, _SELDOM = 0.1, 2.0
"""Seconds between two looks: where nobody tells of saves, and where the system does."""
_SAVES: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]


class Watch(PollingObserver):
    """Is told of saves by the system, and looks again and again for those that it was not told of.

    A look at thousands of files takes the time of a small build, and a save would wait for it. But no system
    tells of what another machine saves, on a network drive or in a folder shared with a virtual machine.
    """

    def __init__(self) -> None:
        self.pause = threading.Lock()
        """Who holds it is not disturbed by a look."""
        self._notices = Observer()
        self._noticed: dict[ObservedWatch, ObservedWatch] = {}
        """What is looked at -> the same as the system knows it."""
        BaseObserver.__init__(self, cast(type[EventEmitter], partial(_Look, self)))

    @property
    def interval(self) -> float:
        """Return the seconds between two looks."""
        return _SELDOM if self._notices.is_alive() else _OFTEN

    def on_thread_start(self) -> None:
        """Begin with what the system tells, where it does."""
        with suppress(OSError):  # all that one user may watch may be taken
            self._notices.start()
        super().on_thread_start()

    def on_thread_stop(self) -> None:
        """End both."""
        if self._notices.is_alive():
            self._notices.stop()
        super().on_thread_stop()

    def schedule(
        self, event_handler: FileSystemEventHandler, path: Any, *, recursive: bool = False, **options: Any
    ) -> ObservedWatch:
        """Look at a path, and be told of it, from now on."""
        watch = super().schedule(event_handler, path, recursive=recursive, **options)
        look = self._emitter_for_watch[watch]
        assert isinstance(look, _Look)
        with suppress(OSError):  # a folder that is not there is told of when it comes
            notice = _Notice(event_handler, look)
            self._noticed[watch] = self._notices.schedule(
                notice, path, recursive=recursive, event_filter=_SAVES
            )
        return watch

    def unschedule(self, watch: ObservedWatch) -> None:
        """Look at a path no longer."""
        if noticed := self._noticed.pop(watch, None):
            self._notices.unschedule(noticed)
        super().unschedule(watch)

    def await_first_look(self) -> None:
        """Wait until every folder has been looked at once: what is saved from then on is noticed.

        A folder that is not there is never looked at, and waited for no longer than a few seconds.
        """
        for emitter in self.emitters:
            if isinstance(emitter, _Look):
                emitter.has_looked.wait(_LONGEST)

    def sees(self, folder: str) -> bool:
        """Return whether a folder is being looked at: that ends when it is gone, and does not begin again."""
        return any(
            isinstance(emitter, _Look) and emitter.is_alive() and emitter.sees_what_is_there()
            for emitter in self.emitters
            if emitter.watch.path == folder
        )


class _Look(PollingEmitter):
    def __init__(self, watch: Watch, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.has_looked, self._watch_of_all = threading.Event(), watch
        self._told: dict[str, int | None] = {}
        self._folder: tuple[int, int] | None = None

    def on_thread_start(self) -> None:
        self._folder = _identity(self.watch.path)
        super().on_thread_start()
        self.has_looked.set()

    def sees_what_is_there(self) -> bool:
        return self._folder == _identity(self.watch.path)

    def told_of(self, event: FileSystemEvent) -> None:
        """Take down what need not be told again after the next look, unless it is saved once more."""
        paths = map(os.fsdecode, (event.src_path, event.dest_path))
        self._told.update((path, _saved_at(path)) for path in paths)

    def queue_event(self, event: FileSystemEvent) -> None:
        path = os.fsdecode(event.src_path)
        is_told = path in self._told and self._told[path] == _saved_at(path)
        if not is_told and not _is_compiled(event):
            super().queue_event(event)

    def queue_events(self, timeout: float) -> None:
        if not self.stopped_event.wait(self._watch_of_all.interval):
            with self._watch_of_all.pause:
                super().queue_events(0)
                self._told.clear()


class _Notice(FileSystemEventHandler):
    """Hands on what the system tells, and has it told once."""

    def __init__(self, handler: FileSystemEventHandler, look: _Look) -> None:
        self._handler, self._look = handler, look

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not _is_compiled(event):
            self._look.told_of(event)
            self._handler.dispatch(event)


def _is_compiled(event: FileSystemEvent) -> bool:
    """Say whether Python keeps a module there: it does so while the first pages are made."""
    return "__pycache__" in os.fsdecode(event.src_path)


def _saved_at(path: str) -> int | None:
    with suppress(OSError):
        return os.stat(path).st_mtime_ns
    return None


def _identity(path: str) -> tuple[int, int] | None:
    with suppress(OSError):
        status = os.stat(path)
        return status.st_dev, status.st_ino
    return None
