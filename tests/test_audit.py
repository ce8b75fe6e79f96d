"""An audit that could not ask says so; silence is never taken for safety."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LOCK = "idna==3.6 \\\n    --hash=sha256:" + "a" * 64 + "\n"


@contextmanager
def database(answer: dict[str, Any]) -> Iterator[str]:
    """Serve one answer to every question."""

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1/query"
    finally:
        server.shutdown()
        server.server_close()


def audit(tmp_path: Path, address: str) -> "subprocess.CompletedProcess[str]":
    lock = tmp_path / "requirements.lock"
    lock.write_text(LOCK, encoding="utf-8")
    command = [sys.executable, ROOT / "scripts/audit.py", "--lock", lock, "--osv", address]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_an_audit_without_an_answer_says_that_nothing_was_checked(tmp_path: Path) -> None:
    told = audit(tmp_path, "http://127.0.0.1:9/v1/query")
    assert told.returncode == 3
    assert told.stderr.startswith("Nothing was checked: ")


def test_a_known_weakness_is_named_with_its_remedy(tmp_path: Path) -> None:
    affected = {
        "package": {"name": "idna", "ecosystem": "PyPI"},
        "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "3.7"}]}],
    }
    weakness = {
        "id": "PYSEC-2024-60", "modified": "2024-01-01T00:00:00Z", "summary": "slow", "affected": [affected],
    }  # fmt: skip
    with database({"vulns": [weakness]}) as address:
        told = audit(tmp_path, address)
    assert told.returncode == 1
    assert "idna 3.6: PYSEC-2024-60; mended in 3.7" in told.stdout


def test_a_clean_answer_says_how_much_was_checked(tmp_path: Path) -> None:
    with database({}) as address:
        told = audit(tmp_path, address)
    assert told.returncode == 0
    assert told.stderr.startswith("1 checked, 0 with known weaknesses.")
