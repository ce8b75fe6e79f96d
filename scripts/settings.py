"""The settings a site is built with: the generator's `mkdocs.yml`, and over it what a newsroom sets.

A newsroom that lies in a repository of its own may write its own `nav`, `extra`, `exclude_docs` and
`markdown_extensions` into a `mkdocs.yml` beside `content/`; all else belongs to the generator.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from pathspec import GitIgnoreSpec

from explainer.contents.kept import Kept
from explainer.errors import ContentError, Problem
from explainer.library.library import Library
from explainer.library.reading import read
from explainer.places import DOCS, SETTINGS, newsroom

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
OWN = ("nav", "extra", "exclude_docs", "markdown_extensions")
"""What a newsroom's own file may set."""


def overrides(content: Path) -> dict[str, Any]:
    """Return what to set over the generator's `mkdocs.yml`; raises ContentError for what may not be set."""
    docs = newsroom(content) / "docs"
    own = _own(content)
    merged = {**own, "extra": {**(_read(SETTINGS).get("extra") or {}), **(own.get("extra") or {})}}
    return {**merged, "docs_dir": str(docs if docs.is_dir() else DOCS), "watch": []}


def in_force(content: Path) -> dict[str, Any]:
    """Return all settings that a site is built with: the generator's, and over them what is to be set."""
    return {**_read(SETTINGS), **overrides(content)}


def shows_proposed(content: Path) -> bool:
    """Say whether records that nobody has checked are shown: `extra.show_proposed`, true unless set."""
    return bool(overrides(content)["extra"].get("show_proposed", True))


def published(content: Path, *, show_drafts: bool = False, kept: Kept | None = None) -> Library:
    """Return the library that a site is made of, under its settings; raises ContentError with all faults."""
    pages, show_proposed = handwritten(content), shows_proposed(content)
    return read(content, pages=pages, show_proposed=show_proposed, show_drafts=show_drafts, kept=kept)


def handwritten(content: Path) -> list[Path]:
    """Return the Markdown pages that are published: a newsroom's, and the generator's that it lacks."""
    settings = overrides(content)
    spec = settings.get("exclude_docs", _read(SETTINGS).get("exclude_docs"))
    excluded = GitIgnoreSpec.from_lines((spec or "").splitlines())
    found: dict[Path, Path] = {}
    for docs in (DOCS, Path(settings["docs_dir"])):
        found |= {path.relative_to(docs): path for path in docs.rglob("*.md")}
    return sorted(path for name, path in found.items() if not excluded.match_file(name))


def _own(content: Path) -> Mapping[str, Any]:
    """Return a newsroom's own settings; none where it has no file, or its file is the generator's."""
    path = newsroom(content) / SETTINGS.name
    if path == SETTINGS or not path.is_file():
        return {}
    settings = _read(path)
    if foreign := [name for name in settings if name not in OWN]:
        advice = f"here a newsroom sets {', '.join(OWN)}; title and address stand in content/site.yml"
        raise ContentError([Problem.at(path, f"{name}: is the generator's; {advice}") for name in foreign])
    return settings


def _read(path: Path) -> dict[str, Any]:
    try:
        settings = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except yaml.YAMLError as error:
        raise ContentError([Problem.at(path, f"is not valid YAML: {' '.join(str(error).split())}")]) from None
    return settings if isinstance(settings, dict) else {}
