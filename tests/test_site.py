"""The whole path, from articles to pages, on real articles."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from newsroom import ROOT, build, needs_the_first_site
from playwright.sync_api import Browser

from atomic.marker import mark
from explainer.records.address import INDEXES
from explainer.records.model import RECORD_TYPES

PAGES = tuple(index.path.strip("/") for index in INDEXES if index.path)


def data(site: Path, kind: str) -> list[dict[str, Any]]:
    return json.loads((site / f"data/{kind}.json").read_text(encoding="utf-8"))


def test_the_first_article_alone_yields_every_quote_with_its_speaker(bare_site: Path) -> None:
    names = {person["id"]: person["name"] for person in data(bare_site, "people")}
    quotes = data(bare_site, "quotes")
    sentences = [quote for quote in quotes if quote["kind"] in ("direct", "continuation")]
    assert Counter(names[quote["speaker"]] for quote in sentences) == {"Gustavo Petro": 9, "Maria Velez": 2}
    others = [(quote["exact"].strip(","), quote["kind"]) for quote in quotes if quote not in sentences]
    assert [exact for exact, _ in others] == ["friendly", "friendly"]
    assert {kind for _, kind in others} <= {"scare", "fragment"}


def test_the_first_article_alone_yields_both_figures_with_qualifier_and_period(bare_site: Path) -> None:
    figures = {figure["value"]: figure for figure in data(bare_site, "figures")}
    aid, trade = figures[12_000_000_000], figures[32_000_000_000]
    assert (trade["unit"], trade["qualifier"], trade["period"]["kind"]) == ("USD", "about", "per-year")
    assert (aid["unit"], aid["qualifier"]) == ("USD", "over")
    assert (aid["period"]["kind"], aid["period"]["start"]) == ("since", "2000")


def test_the_first_article_alone_yields_five_issues_each_with_passages(bare_site: Path) -> None:
    issues = {issue["id"]: issue for issue in data(bare_site, "issues")}
    assert set(issues) == {"drug-policy", "climate", "migration", "trade", "regional-politics"}
    assert all(issue["passages"] for issue in issues.values())


@pytest.mark.parametrize("kind", [model.FOLDER for model in RECORD_TYPES])
def test_every_record_of_the_data_leads_to_its_place_on_the_site(built_site: Path, kind: str) -> None:
    for record in data(built_site, kind):
        path, _, anchor = record["url"].partition("#")
        page = (built_site / path / "index.html").read_text(encoding="utf-8")
        assert not anchor or f'id="{anchor}"' in page, record["url"]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_the_plan_exists_and_the_home_page_leads_there(built_site: Path, page: str) -> None:
    assert (built_site / page / "index.html").is_file()
    assert re.search(rf'href="[./]*{page}/', (built_site / "index.html").read_text(encoding="utf-8"))


def test_another_newsrooms_articles_make_a_sensible_site(harbour_site: Path) -> None:
    names = {person["id"]: person["name"] for person in data(harbour_site, "people")}
    speakers = {names[quote["speaker"]] for quote in data(harbour_site, "quotes") if quote.get("speaker")}
    assert {"Ingrid Sollund", "Tomas Arrieta", "Hanne Brekke"} <= speakers
    assert len(data(harbour_site, "sources")) == 3
    values = {figure["value"] for figure in data(harbour_site, "figures")}
    assert {14_000, 48_000_000, 120_000_000} <= values
    assert "transport" in {issue["id"] for issue in data(harbour_site, "issues")}


def test_nothing_of_the_first_site_shows_on_another(harbour_site: Path) -> None:
    for path in harbour_site.rglob("*.html"):
        assert not re.search(r"Colombia|Petro|Trump|Two Capitals", path.read_text(encoding="utf-8")), path


def test_a_built_site_asks_nobody_else_for_anything(built_site: Path) -> None:
    for path in built_site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        for loaded in re.findall(r"<(?:script|img|iframe|source)[^>]*\ssrc=[\"']?(https?:[^\"'>\s]*)", text):
            raise AssertionError(f"{path} loads {loaded}")
        for tag in re.findall(r"<link [^>]*>", text):
            if re.search(r"stylesheet|preload|preconnect|icon", tag):
                assert "http" not in tag, f"{path}: {tag}"


BACKWARDS = """
import os, time
_list, _scan, _time = os.listdir, os.scandir, time.time
class _Backwards:
    def __init__(self, found): self.found, self.rest = found, list(found)
    def __iter__(self): return self
    def __next__(self):
        if not self.rest: raise StopIteration
        return self.rest.pop()
    def __enter__(self): return self
    def __exit__(self, *_): self.found.close()
    def close(self): self.found.close()
