"""A quotation is checked while the reader looks on, against the passage the site stores."""

import re

import pytest
from playwright.sync_api import Page, Route, expect


@pytest.fixture
def address(page: Page, served: str) -> str:
    """The page of a quote whose source's text is held."""
    records = page.request.get(f"{served}data/quotes.json").json()
    return served + next(record["url"] for record in records if record.get("found"))


def test_the_words_are_found_and_a_receipt_can_be_run_again(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Check this quote now").click()
    result = page.locator(".proof-result")
    expect(result).to_contain_text(re.compile(r"Found: all \d+ characters"))
    expect(result.locator("code")).to_have_text(re.compile("^[0-9a-f]{64}$"))
    page.goto(f"{address}?check=now")
    expect(result).to_contain_text("Found: all")


def test_words_that_were_altered_on_the_way_are_not_found(page: Page, address: str) -> None:
    def alter(route: Route) -> None:
        answer = route.fetch()
        body = re.sub(r'(data-quote="[^"]+"[^>]*>\w+)', r"\1x", answer.text())
        route.fulfill(response=answer, body=body)

    page.route(address, alter)
    page.goto(address)
    page.get_by_role("button", name="Check this quote now").click()
    expect(page.locator(".proof-result")).to_contain_text("Not found")
