"""Pages are valid HTML, as html-validate reads the standard: nesting, ids, attributes, roles."""

import json
import subprocess
from pathlib import Path

import pytest
from newsroom import ROOT

VALIDATE = ROOT / "tests/node/node_modules/.bin/html-validate"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """Rules of the HTML standard alone, none of style."""
    path = tmp_path / "rules.json"
    path.write_text(json.dumps({"root": True, "extends": ["html-validate:standard"]}), encoding="utf-8")
    return path


def faults(config: Path, *pages: Path) -> list[str]:
    """Return what is wrong in the pages, with file and line."""
    command = [VALIDATE, "--config", config, "--formatter", "json", *pages]
    result = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    return [
        f"{file['filePath']}:{message['line']}: {message['message']}"
        for file in json.loads(result.stdout)
        for message in file["messages"]
    ]


def test_every_kind_of_page_is_valid(config: Path, built_site: Path, kinds: dict[str, str]) -> None:
    paths = (built_site / path for path in kinds.values())
    pages = [path if path.suffix else path / "index.html" for path in paths]
    assert len(pages) > 20 and not faults(config, *pages)


def test_every_page_of_a_site_with_every_field_is_valid(config: Path, complete_site: Path) -> None:
    pages = sorted(complete_site.rglob("*.html"))
    assert len(pages) > 20 and not faults(config, *pages)


def test_a_page_that_is_not_valid_is_found(config: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><title>T</title><p id="a"><i id="a">x</i></p>', encoding="utf-8")
    assert len(faults(config, page)) == 1
