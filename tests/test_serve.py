"""The preview shows each save, and a broken file's message in place of a crash."""

import http.client
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from newsroom import ROOT, needs_the_first_site

from preview import Preview

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
    with (tmp_path / "told.txt").open("w", encoding="utf-8") as told:
        process = subprocess.Popen(
            [*command, "--content", str(tmp_path / "content")], stdout=told, stderr=told
        )
    yield tmp_path / "content", f"http://127.0.0.1:{port}/"
    process.terminate()
    process.wait()


def fetch(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
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
    broken = fetch(page)
    assert "question" in broken and "Traceback" not in broken
    assert "Who sails the Zuiderzee now?" in broken, "the last good page stays below the faults"
    assert "vscode://file" in broken and "issues/trade.yml:" in fetch(f"{home}__faults/")

    issue.write_text(good, encoding="utf-8")
    assert until(lambda: "issues/trade.yml:" not in fetch(page) and "<h1" in fetch(page))
    told = (content.parent / "told.txt").read_text(encoding="utf-8")
    assert "Serving on" in told and "issues/trade.yml:" in told
    assert "Building documentation" not in told and "skipped" not in told, "the builder's steps say nothing"


def test_a_folder_that_was_moved_away_and_back_is_followed(preview: tuple[Path, str]) -> None:
    content, home = preview
    page = f"{home}issues/trade/"
    assert until(lambda: "<h1" in fetch(page))
    content.rename(content.with_name("elsewhere"))
    assert until(lambda: "no such folder" in fetch(f"{home}__faults/"))
    assert "<h1" in fetch(page)
    content.with_name("elsewhere").rename(content)
    assert until(lambda: "There are none" in fetch(f"{home}__faults/"))
    issue = content / "issues/trade.yml"
    issue.write_text(
        issue.read_text(encoding="utf-8").replace("question:", "question: Back again?\n# was", 1),
        encoding="utf-8",
    )
    assert until(lambda: "Back again?" in fetch(page))


@pytest.mark.parametrize(
    ("host", "path", "status"),
    [
        ("evil.example", "/", 403),
        ("evil.example:80", "/", 403),
        ("localhost", "/%00", 400),
        ("localhost:1", "/", 200),
    ],
)
def test_the_preview_answers_to_its_own_names_only(
    preview: tuple[Path, str], host: str, path: str, status: int
) -> None:
    _, home = preview
    assert until(lambda: "<h1" in fetch(home))
    connection = http.client.HTTPConnection("127.0.0.1", int(home.rstrip("/").rpartition(":")[2]), timeout=10)
    connection.request("GET", path, headers={"Host": host})
    assert connection.getresponse().status == status
    connection.close()


def test_a_draft_is_seen_in_the_preview_and_listed_for_editors(preview: tuple[Path, str]) -> None:
    content, home = preview
    assert until(lambda: "For editors" in fetch(f"{home}__editors/"))
    (content / "terms").mkdir(exist_ok=True)
    (content / "terms/begun.yml").write_text("term: Begun\nstatus: draft\n", encoding="utf-8")
    (content / "terms/whole.yml").write_text(
        "term: Whole word\ndefinition: Not yet read.\nstatus: draft\n", encoding="utf-8"
    )
    assert until(lambda: "still to be written: definition" in fetch(f"{home}__editors/"))
    assert until(lambda: "Whole word" in fetch(f"{home}glossary/"))
    assert "A draft" in fetch(f"{home}glossary/")


def test_what_pages_only_lead_to_is_made_when_it_is_asked_for(preview: tuple[Path, str]) -> None:
    content, home = preview
    page = f"{home}issues/trade/"
    assert until(lambda: "<h1" in fetch(page))
    assert "Should the Zuiderzee be dammed?" not in fetch(f"{home}data/issues.json")
    issue = content / "issues/trade.yml"
    good = issue.read_text(encoding="utf-8")
    changed = good.replace("question:", "question: Should the Zuiderzee be dammed?\n# was", 1)
    issue.write_text(changed, encoding="utf-8")
    assert until(lambda: "Should the Zuiderzee be dammed?" in fetch(page))
    assert until(lambda: "Should the Zuiderzee be dammed?" in fetch(f"{home}data/issues.json"))
    assert "Content-Security-Policy" not in fetch(page), "it would keep the reloading script from running"


def test_a_record_that_goes_takes_its_page_along(preview: tuple[Path, str]) -> None:
    content, home = preview
    term = content / "terms/zuiderzee.yml"
    assert until(lambda: "<h1" in fetch(f"{home}glossary/"))
    term.write_text("term: Zuiderzee\ndefinition: A bay that is a lake today.\n", encoding="utf-8")
    assert until(lambda: "A bay that is a lake today" in fetch(f"{home}glossary/"))
    term.unlink()
    assert until(lambda: "A bay that is a lake today" not in fetch(f"{home}glossary/"))


def test_while_a_save_is_made_other_pages_wait_for_theirs(tmp_path: Path) -> None:
    content = Path(shutil.copytree(ROOT / "tests/sites/complete", tmp_path / "content"))
    preview = Preview(content, tmp_path / "site")
    preview()
    preview.asked_for("quotes/")
    quote = next(
        path for path in sorted((content / "quotes").glob("*.yml")) if "note:" not in path.read_text()
    )
    quote.write_text(f"{quote.read_text()}note: Heard at the pier.\n")
    preview()
    preview.asked_for(f"quotes/{quote.stem}/")
    assert "Heard at the pier" in (tmp_path / f"site/quotes/{quote.stem}/index.html").read_text()
    preview.asked_for("data/quotes.json")
    assert "Heard at the pier" in (tmp_path / "site/data/quotes.json").read_text()


def test_who_asks_while_a_save_is_read_gets_the_page_made_of_it(tmp_path: Path) -> None:
    content = Path(shutil.copytree(ROOT / "tests/sites/complete", tmp_path / "content"))
    preview = Preview(content, tmp_path / "site")
    preview()
    preview.asked_for("quotes/")
    quote = next(
        path for path in sorted((content / "quotes").glob("*.yml")) if "note:" not in path.read_text()
    )
    quote.write_text(f"{quote.read_text()}note: Heard at the pier.\n")
    saving = threading.Thread(target=preview)
    saving.start()
    while not preview._calls.locked():
        time.sleep(0)
    preview.asked_for(f"quotes/{quote.stem}/")
    assert "Heard at the pier" in (tmp_path / f"site/quotes/{quote.stem}/index.html").read_text()
    saving.join()
    preview.settle()
