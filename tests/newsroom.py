"""The project's commands as a newsroom runs them."""

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def needs_the_first_site() -> None:
    """Pass over a promise about the first site's content where another newsroom's has taken its place."""
    if not (ROOT / "content/sources/000_89bf5df22207e392.txt").is_file():
        pytest.skip("content/ is not the first site's")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def build(content: Path, site: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the build as a newsroom would."""
    command = [sys.executable, str(ROOT / "scripts/build.py"), "--content", str(content), "--site", str(site)]
    return subprocess.run([*command, *options], capture_output=True, text=True, check=False, cwd=ROOT)


def built(content: Path, folder: Path, *options: str) -> Path:
    """Build a copy of `content` strictly and return the site's folder."""
    shutil.copytree(content, folder / "content")
    result = build(folder / "content", folder / "site", *options)
    assert result.returncode == 0, result.stderr
    return folder / "site"


def published(site: Path) -> dict[str, bytes]:
    """Return every file of a built site by its path, our own mark left out."""
    found = (path for path in site.rglob("*") if path.is_file() and path.name != ".explainer")
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def serve(site: Path) -> Iterator[str]:
    """Serve a folder on a free port and yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
