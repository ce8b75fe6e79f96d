"""Every value of a chart can be read: by finger, by pointer, by arrow keys, by ear, and without scripts."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

CHARTED = "figures/coca-area-unodc/"


@pytest.fixture
def phone(browser: Browser, served: str) -> Iterator[Page]:
    """The page of a series on a phone."""
    context = browser.new_context(viewport={"width": 375, "height": 812}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(served + CHARTED)
    yield page
    context.close()


def reading(page: Page) -> Locator:
    return page.locator(".chart-reader p")


def test_a_finger_on_the_drawing_reads_the_nearest_value(phone: Page) -> None:
    mark = phone.locator(".chart-narrow .chart-mark", has_text="2016").first
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box
    phone.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + 60)
    expect(reading(phone)).to_have_text(re.compile(r"2016 146,000 hectares"))


def test_arrow_keys_go_from_date_to_date_and_say_what_stands_there(phone: Page) -> None:
    handle = phone.get_by_role("slider", name=re.compile("Values by date"))
    handle.focus()
    phone.keyboard.press("Home")
    expect(handle).to_have_attribute("aria-valuetext", "2011: 64,000 hectares")
    phone.keyboard.press("ArrowRight")
    expect(handle).to_have_attribute("aria-valuetext", "2012: 48,000 hectares")
    phone.keyboard.press("End")
    expect(handle).to_have_attribute("aria-valuetext", re.compile("2024: up to 261,000 hectares"))


def test_no_rule_is_drawn_until_somebody_reads(phone: Page) -> None:
    shown = "rule => getComputedStyle(rule).display"
    rule = phone.locator(".chart-rule").first
    rule.wait_for(state="attached")
    assert rule.evaluate(shown) == "none", "it would stand at the left edge, through the numbers there"
    handle = phone.get_by_role("slider")
    handle.focus()
    phone.keyboard.press("Home")
    assert rule.evaluate(shown) == "inline"


def test_the_handle_stands_under_the_value_that_it_reads(phone: Page) -> None:
    handle = phone.get_by_role("slider")
    handle.focus()
    phone.keyboard.press("Home")
    rule = phone.locator(".chart-rule").bounding_box()
    slider = handle.bounding_box()
    assert rule and slider
    assert abs(rule["x"] - (slider["x"] + 12)) < 2


def test_nothing_moves_when_the_handle_appears(browser: Browser, served: str) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 812})
    page = context.new_page()
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => { for (const e of list.getEntries())"
        " window.shift += e.value }).observe({type: 'layout-shift', buffered: true})"
    )
    page.goto(served + CHARTED, wait_until="networkidle")
    assert page.evaluate("window.shift") < 0.01
    context.close()


def test_without_scripts_the_table_says_what_the_handle_would(browser: Browser, served: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served + CHARTED)
    assert not page.get_by_role("slider").is_visible()
    page.get_by_text("Values as a table, with their sources").click()
    expect(page.get_by_role("row", name=re.compile("2016"))).to_contain_text("146,000 hectares")
    context.close()
