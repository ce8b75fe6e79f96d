"""After the build of the hand-written pages: write all that the records make, and look at every page once."""

from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.pages import Page

from explainer.rendered import Press, remembered, write_edition


def on_post_page(output: str, /, *, page: Page, config: MkDocsConfig) -> str:
    """Leave out the pages that MkDocs only knows the place of: it writes no empty file."""
    return output if page.content else ""


def on_post_build(*, config: MkDocsConfig) -> None:
    """Write what the records make; stop if a page misquotes, leads nowhere, or holds what it must not."""
    progress = config.extra.get("progress")
    if config.extra.get("written_only"):
        return
    library, folder = config.extra["library"], Path(config.site_dir)
    press = Press(folder, sealed=not config.extra.get("preview"))
    press.take_in(folder)
    now = remembered(library, "")
    found = write_edition(library, press, now, progress=progress and partial(progress, "Pages"))
    if found:
        raise PluginError("\n".join(map(str, found)))
