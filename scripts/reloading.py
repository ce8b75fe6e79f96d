"""The server that reloads pages, of MkDocs or of ProperDocs: apart from `engine`, for a build needs none."""

import threading
from functools import partial
from typing import Any, cast

from watchdog.observers.api import BaseObserver, EventEmitter
from watchdog.observers.polling import PollingEmitter, PollingObserver

import engine  # noqa: F401  # from here on `mkdocs` is whichever is installed

from mkdocs.livereload import LiveReloadServer  # isort: skip

__all__ = ["LiveReloadServer", "Watch"]

_LONGEST = 5.0


class Watch(PollingObserver):
    """Looks at folders again and again, as MkDocs' own does, and says since when."""

    def __init__(self, interval: float) -> None:
        self.pause = threading.Lock()
        """Who holds it is not disturbed: a look at thousands of files takes the time of a small build."""
        BaseObserver.__init__(self, cast(type[EventEmitter], partial(_Look, self.pause)), timeout=interval)

    def await_first_look(self) -> None:
        """Wait until every folder has been looked at once: what is saved from then on is noticed.

        A folder that is not there is never looked at, and waited for no longer than a few seconds.
        """
        for emitter in self.emitters:
            if isinstance(emitter, _Look):
                emitter.has_looked.wait(_LONGEST)

    def sees(self, folder: str) -> bool:
        """Return whether a folder is being looked at: that ends when it is gone, and does not begin again."""
        return any(emitter.is_alive() for emitter in self.emitters if emitter.watch.path == folder)


class _Look(PollingEmitter):
    def __init__(self, pause: threading.Lock, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.has_looked, self._pause = threading.Event(), pause

    def on_thread_start(self) -> None:
        super().on_thread_start()
        self.has_looked.set()

    def queue_events(self, timeout: float) -> None:
        if not self.stopped_event.wait(timeout):
            with self._pause:
                super().queue_events(0)
