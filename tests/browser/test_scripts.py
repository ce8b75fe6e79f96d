"""What scripts add: search, filters, the choice of colours, copying."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect


def quotes(site: Path) -> list[dict[str, str]]:
    return json.loads((site / "data/quotes.json").read_text(encoding="utf-8"))


def test_filters_work_from_the_keyboard_and_stay_in_the_address(
    page: Page, served: str, built_site: Path
) -> None:
    wanted = quotes(built_site)[0]["kind"]
    expected = [quote["id"] for quote in quotes(built_site) if quote["kind"] == wanted]
    page.goto(served + "quotes/")
    field = page.get_by_label("Kind")
    field.focus()
    for _ in range(10):
        if field.input_value() == wanted:
            break
        page.keyboard.press("ArrowDown")
    spoken = [quote for quote in quotes(built_site) if quote["kind"] != "scare"]
    beside = len(quotes(built_site)) - len(spoken)
    told = f"{len(expected)} of {len(spoken)} shown"
    if wanted == "scare":
        told = f"{beside} set off by the source"
    expect(page.get_by_role("status")).to_have_text(told)
    shown = page.locator("[data-quote]:visible").evaluate_all("all => all.map(e => e.dataset.quote)")
    assert set(shown) == set(expected)
    page.reload()
    assert page.locator("[data-quote]:visible").count() == len(expected)
    page.get_by_role("button", name="Show all").press("Enter")
    expect(page.get_by_role("status")).to_have_text(
        f"All {len(spoken)} shown, {beside} set off by the source" if beside else f"All {len(spoken)} shown"
    )


def test_search_loads_its_index_only_when_it_is_used(page: Page, served: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served)
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "search" in url]
    page.get_by_role("link", name="Search").first.press("Enter")
    expect(page.get_by_role("dialog", name="Search")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if url.endswith("search/index.json")]


@pytest.mark.parametrize("fold", [str, str.upper])
def test_search_finds_a_quote_by_its_words(
    page: Page, served: str, built_site: Path, fold: Callable[[str], str]
) -> None:
    quote = max(quotes(built_site), key=lambda quote: len(quote["exact"]))
    page.goto(served)
    page.get_by_role("link", name="Search").first.click()
    expect(page.get_by_role("dialog", name="Search")).to_be_visible()
    page.keyboard.type(fold(" ".join(quote["exact"].split()[-6:-1])))
    hit = page.locator(".hits a").first
    expect(hit).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{served}quotes/{quote['id']}/")


def test_escape_closes_search_and_gives_the_focus_back(page: Page, served: str) -> None:
    page.goto(served)
    page.get_by_role("link", name="Search").first.press("Enter")
    expect(page.get_by_role("dialog", name="Search")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Search")).to_be_hidden()
    assert "search-link" in page.evaluate("document.activeElement.className")


def test_the_choice_of_colours_outlasts_the_page(page: Page, served: str) -> None:
    page.goto(served)
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(paper)
    page.get_by_role("button", name="Dark colors").press("Enter")
    dark = page.evaluate(paper)
    assert dark != light
    page.goto(served + "quotes/")
    assert page.evaluate(paper) == dark
    expect(page.get_by_role("button", name="Dark colors")).to_have_attribute("aria-pressed", "true")


def test_a_citation_can_be_copied(page: Page, served: str, kinds: dict[str, str]) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(served + kinds["one of quotes"])
    page.get_by_role("button", name="Copy citation").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#citation").inner_text()


def test_no_page_asks_another_origin_or_breaks_its_policy(
    page: Page, served: str, kinds: dict[str, str]
) -> None:
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in kinds.values():
        page.goto(served + path)
    assert {url for url in asked if not url.startswith((served, "data:"))} == set()
    assert said == []


def test_nothing_moves_while_a_page_loads(page: Page, served: str, kinds: dict[str, str]) -> None:
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => { for (const entry of list.getEntries())"
        " window.moved += entry.value }).observe({type: 'layout-shift', buffered: true})"
    )
    for kind, path in {**kinds, "results": "search/?q=coca"}.items():
        page.goto(served + path, wait_until="networkidle")
        assert page.evaluate("window.moved") < 0.001, kind
