"""The workflows' steps, taken out of the YAML and run as a runner would: in order, in a clone, not as root.

    .venv/bin/python tests/steps.py                    every step of every workflow, with every test
    .venv/bin/python tests/steps.py --workflow site    one workflow

Root gives its rights up for each step.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
_NOBODY = 65534
_EVENT = re.compile(r"github\.event_name == '(\w+)'")
_CALLED = re.compile(r"(?:\./|[\w.-]+/[\w.-]+/)\.github/workflows/(\w+\.yml)(?:@[0-9a-f]{40})?")


@dataclass(frozen=True)
class Step:
    """One step of a job."""

    name: str
    run: str = ""
    uses: str = ""
    given: Mapping[str, str] = field(default_factory=dict)
    env: tuple[str, ...] = ()
    """Variables that are told by the event: here the commit before."""


def steps(workflow: Path, event: str) -> Iterator[Step]:
    """Yield each step that an event runs, those of called workflows included."""
    for job in yaml.load(workflow.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["jobs"].values():
        if not _happens(job.get("if", ""), event):
            continue
        if called := _CALLED.fullmatch(job.get("uses", "")):
            yield from steps(ROOT / ".github/workflows" / called[1], event)
        for step in job.get("steps", ()):
            if _happens(step.get("if", ""), event):
                name = step.get("name") or step.get("run") or step["uses"]
                told = tuple(job.get("env", ()))
                yield Step(name, step.get("run", ""), step.get("uses", ""), step.get("with", {}), told)


def _happens(condition: str, event: str) -> bool:
    named = _EVENT.fullmatch(condition)
    assert named or condition in ("", "always()"), f"a condition that this runner does not know: {condition}"
    return named is None or named[1] == event


def fresh_clone(folder: Path) -> tuple[Path, str]:
    """Copy what git has or would add of this repository, and commit it; return the folder and the commit."""
    listed = ["git", "-C", str(ROOT), "ls-files", "-coz", "--exclude-standard"]
    for name in subprocess.run(listed, check=True, capture_output=True, text=True).stdout.split("\0"):
        if name and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    subprocess.run(["git", "-C", str(folder), "init", "-q", "-b", "main"], check=True)
    return folder, commit(folder, "All of it")


def commit(folder: Path, message: str) -> str:
    """Commit everything; return the commit."""
    who = ("-c", "user.name=Desk", "-c", "user.email=desk@gazette.example", "-c", "safe.directory=*")
    git = ["git", "-C", str(folder), *who]
    subprocess.run([*git, "add", "-A"], check=True)
    subprocess.run([*git, "commit", "-qm", message], check=True)
    return subprocess.run(
        [*git, "rev-parse", "HEAD"], check=True, capture_output=True, text=True
    ).stdout.strip()


def environment(folder: Path, python: Path = Path(sys.executable), *, locked: bool = False) -> Path:
    """Make the Python that setup-python gives; `locked`: with what this one has, for pip to find.

    The path file of an environment is not read through another, so this generator itself is not in it.
    """
    subprocess.run([python, "-m", "venv", *["--without-pip"] * locked, folder], check=True)
    if locked:
        bin_ = folder / "bin"
        site = next(folder.glob("lib/python*/site-packages"))
        (site / "locked.pth").write_text(f"{next(p for p in sys.path if p.endswith('site-packages'))}\n")
        (bin_ / "pip").write_text(f'#!/bin/sh\nexec "{bin_}/python" -m pip "$@"\n')
        (bin_ / "pip").chmod(0o755)
    return folder


class Runner:
    """Runs steps in a folder, as a user who is not root, with nothing of this process's environment."""

    def __init__(
        self, folder: Path, python: Path, *, home: Path, more: Mapping[str, str] | None = None
    ) -> None:
        self.folder = folder
        self.summary = home / "summary.md"
        self._env = {
            "PATH": f"{python / 'bin'}:/usr/local/bin:/usr/bin:/bin",
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "CI": "true",
            "GITHUB_STEP_SUMMARY": str(self.summary),
            **{
                name: value for name, value in os.environ.items() if name.startswith("PIP_") or "CERT" in name
            },
            **(more or {}),
        }
        home.mkdir(exist_ok=True)
        for owned in (folder, python, home):
            give_away(owned)

    def run(self, command: str, **env: str) -> "subprocess.CompletedProcess[str]":
        """Run a piece of shell as a step does."""
        words = [*_without_rights(), "bash", "-e", "-c", command]
        return subprocess.run(
            words, cwd=self.folder, env={**self._env, **env}, capture_output=True, text=True, check=False
        )

    def follow(self, wanted: Sequence[Step], *, before: str) -> Iterator[tuple[Step, str, float]]:
        """Run each step and yield it with what it said and its seconds; AssertionError where one fails."""
        for step in wanted:
            begun = time.monotonic()
            told = ""
            if step.run:
                done = self.run(step.run, **dict.fromkeys(step.env, before))
                told = done.stdout + done.stderr
                assert done.returncode == 0, f"{step.name}: status {done.returncode}\n{told}"
            else:
                self._use(step)
            yield step, told, time.monotonic() - begun

    def _use(self, step: Step) -> None:
        """Do what an action does here: look whether there is what it would take."""
        action = step.uses.partition("@")[0]
        assert action in _ACTIONS, f"an action that this runner does not know: {action}"
        if action.startswith("actions/upload-") and step.given.get("if-no-files-found") != "ignore":
            assert any((self.folder / step.given["path"]).iterdir()), f"{step.name}: nothing to take"


_ACTIONS = {
    "actions/checkout", "actions/setup-python", "actions/upload-artifact", "actions/upload-pages-artifact",
    "actions/deploy-pages",
}  # fmt: skip


def _is_root() -> bool:
    return os.geteuid() == 0 and shutil.which("setpriv") is not None


def _without_rights() -> list[str]:
    """Return what makes a command run as nobody, who may read all that root has and write none of it."""
    if not _is_root():
        return []
    reading = ["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"]
    return ["setpriv", f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups", *reading]


def give_away(folder: Path) -> None:
    """Make the folder nobody's, where we are root."""
    if _is_root():
        subprocess.run(["chown", "-R", f"{_NOBODY}:{_NOBODY}", str(folder)], check=True)


def main() -> int:
    """Run the workflows as a push runs them, each in the same clone, and say how long each step took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workflow", action="append", help="default: all")
    parser.add_argument("--event", default="push", choices=("push", "pull_request"))
    parser.add_argument("--python", type=Path, default=Path(sys.executable), help="one that nobody may run")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="steps-") as room:
        os.chmod(room, 0o755)
        clone, before = fresh_clone(Path(room) / "clone")
        python = environment(Path(room) / "python", options.python)
        runner = Runner(clone, python, home=Path(room) / "home")
        for name in options.workflow or ("site", "tests", "audit"):
            print(f"== {name}.yml, {options.event}", flush=True)
            wanted = list(steps(ROOT / f".github/workflows/{name}.yml", options.event))
            for step, told, seconds in runner.follow(wanted, before=before):
                last = (told.strip().splitlines() or [""])[-1]
                print(f"{seconds:7.1f} s  {step.name.splitlines()[0]}: {last[:100]}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
