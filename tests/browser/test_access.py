"""Everyone can read every page: at any width, in both schemes, without scripts, by keyboard, on paper."""

from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

WIDTHS = (320, 768)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1280])
def test_axe_finds_nothing_on_any_kind_of_page(
    browser: Browser, served: str, kinds: dict[str, str], scheme: Literal["light", "dark"], width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        bypass_csp=True,
        reduced_motion="reduce",
    )
    page = context.new_page()
    found = {}
    for kind, path in kinds.items():
        page.goto(served + path)
        for details in page.query_selector_all("details"):
            details.evaluate("element => { element.open = true }")
        violations = Axe().run(page).response["violations"]
        found[kind] = [(rule["id"], rule["nodes"][0]["html"][:120]) for rule in violations]
    context.close()
    assert {kind: rules for kind, rules in found.items() if rules} == {}


def test_no_page_is_wider_than_its_window(page: Page, served: str, kinds: dict[str, str]) -> None:
    wide = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for kind, path in kinds.items():
            page.goto(served + path)
            page.evaluate("document.querySelectorAll('details').forEach(folded => { folded.open = true })")
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append((kind, width))
    assert wide == []


@pytest.mark.parametrize("width", [320, 640, 768, 1024, 1280])
def test_the_name_of_the_site_never_runs_into_the_sections(page: Page, served: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(served)
    name, sections = page.locator(".masthead .title"), page.locator(".sections a").first
    one, two = name.bounding_box(), sections.bounding_box()
    assert one and two
    assert one["x"] + one["width"] <= two["x"] or one["y"] + one["height"] <= two["y"]


@pytest.fixture
def scriptless(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_without_scripts_every_record_is_two_links_from_the_quotes_page(
    scriptless: Page, served: str, kinds: dict[str, str]
) -> None:
    scriptless.goto(served + "quotes/")
    assert not scriptless.locator(".filter").is_visible()
    for filtered in ("By person", "By issue", "By kind"):
        assert scriptless.locator(".jump p", has_text=filtered).locator("a").count() > 0
    scriptless.locator(".jump p", has_text="By kind").locator("a").first.click()
    expect(scriptless.locator("[data-quote]").first).to_be_visible()


def test_without_scripts_search_leads_to_the_lists(scriptless: Page, served: str) -> None:
    scriptless.goto(served)
    scriptless.get_by_role("link", name="Search").first.click()
    assert scriptless.get_by_role("link", name="Quotes").count() >= 2


def test_without_scripts_no_control_is_dead(scriptless: Page, served: str, kinds: dict[str, str]) -> None:
    for kind, path in kinds.items():
        scriptless.goto(served + path)
        assert scriptless.locator("button:visible, select:visible, input:visible").count() == 0, kind


def test_the_keyboard_goes_first_to_the_text_then_through_the_header(page: Page, served: str) -> None:
    page.goto(served)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the text"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"


def test_every_link_and_control_shows_where_the_focus_is(
    page: Page, served: str, kinds: dict[str, str]
) -> None:
    page.goto(served + kinds["one of issues"])
    for _ in range(40):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", page.evaluate("document.activeElement.outerHTML")


def test_a_term_is_explained_on_focus_and_put_away_by_escape(page: Page, served: str) -> None:
    page.goto(served + "timeline/")
    term = page.locator(".term > a").first
    tip = page.locator(".term .tip").first
    assert not tip.is_visible()
    term.focus()
    assert tip.is_visible()
    page.keyboard.press("Escape")
    assert not tip.is_visible()


def test_on_paper_there_is_text_and_nothing_to_click(page: Page, served: str, kinds: dict[str, str]) -> None:
    page.goto(served + kinds["one of issues"])
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator("h1").is_visible()
    assert not page.locator(".sections").is_visible() and not page.locator(".tools").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_on_paper_an_event_is_told_once_and_folded_figures_are_told(
    page: Page, served: str, kinds: dict[str, str]
) -> None:
    page.goto(served + kinds["one of issues"])
    page.emulate_media(media="print")
    dates = page.locator("section[aria-labelledby=now] .timeline > li:visible .label").all_inner_texts()
    assert len(dates) == len(set(dates)) > 2
    assert page.locator(".chart-data td").first.is_visible() and not page.locator("#bibtex").is_visible()
