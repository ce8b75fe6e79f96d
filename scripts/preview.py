"""A site that is made again at each save: what was saved at once, all else right after it."""

import gc
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from command import Refused, render, set_aside, summary
from explainer.contents.ids import renew_ids
from explainer.contents.kept import Kept
from explainer.errors import ContentError, Problem
from explainer.library.library import Library
from explainer.pages.templating import environment
from explainer.records.address import url
from explainer.rendered import Memory, Press, Standing, remembered, write_edition
from previewing import pages
from publish import by_hand, code_stamp, settings_of
from settings import published

FAULTS = "__faults/index.html"
"""Where all faults are listed."""
EDITORS = "__editors/index.html"
"""Where stands what asks for an editor's attention."""
_LATER = ("data/", "cite/", "embed/", "oembed/", "cards/", "__editors/", "llms", "robots")
"""Paths of what pages only lead to: it is made when it is asked for."""


class Preview:
    """Builds into a folder of its own what has changed; where it cannot, faults lie over the last good pages.

    The saved record's page and the one last looked at are made first; a call returns when these are there,
    and the rest is made meanwhile. Files to which pages only lead, data and frames for other sites, are made
    when one is asked for.
    """

    def __init__(self, content: Path, site: Path) -> None:
        self.content, self.site = content, site
        self.overlay = b""
        """What lies over every page: faults, as HTML; empty for none."""
        self._kept, self._memory = Kept(), Memory("")
        self._library: Library | None = None
        """What others are still to be made of; None where they are made."""
        self._calls, self._making, self._begun = threading.Lock(), threading.Lock(), threading.Event()
        self._rest = threading.Thread()
        self._early: frozenset[str] = frozenset()
        """Pages that are there while the rest is made."""
        self._looked_at = ""

    def __call__(self) -> None:
        """Build once; called again by the server after each save."""
        try:
            with self._calls:
                self.settle()
                gc.disable()  # nobody is to wait for it
                self._build()
        finally:
            self._begun.set()

    def _build(self) -> None:
        try:
            renew_ids(self.content)
            library = published(self.content, show_drafts=True, kept=self._kept)
        except ContentError as error:
            self._show(error.problems)
            gc.enable()
            return
        if library.set_aside:
            print(set_aside(library.set_aside), file=sys.stderr)
        self.overlay = b""
        self._write(FAULTS, pages.faults(()))
        ready = threading.Event()
        self._rest = threading.Thread(target=self._make, args=(library, ready))
        self._rest.start()
        ready.wait()

    def settle(self) -> None:
        """Wait until nothing is being made."""
        if self._rest.ident:
            self._rest.join()

    def asked_for(self, path: str) -> None:
        """Have what is about to be served, by its path from the root: wait for it, or make it now."""
        if path.startswith("livereload/"):
            return
        self._begun.wait()
        if path == "__faults/":
            return
        if path.endswith("/") or not path:
            self._looked_at = path
        with self._calls:  # what a call under way makes anew is not served as it was
            stands = path in self._early or (self._early and path.startswith("assets/"))
        if not stands:
            self.settle()
        if path.startswith(_LATER) or path.endswith(".xml"):
            self._supply()

    def _make(self, library: Library, ready: threading.Event) -> None:
        """Write what has changed; say `ready` when the first pages are there."""
        try:
            with self._making:
                self._renew(library, ready)
        except Refused as refusal:
            self._show([Problem.at(self.content, str(refusal))])
        finally:
            self._early = frozenset()
            ready.set()
            gc.enable()

    def _renew(self, library: Library, ready: threading.Event) -> None:
        settings = settings_of(library, code_stamp())
        before = self._memory if self._memory.settings == settings else None
        now = remembered(library, settings, self._kept, before)
        if before is None:
            environment.cache_clear()  # a template may have changed
        first = {self._looked_at, *self._pages_of(now, library)} if before else set()
        press = Press(self.site, Standing(self._memory.sizes) if before else None, sealed=False)

        def there() -> None:
            self._early = frozenset(first)
            ready.set()

        written = by_hand(self.content, strict=False)
        write_edition(library, press, now, before, written=written, later=False, first=first, ready=there)
        for name in self._memory.sizes.keys() - press.site.files:
            (self.site / name).unlink(missing_ok=True)
        self._memory, self._library = now, library

    def _pages_of(self, now: Memory, library: Library) -> list[str]:
        """Return the pages of the records that were saved."""
        saved = (library.get(ref) for ref in self._memory.changed(now))
        return [url(record).partition("#")[0] for record in saved if record]

    def _supply(self) -> None:
        """Make what was left for later, and the page for editors."""
        with self._making:
            if self._library is None:
                return
            now = Memory("")
            write_edition(self._library, Press(self.site, sealed=False), now, later=True)
            self._memory.sizes |= now.sizes
            self._write(EDITORS, pages.editors(self.content))
            self._library = None

    def _show(self, problems: Sequence[Problem]) -> None:
        """Lay the faults over the last good pages; where there are none yet, they are the page."""
        print(render(problems), file=sys.stderr)
        whole = pages.faults(problems)
        self.overlay = pages.overlay(problems, count=summary(problems))
        for name in ("index.html", "404.html") if not self._memory.sizes else ():
            self._write(name, whole)
        self._write(FAULTS, whole)

    def _write(self, name: str, page: bytes) -> None:
        path = self.site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page)
