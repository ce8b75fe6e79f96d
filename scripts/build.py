"""Make the site from the articles.

Extracts what is new in content/sources/, checks every record, builds strictly into a folder beside the
site, checks the result, and only then swaps it in: whatever goes wrong, the old site stays whole.

Exit status: 0 built, 1 faults (nothing was changed on the site), 3 extraction found conflicts,
4 another build of the same site is under way, 5 built, without articles that cannot be read (a plain
list of them comes last). `make` says `Error 5` and itself ends with 2.
"""

import argparse
import logging
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from atomic.staging import Busy, Foreign, refuse_foreign, staged
from command import SET_ASIDE, Progress, render, run, set_aside, shows_proposed, summary
from explainer.errors import ContentError, Problem
from explainer.library.library import Library
from explainer.library.reading import read
from explainer.safety.assets import asset_faults

_UNPUBLISHED = "The site was not published."
ROOT = Path(__file__).resolve().parent.parent


class Refused(Exception):
    """Raised when the site must not be published; the message says why, the status tells programs."""

    def __init__(self, message: str, *, status: int = 1) -> None:
        super().__init__(message)
        self.status = status


def main() -> int:
    """Follow the recipe, one step after the other."""
    options = _options()
    progress = Progress()
    unread: list[Problem] = []
    try:
        refuse_foreign(options.site)
        if not options.no_extract:
            from extract import extract_new  # loaded for this alone

            outcome = extract_new(options.content, jobs=options.jobs, progress=progress)
            unread += outcome.set_aside
            if outcome.plan.conflicts:
                raise Refused("The site was not built.", status=3)
        unread += _make(options, progress)
    except ContentError as error:
        told = f"{render(error.problems)}\n{summary(error.problems)}; the site was not built"
        return _stop(told, 1, progress, unread)
    except Refused as refusal:
        return _stop(str(refusal), refusal.status, progress, unread)
    except Foreign as foreign:
        return _stop(str(foreign), 1, progress, unread)
    except Busy as busy:
        return _stop(f"{options.site}: {busy}", 4, progress, unread)
    if not unread:
        return 0
    return _stop("", SET_ASIDE, progress, unread)


def _make(options: argparse.Namespace, progress: Progress) -> Sequence[Problem]:
    """Check, build and publish; return why some articles cannot be read."""
    started = time.monotonic()
    library = read(options.content, show_proposed=shows_proposed(ROOT))
    check_assets(ROOT / "docs")
    with staged(options.site) as staging:
        build_pages(library, options.content, staging, progress)
    progress.clear()
    if library.warnings:
        print(f"{render(library.warnings)}\n{summary(library.warnings)}", file=sys.stderr)
    pages = sum(1 for _ in options.site.rglob("*.html"))
    print(f"Built {pages} pages in {time.monotonic() - started:.1f} s: {options.site}/index.html")
    return library.set_aside


def _stop(words: str, status: int, progress: Progress, unread: Sequence[Problem]) -> int:
    """Say why the build ends here and, last, which articles nobody could read."""
    progress.clear()
    told = [words, set_aside(unread) if unread else ""]
    print("\n".join(part for part in told if part), file=sys.stderr, flush=True)
    return status


def check_assets(folder: Path) -> None:
    """Look at the files that are copied as they are; raise ContentError for links and live SVGs."""
    faults = list(asset_faults(folder))
    if faults:
        raise ContentError(faults)


class PagesDone(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Tells how many pages MkDocs has read and written."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._total = self._done = 0

    @event_priority(-100)
    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Count the pages there are, once all are known."""
        self._total, self._done = len(files.documentation_pages()), 0
        return files

    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Count one more that is done."""
        self._done += 1
        self._progress("Pages", self._done, self._total)
        return output


def build_pages(library: Library, content: Path, site: Path, progress: Progress) -> None:
    """Build strictly with MkDocs; raise Refused with what it warned of."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", _last_commit())
    warnings = _Collected()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    try:
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(site.resolve()), strict=True)
        config.extra.update(library=library, content=str(content.resolve()), progress=progress)
        config.plugins["pages-done"] = PagesDone(progress)
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


def _last_commit() -> str:
    """Return the time of the last commit, so that the same commit gives the same bytes on any day."""
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip() or "0"
    except (OSError, subprocess.CalledProcessError):
        return "0"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--content", type=Path, default=ROOT / "content", metavar="DIR", help="the writers' folder"
    )
    parser.add_argument("--site", type=Path, default=ROOT / "site", metavar="DIR", help="where the site goes")
    parser.add_argument(
        "--jobs", type=int, metavar="N", help="processes that read articles; default: all cores"
    )
    parser.add_argument("--no-extract", action="store_true", help="leave content/ alone: build what is there")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(run(main))
