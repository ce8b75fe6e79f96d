"""Preview the site; each save of a record, a page or a template shows at once.

A broken file shows its message over the last good page until it is mended; all faults stand at /__faults/,
and what asks for an editor's attention (drafts, proposals, what is old or thin) at /__editors/.
Changes to Python code need a restart.
"""

import logging
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import count
from pathlib import Path

from command import parser_of, render, run, set_aside, summary
from explainer.contents.ids import renew_ids
from explainer.contents.kept import Kept
from explainer.errors import ContentError, Problem
from explainer.library.draft import Draft
from explainer.library.library import Library
from explainer.pages.templating import environment
from explainer.places import DOCS, GENERATOR, SETTINGS, newsroom
from explainer.rendered import Memory, Press, Standing, remembered, write_edition
from previewing import pages
from publish import Refused, build_written, code_stamp, settings_of
from reloading import LiveReloadServer
from settings import published

_LOOK = 0.3
"""Seconds between two looks whether the content folder is there."""
FAULTS = "__faults/index.html"
"""Where all faults are listed."""
EDITORS = "__editors/index.html"
"""Where stands what asks for an editor's attention."""
_LATER = ("/data/", "/search/", "/cite/", "/embed/", "/oembed/", "/cards/", "/__editors/", "/llms", "/robots")
"""Addresses of what pages only lead to: it is made when it is asked for."""


class Preview:
    """Builds into a folder of its own what has changed; where it cannot, faults lie over the last good pages.

    Files to which pages only lead, data and frames for other sites, are made when one is asked for.
    """

    def __init__(self, content: Path, site: Path) -> None:
        self.content, self.site = content, site
        self.overlay = b""
        """What lies over every page: faults, as HTML; empty for none."""
        self._kept, self._memory = Kept(), Memory("")
        self._library: Library | None = None
        """What others are still to be made of; None where they are made."""
        self._making = threading.RLock()

    def __call__(self) -> None:
        """Build once; called again by the server after each save."""
        try:
            with self._making:
                self._build()
        except ContentError as error:
            self._show(error.problems)
        except Refused as refusal:
            self._show([Problem.at(self.content, str(refusal))])

    def _build(self) -> None:
        renew_ids(self.content)
        library = published(self.content, show_drafts=True, kept=self._kept)
        if library.set_aside:
            print(set_aside(library.set_aside), file=sys.stderr)
        now = remembered(library, settings_of(library, code_stamp()))
        before = self._memory if self._memory.settings == now.settings else None
        if before is None:
            environment.cache_clear()  # a template may have changed
        press = Press(self.site, Standing(self._memory.sizes) if before else None, sealed=False)
        written = Draft("written by hand", partial(build_written, content=self.content, strict=False))
        write_edition(library, press, now, before, written=written, later=False)
        for name in self._memory.sizes.keys() - press.site.files:
            (self.site / name).unlink(missing_ok=True)
        self._memory, self._library, self.overlay = now, library, b""
        self._write(FAULTS, pages.faults(()))

    def supply(self) -> None:
        """Make what was left for later, and the page for editors."""
        with self._making:
            if self._library is None:
                return
            now = Memory("")
            write_edition(self._library, Press(self.site, sealed=False), now, later=True)
            self._memory.sizes |= now.sizes
            self._write(EDITORS, pages.editors(self.content))
            self._library = None

    def _show(self, problems: Sequence[Problem]) -> None:
        """Lay the faults over the last good pages; where there are none yet, they are the page."""
        print(render(problems), file=sys.stderr)
        whole = pages.faults(problems)
        self.overlay = pages.overlay(problems, count=summary(problems))
        for name in ("index.html", "404.html") if not self._memory.sizes else ():
            self._write(name, whole)
        self._write(FAULTS, whole)

    def _write(self, name: str, page: bytes) -> None:
        path = self.site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page)


class Server(LiveReloadServer):
    """Answers to its own host names only, so that no page from elsewhere can read the preview."""

    build_delay = 0.05
    """Seconds without a save after which what was saved is built."""

    def __init__(self, preview: Preview, host: str, port: int) -> None:
        super().__init__(preview, host, port, root=str(preview.site), polling_interval=0.1)
        self.build_delay = Server.build_delay
        self._preview = preview
        self.error_handler = lambda code: _not_found(preview.site) if code == 404 else None

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
        path = environ.get("PATH_INFO", "/")
        if path.startswith(_LATER) or path.endswith(".xml"):
            self._preview.supply()
        if not self._preview.overlay or path.startswith(("/livereload/", "/__faults/")):
            served: Iterable[bytes] = super().serve_request(environ, start_response)
            return served
        return self._overlaid(environ, start_response)

    def _overlaid(self, environ: Mapping[str, str], start_response: Callable[..., object]) -> Iterable[bytes]:
        """Serve a file, a page with the faults over it."""
        answers: list[tuple[str, list[tuple[str, str]]]] = []
        parts = super().serve_request(environ, lambda status, headers: answers.append((status, headers)))
        content = b"".join(parts)
        status, headers = answers[-1]
        if dict(headers).get("Content-Type", "").startswith("text/html"):
            content = content.replace(b"</body>", self._preview.overlay + b"</body>", 1)
            kept = [header for header in headers if header[0] != "Content-Length"]
            headers = [*kept, ("Content-Length", str(len(content)))]
        start_response(status, headers)
        return [content]


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
        server = Server(preview, options.host, options.port)
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
