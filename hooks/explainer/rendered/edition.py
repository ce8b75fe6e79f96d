"""Library -> a whole site in a folder: every page and file, each looked at."""

from collections.abc import Callable
from pathlib import Path

from explainer import data
from explainer.data import redirects
from explainer.data.published import home
from explainer.library.library import Library
from explainer.pages import pages
from explainer.pages.shell import Shells
from explainer.rendered.links import broken_links
from explainer.rendered.press import Press
from explainer.rendered.quotations import misquotations
from explainer.rendered.site import Fault, names_in

_TELL_EVERY = 50


def write_edition(
    library: Library,
    folder: Path,
    *,
    sealed: bool = True,
    progress: Callable[[int, int], None] | None = None,
) -> list[Fault]:
    """Write the site's pages and files beside what stands in `folder`; return what must not be published.

    What is not `sealed`, a preview, nobody looks at.
    """
    press, shells = Press(folder, sealed=sealed), Shells(library, sealed=sealed)
    press.take_in(sorted(names_in(folder)))
    total = sum(1 for record in library if record.HAS_PAGE)
    for number, page in enumerate(pages(library), start=1):
        press.page(page.file, shells.document(page))
        if progress and number % _TELL_EVERY == 0:
            progress(min(number, total), total)
    for outlet in (data, redirects):
        for name, content in outlet.files(library):
            press.file(name, content)
    if not sealed:
        return []
    site = press.site
    return [*site.faults, *misquotations(site, library.quotes), *broken_links(site, home=home(library))]
