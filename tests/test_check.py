"""`make check` tells a writer every fault of every file in one run, with its place and what to do."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from newsroom import ROOT, needs_the_first_site


def check(content: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts/check.py"), "--content", str(content), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=content.parent)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    needs_the_first_site()
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


def exact_of(record: Path) -> tuple[str, str]:
    """Return the record's text and the words of its `exact`, which may stand over several lines."""
    text = record.read_text(encoding="utf-8")
    found = re.search(r"^exact:(?: >-?| \|-?)?\s+(.*?)(?=^\w)", text, re.MULTILINE | re.DOTALL)
    assert found, record
    return text, found[1]


def changed(words: str) -> str:
    return re.sub(r"\b(nations|citizens|policy|climate|trade|sovereignty|dialogue|respect|challenges|both|run|friendly)\b", "boats", words, count=1)  # fmt: skip  # noqa: E501


def dropped(words: str) -> str:
    return re.sub(r"(\s)(?:of|and|that|with|the|to)\s", r"\1", words, count=1)


def added(words: str) -> str:
    return re.sub(r"(\s)(of|and|that|with|the|to)\s", r"\1\2 never ", words, count=1)


@pytest.mark.parametrize("misquote", [changed, dropped, added], ids=lambda each: each.__name__)
def test_one_wrong_word_in_any_quote_from_a_text_is_an_error_with_its_place(
    content: Path, misquote: Callable[[str], str]
) -> None:
    broken = set()
    for record in sorted((content / "quotes").glob("*.yml")):
        text, words = exact_of(record)
        if "kind: transcribed" in text:
            continue  # no text is held
        if misquote(words) != words:
            record.write_text(text.replace(words, misquote(words), 1), encoding="utf-8")
            broken.add(record.name)
    result = check(content)
    assert len(broken) >= 10
    assert result.returncode == 1 and "Traceback" not in result.stderr
    for name in broken:
        assert re.search(rf"^content/quotes/{name}:\d+:\d+: exact: .*", result.stdout, re.MULTILINE), name


def test_the_nearest_passage_is_shown_with_the_words_that_differ(content: Path) -> None:
    record = next(path for path in (content / "quotes").glob("*.yml") if "mutual respect" in path.read_text())
    record.write_text(
        record.read_text(encoding="utf-8").replace("mutual respect", "mutual distrust"), "utf-8"
    )
    message = check(content).stdout
    assert "distrust" in message and "respect" in message and "productive relationships" in message


def test_faults_of_all_kinds_are_told_in_one_run(content: Path) -> None:
    quotes = sorted((content / "quotes").glob("*.yml"))
    for path, line in zip(
        quotes,
        ("sepaker: gustavo-petro", "cue: said\ncue: noted", "said_on: 2024-13-01", "issues: [drug-polcy]"),
        strict=False,
    ):
        kept = re.sub(
            r"^(cue|said_on|issues):.*\n(?:  ?-.*\n)*", "", path.read_text(encoding="utf-8"), flags=re.M
        )
        path.write_text(f"{kept}{line}\n", encoding="utf-8")
    result = check(content)
    assert result.returncode == 1 and "Traceback" not in result.stderr
    for name, words in zip(
        quotes, ('"speaker"', "duplicate", "is not a date", '"drug-policy"'), strict=False
    ):
        lines = [line for line in result.stdout.splitlines() if f"quotes/{name.name}:" in line]
        assert any(words in line and re.match(r"\S+:\d+:\d+: ", line) for line in lines), (words, lines)


def test_programs_and_github_can_read_the_faults(content: Path) -> None:
    (content / "terms/broken.yml").write_text("term: Ferry\n", encoding="utf-8")
    problems = json.loads(check(content, "--format", "json").stdout)
    assert {"path", "line", "column", "field", "message", "severity"} == set(problems[0])
    annotation = next(
        line for line in check(content, "--format", "github").stdout.splitlines() if "broken" in line
    )
    assert re.match(r"::error file=content/terms/broken\.yml,line=\d+,col=\d+::definition", annotation)


def test_the_shipped_content_has_no_faults(content: Path) -> None:
    result = check(content)
    assert (result.returncode, result.stdout) == (0, "")


def test_an_empty_project_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert check(tmp_path / "content").returncode == 0
