"""CI can be trusted with the site: pinned actions, least permissions."""

import re
import subprocess
import sys
from pathlib import Path

import yaml

WORKFLOWS = sorted((Path(__file__).resolve().parent.parent / ".github/workflows").glob("*.yml"))


def test_every_action_is_pinned_to_a_full_commit_hash() -> None:
    uses = [line for path in WORKFLOWS for line in re.findall(r"uses: (\S+)", path.read_text())]
    assert uses
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action) for action in uses)


def test_a_pull_request_gets_no_secrets_and_deploys_nothing() -> None:
    for path in WORKFLOWS:
        text = path.read_text()
        workflow = yaml.load(text, Loader=yaml.BaseLoader)
        assert "pull_request_target" not in workflow["on"]
        assert workflow["permissions"] == {"contents": "read"}
        deploying = [job for job in workflow["jobs"].values() if "environment" in job]
        assert all(job["if"] == "github.event_name == 'push'" for job in deploying)
        assert "secrets." not in text
        assert not re.search(r"run:.*\$\{\{", text)


def test_only_the_deploying_job_may_write_pages() -> None:
    allowed = []
    for path in WORKFLOWS:
        jobs = yaml.load(path.read_text(), Loader=yaml.BaseLoader)["jobs"]
        allowed += [(path.name, name) for name, job in jobs.items() if "permissions" in job]
    assert allowed == [("site.yml", "deploy")]


def test_nothing_unsafe_is_found_in_the_workflows() -> None:
    command = [
        str(Path(sys.executable).with_name("zizmor")),
        "--offline",
        "--persona=auditor",
        "--no-progress",
    ]
    done = subprocess.run([*command, str(WORKFLOWS[0].parent)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_summary_is_made_of_commands_that_there_are() -> None:
    makefile = (WORKFLOWS[0].parents[2] / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    for path in WORKFLOWS:
        named = re.findall(r"make (?:-s )?([a-z]+)", path.read_text(encoding="utf-8"))
        assert named and set(named) <= targets
