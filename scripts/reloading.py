"""The server that reloads pages, of MkDocs or of ProperDocs: apart from `engine`, for a build needs none."""

import threading
from typing import Any

from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingEmitter, PollingObserver

import engine  # noqa: F401  # from here on `mkdocs` is whichever is installed

from mkdocs.livereload import LiveReloadServer  # isort: skip

__all__ = ["LiveReloadServer", "Watch"]

_LONGEST = 5.0


class Watch(PollingObserver):
    """Looks at folders again and again, as MkDocs' own does, and says since when."""

    def __init__(self, interval: float) -> None:
        BaseObserver.__init__(self, _Look, timeout=interval)

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
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.has_looked = threading.Event()

    def on_thread_start(self) -> None:
        super().on_thread_start()
        self.has_looked.set()
