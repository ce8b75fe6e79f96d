"""The pages that are written by hand, built with MkDocs into a folder of their own."""

import atexit
import logging
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from command import UNPUBLISHED, Refused
from engine import LOGGER, MkDocsException, build, load_config
from explainer.library.library import Library
from explainer.places import SETTINGS, newsroom
from settings import overrides


def build_written(library: Library, *, content: Path, strict: bool = True) -> Path:
    """Build what is written by hand with MkDocs; raise Refused with what it warned of where `strict`."""
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
        raise Refused("\n".join([*map(_told, warnings.lines), str(error), UNPUBLISHED])) from error
    finally:
        logger.removeHandler(warnings)
    if warnings.lines and strict:
        raise Refused("\n".join([*warnings.lines, UNPUBLISHED]))
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
