"""Write the site as a project of its own, for another site generator to build without any of our code.

    export/docs/       a Markdown file per page, with assets, data, feeds and former addresses
    export/theme/      our templates, which print what each page's front matter carries
    export/mkdocs.yml  the settings; properdocs.yml for ProperDocs

Each page is `<path>/index.md`, so that its links hold whether a builder rewrites them or not.

Exit status: 0 written, 1 faults, 4 another export of the same folder is under way, 5 written, but without
articles that cannot be read.
"""

import argparse
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from atomic.staging import Busy, Foreign, refuse_foreign, staged
from command import SET_ASIDE, parser_of, render, run, set_aside
from explainer.data import files, redirects
from explainer.errors import ContentError
from explainer.library.library import Library
from explainer.pages import pages
from explainer.pages.shell import THEME
from explainer.places import DOCS, newsroom
from explainer.safety.policy import with_policy
from exporting import documents
from exporting.builders import BUILDERS, configuration
from settings import handwritten, in_force, published

SITEMAP = "sitemap.xml"
"""Stands with the templates, where it takes the place of a builder's own; an empty one is not written."""


def main() -> int:
    """Read the content folder and write the export."""
    options = _options()
    try:
        refuse_foreign(options.out)
        library = published(options.content)
        with staged(options.out) as staging:
            count = export(library, staging, builder=options.builder)
    except ContentError as error:
        print(render(error.problems), file=sys.stderr)
        return 1
    except Foreign as foreign:
        print(foreign, file=sys.stderr)
        return 1
    except Busy as busy:
        print(f"{options.out}: {busy}", file=sys.stderr)
        return 4
    print(f"Wrote {count} files to {options.out}; there: {BUILDERS[options.builder].command}")
    if library.set_aside:
        print(set_aside(library.set_aside), file=sys.stderr)
        return SET_ASIDE
    return 0


def export(library: Library, out: Path, *, builder: str) -> int:
    """Write everything into the empty folder `out`; return how many files."""
    project = in_force(library.folder)
    own = Path(project["docs_dir"])
    for docs in dict.fromkeys((DOCS, own)):
        shutil.copytree(
            docs, out / "docs", ignore=shutil.ignore_patterns("decisions", "*.md"), dirs_exist_ok=True
        )
    shutil.copytree(THEME, out / "theme")
    if BUILDERS[builder].adds_sitemap:
        _write(out / "theme" / SITEMAP, b"")
    for path, content in _made(library, own):
        if path == SITEMAP:
            _write(out / "theme" / path, content + b"\n")  # a template loses its last line end
        else:
            _write(out / "docs" / path, with_policy(content) if path.endswith(".html") else content)
    _write(out / BUILDERS[builder].file, configuration(library, project))
    return sum(1 for path in out.rglob("*") if path.is_file())


def _made(library: Library, own: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every document and file that is not copied; `own` is the folder of a newsroom's own pages."""
    for page in pages(library):
        yield documents.generated(page)
    for path in handwritten(library.folder):
        yield documents.by_hand(path, library, docs=own if path.is_relative_to(own) else DOCS)
    yield from files(library)
    yield from redirects.files(library)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _options() -> argparse.Namespace:
    parser = parser_of(__doc__)
    parser.add_argument("--out", type=Path, metavar="DIR", help="where it goes; default: export")
    parser.add_argument(
        "--for",
        dest="builder",
        choices=BUILDERS,
        default="zensical",
        help="what is to build it; default: zensical",
    )
    options = parser.parse_args()
    options.out = options.out or newsroom(options.content) / "export"
    return options


if __name__ == "__main__":
    sys.exit(run(main))
