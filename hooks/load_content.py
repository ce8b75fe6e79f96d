"""Read content/ once per build, or stop with every fault in it."""

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from explainer.errors import ContentError
from explainer.library.reading import read

_log = logging.getLogger("mkdocs.hooks.load_content")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the library where the other hooks find it; nothing is kept in this module between builds."""
    if "library" not in config.extra:
        content = Path(config.config_file_path).parent / config.extra["content"]
        pages = sorted(
            path
            for path in Path(config.docs_dir).rglob("*.md")
            if not (config.exclude_docs and config.exclude_docs.match_file(path.relative_to(config.docs_dir)))
        )
        try:
            config.extra["library"] = read(content, pages=pages, show_proposed=config.extra["show_proposed"])
        except ContentError as error:
            raise PluginError(str(error)) from error
        for problem in config.extra["library"].set_aside:
            _log.warning("Set aside: %s", problem)
    site = config.extra["library"].site
    if config.site_url and config.site_url.rstrip("/") != (site.url or "").rstrip("/"):
        home = f"{config.site_url.rstrip('/')}/"
        raise PluginError(f"mkdocs.yml: site_url: is not read; write `url: {home}` into content/site.yml")
    config.site_name = site.title
    config.site_url = site.url or ""
    config.theme.static_templates.discard("sitemap.xml")  # ours has honest dates
    _hide_theme_below(config)
    return config


def _hide_theme_below(config: MkDocsConfig) -> None:
    """Have MkDocs list the files of our theme alone: of Material's 14,000 below it we publish none.

    `fill_template` shows them to the templates again.
    """
    config.extra["theme_dirs"] = config.theme.dirs
    config.theme.dirs = [config.theme.custom_dir] if config.theme.custom_dir else config.theme.dirs
