"""Turn `[[kind:id]]` in hand-written pages into links to the record."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from explainer.errors import ContentError
from explainer.library.links import resolve_markdown


def on_page_markdown(markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Resolve the links of one page, or stop and name the one that leads nowhere."""
    if "[[" not in markdown:
        return markdown
    try:
        return resolve_markdown(markdown, config.extra["library"], base=page.url, path=page.file.src_uri)
    except ContentError as error:
        raise PluginError(str(error)) from error
