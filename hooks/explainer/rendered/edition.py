"""Library -> a whole site in a folder: every page and file, each looked at, and made only where changed."""

from collections.abc import Callable, Container, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeAlias

from explainer import data
from explainer.data.published import home
from explainer.library.draft import Draft
from explainer.library.library import Library
from explainer.pages import drafts
from explainer.pages.page import Page
from explainer.pages.shell import Shells
from explainer.rendered.links import broken_links
from explainer.rendered.memory import Made, Memory
from explainer.rendered.page import Seen
from explainer.rendered.press import Press
from explainer.rendered.quotations import misquotations
from explainer.rendered.site import Fault

Progress = Callable[[int, int], None]
_Work: TypeAlias = tuple[Draft[Any], Callable[[Any], None]]
_TELL_EVERY = 50


def write_edition(
    library: Library,
    press: Press,
    now: Memory,
    before: Memory | None = None,
    *,
    written: Draft[Path] | None = None,
    later: bool | None = None,
    first: Container[str] = (),
    ready: Callable[[], None] | None = None,
    progress: Progress | None = None,
) -> list[Fault]:
    """Write the site's pages and files; return what must not be published.

    `written` makes a folder of what is written by hand. `now` takes down what is made; what is good of the
    edition `before` is kept. What is not sealed, a preview, nobody looks at; it may leave the files to which
    pages only lead for `later`, and have them then. The drafts named `first` are made before all others;
    when they are written, `ready` is called.
    """
    edition = _Edition(library, press, now, before)
    pages = list(_pages(library, press, written, later))
    early = [each for each in pages if each[0].name in first]
    edition.make_all(early)
    if ready:
        ready()
    files = _files(library, press, later)
    edition.make_all([*(each for each in pages if each[0].name not in first), *files], progress)
    edition.close()
    now.sizes = press.sizes
    return _faults(library, press, before, edition) if press.sealed else []


class _Edition:
    """An edition that is being made; `fresh` are the files that are not those of the edition before.

    `replaced` is what was seen on the pages that are made again.
    """

    def __init__(self, library: Library, press: Press, now: Memory, before: Memory | None) -> None:
        self._library, self._press, self._now = library, press, now
        self._made = before.made if before else {}
        self._stale = set[str]()
        if before:
            now.askers, self._stale = before.askers.without(before.touched(now))
        good = dict(before.pieces) if before else {}
        for name in self._stale & good.keys():
            del good[name]
        now.pieces = library.pieces = good | library.pieces
        self.fresh: set[str] = set()
        self.replaced: dict[str, Seen | None] = {}

    def make_all(self, work: Sequence[_Work], progress: Progress | None = None) -> None:
        for number, (draft, write) in enumerate(work, start=1):
            if progress and number % _TELL_EVERY == 0:
                progress(number, len(work))
            self._make(draft, write)

    def _make(self, draft: Draft[Any], write: Callable[[Any], None]) -> None:
        """Make what a draft is of, unless what the edition before has is good."""
        given, made = repr(draft.given), self._made.get(draft.name)
        is_good = made and made.given == given and draft.name not in self._stale
        if not (made and is_good and self._press.keep(made.files)):
            library, files = self._library.afresh(), self._press.note()
            write(draft.made(library))
            self._now.askers.note(draft.name, library.asked)
            self.replaced.update(made.files if made else {})
            made = Made(given, files)
            self.fresh.update(files)
        self._now.made[draft.name] = made

    def close(self) -> None:
        """Take down what was asked for the pieces of all these."""
        for question, asked in self._library.asked_for.items():
            self._now.askers.note(question, asked)
        self._now.askers.settle()
        self._now.renewed = self._stale | self._library.asked_for.keys()


def _pages(
    library: Library, press: Press, written: Draft[Path] | None, later: bool | None
) -> Iterator[_Work]:
    shells = Shells(library, sealed=press.sealed)

    def page(made: Page) -> None:
        press.page(made.file, shells.document(made))

    if written:
        yield written, press.take_in
    if later is not True:
        yield from ((draft, page) for draft in drafts(library))


def _files(library: Library, press: Press, later: bool | None) -> Iterator[_Work]:
    if later is not True:
        yield from ((draft, press.files) for draft in data.needed(library))
    if later is not False:
        yield from ((draft, press.files) for draft in data.others(library))


def _faults(library: Library, press: Press, before: Memory | None, edition: _Edition) -> list[Fault]:
    """Look at what is fresh; at the links of all pages where something that they may lead to is gone."""
    site, fresh = press.site, edition.fresh
    gone = before and (
        not before.sizes.keys() <= site.files
        or not edition.replaced.keys() >= fresh & before.sizes.keys()  # made of another draft than before
        or any(seen and not seen.ids <= site.pages[name].ids for name, seen in edition.replaced.items())
    )
    broken = broken_links(site, None if gone else fresh, home=home(library))
    return [*site.faults, *misquotations(site, library.quotes), *broken]
