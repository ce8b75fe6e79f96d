"""A build that is killed at any moment leaves the site it found or the one it makes, never a mixture.

Four kills of each kind in a test run; KILLS=100 for more.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from newsroom import ROOT, build, published

KILLS = int(os.environ.get("KILLS", "4"))
SITE = ROOT / "tests/sites/complete"
WORDS = "Frost report for the valley", "Frost report for the orchards"
"""What the title of a source is in turn."""


class Newsroom:
    """A content folder in one of two states, and what the site of each is."""

    def __init__(self, folder: Path) -> None:
        self.content = Path(shutil.copytree(SITE, folder / "content"))
        self.site, self.state = folder / "site", 0
        self.chance, self.took = random.Random(KILLS), list[float]()
        """Seconds of a first build, and of one after an edit."""
        self.edit()
        self.sites = list[dict[str, bytes]]()
        for _ in WORDS:
            begun = time.monotonic()
            assert build(self.content, self.site, "--no-extract").returncode == 0
            self.took.append(time.monotonic() - begun)
            self.sites.append(published(self.site))
            self.edit()
        assert self.sites[0] != self.sites[1]

    def edit(self) -> None:
        """Bring the content into its other state."""
        path = self.content / "sources/frost-report.yml"
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        titled = (f"title: {WORDS[self.state]}\n" if line.startswith("title:") else line for line in lines)
        path.write_text("".join(titled), encoding="utf-8")
        self.state = 1 - self.state

    def kill_a_build(self) -> None:
        """Begin a build and kill it, and all that it started, at a random moment of it."""
        command = [sys.executable, str(ROOT / "scripts/build.py"), "--no-extract"]
        command += ["--content", str(self.content), "--site", str(self.site)]
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(command, stdout=quiet, stderr=quiet, start_new_session=True)
        time.sleep(self.chance.random() * self.took[self.site.exists()])
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def forget(self) -> None:
        """Take the site and all that lies beside it away."""
        for path in (self.site, *self.site.parent.glob(".site*")):
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


@pytest.fixture
def newsroom(tmp_path: Path) -> Newsroom:
    return Newsroom(tmp_path)


def kills(newsroom: Newsroom, found: list[dict[str, bytes]], before: Callable[[], None]) -> list[int]:
    """Kill so many builds; return how often each of the sites that may be there was found."""
    counts = [0] * len(found)
    for number in range(KILLS):
        before()
        newsroom.kill_a_build()
        site = published(newsroom.site) if newsroom.site.exists() else {}
        assert site in found, f"kill {number} left a mixture"
        counts[found.index(site)] += 1
    assert build(newsroom.content, newsroom.site, "--no-extract").returncode == 0
    assert published(newsroom.site) == newsroom.sites[1 - newsroom.state]
    print(f"{KILLS} kills: {counts}")
    return counts


def test_a_killed_build_after_an_edit_leaves_the_old_site_or_the_new_one(newsroom: Newsroom) -> None:
    assert sum(kills(newsroom, newsroom.sites, newsroom.edit)) == KILLS


def test_a_killed_first_build_leaves_no_site_or_a_whole_one(newsroom: Newsroom) -> None:
    assert sum(kills(newsroom, [{}, *newsroom.sites], newsroom.forget)) == KILLS
