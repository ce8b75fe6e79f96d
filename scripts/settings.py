"""The settings a site is built with: the generator's `mkdocs.yml`, and over it what a newsroom sets.

A newsroom that lies in a repository of its own may write its own `nav`, `extra`, `exclude_docs` and
`markdown_extensions` into a `mkdocs.yml` beside `content/`; all else belongs to the generator.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from explainer.contents.kept import Kept
from explainer.errors import ContentError, Problem
from explainer.library.library import Library
from explainer.library.reading import read
from explainer.places import DOCS, SETTINGS, newsroom
from explainer.safety.assets import asset_faults, drawing_fault

OWN = ("nav", "extra", "exclude_docs", "markdown_extensions")
"""What a newsroom's own file may set."""


def overrides(content: Path, kept: Kept | None = None) -> dict[str, Any]:
    """Return what to set over the generator's `mkdocs.yml`; raises ContentError for what may not be set.

    A file that is the same as when it was `kept` is not read again.
    """
    kept = kept or Kept(keeps=False)
    docs, own = newsroom(content) / "docs", _own(content, kept)
    merged = {**own, "extra": {**(_read(SETTINGS, kept).get("extra") or {}), **(own.get("extra") or {})}}
    return {**merged, "docs_dir": str(docs if docs.is_dir() else DOCS), "watch": []}


def in_force(content: Path) -> dict[str, Any]:
    """Return all settings that a site is built with: the generator's, and over them what is to be set."""
    return {**_read(SETTINGS, Kept(keeps=False)), **overrides(content)}


def shows_proposed(content: Path, kept: Kept | None = None) -> bool:
    """Say whether records that nobody has checked are shown: `extra.show_proposed`, true unless set."""
    return bool(overrides(content, kept)["extra"].get("show_proposed", True))


def published(content: Path, *, show_drafts: bool = False, kept: Kept | None = None) -> Library:
    """Return the library that a site is made of, under its settings; raises ContentError with all faults."""
    kept = kept or Kept(keeps=False)
    return read(
        content,
        pages=handwritten(content, kept),
        others=[*_unfit(content, kept)],
        show_proposed=shows_proposed(content, kept),
        show_drafts=show_drafts,
        kept=kept,
    )


def handwritten(content: Path, kept: Kept | None = None) -> list[Path]:
    """Return the Markdown pages that are published: a newsroom's, and the generator's that it lacks."""
    kept = kept or Kept(keeps=False)
    settings = overrides(content, kept)
    spec = settings.get("exclude_docs", _read(SETTINGS, kept).get("exclude_docs")) or ""
    found: dict[str, Path] = {}
    for docs in (DOCS, Path(settings["docs_dir"])):
        found |= {str(path.relative_to(docs)): path for path in docs.rglob("*.md")}
    excluded = kept.judge("excluded", (spec, *sorted(found)), lambda: (_excluded(spec, found), True))
    return sorted(path for name, path in found.items() if name not in excluded)


def _excluded(spec: str, names: Iterable[str]) -> frozenset[str]:
    from pathspec import GitIgnoreSpec  # loaded where names or patterns are others than the last time

    patterns = GitIgnoreSpec.from_lines(spec.splitlines())
    return frozenset(name for name in names if patterns.match_file(name))


def _unfit(content: Path, kept: Kept) -> Iterator[Problem]:
    """Yield what is wrong with the files that are copied as they are."""
    for folder in {DOCS, Path(overrides(content, kept)["docs_dir"])}:
        yield from asset_faults(folder, lambda path: kept.taken("drawing", path, drawing_fault))


def _own(content: Path, kept: Kept) -> Mapping[str, Any]:
    """Return a newsroom's own settings; none where it has no file, or its file is the generator's."""
    path = newsroom(content) / SETTINGS.name
    if path == SETTINGS or not path.is_file():
        return {}
    settings = _read(path, kept)
    if foreign := [name for name in settings if name not in OWN]:
        advice = f"here a newsroom sets {', '.join(OWN)}; title and address stand in content/site.yml"
        raise ContentError([Problem.at(path, f"{name}: is the generator's; {advice}") for name in foreign])
    return settings


def _read(path: Path, kept: Kept) -> dict[str, Any]:
    return kept.taken("settings", path, _parsed)


def _parsed(path: Path) -> dict[str, Any]:
    import yaml  # takes longer to load than a site to check; after an edit no file needs it

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        settings = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    except yaml.YAMLError as error:
        raise ContentError([Problem.at(path, f"is not valid YAML: {' '.join(str(error).split())}")]) from None
    return settings if isinstance(settings, dict) else {}
