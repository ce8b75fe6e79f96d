"""What the tests share: a built site, a server for it, a real browser."""

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import chromium
import pytest
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def build(content: Path, site: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the build as a newsroom would."""
    command = [sys.executable, str(ROOT / "scripts/build.py"), "--content", str(content), "--site", str(site)]
    return subprocess.run([*command, *options], capture_output=True, text=True, check=False, cwd=ROOT)


def built(content: Path, folder: Path) -> Path:
    """Build a copy of `content` strictly and return the site's folder."""
    shutil.copytree(content, folder / "content")
    result = build(folder / "content", folder / "site")
    assert result.returncode == 0, result.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first site, built from the repository's content."""
    return built(ROOT / "content", tmp_path_factory.mktemp("first"))


@pytest.fixture(scope="session")
def harbour_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site made from three articles on another topic and nothing else; its content lies beside it."""
    return built(ROOT / "tests/sites/harbour", tmp_path_factory.mktemp("harbour"))


@pytest.fixture(scope="session")
def bare_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site made from the first article and nothing else; its content lies beside it."""
    folder = tmp_path_factory.mktemp("bare")
    sources = folder / "bare/sources"
    sources.mkdir(parents=True)
    for article in (ROOT / "content/sources").glob("*.txt"):
        shutil.copy(article, sources)
    return built(folder / "bare", folder)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium."""
    path = chromium.find()
    assert path, "no Chromium; make test installs one"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="session")
def served(built_site: Path) -> Iterator[str]:
    """The address of the first site, served from a folder as a static host would."""
    yield from serve(built_site)


def serve(site: Path) -> Iterator[str]:
    """Serve a folder on a free port and yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
