"""An installed generator has one command, whose words are make's."""

import subprocess
import sys
from pathlib import Path

import pytest
from newsroom import ROOT

from explainer_cli import COMMANDS

EXPLAINER = Path(sys.executable).with_name("explainer")
COMMIT = "0123456789" * 4


def explainer(*words: str, cwd: Path = ROOT) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([str(EXPLAINER), *words], cwd=cwd, capture_output=True, text=True, check=False)


def test_it_lists_its_commands_each_in_a_line() -> None:
    told = explainer("--help").stdout
    assert all(f"  explainer {name} " in told for name in COMMANDS)


def test_each_command_explains_itself_by_that_name() -> None:
    for name in ("check", "new-site"):
        assert f"usage: explainer {name} " in explainer(name, "--help").stdout


def test_a_word_that_is_none_is_answered_with_the_nearest() -> None:
    told = explainer("chekc")
    assert told.returncode == 2 and 'did you mean "check"?' in told.stderr


def test_a_commands_status_is_its_own(tmp_path: Path) -> None:
    assert explainer("check", "--content", str(ROOT / "tests/sites/complete")).returncode == 0
    assert explainer("gate", "--content", str(tmp_path)).returncode == 1


def test_commands_that_make_knows_too_are_named_alike() -> None:
    targets = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(f"\n{'site' if name == 'build' else name}:" in targets for name in COMMANDS if name != "pins")


def test_a_newsroom_of_ones_own_is_a_folder_that_passes_the_check(tmp_path: Path) -> None:
    made = explainer("new-site", "ferries", "--generator", f"gazette/explainer@{COMMIT}", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    folder = tmp_path / "ferries"
    assert explainer("check", cwd=folder).returncode == 0
    workflow = (folder / ".github/workflows/site.yml").read_text(encoding="utf-8")
    assert f"uses: gazette/explainer/.github/workflows/publish.yml@{COMMIT}" in workflow
    assert len(workflow.splitlines()) == 10
    assert (folder / "requirements.lock").read_bytes() == (ROOT / "requirements.lock").read_bytes()
    again = explainer("new-site", "ferries", "--generator", f"gazette/explainer@{COMMIT}", cwd=tmp_path)
    assert again.returncode == 1 and "is not empty" in again.stderr


@pytest.mark.parametrize("named", ["", "gazette/explainer", "gazette/explainer@main", f"x y@{COMMIT}"])
def test_a_generator_that_is_not_one_commit_is_refused(tmp_path: Path, named: str) -> None:
    told = explainer("new-site", "ferries", "--generator", named, cwd=tmp_path)
    assert told.returncode == 1 and "--generator OWNER/NAME@COMMIT" in told.stderr
    assert not (tmp_path / "ferries").exists()


def test_a_generator_elsewhere_is_pinned_without_a_workflow_of_githubs(tmp_path: Path) -> None:
    named = f"https://gitlab.example/desk/explainer.git@{COMMIT}"
    assert explainer("new-site", "ferries", "--generator", named, cwd=tmp_path).returncode == 0
    pinned = (tmp_path / "ferries/requirements.txt").read_text(encoding="utf-8")
    assert f"git+https://gitlab.example/desk/explainer@{COMMIT}" in pinned
    assert not (tmp_path / "ferries/.github").exists()