if os.environ.get("ORDER") == "backwards":
    os.listdir = lambda path=".": _list(path)[::-1]
    os.scandir = lambda path=".": _Backwards(_scan(path))
if os.environ.get("DAY") == "later":
    time.time = lambda: _time() + 40 * 86400
"""
"""A machine that lists files the other way round, or whose day is another."""
ENVIRONMENTS = {
    "plain": {},
    "time zone": {"TZ": "Pacific/Kiritimati"},
    "locale": {"LC_ALL": "C", "LANG": "tr_TR.UTF-8"},
    "hash seed": {"PYTHONHASHSEED": "7"},
    "a path with spaces, far down": {},
    "file order": {"ORDER": "backwards"},
    "day": {"DAY": "later"},
    "umask": {"UMASK": "077"},
}


def built_in(place: Path, settings: dict[str, str]) -> dict[Path, bytes]:
    """Build the harbor's site in an environment and return all that came out, content included."""
    shutil.copytree(ROOT / "tests/sites/harbour", place / "content")
    (place / "machine").mkdir()
    (place / "machine/sitecustomize.py").write_text(BACKWARDS)
    command = [sys.executable, str(ROOT / "scripts/build.py")]
    command += ["--content", str(place / "content"), "--site", str(place / "site")]
    environment = {**os.environ, "PYTHONPATH": str(place / "machine"), **settings}
    umask = int(settings.get("UMASK", "022"), 8)
    subprocess.run(command, check=True, env=environment, capture_output=True, cwd=place, umask=umask)
    found = (path for folder in ("content", "site") for path in (place / folder).rglob("*"))
    return {
        path.relative_to(place): path.read_bytes()
        for path in found
        if path.is_file() and path.suffix != ".lock"
    }


def test_the_same_content_gives_the_same_bytes_in_eight_environments(tmp_path: Path) -> None:
    results = {name: built_in(tmp_path / name, settings) for name, settings in ENVIRONMENTS.items()}
    plain = results.pop("plain")
    for name, result in results.items():
        assert result.keys() == plain.keys(), name
        assert [str(path) for path in plain if plain[path] != result[path]] == [], name


def test_a_fault_in_content_leaves_the_old_site_and_shows_no_traceback(tmp_path: Path) -> None:
    needs_the_first_site()
    shutil.copytree(ROOT / "content", tmp_path / "content")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("old")
    mark(tmp_path / "site")
    quote = next((tmp_path / "content/quotes").glob("*.yml"))
    quote.write_text(quote.read_text(encoding="utf-8") + "sed_on: 2024-13-01\n", encoding="utf-8")
    result = build(tmp_path / "content", tmp_path / "site")
    assert result.returncode == 1
    assert f"{quote.name}:" in result.stderr and "said_on" in result.stderr
    assert "Traceback" not in result.stderr
    assert (tmp_path / "site/index.html").read_text() == "old"


def test_pages_open_in_a_browser_without_an_error_or_a_foreign_request(
    browser: Browser, served: str, built_site: Path
) -> None:
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: None if request.url.startswith(served) else faults.append(request.url))
    quote, person = data(built_site, "quotes")[0], data(built_site, "people")[0]
    for path in (
        "",
        *(f"{name}/" for name in PAGES),
        quote["url"],
        person["url"],
        "issues/drug-policy/",
        "404.html",
    ):
        page.goto(f"{served}{path}", wait_until="load")
        assert page.title()
    context.close()
    assert faults == []


def test_the_data_does_not_republish_an_article_of_which_only_excerpts_may_be_shown(built_site: Path) -> None:
    published = (built_site / "data/issues.json").read_text(encoding="utf-8")
    article = next((ROOT / "content/sources").glob("*.txt")).read_text(encoding="utf-8")
    paragraphs = [line for line in article.splitlines() if len(line.split()) > 40]
    assert paragraphs and not any(line in published for line in paragraphs)


def test_the_shipped_content_is_what_this_code_extracts(tmp_path: Path) -> None:
    needs_the_first_site()
    content = Path(shutil.copytree(ROOT / "content", tmp_path / "content"))
    before = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    command = [sys.executable, str(ROOT / "scripts/extract.py"), "--content", str(content)]
    subprocess.run(command, check=True, capture_output=True)
    changed = [path.name for path, text in before.items() if path.read_bytes() != text]
    assert changed == [], "run `make extract` and commit content/.extracted/ with the change to extraction"
