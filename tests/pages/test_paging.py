"""No list grows with the archive: a hundred entries a page, each page with an address, none lost or twice."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from toys import library

from explainer.pages import pages
from explainer.pages.paging import MOST, sheets
from explainer.records.model import Figure, Person, Quote, Source


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
    figures = [Figure(id=f"f{n}", label=f"Label {n}", value=str(n), unit="boats") for n in range(230)]
    shelf = library(*sources, *people, *quotes, *figures)
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


def test_no_list_page_is_large(archive: dict[str, str]) -> None:
    assert max(len(body.encode()) for path, body in archive.items() if "page/" in path) < 300_000


def test_quotes_of_nobody_in_particular_come_last_however_many() -> None:
    quotes = [Quote(id=f"q{n}", source="s0", exact=f"word {n}") for n in range(4)]
    quotes.append(Quote(id="q9", source="s0", exact="ships", speaker="p0"))
    shelf = library(Source(id="s0", title="Source"), Person(id="p0", name="Ann Lee"), *quotes)
    body = next(page.body for page in pages(shelf) if page.path == "quotes/")
    first, last = re.findall(r"<h2[^>]*>(.*?)</h2>", body, re.DOTALL)
    assert "Ann Lee" in first and "Speaker not named" in last
