"""The theme is our own: Material below it is a choice, and MkDocs itself can give way to ProperDocs."""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
from newsroom import ROOT, published

COMPLETE = ROOT / "tests/sites/complete"
ALONE = """
import runpy, socket, sys
from importlib.util import find_spec
def refuse(*_, **__): raise OSError("there is no network here")
socket.getaddrinfo = socket.create_connection = socket.socket.connect = refuse
_, absent, module, *arguments = sys.argv
assert not any(find_spec(name) for name in absent.split()), absent
sys.argv = [module, *arguments]
runpy.run_module(module, run_name="__main__", alter_sys=True)
"""
"""Runs a module in a Python that has no network and, as it makes sure, lacks some packages."""


def project(folder: Path, *, theme: str = "null") -> Path:
    """Copy the project with what its theme stands on: `theme.name` is the one setting."""
    for name in ("docs", "hooks", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(COMPLETE, folder / "content")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert "  name: material" in settings
    settings = settings.replace("  name: material", f"  name: {theme}")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return folder


def run_without(absent: tuple[str, ...], place: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a module on a copy of the project, by a Python that has none of some packages."""
    packages = place.parent / "packages"
    packages.mkdir()
    for entry in Path(sysconfig.get_path("purelib")).iterdir():
        if not entry.name.startswith(absent):
            (packages / entry.name).symlink_to(entry)
    known = (str(packages), str(place / "hooks"), str(place / "scripts"))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(known), "SOURCE_DATE_EPOCH": "0"}
    run = [sys.executable, "-S", "-c", ALONE, " ".join(absent), *command]
    return subprocess.run(run, cwd=place, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("absent", "command"),
    [
        (("material", "mkdocs_material"), ("build", "--no-extract")),
        (("material", "mkdocs"), ("build", "--no-extract")),
        (("material", "mkdocs"), ("properdocs", "build", "--strict", "--config-file", "mkdocs.yml")),
    ],
    ids=["without Material", "by ProperDocs in MkDocs' place", "by ProperDocs alone"],
)
def test_without_a_network_the_site_is_the_same_to_the_last_byte(
    complete_site: Path, tmp_path: Path, absent: tuple[str, ...], command: tuple[str, ...]
) -> None:
    place = project(tmp_path / "project")
    result = run_without(absent, place, *command)
    assert result.returncode == 0, result.stderr
    assert published(place / "site") == published(complete_site)


def test_where_material_is_missing_a_build_says_what_to_write(tmp_path: Path) -> None:
    place = project(tmp_path / "project", theme="material")
    result = run_without(("material", "mkdocs_material"), place, "build", "--no-extract")
    assert result.returncode == 1
    assert "mkdocs.yml: theme.name: write null" in result.stderr and "Traceback" not in result.stderr


def test_mkdocs_lists_no_file_of_material_and_templates_may_include_its_icons(tmp_path: Path) -> None:
    place = project(tmp_path / "project", theme="material")
    page = place / "hooks/theme/404.html"
    icon = '<p class="icon">{% include ".icons/material/anchor.svg" %}</p></article>'
    page.write_text(page.read_text(encoding="utf-8").replace("</article>", icon), encoding="utf-8")
    (place / "hooks/list_files.py").write_text(
        "from pathlib import Path\n"
        "def on_files(files, config):\n"
        "    theirs = [f.src_uri for f in files if 'site-packages' in str(f.abs_src_path)]\n"
        "    assert not theirs, theirs\n"
    )
    settings = place / "mkdocs.yml"
    settings.write_text(
        settings.read_text().replace("hooks:\n", "hooks:\n  - hooks/list_files.py\n"), encoding="utf-8"
    )
    environment = {**os.environ, "PYTHONPATH": f"{place}/hooks{os.pathsep}{place}/scripts"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q"]
    result = subprocess.run(command, cwd=place, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert '<p class="icon"><svg' in (place / "site/404.html").read_text(encoding="utf-8")
