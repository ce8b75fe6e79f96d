"""Setting up says how far it is, and takes uv where there is one."""

import os
import subprocess
import sys
from pathlib import Path

from newsroom import ROOT

from set_up import counted, pinned

SAID = """\
Collecting babel==2.18.0 (from -r requirements.lock (line 7))
  Using cached babel-2.18.0-py3-none-any.whl (10 MB)
Requirement already satisfied: click==8.3.1 in ./lib (from -r requirements.lock (line 12))
Installing collected packages: babel
"""


def test_each_package_is_counted_once_when_pip_comes_to_it() -> None:
    assert [number for number, _ in counted(SAID.splitlines())] == [1, 1, 2, 2]


def test_how_many_there_are_is_read_from_the_lock(tmp_path: Path) -> None:
    lock = tmp_path / "a.lock"
    lock.write_text("babel==2.18.0 \\\n    --hash=sha256:00\nclick==8.3.1 ; python_version < '3.12' \\\n")
    assert pinned(["--require-hashes", "-r", str(lock)]) == 2


def set_up(*arguments: str, path: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, str(ROOT / "scripts/set_up.py"), *arguments]
    around = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT / "hooks")}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=around)


def test_uv_is_taken_where_there_is_one_with_the_same_lock_and_hashes(tmp_path: Path) -> None:
    uv = tmp_path / "uv"
    uv.write_text('#!/bin/sh\necho "$@"\n')
    uv.chmod(0o755)
    told = set_up("--require-hashes", "-r", "requirements.lock", path=f"{tmp_path}:/usr/bin:/bin").stdout
    assert told.strip() == f"pip install -q --python {sys.executable} --require-hashes -r requirements.lock"


def test_without_uv_pip_is_and_its_words_are_shown_where_it_fails(tmp_path: Path) -> None:
    lock = tmp_path / "a.lock"
    lock.write_text("no-such-package==1.0\n")
    told = set_up("--no-index", "--require-hashes", "-r", str(lock), path="/usr/bin:/bin")
    assert told.returncode == 1 and "no-such-package" in told.stderr
