"""Write the generated pages as Markdown files, for another site generator to build.

The pages are the same that MkDocs builds; hand-written pages and assets are copied beside them, so that
the folder is a complete docs directory for Zensical, ProperDocs or stock MkDocs.

Exit status: 0 written, 1 faults, 5 written, without articles that cannot be read.
"""

import json
import shutil
import sys
from pathlib import Path

from atomic.staging import Busy, Foreign, refuse_foreign, staged
from command import SET_ASIDE, parser_of, render, run, set_aside
from explainer.data import files
from explainer.errors import ContentError
from explainer.library.library import Library
from explainer.pages import pages
from explainer.places import DOCS, newsroom
from settings import overrides, published


def main() -> int:
    """Read the content folder and write the export."""
    parser = parser_of(__doc__)
    parser.add_argument("--out", type=Path, metavar="DIR", help="where the pages go; default: export")
    options = parser.parse_args()
    options.out = options.out or newsroom(options.content) / "export"
    try:
        refuse_foreign(options.out)
        library = published(options.content)
        with staged(options.out) as staging:
            count = export(library, staging)
    except ContentError as error:
        print(render(error.problems), file=sys.stderr)
        return 1
    except Foreign as foreign:
        print(foreign, file=sys.stderr)
        return 1
    except Busy as busy:
        print(f"{options.out}: {busy}", file=sys.stderr)
        return 4
    print(f"Wrote {count} files to {options.out}")
    if library.set_aside:
        print(set_aside(library.set_aside), file=sys.stderr)
        return SET_ASIDE
    return 0


def export(library: Library, out: Path) -> int:
    """Write every page and data file into the empty folder `out`; return how many."""
    ignored = shutil.ignore_patterns("decisions")
    for docs in dict.fromkeys((DOCS, Path(overrides(library.folder)["docs_dir"]))):
        shutil.copytree(docs, out, ignore=ignored, dirs_exist_ok=True)
    count = 0
    for page in pages(library):
        meta = {"title": page.title, "description": page.description}
        front = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items())
        _write(out / page.markdown_path, f"---\n{front}\n---\n\n{page.body}\n".encode())
        count += 1
    for path, content in files(library):
        _write(out / path, content)
        count += 1
    return count


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


if __name__ == "__main__":
    sys.exit(run(main))
