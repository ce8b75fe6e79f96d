"""After the build: give each page its content security policy, then look at every page once more."""

from functools import partial
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from explainer.data.published import home
from explainer.rendered import broken_links, misquotations, seal


def on_post_build(*, config: MkDocsConfig) -> None:
    """Stop the build if a page misquotes, leads nowhere, or holds what it must not.

    A preview goes without: the policy would keep its reloading script from running.
    """
    if config.extra.get("preview"):
        return
    library = config.extra["library"]
    progress = config.extra.get("progress")
    site = seal(Path(config.site_dir), progress=progress and partial(progress, "Files looked at"))
    found = [*site.faults, *misquotations(site, library.quotes), *broken_links(site, home=home(library))]
    if found:
        raise PluginError("\n".join(str(fault) for fault in found))
