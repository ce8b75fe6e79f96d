"""Give the page template what it shows around the text."""

from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from explainer.pages.templating import compiled


def on_env(env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:
    """Keep the theme's templates compiled between builds."""
    env.bytecode_cache = compiled()
    return env


def on_page_context(
    context: dict[str, Any], /, *, page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Add `record_page` (None on hand-written pages), `library` and `site`."""
    library = config.extra["library"]
    return {
        **context,
        "record_page": getattr(page, "rendered", None),
        "library": library,
        "site": library.site,
    }


def on_template_context(
    context: dict[str, Any], /, *, template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """Give 404.html the same names."""
    library = config.extra["library"]
    return {**context, "record_page": None, "library": library, "site": library.site}
