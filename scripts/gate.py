"""Look at a built site once more before it is deployed: all that must be there is, and nothing is too heavy.

Each record with a page of its own has one, no file is empty, every page carries its security policy, every
link leads somewhere, every quotation stands in the page as its record has it, and no page is over the weight
that a phone should load. Exit status: 0 fit to deploy, 1 not, with every reason.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from command import parser_of, run
from explainer.data.published import home
from explainer.errors import ContentError
from explainer.library.library import Library
from explainer.places import as_typed, newsroom
from explainer.records.address import url
from explainer.rendered import broken_links, misquotations, seen_in
from settings import published

MOST_BYTES = 300_000
"""Of a page, uncompressed."""
_POLICY = b'http-equiv="Content-Security-Policy"'


def main() -> int:
    """Compare the site with the records."""
    options = _options()
    try:
        library = published(options.content)
    except ContentError as error:
        told = as_typed(f"{len(error.problems)} faults; run make check")
        print(f"{options.content}: {told}", file=sys.stderr)
        return 1
    faults = [*all_faults(library, options.site)]
    for fault in faults:
        print(fault)
    pages = sum(1 for _ in options.site.rglob("*.html"))
    print(f"{options.site}: {pages} pages, {len(faults)} faults", file=sys.stderr)
    return 1 if faults else 0


def all_faults(library: Library, site: Path) -> Iterator[str]:
    """Yield all that speaks against deploying the site, or that there is none."""
    if not (site / "index.html").is_file():
        yield f"{site}: {as_typed('there is no site; run make site')}"
        return
    yield from (*missing(library, site), *unfit(site), *wrong(library, site))


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
    parser = parser_of(__doc__)
    parser.add_argument("--site", type=Path, metavar="DIR", help="the built site; default: site")
    options = parser.parse_args()
    options.site = options.site or newsroom(options.content) / "site"
    return options


if __name__ == "__main__":
    sys.exit(run(main))
