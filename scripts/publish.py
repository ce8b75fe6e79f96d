"""The building of the site with MkDocs, strictly and beside the old one, which stays whole until then."""

import gc
import hashlib
import os
import sys
import time
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from atomic.freshness import State, stamp
from atomic.staging import succeeding
from command import UNPUBLISHED, Progress, Refused, render, summary
from explainer.contents.kept import load as load_kept
from explainer.contents.kept import save as save_kept
from explainer.library.draft import Draft
from explainer.library.library import Library
from explainer.pages import skeleton
from explainer.places import DOCS, GENERATOR, SETTINGS, newsroom
from explainer.rendered import Press, remembered, write_edition
from explainer.rendered.memory import keep, load
from settings import published


class Published(NamedTuple):
    """A site that was built."""

    library: Library
    """What it was made of."""
    sizes: Mapping[str, tuple[int, int]]
    """File -> size and time of change."""
    held: tuple[object, ...]
    """What was read and remembered; taking it apart costs an edit a twentieth, so it may be kept."""


def publish(content: Path, site: Path, progress: Progress, states: Mapping[str, State]) -> Published:
    """Check, build and publish; raises ContentError with what is wrong, Refused where it must not be.

    `states` are those of the files in `content`, so that none is looked at twice.
    """
    started = time.monotonic()
    memory, code = newsroom(content) / ".cache", code_stamp()
    kept = load_kept(memory / "records", code)
    kept.states = states
    library = published(content, kept=kept)
    save_kept(kept, memory / "records", code)
    note = memory / "editions" / hashlib.sha256(os.fsencode(site.absolute())).hexdigest()[:16]
    settings = settings_of(library, code)
    before = load(note, settings)
    with succeeding(site, times=before.folders if before else None) as place:
        gc.freeze()  # what was read stays to the end: looking through it for garbage finds none
        gc.set_threshold(50_000, 20, 1_000)  # a page leaves little: 5,000 take no more memory, and less time
        gc.enable()
        now = remembered(library, settings, kept, before)
        press = Press(place.folder, place.knowing(before.sizes) if before else None)
        place.hold(press.site.files)
        told = partial(progress, "Pages and files")
        if faults := write_edition(library, press, now, before, written=by_hand(content), progress=told):
            raise Refused("\n".join([*map(str, faults), UNPUBLISHED]))
    now.folders = place.times
    keep(now, note, before)
    progress.clear()
    if library.warnings:
        print(f"{render(library.warnings)}\n{summary(library.warnings)}", file=sys.stderr)
    pages = sum(name.endswith(".html") for name in press.site.files)
    print(f"Built {pages} pages in {time.monotonic() - started:.1f} s: {site}/index.html")
    return Published(library, now.sizes, (kept, before, now, press, place))


def code_stamp() -> str:
    """Return what stands for the code that reads, checks and makes pages."""
    installed = sorted({path.name for folder in sys.path for path in Path(folder).glob("*.dist-info")})
    return stamp([GENERATOR / "hooks"], sys.version, *installed)


def settings_of(library: Library, code: str) -> str:
    """Return what stands for all that pages are made of but records: code, assets, the site's own words."""
    own = newsroom(library.folder)
    places = [DOCS, SETTINGS, own / DOCS.name, own / SETTINGS.name, library.folder / "pictures"]
    words = repr(library.site), repr(skeleton.words(library)), library.folder.name, library.words.digest
    return stamp(places, code, *words)


def by_hand(content: Path, *, strict: bool = True) -> Draft[Path]:
    """Return the draft of what is written by hand; it raises Refused where `strict` and MkDocs warns."""

    def made(library: Library) -> Path:
        from written import build_written  # loads MkDocs, which takes a fifth of a second

        return build_written(library, content=content, strict=strict)

    return Draft("written by hand", made)
