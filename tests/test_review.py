"""A review is a walk with a key for each decision, which changes its own fields alone and can be undone."""

import difflib
import os
import pty
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from newsroom import ROOT

SCRIPT = ROOT / "scripts/review.py"
HARBOUR = ROOT / "tests/sites/harbour"


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    content = Path(shutil.copytree(HARBOUR, tmp_path_factory.mktemp("review") / "content"))
    command = [sys.executable, str(ROOT / "scripts/extract.py"), "--content", str(content)]
    subprocess.run(command, check=True, capture_output=True)
    return content


@pytest.fixture
def content(extracted: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(extracted, tmp_path / "content"))


def review(content: Path, *words: str, typed: str = "", **environment: str) -> str:
    command = [sys.executable, str(SCRIPT), "--content", str(content), *words]
    told = subprocess.run(
        command, input=typed, capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )
    assert "Traceback" not in told.stderr, told.stderr
    return told.stdout


def in_a_terminal(content: Path, keys: list[str], *words: str) -> str:
    """Run the review in a pseudo-terminal and press keys, each when the screen asks for one."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(sys.executable, [sys.executable, str(SCRIPT), "--content", str(content), *words])
    shown = b""
    for key in keys:
        shown += _until(terminal, (b"quit\r\n", b"quit\x1b", b"nobody) "))
        os.write(terminal, key.encode())
    shown += _until(terminal, (b" wait", b"Nothing"))
    os.close(terminal)
    os.waitpid(pid, 0)
    return shown.decode(errors="replace")


def _until(terminal: int, marks: tuple[bytes, ...]) -> bytes:
    shown, end = b"", time.monotonic() + 60
    while time.monotonic() < end and not any(mark in shown for mark in marks):
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                shown += os.read(terminal, 65536)
            except OSError:
                break
    return shown


def changed_lines(before: Path, after: Path) -> dict[str, list[str]]:
    """Return file -> the lines that were taken out and put in."""
    found = {}
    for path in sorted(before.rglob("*.yml")):
        name = path.relative_to(before)
        old, new = path.read_text().splitlines(), (after / name).read_text().splitlines()
        lines = [
            line
            for line in difflib.unified_diff(old, new, lineterm="", n=0)
            if line[:1] in "+-" and line[:3] not in ("+++", "---")
        ]
        if lines:
            found[str(name)] = lines
    return found


def test_one_key_accepts_and_changes_one_line(extracted: Path, content: Path) -> None:
    shown = in_a_terminal(content, ["a", "q"], "--kind", "quote", "--source", "electric-fleet")
    assert "We underestimated how long" in shown
    (lines,) = changed_lines(extracted, content).values()
    assert lines == ["-status: proposed", "+status: checked"]


def test_what_was_decided_can_be_taken_back(extracted: Path, content: Path) -> None:
    in_a_terminal(content, ["a", "w", "u", "u", "q"], "--kind", "quote")
    assert changed_lines(extracted, content) == {}


def test_an_arrow_key_decides_nothing(extracted: Path, content: Path) -> None:
    in_a_terminal(content, ["\x1b[A", "\x1bOA", "\x1b[15~", "q"], "--kind", "quote")
    assert changed_lines(extracted, content) == {}, "the A that ends it would accept all of a kind"


def test_a_speaker_is_given_by_a_name(extracted: Path, content: Path) -> None:
    keys = ["s", "sollund\n", "q"]
    shown = in_a_terminal(content, keys, "--kind", "quote", "--source", "electric-fleet")
    assert "is not accepted: speaker" in shown, "the words around the quote name another"
    assert changed_lines(extracted, content) == {}
    in_a_terminal(content, ["s", "hanne\n", "q"], "--kind", "quote", "--source", "electric-fleet")
    assert set(changed_lines(extracted, content)) == {"quotes/brekke-underestimated-how-long.yml"}


def test_a_key_that_does_not_fit_a_record_says_so(extracted: Path, content: Path) -> None:
    shown = in_a_terminal(content, ["s", "t", "q"], "--kind", "figure")
    assert "Only a quote has a speaker" in shown and "Nothing to settle" in shown
    assert changed_lines(extracted, content) == {}


def test_an_editor_opens_the_file_and_the_record_is_shown_again(content: Path, tmp_path: Path) -> None:
    editor = tmp_path / "editor.sh"
    editor.write_text('#!/bin/sh\necho "note: Seen by the desk." >> "$1"\n')
    editor.chmod(0o755)
    shown = review(content, "--kind", "quote", typed="e\nq\n", VISUAL=str(editor))
    assert "[[" in shown and "Seen by the desk." in shown
    shown = review(content, "--kind", "person", typed="e\nq\n", VISUAL=str(editor))
    assert 'there is no field "note"' in shown, "what the editor broke is told with its line"


def test_what_the_check_refuses_is_taken_back_and_told(extracted: Path, content: Path) -> None:
    shown = review(content, "--kind", "issue", typed="a\nq\n")
    assert "is not accepted: summary" in shown
    assert changed_lines(extracted, content) == {}


def test_all_of_a_kind_are_accepted_at_once(content: Path) -> None:
    shown = review(content, "--kind", "figure", typed="A\nq\n")
    assert "accepted" in shown
    assert review(content, "--kind", "figure", "--list") == ""


def test_a_script_lists_and_decides_without_asking(content: Path) -> None:
    listed = review(content, "--list").splitlines()
    assert len(listed) > 20 and all(len(line.split()) == 2 for line in listed)
    review(content, "--batch", "withdraw", "--kind", "person")
    assert "person:" not in review(content, "--list")


def test_nothing_to_review_is_said(content: Path) -> None:
    assert "Nothing waits" in review(content, "--source", "no-such-article", typed="q\n")


def test_a_conflict_is_settled_with_one_key(content: Path) -> None:
    article = next((content / "sources").glob("electric-fleet.*"))
    quote = content / "quotes/brekke-underestimated-how-long.yml"
    text = quote.read_text()
    quote.write_text(text.replace("speaker_as_named: Hanne Brekke", "speaker_as_named: Brekke"))
    article.write_text(article.read_text().replace("Hanne Brekke, the", "Ms. Hanne Brekke, the"))
    waiting = review(content, "--list")
    if "brekke-underestimated" not in waiting:
        pytest.fail(waiting)
    review(content, "--kind", "quote", "--source", "electric-fleet", typed="o\nq\n")
    assert "speaker_as_named: Brekke" in quote.read_text()
