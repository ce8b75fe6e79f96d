"""`make article` saves a page as it came, within limits, and says in a sentence why it does not."""

import contextlib
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = b"<html><title>Ferry</title><body><article><p>The ferry is late today, the board said.</p></article>"


class Newspaper(BaseHTTPRequestHandler):
    """A newspaper of five addresses."""

    def do_GET(self) -> None:
        answers = {
            "/news/ferry-fares": (200, "text/html; charset=utf-8", PAGE),
            "/paper.pdf": (200, "application/pdf", b"%PDF-1.4"),
            "/empty": (200, "text/html", b""),
            "/huge": (200, "text/html", b"x" * 20_000_001),
        }
        status, kind, body = answers.get(self.path, (404, "text/plain", b"gone"))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def newspaper() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Newspaper)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def article(content: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts/article.py"), "--content", str(content), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_page_is_saved_as_it_came_with_its_address_and_the_day(newspaper: str, tmp_path: Path) -> None:
    told = article(tmp_path, "--url", f"{newspaper}/news/ferry-fares")
    assert told.returncode == 0, told.stderr
    saved = (tmp_path / "sources/ferry-fares.html").read_bytes()
    assert saved.endswith(PAGE)
    assert b"saved from url=" in saved and b"saved on 20" in saved


def test_what_is_saved_is_read_with_its_address(newspaper: str, tmp_path: Path) -> None:
    article(tmp_path, "--url", f"{newspaper}/news/ferry-fares")
    command = [sys.executable, str(ROOT / "scripts/extract.py"), "--content", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    record = (tmp_path / "sources/ferry-fares.yml").read_text(encoding="utf-8")
    assert f'url: "{newspaper}/news/ferry-fares"' in record


def test_nothing_is_overwritten(newspaper: str, tmp_path: Path) -> None:
    for _ in range(2):
        article(tmp_path, "--url", f"{newspaper}/news/ferry-fares")
    assert {path.name for path in (tmp_path / "sources").iterdir()} == {
        "ferry-fares.html", "ferry-fares-2.html",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/paper.pdf", "is application/pdf"),
        ("/empty", "is empty"),
        ("/huge", "is larger than 20 MB"),
        ("/gone", "the server answers 404"),
    ],
)
def test_what_is_no_article_is_not_saved(newspaper: str, tmp_path: Path, path: str, reason: str) -> None:
    told = article(tmp_path, "--url", newspaper + path)
    assert told.returncode == 1 and reason in told.stderr and "Traceback" not in told.stderr
    assert not (tmp_path / "sources").exists()


@pytest.mark.parametrize(
    "url", ["ftp://x.example/a", "file:///etc/passwd", "http://127.0.0.1:1/a", "https://"]
)
def test_an_address_that_gives_nothing_is_a_sentence(tmp_path: Path, url: str) -> None:
    told = article(tmp_path, "--url", url)
    assert told.returncode == 1 and url in told.stderr and "Traceback" not in told.stderr


def test_without_an_article_it_says_how_to_name_one(tmp_path: Path) -> None:
    told = article(tmp_path / "content")
    assert told.returncode == 2
    assert told.stderr == "say which: `make article URL=https://…` or `make article FILE=…`\n"


def test_a_file_is_taken_in_and_a_pdf_is_not(tmp_path: Path) -> None:
    (tmp_path / "My Ferry.TXT").write_text("The ferry is late.\n", encoding="utf-8")
    (tmp_path / "paper.pdf").write_bytes(b"%PDF-1.4")
    content = tmp_path / "content"
    assert article(content, "--file", str(tmp_path / "My Ferry.TXT")).returncode == 0
    assert (content / "sources/my-ferry.txt").read_text(encoding="utf-8") == "The ferry is late.\n"
    told = article(content, "--file", str(tmp_path / "paper.pdf"))
    assert told.returncode == 1 and "PDF" in told.stderr
    assert article(content, "--file", str(tmp_path / "none.txt")).returncode == 1
