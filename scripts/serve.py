"""Preview the site; each save of a record, a page or a template shows at once.

A broken file shows its message in the browser, in the place of the page, until it is mended.
Changes to Python code need a restart.
"""

import argparse
import html
import logging
import sys
import tempfile
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from command import render, run, set_aside, shows_proposed
from explainer.errors import ContentError
from explainer.library.reading import read

ROOT = Path(__file__).resolve().parent.parent
_FAULT = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Not shown: faults in content</title>
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<style>body{{font:1.1rem/1.6 system-ui;max-width:60rem;margin:3rem auto;padding:0 1rem}}
pre{{white-space:pre-wrap;font-size:1rem}}</style>
<body><h1>Mend this, and the page comes back</h1><pre>{message}</pre></body></html>"""


class Preview:
    """Builds into a folder of its own and, where that fails, shows why on every page of it."""

    def __init__(self, content: Path, site: Path) -> None:
        self.content = content
        self.site = site

    def __call__(self) -> None:
        """Build once; called again by the server after each save."""
        try:
            library = read(self.content, show_proposed=shows_proposed(ROOT))
            if library.set_aside:
                print(set_aside(library.set_aside), file=sys.stderr)
            config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(self.site))
            config.extra.update(library=library, content=str(self.content.resolve()), preview=True)
            config.site_url = library.site.url or ""
            build(config, serve_url="http://127.0.0.1/")
        except ContentError as error:
            self._show(render(error.problems))
        except MkDocsException as error:
            self._show(str(error))

    def _show(self, message: str) -> None:
        print(message, file=sys.stderr)
        page = _FAULT.format(message=html.escape(message)).encode()
        for path in {self.site / "index.html", self.site / "404.html", *self.site.rglob("*.html")}:
            path.write_bytes(page)


def main() -> int:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--content", type=Path, default=ROOT / "content", metavar="DIR", help="the writers' folder"
    )
    parser.add_argument("--host", default="127.0.0.1", help="default: 127.0.0.1, this machine only")
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args()
    logging.basicConfig(format="%(message)s", level=logging.INFO, stream=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="preview-") as folder:
        preview = Preview(options.content, Path(folder))
        server = LiveReloadServer(preview, options.host, options.port, root=folder, polling_interval=0.2)
        server.error_handler = lambda code: _not_found(Path(folder)) if code == 404 else None
        preview()
        for watched in (options.content, ROOT / "docs", ROOT / "hooks", ROOT / "mkdocs.yml"):
            server.watch(str(watched))
        try:
            server.serve()  # type: ignore[no-untyped-call]  # MkDocs has no types here
        except KeyboardInterrupt:
            return 0
        finally:
            server.shutdown()
    return 0


def _not_found(site: Path) -> bytes | None:
    page = site / "404.html"
    return page.read_bytes() if page.is_file() else None


if __name__ == "__main__":
    sys.exit(run(main))
