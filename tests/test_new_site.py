"""A newsroom starts empty, and nothing is lost on the way there."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from newsroom import ROOT

from explainer.library.reading import read


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(ROOT / "tests/sites/complete", tmp_path / "content"))
    (folder / ".extracted").mkdir()
    (folder / ".extracted/a.json").write_text("{}")
    somebody = ("-c", "user.name=T", "-c", "user.email=t@t.example")
    for words in (["init", "-q"], ["add", "-A"], [*somebody, "commit", "-qm", "First"]):
        subprocess.run(["git", "-C", tmp_path, *words], check=True)
    return folder


def new_site(content: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(ROOT / "scripts/new_site.py"), "--content", str(content), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_an_empty_newsroom_passes_the_check_and_remembers_nothing(content: Path) -> None:
    assert new_site(content).returncode == 0
    assert list(read(content)) == []
    assert not (content / ".extracted").exists()


def test_what_git_does_not_have_is_not_deleted(content: Path) -> None:
    (content / "quotes/new.yml").write_text("source: x\n")
    told = new_site(content)
    assert told.returncode == 1 and "quotes/new.yml" in told.stderr
    assert (content / "quotes/new.yml").exists() and (content / "site.yml").exists()
    assert new_site(content, "--yes").returncode == 0
