"""Preview the site; each save of a record, a page or a template shows at once.

A broken file shows its message over the last good page until it is mended; all faults stand at /__faults/,
and what asks for an editor's attention (drafts, proposals, what is old or thin) at /__editors/.
Changes to Python code need a restart.
"""

import logging
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from itertools import count
from pathlib import Path

from command import parser_of, run
from explainer.places import DOCS, GENERATOR, SETTINGS, newsroom
from preview import Preview
from reloading import LiveReloadServer, Watch

_LOOK = 0.3
"""Seconds between two looks whether the content folder is there."""


class Server(LiveReloadServer):
    """Answers to its own host names only, so that no page from elsewhere can read the preview."""

    build_delay = 0.05
    """Seconds without a save after which what was saved is built."""

    def __init__(self, preview: Preview, host: str, port: int) -> None:
        super().__init__(self._build_undisturbed, host, port, root=str(preview.site))
        self.observer = self.look_out = Watch()
        self.build_delay = Server.build_delay
        self._preview = preview
        self.error_handler = lambda code: _not_found(preview.site) if code == 404 else None

    def _build_undisturbed(self) -> None:
        with self.look_out.pause:
            self._preview()

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
        self._preview.asked_for(path.removeprefix("/"))
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


def _begin(preview: Preview, watch: Watch) -> None:
    """Make the first pages once the folders are watched, so that no save is missed meanwhile."""
    watch.await_first_look()
    preview()


def _follow(content: Path, server: Server, bell: Path) -> None:
    """Watch for a folder that is moved away and comes back; the server's own watch ends with the folder."""
    server.look_out.await_first_look()
    folder, there = os.path.abspath(content), content.is_dir()
    for number in count():
        time.sleep(_LOOK)
        was_there, there = there, content.is_dir()
        if there and not (was_there and server.look_out.sees(folder)):
            server.unwatch(folder)
            server.watch(folder)
        elif there == was_there:
            continue
        bell.write_text(str(number), encoding="utf-8")


def main() -> int:
    """Serve until interrupted."""
    parser = parser_of(__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="default: 127.0.0.1, this machine only")
    parser.add_argument("--port", type=int, default=8000)
    options = parser.parse_args()
    logging.basicConfig(format="%(message)s", stream=sys.stderr)
    logging.getLogger(LiveReloadServer.__module__).setLevel(
        logging.INFO
    )  # of saves; of building, faults alone
    with (
        tempfile.TemporaryDirectory(prefix="preview-") as folder,
        tempfile.TemporaryDirectory(prefix="preview-bell-") as bell,
    ):
        preview = Preview(options.content, Path(folder))
        server = Server(preview, options.host, options.port)
        own = (newsroom(options.content) / name for name in ("docs", SETTINGS.name))
        theirs = {DOCS, GENERATOR / "hooks", SETTINGS, *(path for path in own if path.exists())}
        for watched in (options.content, *sorted(theirs), bell):
            server.watch(str(watched))
        following = (options.content, server, Path(bell) / "rung")
        threading.Thread(target=_follow, args=following, daemon=True).start()
        threading.Thread(target=_begin, args=(preview, server.look_out), daemon=True).start()
        try:
            server.serve()  # type: ignore[no-untyped-call]  # MkDocs has no types here
        except KeyboardInterrupt:
            return 0
        finally:
            server.shutdown()
            preview.settle()
    return 0


def _not_found(site: Path) -> bytes | None:
    page = site / "404.html"
    return page.read_bytes() if page.is_file() else None


if __name__ == "__main__":
    sys.exit(run(main))
