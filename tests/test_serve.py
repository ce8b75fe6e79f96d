"""The preview shows each save, and a broken file's message in place of a crash."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from newsroom import ROOT, needs_the_first_site

PATIENCE = 60.0


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A preview of a copy of the first site: its content folder and its address."""
    needs_the_first_site()
    shutil.copytree(ROOT / "content", tmp_path / "content")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, str(ROOT / "scripts/serve.py"), "--port", str(port)]
    process = subprocess.Popen(
        [*command, "--content", str(tmp_path / "content")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield tmp_path / "content", f"http://127.0.0.1:{port}/"
    process.terminate()
    process.wait()


def fetch(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return str(answer.read().decode("utf-8"))
    except urllib.error.HTTPError as error:
        error.close()
        return ""
    except OSError:
        return ""


def until(condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while not condition() and time.monotonic() < end:
        time.sleep(0.1)
    return condition()


def test_a_save_shows_at_once_and_a_broken_file_says_why(preview: tuple[Path, str]) -> None:
    content, home = preview
    page = f"{home}issues/trade/"
    assert until(lambda: "<h1" in fetch(page))
    issue = content / "issues/trade.yml"
    good = issue.read_text(encoding="utf-8")

    issue.write_text(
        good.replace("question:", "question: Who sails the Zuiderzee now?\n# was", 1), encoding="utf-8"
    )
    assert until(lambda: "Who sails the Zuiderzee now?" in fetch(page))

    issue.write_text(good.replace("question:", "qestion:", 1), encoding="utf-8")
    assert until(lambda: "issues/trade.yml:" in fetch(page))
    assert "question" in fetch(page) and "Traceback" not in fetch(page)

    issue.write_text(good, encoding="utf-8")
    assert until(lambda: "issues/trade.yml:" not in fetch(page) and "<h1" in fetch(page))
