"""The code with which another site frames a card or a chart."""

import toys
from lxml import html

from explainer.pages import pages
from explainer.pages.page import Page
from explainer.records.site import Site


def made(site: Site) -> dict[str, Page]:
    return {page.path: page for page in pages(toys.ferries(site=site))}


def test_the_code_to_frame_a_quote_can_be_read_and_copied() -> None:
    page = html.fromstring(made(Site(title="F", url="https://f.example/"))["quotes/boats/"].body)
    (code,) = page.xpath("//*[@id = 'embed-code']")
    frame = html.fromstring(code.text_content())
    assert frame.tag == "iframe" and frame.get("src") == "https://f.example/embed/quotes/boats.html"
    assert int(frame.get("height")) > 100
    assert page.xpath("//button[@data-copy = '#embed-code']")


def test_the_chart_of_an_issue_can_be_framed_from_where_it_stands() -> None:
    page = html.fromstring(made(Site(title="F", url="https://f.example/"))["issues/fares/"].body)
    (button,) = page.xpath("//*[@id = 'chart-issue-fares-1']//button[@data-words]")
    frame = html.fromstring(button.get("data-words"))
    assert frame.get("src") == "https://f.example/embed/charts/issue-fares-1.html"


def test_a_site_without_an_address_offers_the_frame_but_no_code() -> None:
    bare = made(Site(title="F"))
    assert not html.fromstring(bare["quotes/boats/"].body).xpath("//*[@id = 'embed-code']")
    for path in ("quotes/boats/", "issues/fares/"):
        assert html.fromstring(bare[path].body).xpath("//a[contains(@href, 'embed/')]")
