"""On a phone the sources of an issue stand within ten screens, also where a newsroom writes at length."""

import shutil
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from newsroom import ROOT, build, needs_the_first_site, serve
from playwright.sync_api import Browser, Page

PHONE = {"width": 375, "height": 812}
MOST = 10
_SCREENS = "() => document.getElementById('sources').getBoundingClientRect().top / innerHeight"


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A phone's page, without JavaScript: nothing is folded by a script."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    yield context.new_page()
    context.close()


def screens(phone: Page, address: str, site: Path) -> dict[str, float]:
    """Return on which screen of the phone each issue's sources begin."""
    found = {}
    for page in sorted((site / "issues").glob("*/index.html")):
        phone.goto(f"{address}issues/{page.parent.name}/")
        found[page.parent.name] = phone.evaluate(_SCREENS)
    return found


def test_the_sources_of_an_issue_stand_within_ten_screens(phone: Page, served: str, built_site: Path) -> None:
    found = screens(phone, served, built_site)
    assert found and max(found.values()) <= MOST, found


def test_so_they_do_where_everything_is_written_at_twice_the_length(phone: Page, tmp_path: Path) -> None:
    needs_the_first_site()
    content = shutil.copytree(ROOT / "content", tmp_path / "content")
    _edit(content / "issues", _longer_issue)
    _edit(content / "events", lambda event: _twice(event, "detail", "reply"))
    _edit(content / "positions", lambda position: _twice(position, "text"))
    site = tmp_path / "site"
    result = build(content, site, "--no-extract")
    assert result.returncode == 0, result.stderr
    for address in serve(site):
        found = screens(phone, address, site)
        assert found and max(found.values()) <= MOST, found


def _edit(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    for path in folder.glob("*.yml"):
        record = yaml.safe_load(path.read_text(encoding="utf-8"))
        change(record)
        path.write_text(yaml.safe_dump(record, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _twice(record: dict[str, Any], *fields: str) -> None:
    for field in fields:
        if field in record:
            record[field] = " ".join([record[field].strip()] * 2)


def _longer_issue(issue: dict[str, Any]) -> None:
    for point in issue["key_points"]:
        _twice(point, "text")
    issue["key_points"] += deepcopy(issue["key_points"])
    issue["open_questions"] = [f"{question} {question}" for question in issue["open_questions"]] * 2
