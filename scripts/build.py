"""Make the site from the articles.

Extracts what is new in content/sources/, checks every record, builds strictly into a folder beside the
site, checks the result, and only then swaps it in: whatever goes wrong, the old site stays whole.

Exit status: 0 built, 1 faults (nothing was changed on the site), 3 extraction found conflicts,
4 another build of the same site is under way.
"""

import argparse
import logging
import os
import subprocess
import sys
import time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from atomic.staging import Busy, Foreign, refuse_foreign, staged
from command import render, run, shows_proposed, summary
from explainer.errors import ContentError
from explainer.library.library import Library
from explainer.library.reading import read
from explainer.safety.assets import asset_faults

ROOT = Path(__file__).resolve().parent.parent


class Refused(Exception):
    """Raised when the site must not be published; the message says why."""


def main() -> int:
    """Follow the recipe, one step after the other."""
    options = _options()
    started = time.monotonic()
    try:
        refuse_foreign(options.site)
        if not options.no_extract:
            from extract import extract_new  # loaded for this alone

            if conflicts := extract_new(options.content):
                print("The site was not built.", file=sys.stderr)
                return conflicts
        library = read(options.content, show_proposed=shows_proposed(ROOT))
        check_assets(ROOT / "docs")
        with staged(options.site) as staging:
            build_pages(library, options.content, staging)
    except ContentError as error:
        print(f"{render(error.problems)}\n{summary(error.problems)}; the site was not built", file=sys.stderr)
        return 1
    except Refused as refusal:
        print(f"{refusal}\nThe site was not published.", file=sys.stderr)
        return 1
    except Foreign as foreign:
        print(foreign, file=sys.stderr)
        return 1
    except Busy as busy:
        print(f"{options.site}: {busy}", file=sys.stderr)
        return 4
    if library.warnings:
        print(f"{render(library.warnings)}\n{summary(library.warnings)}", file=sys.stderr)
    pages = sum(1 for _ in options.site.rglob("*.html"))
    print(f"Built {pages} pages in {time.monotonic() - started:.1f} s: {options.site}/index.html")
    return 0


def check_assets(folder: Path) -> None:
    """Look at the files that are copied as they are; raise ContentError for links and live SVGs."""
    faults = list(asset_faults(folder))
    if faults:
        raise ContentError(faults)


def build_pages(library: Library, content: Path, site: Path) -> None:
    """Build strictly with MkDocs; raise Refused with what it warned of."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", _last_commit())
    warnings = _Collected()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    try:
        config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(site.resolve()), strict=True)
        config.extra.update(library=library, content=str(content.resolve()))
        build(config)
    except MkDocsException as error:
        raise Refused("\n".join([*warnings.lines, str(error)])) from error
    finally:
        logger.removeHandler(warnings)
    if warnings.lines:
        raise Refused("\n".join(warnings.lines))


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
    parser.add_argument("--no-extract", action="store_true", help="leave content/ alone: build what is there")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(run(main))
