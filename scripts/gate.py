"""Look at a built site once more before it is deployed: all that must be there is, and nothing is too heavy.

Each record with a page of its own has one, no file is empty, every page carries its security policy, every
link leads somewhere, every quotation stands in the page as its record has it, and no page is over the weight
that a phone should load. Exit status: 0 fit to deploy, 1 not, with every reason.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from command import handwritten, run, shows_proposed
from explainer.data.published import home
from explainer.errors import ContentError
from explainer.library.library import Library
from explainer.library.reading import read
from explainer.records.address import url
from explainer.rendered import broken_links, misquotations, seen_in

ROOT = Path(__file__).resolve().parent.parent
MOST_BYTES = 300_000
"""Of a page, uncompressed."""
_POLICY = b'http-equiv="Content-Security-Policy"'


def main() -> int:
    """Compare the site with the records."""
    options = _options()
    try:
        library = read(options.content, pages=handwritten(ROOT), show_proposed=shows_proposed(ROOT))
    except ContentError as error:
        print(f"{options.content}: {len(error.problems)} faults; run make check", file=sys.stderr)
        return 1
    faults = [*missing(library, options.site), *unfit(options.site), *wrong(library, options.site)]
    for fault in faults:
        print(fault)
    pages = sum(1 for _ in options.site.rglob("*.html"))
    print(f"{options.site}: {pages} pages, {len(faults)} faults", file=sys.stderr)
    return 1 if faults else 0


def missing(library: Library, site: Path) -> Iterator[str]:
    """Yield each record whose page is not there."""
    for record in library:
        if record.HAS_PAGE and not (site / url(record) / "index.html").is_file():
            yield f"{record.ref}: has no page at {url(record)}"


def wrong(library: Library, site: Path) -> Iterator[str]:
    """Yield what the pages misquote, load from elsewhere or link to in vain."""
    seen = seen_in(site)
    for fault in (
        *seen.faults,
        *misquotations(seen, library.quotes),
        *broken_links(seen, home=home(library)),
    ):
        yield str(fault)


def unfit(site: Path) -> Iterator[str]:
    """Yield each file that is empty, and each page that is too heavy or has no policy."""
    if not (site / "index.html").is_file():
        yield f"{site}: there is no site; run make site"
        return
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        name, size = path.relative_to(site), path.stat().st_size
        if size == 0 and path.name != ".nojekyll":
            yield f"{name}: is empty"
        if path.suffix == ".html":
            if size > MOST_BYTES:
                yield f"{name}: {size:,} bytes; {MOST_BYTES:,} at most"
            if _POLICY not in path.read_bytes():
                yield f"{name}: has no security policy"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--content", type=Path, default=ROOT / "content", metavar="DIR")
    parser.add_argument("--site", type=Path, default=ROOT / "site", metavar="DIR")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(run(main))
