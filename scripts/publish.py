"""The building of the site with MkDocs, strictly and beside the old one, which stays whole until then."""

import atexit
import gc
import hashlib
import logging
import os
import shutil
import subprocess
import sys
import tempfile
import time
from functools import partial
from importlib.metadata import version
from pathlib import Path

from atomic.freshness import stamp
from atomic.staging import succeeding
from command import Progress, render, summary
from explainer.contents.kept import load as load_kept
from explainer.contents.kept import save as save_kept
from explainer.errors import ContentError
from explainer.library.draft import Draft
from explainer.library.library import Library
from explainer.pages import skeleton
from explainer.places import DOCS, GENERATOR, SETTINGS, newsroom
from explainer.rendered import Press, remembered, write_edition
from explainer.rendered.memory import keep, load
from explainer.safety.assets import asset_faults
from settings import overrides, published

_LIBRARIES = ("jinja2", "lxml", "markdown", "markupsafe", "pillow", "pydantic", "pyyaml")
_UNPUBLISHED = "The site was not published."


class Refused(Exception):
    """Raised when the site must not be published; the message says why, the status tells programs."""

    def __init__(self, message: str, *, status: int = 1) -> None:
        super().__init__(message)
        self.status = status


def publish(content: Path, site: Path, progress: Progress) -> Library:
    """Check, build and publish; return the library that the site was made of."""
    started = time.monotonic()
    memory, code = newsroom(content) / ".cache", code_stamp()
    kept = load_kept(memory / "records", code)
    library = published(content, kept=kept)
    save_kept(kept, memory / "records", code)
    for docs in dict.fromkeys((DOCS, Path(overrides(content)["docs_dir"]))):
        check_assets(docs)
    gc.freeze()  # what was read stays to the end: looking through it for garbage finds none
    gc.enable()
    note = memory / "editions" / hashlib.sha256(os.fsencode(site.absolute())).hexdigest()[:16]
    now = remembered(library, settings_of(library, code), kept)
    with succeeding(site) as place:
        before = load(note, now.settings)
        press = Press(place.folder, place.knowing(before.sizes) if before else None)
        written = Draft("written by hand", partial(build_written, content=content))
        told = partial(progress, "Pages and files")
        if faults := write_edition(library, press, now, before, written=written, progress=told):
            raise Refused("\n".join([*map(str, faults), _UNPUBLISHED]))
        place.hold(press.site.files)
    keep(now, note)
    progress.clear()
    if library.warnings:
        print(f"{render(library.warnings)}\n{summary(library.warnings)}", file=sys.stderr)
    pages = sum(name.endswith(".html") for name in press.site.files)
    print(f"Built {pages} pages in {time.monotonic() - started:.1f} s: {site}/index.html")
    return library


def code_stamp() -> str:
    """Return what stands for the code that reads, checks and makes pages."""
    versions = (f"{name} {version(name)}" for name in _LIBRARIES)
    return stamp([GENERATOR / "hooks"], sys.version, *versions)


def settings_of(library: Library, code: str) -> str:
    """Return what stands for all that pages are made of but records: code, assets, the site's own words."""
    own = newsroom(library.folder)
    places = [DOCS, SETTINGS, own / DOCS.name, own / SETTINGS.name, library.folder / "pictures"]
    words = repr(library.site), repr(skeleton.words(library)), library.folder.name, library.words.digest
    return stamp(places, code, *words)


def check_assets(folder: Path) -> None:
    """Look at the files that are copied as they are; raise ContentError for links and live SVGs."""
    faults = list(asset_faults(folder))
    if faults:
        raise ContentError(faults)


def build_written(library: Library, *, content: Path, strict: bool = True) -> Path:
    """Build what is written by hand with MkDocs; raise Refused with what it warned of where `strict`."""
    from engine import LOGGER, MkDocsException, build, load_config  # a fifth of a second, not always needed

    os.environ.setdefault("SOURCE_DATE_EPOCH", _last_commit(newsroom(content)))
    folder, warnings = Path(tempfile.mkdtemp(prefix="written-")), _Collected()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    logger = logging.getLogger(LOGGER)
    logger.addHandler(warnings)
    try:
        config = load_config(str(SETTINGS), site_dir=str(folder), strict=strict, **overrides(content))
        config.extra.update(library=library, content=str(content.resolve()), written_only=True)
        build(config)
    except MkDocsException as error:
        raise Refused("\n".join([*map(_told, warnings.lines), str(error), _UNPUBLISHED])) from error
    finally:
        logger.removeHandler(warnings)
    if warnings.lines and strict:
        raise Refused("\n".join([*warnings.lines, _UNPUBLISHED]))
    return folder


def _told(line: str) -> str:
    """Return what MkDocs says, and what to do where it cannot know."""
    if "theme name: 'material'" not in line:
        return line
    return f"{line}\nmkdocs.yml: theme.name: write null, or install mkdocs-material; pages are the same"


class _Collected(logging.Handler):
    """Keeps what MkDocs warns of, which strict mode only counts."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def _last_commit(folder: Path) -> str:
    """Return the time of the last commit, so that the same commit gives the same bytes on any day."""
    command = ["git", "-C", str(folder), "log", "-1", "--format=%ct"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() or "0"
    except (OSError, subprocess.CalledProcessError):
        return "0"
