"""The programs that build an export, and the settings that all three of them read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from explainer.data.published import home
from explainer.library.library import Library
from explainer.pages import skeleton
from exporting.documents import moved_name


@dataclass(frozen=True, slots=True)
class Builder:
    """A program that builds an export: the file it looks for, how it is called.

    `adds_sitemap`: it makes one, which tells nothing for a site without an address, unless a template does.
    """

    file: str
    command: str
    adds_sitemap: bool


BUILDERS: Mapping[str, Builder] = {
    "mkdocs": Builder("mkdocs.yml", "mkdocs build --strict", adds_sitemap=True),
    "properdocs": Builder("properdocs.yml", "properdocs build --strict", adds_sitemap=True),
    "zensical": Builder("mkdocs.yml", "zensical build --strict", adds_sitemap=False),
}


def configuration(library: Library, project: Mapping[str, Any]) -> bytes:
    """Return the settings file; `project` are the settings of our own build."""
    ours: dict[str, Any] = {
        "site_name": library.site.title,
        "site_url": home(library),
        "docs_dir": "docs",
        "site_dir": "site",
        "use_directory_urls": True,
        "theme": {"name": None, "custom_dir": "theme", "static_templates": ["404.html"]},
        "plugins": [],
        "nav": _moved(project["nav"]),
        "not_in_nav": "*",
        "validation": project["validation"],
        "markdown_extensions": project["markdown_extensions"],
        "extra": {"site": skeleton.words(library)},
    }
    return yaml.safe_dump(ours, allow_unicode=True, sort_keys=False).encode()


def _moved(nav: Any) -> Any:
    """Return a part of `nav` with each document where it is in the export; addresses stay."""
    if isinstance(nav, list):
        return [_moved(entry) for entry in nav]
    if isinstance(nav, dict):
        return {words: _moved(entry) for words, entry in nav.items()}
    return moved_name(nav) if nav.endswith(".md") else nav
