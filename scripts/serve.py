"""Preview the site; each save of a record, a page or a template shows at once.

A broken file shows its message over the last good page until it is mended; all faults stand at /__faults/,
and what asks for an editor's attention (drafts, proposals, what is old or thin) at /__editors/.
Changes to Python code need a restart.
"""

import logging
import re
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count
from pathlib import Path

from command import parser_of, render, run, set_aside, summary
from engine import LiveReloadServer, MkDocsException, build, load_config
from explainer.contents.ids import renew_ids
from explainer.errors import ContentError, Problem
from explainer.places import DOCS, GENERATOR, SETTINGS, newsroom
from previewing import pages
from settings import overrides, published

_LOOK = 0.3
"""Seconds between two looks whether the content folder is there."""
FAULTS = "__faults/index.html"
"""Where all faults are listed."""
EDITORS = "__editors/index.html"
"""Where stands what asks for an editor's attention."""
_OVERLAID = re.compile(rb"<!-- faults -->.*?<!-- /faults -->", re.DOTALL)


class Preview:
    """Builds into a folder of its own and, where that fails, shows why on every page of it."""

    def __init__(self, content: Path, site: Path) -> None:
        self.content = content
        self.site = site

    def __call__(self) -> None:
        """Build once; called again by the server after each save."""
        try:
            renew_ids(self.content)
            library = published(self.content, show_drafts=True)
            if library.set_aside:
                print(set_aside(library.set_aside), file=sys.stderr)
            config = load_config(str(SETTINGS), site_dir=str(self.site), **overrides(self.content))
            config.extra.update(library=library, content=str(self.content.resolve()), preview=True)
            config.site_url = library.site.url or ""
            build(config, serve_url="http://127.0.0.1/")
            self._write(FAULTS, pages.faults(()))
            self._write(EDITORS, pages.editors(self.content))
        except ContentError as error:
            self._show(error.problems)
        except MkDocsException as error:
            self._show([Problem.at(self.content, str(error))])

    def _show(self, problems: Sequence[Problem]) -> None:
        """Lay the faults over the last good pages; where there are none yet, they are the page."""
        print(render(problems), file=sys.stderr)
        whole, over = pages.faults(problems), pages.overlay(problems, count=summary(problems))
        own = (self.site / FAULTS, self.site / EDITORS)
        shown = [path for path in self.site.rglob("*.html") if path not in own]
        for path in shown:
            page = _OVERLAID.sub(b"", path.read_bytes())
            path.write_bytes(page.replace(b"</body>", over + b"</body>", 1))
        for name in ("index.html", "404.html") if not shown else ():
            self._write(name, whole)
        self._write(FAULTS, whole)

    def _write(self, name: str, page: bytes) -> None:
        path = self.site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page)


class Server(LiveReloadServer):
    """Answers to its own host names only, so that no page from elsewhere can read the preview."""

    def serve_request(
        self, environ: Mapping[str, str], start_response: Callable[..., object]
    ) -> Iterable[bytes]:
        """Serve a file, or say in a line why not."""
        name = environ.get("HTTP_HOST", "").rpartition(":")[0] or environ.get("HTTP_HOST", "")
        if name.strip("[]") not in {"127.0.0.1", "localhost", "::1", str(self.server_address[0])}:
            start_response("403 Forbidden", [("Content-Type", "text/plain")])
            return [b"This preview answers to 127.0.0.1 and localhost only.\n"]
        if "\0" in environ.get("PATH_INFO", ""):
            start_response("400 Bad Request", [("Content-Type", "text/plain")])
            return [b"No file has such a name.\n"]
        served: Iterable[bytes] = super().serve_request(environ, start_response)
        return served


def _follow(content: Path, server: Server, bell: Path) -> None:
    """Watch for a folder that is moved away and comes back; the server's own watch ends with the folder."""
    there = content.is_dir()
    for number in count():
        time.sleep(_LOOK)
        if content.is_dir() == there:
            continue
        there = not there
        if there:
            server.unwatch(str(content))
            server.watch(str(content))
        bell.write_text(str(number), encoding="utf-8")


def main() -> int:
    """Serve until interrupted."""
    parser = parser_of(__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="default: 127.0.0.1, this machine only")
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args()
    logging.basicConfig(format="%(message)s", level=logging.INFO, stream=sys.stderr)
    with (
        tempfile.TemporaryDirectory(prefix="preview-") as folder,
        tempfile.TemporaryDirectory(prefix="preview-bell-") as bell,
    ):
        preview = Preview(options.content, Path(folder))
        server = Server(preview, options.host, options.port, root=folder, polling_interval=0.2)
        server.error_handler = lambda code: _not_found(Path(folder)) if code == 404 else None
        preview()
        own = (newsroom(options.content) / name for name in ("docs", SETTINGS.name))
        theirs = {DOCS, GENERATOR / "hooks", SETTINGS, *(path for path in own if path.exists())}
        for watched in (options.content, *sorted(theirs), bell):
            server.watch(str(watched))
        following = (options.content, server, Path(bell) / "rung")
        threading.Thread(target=_follow, args=following, daemon=True).start()
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
