"""Checks have a home: a list by finding, a page, an address and a card for each."""

import toys
from lxml import html
from toys import WATERWORKS

from explainer.data.embeds import page, record_frame
from explainer.library.library import Library
from explainer.pages import pages
from explainer.pages.page import Page
from explainer.records.model import Check

Trees = dict[str, html.HtmlElement]


def another(finding: str, name: str) -> Check:
    (known,) = (record for record in WATERWORKS if isinstance(record, Check))
    return known.replace(id=name, finding=finding)


def test_what_differs_stands_before_what_is_supported() -> None:
    shelf = toys.waterworks(*WATERWORKS, another("supports", "a-first"), another("not-found", "z-last"))
    body = next(page.body for page in pages(shelf) if page.path == "checks/")
    headings = [heading.text_content() for heading in html.fromstring(body).iter("h2")]
    assert headings == ["Differs", "Not found elsewhere", "Supported"]


def test_a_checks_page_shows_claim_passage_finding_and_what_was_compared(trees: Trees) -> None:
    page = trees["checks/met-monday/"]
    assert page.xpath("string(.//h1)").strip() == "The council met on Monday"
    assert page.xpath("string(.//*[contains(@class, 'kicker')])") == "Differs"
    assert page.xpath("string(.//blockquote//mark)") == "The council met on Monday"
    assert "The audit says Tuesday." in page.text_content()
    assert "../../sources/audit/" in page.xpath(".//ol[@class = 'sources']//a/@href")


def test_every_list_of_checks_leads_to_their_pages(trees: Trees) -> None:
    for path, base in (("checks/", "../"), ("issues/water/", "../../"), ("sources/gazette/", "../../")):
        assert f"{base}checks/met-monday/" in trees[path].xpath(".//a/@href"), path


def test_the_list_can_be_filtered_by_issue_and_finding(trees: Trees) -> None:
    (entry,) = trees["checks/"].xpath(".//*[@class = 'entry']")
    assert (entry.get("data-issue"), entry.get("data-finding")) == ("water", "differs")
    assert trees["checks/"].xpath(".//form[@class = 'filter']//select/@name") == ["issue", "finding"]


def test_a_site_without_checks_says_so() -> None:
    made: dict[str, Page] = {page.path: page for page in pages(toys.library())}
    assert "No claim has been held against other sources yet." in made["checks/"].body


def test_a_check_can_be_embedded_with_its_finding(waterworks: Library) -> None:
    words = html.fromstring(
        page(record_frame(waterworks.checks["met-monday"], waterworks), waterworks)
    ).text_content()
    assert all(part in words for part in ("Differs", "The council met on Monday", "The audit says Tuesday."))
