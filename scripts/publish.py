"""The building of the site with MkDocs, strictly and beside the old one, which stays whole until then."""

import logging
import os
import subprocess
import sys
import time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from atomic.staging import staged
from command import Progress, render, summary
from explainer.errors import ContentError
from explainer.library.library import Library
from explainer.places import DOCS, SETTINGS, newsroom
from explainer.safety.assets import asset_faults
from settings import overrides, published

_UNPUBLISHED = "The site was not published."


class Refused(Exception):
    """Raised when the site must not be published; the message says why, the status tells programs."""

    def __init__(self, message: str, *, status: int = 1) -> None:
        super().__init__(message)
        self.status = status


def publish(content: Path, site: Path, progress: Progress) -> Library:
    """Check, build and publish; return the library that the site was made of."""
    started = time.monotonic()
    library = published(content)
    for docs in dict.fromkeys((DOCS, Path(overrides(content)["docs_dir"]))):
        check_assets(docs)
    with staged(site) as staging:
        build_pages(library, content, staging, progress)
    progress.clear()
    if library.warnings:
        print(f"{render(library.warnings)}\n{summary(library.warnings)}", file=sys.stderr)
    pages = sum(1 for _ in site.rglob("*.html"))
    print(f"Built {pages} pages in {time.monotonic() - started:.1f} s: {site}/index.html")
    return library


def check_assets(folder: Path) -> None:
    """Look at the files that are copied as they are; raise ContentError for links and live SVGs."""
    faults = list(asset_faults(folder))
    if faults:
        raise ContentError(faults)


def build_pages(library: Library, content: Path, site: Path, progress: Progress) -> None:
    """Build strictly with MkDocs; raise Refused with what it warned of."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", _last_commit(newsroom(content)))
    warnings = _Collected()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    try:
        target = str(site.resolve())
        config = load_config(str(SETTINGS), site_dir=target, strict=True, **overrides(content))
        config.extra.update(library=library, content=str(content.resolve()), progress=progress)
        build(config)
    except MkDocsException as error:
        raise Refused("\n".join([*warnings.lines, str(error), _UNPUBLISHED])) from error
    finally:
        logger.removeHandler(warnings)
    if warnings.lines:
        raise Refused("\n".join([*warnings.lines, _UNPUBLISHED]))


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
