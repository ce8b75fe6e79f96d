"""Search in a real browser: what readers type, and what stands among the first three results."""

import hashlib
import re
from pathlib import Path

import pytest
import yaml
from newsroom import ROOT
from playwright.sync_api import Page, expect

QUERIES = yaml.safe_load((Path(__file__).parent / "queries.yml").read_text(encoding="utf-8"))
MISSES = 1 / 15
"""The share of the queries that may fail: 56 of 60 is what search promises."""
FIRST_SEARCH = 60 * 1024
_ASK = """async (queries) => {
  const { find, opened, reach } = await import("./assets/finding.js");
  const search = await opened(new URL("./", location.href));
  const found = [];
  for (const query of queries) {
    await reach(search, query);
    found.push(find(search, query).hits.slice(0, 3).map((hit) => hit.url));
  }
  return found;
}"""


def test_queries_find_the_right_record_among_the_first_three(page: Page, served: str) -> None:
    assert len(QUERIES) >= 120
    page.goto(served)
    found = page.evaluate(_ASK, [query for query, _ in QUERIES])
    missed = [
        query
        for (query, wanted), urls in zip(QUERIES, found, strict=True)
        if not any(re.match(f"(?:{wanted})", url) for url in urls)
    ]
    assert len(missed) <= MISSES * len(QUERIES), missed


def test_a_typing_error_is_asked_about(page: Page, served: str) -> None:
    page.goto(f"{served}search/?q=Pertro")
    expect(page.locator(".advice button")).to_have_text(re.compile("petro", re.IGNORECASE))
    page.locator(".advice button").click()
    expect(page.get_by_role("searchbox")).to_have_value(re.compile("petro", re.IGNORECASE))


def test_a_result_shows_the_words_that_were_found(page: Page, served: str) -> None:
    page.goto(f"{served}search/?q=rainforest")
    expect(page.locator(".snippet mark").first).to_have_text(re.compile("rainforest", re.IGNORECASE))


def test_a_slash_opens_search_but_not_while_one_types(page: Page, served: str) -> None:
    page.goto(served)
    page.keyboard.press("/")
    box = page.get_by_role("searchbox")
    expect(box).to_be_focused()
    page.keyboard.type("1/2")
    expect(box).to_have_value("1/2")


def test_the_library_is_the_one_that_was_vendored() -> None:
    folder = ROOT / "docs/assets/vendor"
    for line in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        digest, name = line.split()
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest, name


@pytest.fixture
def asked(page: Page) -> list[tuple[str, int]]:
    """Addresses and sizes of what the page loads, compressed as servers do."""
    import gzip

    loaded: list[tuple[str, int]] = []
    page.on("response", lambda answer: loaded.append((answer.url, len(gzip.compress(answer.body())))))
    return loaded


def test_a_first_search_loads_little(page: Page, served: str, asked: list[tuple[str, int]]) -> None:
    page.goto(served)
    page.wait_for_load_state("networkidle")
    asked.clear()
    page.keyboard.press("/")
    page.get_by_role("searchbox").fill("coca")
    page.wait_for_selector(".hits a")
    assert sum(size for _, size in asked) <= FIRST_SEARCH, asked
