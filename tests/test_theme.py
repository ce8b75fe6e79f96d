"""The theme is our own: Material below it is a choice, and MkDocs itself can give way to ProperDocs."""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

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


def project(folder: Path) -> Path:
    """Copy the project, its theme on nothing: `theme.name: null` is the one setting."""
    for name in ("docs", "hooks", "scripts"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(COMPLETE, folder / "content")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert "  name: material" in settings
    settings = settings.replace("  name: material", "  name: null")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return folder


def run_without(absent: tuple[str, ...], folder: Path, *command: str) -> dict[str, bytes]:
    """Run a module on a copy of the project, by a Python that has none of the packages; return the site."""
    packages = folder / "packages"
    packages.mkdir()
    for entry in Path(sysconfig.get_path("purelib")).iterdir():
        if not entry.name.startswith((*absent, "__editable__")):
            (packages / entry.name).symlink_to(entry)
    place = project(folder / "project")
    known = (str(packages), str(place / "hooks"), str(place / "scripts"))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(known), "SOURCE_DATE_EPOCH": "0"}
    run = [sys.executable, "-S", "-c", ALONE, " ".join(absent), *command]
    result = subprocess.run(run, cwd=place, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return published(place / "site")


def test_without_material_and_without_a_network_the_site_is_the_same_to_the_last_byte(
    complete_site: Path, tmp_path: Path
) -> None:
    site = run_without(("material", "mkdocs_material"), tmp_path, "build", "--no-extract")
    assert site == published(complete_site)


def test_properdocs_builds_the_same_site_without_mkdocs(complete_site: Path, tmp_path: Path) -> None:
    command = ("properdocs", "build", "--strict", "--config-file", "mkdocs.yml")
    assert run_without(("material", "mkdocs"), tmp_path, *command) == published(complete_site)
