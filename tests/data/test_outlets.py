"""Embeds, the search index, the sitemap."""

import json
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup
from lxml import etree
from toys import HOSTILE, ferries, figure, library, made, read_as, series

from explainer.data import discovery, embeds, search
from explainer.data.frames import Heights, heights
from explainer.records.model import Issue, Person, Quote, Source, Term


@pytest.mark.parametrize("words", ["Ferries", HOSTILE], ids=["plain", "hostile"])
def test_an_embedded_card_runs_nothing_and_leads_back(words: str) -> None:
    shelf = ferries(words)
    for path, content in made(embeds, shelf):
        if not path.endswith(".html"):
            continue
        soup = BeautifulSoup(content, "html.parser")
        assert not soup.find_all(["script", "img", "style"]) and not soup.select("[style], [onerror]")
        assert "default-src 'none'" in soup.find("meta", attrs={"http-equiv": True})["content"]
        base = f"https://ferries.example/{path}"
        back = urljoin(base, soup.select_one(".embed-from a")["href"])
        own = base.replace("/embed/", "/").replace(".html", "/")
        whole = "https://ferries.example/issues/fares/#chart-issue-fares-1"
        assert back == (whole if "/charts/" in path else own)
        assert (
            urljoin(base, soup.find_all("link", rel="stylesheet")[-1]["href"])
            == "https://ferries.example/assets/embed.css"
        )


def test_an_embedded_quote_has_its_words_speaker_and_source() -> None:
    shelf = ferries()
    soup = BeautifulSoup(embeds.page(embeds.record_frame(shelf.quotes["boats"], shelf), shelf), "html.parser")
    assert soup.blockquote.get_text(strip=True) == "“We will run every boat by spring”"
    assert (
        soup.select_one(".embed-who").get_text() == "Ferries, as given in Ferries, “Ferries” (2 March 2024)"
    )


def test_a_series_is_attributed_to_the_source_of_the_value_it_is_said_by() -> None:
    points = {"2019": {"value": "1", "source": "old"}, "2020": {"value": "2", "source": "new"}, "2021": None}
    rides = series("rides", points)
    sources = [Source(id=name, title=f"The {name} report", published="2021") for name in ("old", "new")]
    shelf = library(rides, *sources)
    card = BeautifulSoup(embeds.page(embeds.record_frame(rides, shelf), shelf), "html.parser")
    assert card.select_one(".embed-number").get_text() == "2 tonnes in 2020"
    assert card.select_one(".embed-who").get_text() == "“The new report” (2021)"


def test_an_oembed_answer_frames_the_card() -> None:
    found = {
        path: json.loads(content)
        for path, content in made(embeds, ferries(HOSTILE))
        if path.endswith(".json")
    }
    answer = found["oembed/quotes/boats.json"]
    assert answer["type"] == "rich" and answer["version"] == "1.0"
    frame = BeautifulSoup(answer["html"], "html.parser").iframe
    assert frame["src"] == "https://ferries.example/embed/quotes/boats.html"
    assert int(frame["width"]) == answer["width"] and "allow-scripts" not in frame["sandbox"]
    assert f"clamp({answer['height']}px, " in frame["style"]


def test_a_framed_figure_has_its_chart_and_a_chart_of_an_issue_has_a_frame() -> None:
    shelf = ferries()
    found = {path: BeautifulSoup(content, "html.parser") for path, content in made(embeds, shelf)}
    assert len(found["embed/figures/rides.html"].select(".chart-box svg")) == 2
    assert not found["embed/figures/cost.html"].select("svg")
    (chart,) = [page for path, page in found.items() if path.startswith("embed/charts/")]
    assert chart.h1.get_text() and len(chart.select(".chart-box svg")) == 2
    assert chart.select_one(".embed-from a")["href"].endswith("/issues/fares/#chart-issue-fares-1")
    sheets = [link["href"] for link in chart.find_all("link", rel="stylesheet")]
    assert sheets == ["../../assets/charts.css", "../../assets/embed.css"]


def test_a_frame_of_long_words_is_higher_and_higher_still_on_a_phone() -> None:
    def tall(words: str) -> Heights:
        quote = Quote(id="q", source="s", exact=words)
        shelf = library(quote, Source(id="s", title="T"))
        return heights(embeds.record_frame(quote, shelf), "Ferries")

    short, long = tall("every boat"), tall("every boat by spring " * 20)
    assert long.column > short.column and long.phone > long.column


def test_a_site_without_an_address_answers_no_oembed() -> None:
    quote = Quote(id="q", source="s", exact="words")
    assert [path for path, _ in made(embeds, library(quote, Source(id="s", title="T")))] == [
        "embed/quotes/q.html"
    ]


def test_search_finds_a_quote_by_its_words_a_person_by_an_alias_a_figure_by_its_number() -> None:
    shelf = library(
        Source(id="s", title="T"),
        read_as(Person, id="p", name="Ada Quill", aliases=["The Captain"]),
        Quote(id="q", source="s", exact="every boat by spring", speaker="p"),
        figure("f", value="32000000000", unit="USD", qualifier="about"),
    )
    found = {
        kind: (url, f"{title} {text} {names}") for kind, title, url, text, names in search.entries(shelf)
    }
    assert "every boat by spring" in found["quote"][1] and "The Captain" in found["quote"][1]
    assert "The Captain" in found["person"][1]
    for writing in ("about $32 billion", "$32bn", "32000000000", "32,000,000,000", "32 billion"):
        assert writing in found["figure"][1]
    assert found["quote"][0] == "quotes/q/"


def test_search_finds_every_value_of_a_series() -> None:
    numbers = {entry[2]: entry[4] for entry in search.entries(ferries())}["figures/rides/"]
    assert {"10", "30"} <= set(numbers.split())


def test_the_sitemap_dates_a_page_only_by_its_changes() -> None:
    shelf = ferries()
    root = etree.fromstring(discovery.sitemap(shelf).encode())
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    dates = {
        node.findtext("s:loc", namespaces=spaces): node.findtext("s:lastmod", namespaces=spaces)
        for node in root.findall("s:url", spaces)
    }
    assert {place: date for place, date in dates.items() if date} == {
        "https://ferries.example/": "2024-05", "https://ferries.example/issues/fares/": "2024-04-09",
    }  # fmt: skip
    assert "https://ferries.example/quotes/boats/" in dates and len(dates) == len(set(dates))


def test_robots_and_llms_lead_to_what_there_is() -> None:
    found = {path: content.decode() for path, content in discovery.files(ferries())}
    assert "Sitemap: https://ferries.example/sitemap.xml\n" in found["robots.txt"]
    assert "[Ferries](https://ferries.example/issues/fares/)" in found["llms.txt"]
    bare = {path: content.decode() for path, content in discovery.files(library())}
    assert set(bare) == {"robots.txt", "llms.txt"} and "Sitemap" not in bare["robots.txt"]


def test_search_finds_issues_and_terms_by_other_words_for_them() -> None:
    issue = Issue(id="fares", title="Fares", question="Who pays?", summary="All.", also=("tarifas",))
    term = Term(id="pier", term="pier", definition="A place to land.", also=("muelle",))
    found = {entry[2]: entry[4] for entry in search.entries(library(issue, term))}
    assert "tarifas" in found["issues/fares/"] and "muelle" in found["glossary/#term-pier"]
