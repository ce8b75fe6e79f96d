"""Whatever the machine refuses, a command says so in a line."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from newsroom import ROOT

from command import Progress

COMPLETE = ROOT / "tests/sites/complete"


def command(*arguments: str, encoding: str = "utf-8") -> subprocess.CompletedProcess[bytes]:
    script, *rest = arguments
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts" / script), *rest],
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": f"{encoding}:strict", "LC_ALL": "C", "PATH": "/usr/bin:/bin"},
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("build.py", "--no-extract", "--content", str(COMPLETE), "--site", "/proc/nothing/site"),
        ("build.py", "--no-extract", "--content", str(COMPLETE), "--site", "/"),
        ("export.py", "--content", str(COMPLETE), "--out", "/proc/nothing/site"),
        ("check.py", "--content", "/nowhere/at/all"),
        ("check.py", "--content", __file__),
        ("new.py", "quote", "a-b", "--content", __file__),
        ("new.py", "quote", "con"),
    ],
)
def test_a_place_that_cannot_be_used_is_told_without_a_traceback(arguments: tuple[str, ...]) -> None:
    result = command(*arguments)
    assert result.returncode in (1, 2)
    assert result.stderr and b"Traceback" not in result.stderr


def test_messages_can_be_printed_on_any_terminal(tmp_path: Path) -> None:
    (tmp_path / "quotes").mkdir()
    (tmp_path / "quotes/é.yml").write_text("exact: “é”\n", encoding="utf-8")
    for form in ("text", "json", "github"):
        result = command("check.py", "--content", str(tmp_path), "--format", form, encoding="ascii")
        assert result.returncode == 1 and b"Traceback" not in result.stderr


def test_a_reader_that_stops_reading_is_no_fault() -> None:
    articles = f"{COMPLETE}/sources/*.txt {ROOT}/README.md"
    run = f"{sys.executable} {ROOT}/scripts/extract.py --json {articles} | head -c 1"
    result = subprocess.run(["bash", "-c", run], capture_output=True, check=False)
    assert b"Traceback" not in result.stderr


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def told(stream: io.StringIO, *, seconds: float) -> str:
    """Do 20 things, each of so many seconds by the clock, and return what was said."""
    now = [0.0]
    progress = Progress(stream, clock=lambda: now[0])
    for done in range(1, 21):
        now[0] += seconds
        progress("Articles", done, 20)
    progress.clear()
    return stream.getvalue()


def test_long_work_says_how_far_it_is_and_how_many_seconds_are_left() -> None:
    lines = told(io.StringIO(), seconds=2).splitlines()
    assert lines[0] == "Articles: 4 of 20, 32 s left"
    assert len(lines) == 6 and all(line.startswith("Articles: ") for line in lines)


def test_a_terminal_shows_it_in_one_line_that_is_taken_away() -> None:
    shown = told(Terminal(), seconds=2)
    assert "\n" not in shown and "Articles: 10 of 20, 20 s left" in shown
    assert shown.endswith("\r\x1b[K")


def test_short_work_says_nothing() -> None:
    assert told(io.StringIO(), seconds=0.1) == ""
