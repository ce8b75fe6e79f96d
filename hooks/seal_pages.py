"""After the build: give each page its content security policy, then look at every page once more."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from explainer.csp import with_policy
from explainer.rendered import faults


def on_post_build(*, config: MkDocsConfig) -> None:
    """Stop the build if a page shows a quotation that is not its record's, or holds what it must not.

    A preview goes without: the policy would keep its reloading script from running.
    """
    if config.extra.get("preview"):
        return
    site = Path(config.site_dir)
    for page in site.rglob("*.html"):
        page.write_bytes(with_policy(page.read_bytes()))
    found = faults(site, config.extra["library"].quotes)
    if found:
        raise PluginError("\n".join(str(fault) for fault in found))
