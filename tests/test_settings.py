"""A newsroom's own settings and pages go before the generator's; what is the generator's is not bent."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from newsroom import ROOT, build

from explainer import places
from explainer.errors import ContentError
from explainer.places import as_typed
from settings import handwritten, overrides

SETTINGS = """\
nav:
  - Home: index.md
  - How we work: method.md
  - More: [{Jobs: jobs.md}, {Elsewhere: "https://example.org/"}, quotes.md]
extra: {show_proposed: false}
"""


def test_a_newsrooms_own_page_takes_the_place_of_the_generators(tmp_path: Path) -> None:
    assert handwritten(tmp_path / "content") == [ROOT / "docs/method.md"]
    (tmp_path / "docs").mkdir()
    for name in ("method.md", "jobs.md"):
        (tmp_path / "docs" / name).write_text("# Ours\n", encoding="utf-8")
    assert handwritten(tmp_path / "content") == [tmp_path / "docs/jobs.md", tmp_path / "docs/method.md"]


@pytest.fixture
def ferries(tmp_path: Path) -> Path:
    """A newsroom in a folder of its own, with pages, an asset and settings of its own."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.yml").write_text("title: Ferries\n", encoding="utf-8")
    (tmp_path / "docs/assets").mkdir(parents=True)
    (tmp_path / "docs/method.md").write_text("# How we work\n\nWith care.\n", encoding="utf-8")
    (tmp_path / "docs/jobs.md").write_text("# Jobs\n\nSee [method](method.md).\n", encoding="utf-8")
    (tmp_path / "docs/assets/favicon.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def test_the_site_shows_a_newsrooms_pages_navigation_and_the_generators_assets(ferries: Path) -> None:
    done = build(ferries / "content", ferries / "site", "--no-extract")
    assert done.returncode == 0, done.stderr
    assert "With care." in (ferries / "site/method/index.html").read_text(encoding="utf-8")
    assert (ferries / "site/assets/favicon.svg").stat().st_size < 50
    assert (ferries / "site/assets/page.css").read_bytes() == (ROOT / "docs/assets/page.css").read_bytes()


def test_what_is_wrong_with_an_asset_is_told_with_all_else(ferries: Path) -> None:
    (ferries / "docs/assets/live.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')
    (ferries / "content/terms").mkdir()
    (ferries / "content/terms/pier.yml").write_text("term: Pier\n", encoding="utf-8")
    command = [sys.executable, str(ROOT / "scripts/check.py"), "--content", str(ferries / "content")]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    built = build(ferries / "content", ferries / "site", "--no-extract")
    for told in (checked.stdout, built.stderr):
        assert told.count("live.svg:1:1: <script> is not allowed in SVG") == 1
        assert told.count("pier.yml:1:1: definition: is missing") == 1
    (ferries / "docs/assets/live.svg").unlink()
    (ferries / "content/terms/pier.yml").unlink()
    assert build(ferries / "content", ferries / "site", "--no-extract").returncode == 0


def test_after_an_edit_no_parser_is_loaded_nor_mkdocs(ferries: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    term = ferries / "content/terms/pier.yml"
    term.parent.mkdir()
    (ferries / "content/words.yml").write_text("pages:\n  checks: Fact checks\n", encoding="utf-8")
    for number in ("first", "second"):
        time.sleep(0.1)  # what was saved just now is not sure to be the same
        term.write_text(f"term: Pier\ndefinition: Where a ferry lands, in its {number} sense.\n")
        done = build(ferries / "content", ferries / "site", "--no-extract")
        assert done.returncode == 0, done.stderr
        monkeypatch.setenv("PYTHONPROFILEIMPORTTIME", "1")
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert loaded >= {"jinja2", "explainer.strict_yaml.plain"}
    assert not loaded & {
        "yaml",
        "lxml.etree",
        "pathspec",
        "mkdocs",
        "explainer.contents.messages",
        "PIL.Image",
    }


def test_a_page_misspelled_in_the_navigation_stops_the_build(ferries: Path) -> None:
    (ferries / "mkdocs.yml").write_text("nav: [index.md, {Jobs: jobs.md}, qoutes.md]\n", encoding="utf-8")
    done = build(ferries / "content", ferries / "site", "--no-extract")
    assert done.returncode == 1 and "'qoutes.md' is included in the 'nav'" in done.stderr


def test_an_export_takes_a_newsrooms_pages_navigation_and_the_generators_assets(ferries: Path) -> None:
    export = [sys.executable, str(ROOT / "scripts/export.py"), "--content", str(ferries / "content")]
    done = subprocess.run(export, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    docs = ferries / "export/docs"
    assert "With care." in (docs / "method/index.md").read_text(encoding="utf-8")
    assert "[method](../method/index.md)" in (docs / "jobs/index.md").read_text(encoding="utf-8")
    assert (docs / "assets/favicon.svg").stat().st_size < 50 and (docs / "assets/page.css").is_file()
    nav = yaml.safe_load((ferries / "export/mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    assert nav[2] == {
        "More": [{"Jobs": "jobs/index.md"}, {"Elsewhere": "https://example.org/"}, "quotes/index.md"]
    }


@pytest.mark.parametrize("name", ["theme", "hooks", "site_url", "docs_dir"])
def test_a_setting_that_is_not_a_newsrooms_is_refused_by_name(tmp_path: Path, name: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"{name}: x\n", encoding="utf-8")
    with pytest.raises(ContentError, match=f"{name}: is the generator's; here a newsroom sets nav"):
        overrides(tmp_path / "content")


def test_settings_that_are_no_yaml_are_told_with_their_file(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("nav: [\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"mkdocs\.yml.*is not valid YAML"):
        overrides(tmp_path / "content")


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ("run `make site`.", "run `explainer build`."),
        ('`make article URL="…"` saves it', '`explainer article --url "…"` saves it'),
        ('make extract ARGS="--take ours petro-x"', "explainer extract --take ours petro-x"),
        ("make changes FROM=v1.2 TO=v1.3", "explainer changes --from v1.2 --to v1.3"),
        ("make up your mind, make newsletters", "make up your mind, make newsletters"),
    ],
)
def test_where_it_is_installed_commands_are_told_as_they_are_typed_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, typed: str
) -> None:
    assert as_typed(words) == words
    monkeypatch.setattr(places, "GENERATOR", tmp_path)
    assert as_typed(words) == typed
