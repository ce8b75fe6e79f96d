"""Sum up a change for those who decide on it: every fault, what changes for readers, and what pages weigh.

    make summary FROM=origin/main >> "$GITHUB_STEP_SUMMARY"

Markdown for the summary of a workflow's run, where annotations stop at ten. Words of records stand in it
without meaning as Markdown or HTML. Exit status: 0, whatever it tells: it stops no run, other steps do.
"""

import gzip
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from changes import Comparison, NoVersion, compared, listed
from command import parser_of, render, run
from explainer.errors import ContentError
from explainer.places import newsroom
from settings import published

_HEAVIEST = 5


def main() -> int:
    """Print the summary."""
    parser = parser_of(__doc__)
    parser.add_argument("--from", dest="start", default="HEAD", metavar="VERSION", help="default: HEAD")
    parser.add_argument("--site", type=Path, metavar="DIR", help="the built site; default: site")
    options = parser.parse_args()
    site = options.site or newsroom(options.content) / "site"
    try:
        comparison, untold = compared(options.content, options.start), ""
    except NoVersion as error:
        comparison, untold = None, str(error)
    for part in (_faults(options.content), _changes(comparison, untold), _weights(site, comparison)):
        print("\n".join(part).rstrip(), end="\n\n")
    return 0


def _faults(content: Path) -> Iterator[str]:
    try:
        library = published(content)
        problems = (*library.warnings, *library.set_aside)
    except ContentError as error:
        problems = error.problems
    yield f"## Faults ({len(problems)})\n"
    yield (
        render(problems, "markdown")
        or "None: every quotation stands in its source, every link leads somewhere."
    )


def _changes(comparison: Comparison | None, untold: str) -> Iterator[str]:
    yield "## Changes for readers\n"
    if comparison is None:
        yield f"There is nothing to compare with: `{untold.replace('`', '')}`"
        return
    yield listed(comparison.found)
    if comparison.unread:
        yield f"Not compared, because one of the two cannot be read: {', '.join(sorted(comparison.unread))}"


def _weights(site: Path, comparison: Comparison | None) -> Iterator[str]:
    yield "## Weight of pages\n"
    sizes = {path: path.stat().st_size for path in site.rglob("index.html")}
    if not sizes:
        yield "There is no site: it was not built."
        return
    changed = [site / page / "index.html" for page in (comparison.pages() if comparison else ())]
    heaviest = sorted(sizes, key=lambda path: (-sizes[path], path))[:_HEAVIEST]
    yield f"{len(sizes)} pages, {_kilobytes(sum(sizes.values()))} in all.\n"
    yield from _table("Changed", [path for path in changed if path in sizes], site)
    yield from _table("Heaviest", heaviest, site)


def _table(title: str, paths: Iterable[Path], site: Path) -> Iterator[str]:
    rows = [(path.parent.relative_to(site).as_posix(), path.read_bytes()) for path in paths]
    if rows:
        yield f"| {title} | size | compressed |\n| --- | ---: | ---: |"
        for name, page in rows:
            sent = len(gzip.compress(page, mtime=0))
            yield f"| `/{'' if name == '.' else name + '/'}` | {_kilobytes(len(page))} | {_kilobytes(sent)} |"
        yield ""


def _kilobytes(size: int) -> str:
    return f"{size / 1000:,.1f} kB"


if __name__ == "__main__":
    sys.exit(run(main))
