"""A finger that comes down on a link follows it: on any part of it, and before scripts have run."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

CLAIM = ".check .claim a[href*='checks/'], .check .claim a"
SLOW = 20
"""How many times slower than this machine the phone is."""
_MISSED = """() => [...document.querySelectorAll("main a")].filter((link) => {
    if (!link.checkVisibility()) return false;
    link.scrollIntoView({ block: "center", behavior: "instant" });
    return ![...link.getClientRects()].filter((box) => box.width > 1 && box.height > 1).every((box) => {
        const found = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return found && (link.contains(found) || found.contains(link) && found.closest("a"));
    });
}).map((link) => link.outerHTML)"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A slow phone."""
    context = browser.new_context(viewport={"width": 375, "height": 812}, has_touch=True, is_mobile=True)
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOW})
    yield page
    context.close()


@pytest.mark.parametrize("path", ["checks/", "issues/drug-policy/"])
def test_the_first_tap_on_a_claim_opens_its_check(phone: Page, served: str, path: str) -> None:
    phone.goto(served + path, wait_until="commit")
    link = phone.locator(CLAIM).first
    link.wait_for(state="attached")
    address, x, y = link.evaluate("""link => {
        link.scrollIntoView({ block: "center", behavior: "instant" });
        const box = link.getClientRects()[0];
        return [link.href, box.x + box.width / 2, box.y + box.height / 2];
    }""")
    phone.touchscreen.tap(x, y)
    expect(phone).to_have_url(address)


def test_every_part_of_a_link_leads_where_the_link_leads(
    page: Page, served: str, kinds: dict[str, str]
) -> None:
    page.set_viewport_size({"width": 375, "height": 812})
    missed = {}
    for kind, path in kinds.items():
        page.goto(served + path)
        missed[kind] = page.evaluate(_MISSED)[:3]
    assert {kind: links for kind, links in missed.items() if links} == {}
