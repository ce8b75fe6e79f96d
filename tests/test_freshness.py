"""A build with nothing to do does nothing, and never where anything changed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from newsroom import ROOT

NOTHING = "Nothing has changed"


def build(content: Path, site: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts/build.py"), "--content", str(content), "--site", str(site)]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **environment})


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("fresh")
    content = Path(shutil.copytree(ROOT / "tests/sites/harbour", folder / "content"))
    for _ in range(2):  # the first run writes what it extracts
        assert build(content, folder / "site").returncode == 0
    return content, folder / "site"


def test_a_second_build_does_nothing_and_says_so(built: tuple[Path, Path]) -> None:
    home = built[1] / "index.html"
    before = home.stat().st_mtime_ns
    done = build(*built)
    assert done.returncode == 0 and NOTHING in done.stdout
    assert home.stat().st_mtime_ns == before


def test_whatever_changes_is_built(built: tuple[Path, Path]) -> None:
    content, site = built
    article = next((content / "sources").glob("*.txt"))
    text = article.read_text(encoding="utf-8")
    article.write_text(text.replace(".", "!", 1), encoding="utf-8")
    assert NOTHING not in build(content, site).stdout
    (site / "index.html").write_text("spoiled")
    assert NOTHING not in build(content, site).stdout
    assert "spoiled" not in (site / "index.html").read_text(encoding="utf-8")
    assert NOTHING in build(content, site).stdout
    assert (
        NOTHING
        not in build(content, site, GITHUB_REPOSITORY="a/b", GITHUB_SERVER_URL="https://g.example").stdout
    )
    shutil.rmtree(site)
    assert NOTHING not in build(content, site).stdout


def test_a_file_saved_anew_with_the_same_size_is_seen(tmp_path: Path) -> None:
    from atomic.freshness import stamp

    path = tmp_path / "a.yml"
    path.write_text("one")
    before, status = stamp([tmp_path]), path.stat()
    path.write_text("two")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert stamp([tmp_path]) != before, "the time of the last change of a file's entry cannot be set back"
