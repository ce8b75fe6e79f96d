"""The site's folder is replaced as a whole, and only by a whole one."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from atomic.staging import Busy, Foreign, refuse_foreign, staged, swap
from command import shows_proposed

SCRIPTS = Path(__file__).resolve().parent.parent / "scripts"


def write(site: Path, **pages: str) -> Path:
    for name, body in pages.items():
        path = site / name.replace("__", "/") / "index.html" if name != "home" else site / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<!doctype html><html><body>{body}</body></html>", encoding="utf-8")
    return site


def test_the_new_site_takes_the_place_of_the_old(tmp_path: Path) -> None:
    site = write(tmp_path / "site", home="old", gone="old")
    with staged(site) as staging:
        write(staging, home="new")
    assert "new" in (site / "index.html").read_text()
    assert not (site / "gone").exists()
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["site"]


def test_a_failed_build_leaves_the_old_site_whole(tmp_path: Path) -> None:
    site = write(tmp_path / "site", home="old")
    with pytest.raises(ZeroDivisionError), staged(site) as staging:
        write(staging, home="half")
        raise ZeroDivisionError
    assert "old" in (site / "index.html").read_text()
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["site"]


def test_the_first_build_needs_no_old_site(tmp_path: Path) -> None:
    with staged(tmp_path / "out/site") as staging:
        write(staging, home="new")
    assert (tmp_path / "out/site/index.html").is_file()


def test_a_folder_of_somebody_elses_is_never_replaced(tmp_path: Path) -> None:
    refuse_foreign(tmp_path / "new")
    (tmp_path / "empty").mkdir()
    refuse_foreign(tmp_path / "empty")
    (tmp_path / "content/quotes").mkdir(parents=True)
    (tmp_path / "thesis.txt").write_text("years of work")
    for foreign in (tmp_path / "content", tmp_path / "thesis.txt", tmp_path):
        with pytest.raises(Foreign, match="name a folder"):
            refuse_foreign(foreign)


@pytest.mark.parametrize("command", ["build.py --no-extract --site", "export.py --out"])
def test_the_commands_leave_a_foreign_folder_alone(tmp_path: Path, command: str) -> None:
    (tmp_path / "thesis.txt").write_text("years of work")
    script, *options = command.split()
    content = SCRIPTS.parent / "tests/sites/complete"
    run = [sys.executable, str(SCRIPTS / script), "--content", str(content), *options, str(tmp_path)]
    result = subprocess.run(run, capture_output=True, text=True, check=False)
    assert result.returncode == 1 and "name a folder that is new or empty" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


@pytest.mark.parametrize(
    ("settings", "shown"),
    [
        ("extra: {show_proposed: false}", False),
        ("extra: {show_proposed: true}", True),
        ("site_name: a", True),
        ("extra:", True),
    ],
)
def test_the_setting_for_proposed_records_counts_in_every_command(
    tmp_path: Path, settings: str, shown: bool
) -> None:
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    assert shows_proposed(tmp_path) is shown


def test_two_builds_of_one_site_do_not_run_at_once(tmp_path: Path) -> None:
    with staged(tmp_path / "site"), pytest.raises(Busy, match=str(os.getpid())), staged(tmp_path / "site"):
        pass


def test_a_swap_without_atomic_exchange_is_mended_after_a_kill_in_between(tmp_path: Path) -> None:
    site = write(tmp_path / "site", home="old")
    site.rename(tmp_path / ".site.last")
    write(tmp_path / ".site.next", home="half")
    with staged(site):
        assert "old" in (site / "index.html").read_text()
    assert not (tmp_path / ".site.last").exists()


def test_a_swap_loses_neither_side(tmp_path: Path) -> None:
    one, other = write(tmp_path / "one", home="1"), write(tmp_path / "other", home="2")
    swap(one, other)
    assert "2" in (one / "index.html").read_text()
    assert "1" in (other / "index.html").read_text()


_BUILDER = """
import sys
from pathlib import Path
from atomic.staging import staged
site = Path(sys.argv[1])
for number in range(10_000):
    with staged(site) as staging:
        for page in range(20):
            (staging / f"{page}.html").write_text(str(number))
"""


def test_a_killed_build_leaves_a_whole_site_at_any_instant(tmp_path: Path) -> None:
    site, chance = tmp_path / "site", random.Random(1)
    for _ in range(12):
        process = subprocess.Popen(
            [sys.executable, "-c", _BUILDER, str(site)], env={"PYTHONPATH": str(SCRIPTS)}
        )
        while not site.exists():
            time.sleep(0.01)
        time.sleep(0.15 + chance.random() * 0.15)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert len(list(site.iterdir())) == 20
        assert len({path.read_text() for path in site.iterdir()}) == 1
