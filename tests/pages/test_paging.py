"""No list grows with the archive: a hundred entries a page, each page with an address, none lost or twice."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from toys import library, read_as

from explainer.pages import pages
from explainer.pages.paging import AT_ONCE, MOST, sheets
from explainer.records.model import Figure, Issue, Person, Quote, Source
from explainer.records.parts import KeyPoint


@given(st.integers(0, 1_050))
def test_every_entry_stands_on_one_sheet_in_the_order_given(number: int) -> None:
    made = list(sheets(range(number), "quotes/"))
    assert [entry for sheet in made for entry in sheet.entries] == list(range(number))
    assert all(len(sheet.entries) <= MOST and sheet.total == number for sheet in made)
    assert made[0].path(1) == "quotes/"


@pytest.fixture(scope="module")
def archive() -> dict[str, str]:
    sources = [Source(id=f"s{n}", title=f"Source {n}") for n in range(230)]
    people = [Person(id=f"p{n}", name=f"Person {n}") for n in range(230)]
    quotes = [Quote(id=f"q{n}", source="s0", exact=f"word {n}", speaker=f"p{n % 150}") for n in range(230)]
    quotes = [quote.replace(issues=("fares",)) for quote in quotes]
    figures = [
        read_as(Figure, id=f"f{n}", label=f"Label {n}", value=str(n), unit="boats") for n in range(230)
    ]
    figures = [figure.replace(issues=("fares",)) for figure in figures]
    point = KeyPoint(text="Somebody spoke.", refs=("quote:q7", "figure:f200"))
    issue = Issue(id="fares", title="Fares", question="Who pays?", summary="All do.", key_points=(point,))
    shelf = library(*sources, *people, *quotes, *figures, issue)
    return {page.path: page.body for page in pages(shelf)}


@pytest.mark.parametrize("name", ["quotes", "figures", "people", "sources"])
def test_a_long_list_comes_in_sheets_that_lead_to_all_its_records(archive: dict[str, str], name: str) -> None:
    paths = [f"{name}/", f"{name}/page/2/", f"{name}/page/3/"]
    found: set[str] = set()
    for path in paths:
        tree = html.fromstring(archive[path])
        links = tree.xpath("//section//a/@href | //table//a/@href")
        found |= {link.split("/")[-2] for link in links if re.search(rf"{name}/{name[0]}\d", link)}
        assert tree.xpath("//nav[@class = 'pager']//a[@aria-current]")
    assert found == {f"{name[0]}{n}" for n in range(230)}
    assert f"{name}/page/4/" not in archive


def test_the_page_of_an_issue_shows_so_many_and_leads_to_the_others(archive: dict[str, str]) -> None:
    page = html.fromstring(archive["issues/fares/"])
    assert len(page.xpath("//*[@id = 'words']/..//figure[contains(@class, 'quote')]")) == AT_ONCE
    assert page.xpath("//a[@href = '../../quotes/issue/fares/']/text()") == ["All 230 quotes on this issue"]
    assert len(archive["issues/fares/"].encode()) < 300_000
    listed = [archive[f"quotes/issue/fares/{sheet}"] for sheet in ("", "page/2/", "page/3/")]
    assert len(set(re.findall(r'id="quote-(q\d+)"', "".join(listed)))) == 230
    anchors = set(re.findall(r' id="([^"]+)"', archive["issues/fares/"]))
    assert set(re.findall(r'href="#([^"]+)"', archive["issues/fares/"])) <= anchors


def test_no_list_page_is_large(archive: dict[str, str]) -> None:
    assert max(len(body.encode()) for path, body in archive.items() if "page/" in path) < 300_000


def test_quotes_of_nobody_in_particular_come_last_however_many() -> None:
    quotes = [Quote(id=f"q{n}", source="s0", exact=f"word {n}") for n in range(4)]
    quotes.append(Quote(id="q9", source="s0", exact="ships", speaker="p0"))
    shelf = library(Source(id="s0", title="Source"), Person(id="p0", name="Ann Lee"), *quotes)
    body = next(page.body for page in pages(shelf) if page.path == "quotes/")
    first, last = re.findall(r"<h2[^>]*>(.*?)</h2>", body, re.DOTALL)
    assert "Ann Lee" in first and "Speaker not named" in last
