"""What the workflows do can be done: their steps are run here, in a clone, by a user who is not root.

Left out is `make lint test`, which this is a part of; `tests/steps.py` runs that too.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from newsroom import ROOT
from steps import Runner, commit, environment, fresh_clone, give_away, steps

SITE = ".github/workflows/site.yml"


class Generator(NamedTuple):
    clone: Path
    python: Path
    home: Path
    commit: str


@pytest.fixture
def room() -> Iterator[Path]:
    """A folder that everybody may enter, as pytest's own is not."""
    with tempfile.TemporaryDirectory(prefix="steps-") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture
def generator(room: Path) -> Generator:
    """A clone of this repository, and a Python in which all is installed but the generator itself."""
    clone, before = fresh_clone(room / "clone")
    give_away(clone)
    return Generator(clone, environment(room / "python", locked=True), room / "home", before)


def test_a_pull_request_is_checked_built_photographed_and_summed_up(generator: Generator) -> None:
    term = generator.clone / "content/terms/tide-table.yml"
    term.write_text("term: Tide table\ndefinition: A list of the hours of high water.\n", encoding="utf-8")
    commit(generator.clone, "Explain tide tables")
    runner = Runner(generator.clone, generator.python, home=generator.home)
    done = [
        step.name
        for step, *_ in runner.follow([*steps(ROOT / SITE, "pull_request")], before=generator.commit)
    ]
    assert len(done) >= 9
    summary = runner.summary.read_text(encoding="utf-8")
    assert "Term added: Tide table" in summary and "## Faults (0)" in summary and "`/glossary/`" in summary
    assert (generator.clone / "screenshots/glossary.png").stat().st_size > 10_000
    assert (generator.clone / "site").stat().st_uid == generator.clone.stat().st_uid


def test_a_newsroom_with_a_repository_of_its_own_is_built_and_published(
    generator: Generator, room: Path
) -> None:
    fork = {
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": f"url.file://{generator.clone}.insteadOf",
        "GIT_CONFIG_VALUE_0": "https://github.com/gazette/explainer",
    }
    desk = room / "desk"
    desk.mkdir()
    outside = Runner(desk, generator.python, home=generator.home, more=fork)
    address = f"git+https://github.com/gazette/explainer@{generator.commit}"
    made = outside.run(
        f'pip install -q --no-deps --no-build-isolation "explainer @ {address}" && explainer new-site ferries'
    )
    assert made.returncode == 0, made.stderr
    folder = desk / "ferries"
    assert f"explainer/.github/workflows/publish.yml@{generator.commit} # v" in (folder / SITE).read_text()
    shutil.copytree(ROOT / "tests/sites/harbour/sources", folder / "content/sources", dirs_exist_ok=True)
    commit_ = _begun(folder)
    runner = Runner(folder, generator.python, home=generator.home, more=fork)
    for _ in runner.follow([*steps(folder / SITE, "push")], before=commit_):
        pass
    assert "Hanne Brekke" in (folder / "site/people/hanne-brekke/index.html").read_text(encoding="utf-8")
    assert (folder / "site/method/index.html").is_file() and (folder / "site/assets/page.css").is_file()
    again = runner.run(
        "explainer pins && git status --porcelain -- requirements.txt requirements.lock .github"
    )
    assert again.returncode == 0 and "??" not in again.stdout and " M" not in again.stdout


def _begun(folder: Path) -> str:
    subprocess.run(["git", "-C", str(folder), "init", "-q", "-b", "main"], check=True)
    return commit(folder, "Begin")
