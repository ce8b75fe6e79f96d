"""A release tells what it brings and what it is made of."""

import json
import subprocess
import sys
from pathlib import Path

from newsroom import ROOT

from release_notes import entries

CHANGELOG = """# Changelog

## Unreleased

### Added

- A bell.

## [0.2.0] - 2026-11-01

- A harbor.

## 0.1.0 - 2026-10-01

- A ferry.
"""


def notes(*words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(ROOT / "scripts/release_notes.py"), *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_each_version_has_its_own_entry() -> None:
    found = entries(CHANGELOG)
    assert list(found) == ["Unreleased", "0.2.0", "0.1.0"]
    assert found["0.2.0"] == "- A harbor."


def test_a_version_comes_with_what_to_do_when_upgrading(tmp_path: Path) -> None:
    (tmp_path / "CHANGELOG.md").write_text(CHANGELOG)
    told = notes("--version", "0.2.0", "--changelog", str(tmp_path / "CHANGELOG.md"))
    assert told.returncode == 0 and "- A harbor." in told.stdout and "make check" in told.stdout


def test_a_version_that_is_not_there_is_told_with_those_that_are() -> None:
    told = notes("--version", "9.9")
    assert told.returncode == 1 and "Unreleased" in told.stderr


def test_the_bill_of_materials_has_every_pin(tmp_path: Path) -> None:
    made = tmp_path / "sbom.json"
    command = ["make", "-s", "-C", str(ROOT), "sbom", f"SBOM={made}"]
    subprocess.run(command, check=True, capture_output=True)
    named = {each["name"] for each in json.loads(made.read_text())["components"]}
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    pinned = {line.partition("==")[0] for line in lock.splitlines() if "==" in line and line[0].isalnum()}
    assert pinned and pinned <= named
