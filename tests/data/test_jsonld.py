"""What a page tells search engines, read back by a public parser."""

import json
import re
from datetime import UTC, datetime

import extruct
import pytest
from bs4 import BeautifulSoup
from toys import HOSTILE, ferries, figure, library, series

from explainer.library.library import Library
from explainer.pages.head import page_head
from explainer.pages.jsonld import graph
from explainer.records.model import Quote, Source
from explainer.records.site import Site


def read_back(html: str) -> dict[str, dict]:
    page = f"<!doctype html><html><head>{html}</head><body></body></html>"
    (found,) = extruct.extract(page, syntaxes=["json-ld"], uniform=False)["json-ld"]
    assert found["@context"] == "https://schema.org"
    return {node["@type"]: node for node in found["@graph"]}


def head(shelf: Library, path: str, ref: str | None = None) -> str:
    record = shelf.get(ref) if ref else None
    crumbs = [("Quotes", "quotes/")] if ref else []
    return page_head(shelf, path=path, title="A title", description="In short", record=record, crumbs=crumbs)


def test_a_quotation_names_its_words_its_speaker_and_the_article_it_stands_in() -> None:
    node = read_back(head(ferries(), "quotes/boats/", "quote:boats"))["Quotation"]
    assert node["text"] == "We will run every boat by spring"
    assert node["creator"] == {
        "@type": "Person",
        "@id": "https://ferries.example/people/quill/",
        "name": "Ferries",
    }
    assert node["isBasedOn"]["@type"] == "NewsArticle"
    assert node["isBasedOn"]["url"] == "https://gazette.example/a"
    assert node["about"][0]["@id"] == "https://ferries.example/issues/fares/"


def test_an_issue_is_an_article_based_on_the_articles_it_quotes() -> None:
    node = read_back(head(ferries(), "issues/fares/", "issue:fares"))["Article"]
    assert {source["@id"] for source in node["isBasedOn"]} >= {"https://ferries.example/sources/gazette/"}
    assert node["dateModified"] == "2024-04-09"
    assert [comment["datePublished"] for comment in node["correction"]] == ["2024-04-09"]
    assert [person["name"] for person in node["mentions"]] == ["Ferries"]


def test_a_bound_is_never_given_as_the_value() -> None:
    node = read_back(head(ferries(), "figures/cost/", "figure:cost"))["Observation"]
    assert node["minValue"] == 2_000_000 and "value" not in node and "maxValue" not in node
    assert node["measurementQualifier"]["name"] == "over"
    assert node["observationPeriod"] == "2001/.." and node["unitText"] == "USD"


def test_a_range_is_given_by_its_ends_and_a_plain_value_as_itself() -> None:
    span = figure("span", value="3", value_max="5", period={"kind": "per-year"})
    one = series("one", {"2020": "7"})
    shelf = library(span, one)
    observed = read_back(page_head(shelf, path="figures/span/", title="T", description="", record=span))[
        "Observation"
    ]
    assert (observed["minValue"], observed["maxValue"], observed["unitText"]) == (3, 5, "tonnes a year")
    observed = read_back(page_head(shelf, path="figures/one/", title="T", description="", record=one))[
        "Observation"
    ]
    assert (observed["value"], observed["observationDate"]) == (7, "2020")


def test_a_series_is_a_dataset_with_its_csv() -> None:
    node = read_back(head(ferries(), "figures/rides/", "figure:rides"))["Dataset"]
    assert node["distribution"][0]["contentUrl"] == "https://ferries.example/data/charts/figures/rides.csv"
    assert node["temporalCoverage"] == "2019/2021"


@pytest.mark.parametrize(
    ("path", "ref", "kind"),
    [
        ("", None, "WebSite"), ("glossary/", None, "DefinedTermSet"), ("data/", None, "Dataset"),
        ("timeline/", None, "CollectionPage"), ("people/quill/", "person:quill", "Person"),
        ("sources/gazette/", "source:gazette", "NewsArticle"),
    ],
)  # fmt: skip
def test_each_kind_of_page_says_what_it_is(path: str, ref: str | None, kind: str) -> None:
    assert kind in read_back(head(ferries(), path, ref))


def test_terms_stand_in_their_set() -> None:
    node = read_back(head(ferries(), "glossary/"))["DefinedTermSet"]
    assert node["hasDefinedTerm"][0]["@id"] == "https://ferries.example/glossary/#term-knot"


def test_breadcrumbs_lead_from_the_home_page_to_the_page_itself() -> None:
    steps = read_back(head(ferries(), "quotes/boats/", "quote:boats"))["BreadcrumbList"]["itemListElement"]
    assert [step["item"] for step in steps] == [
        "https://ferries.example/", "https://ferries.example/quotes/", "https://ferries.example/quotes/boats/",
    ]  # fmt: skip
    assert "BreadcrumbList" not in read_back(head(ferries(), ""))


def test_no_date_is_invented() -> None:
    quote = Quote(id="q", source="s", exact="words")
    shelf = library(quote, Source(id="s", title="T"), site=Site(), texts={"s": "words"})
    nodes = json.dumps(graph(shelf, path="quotes/q/", title="T", record=quote))
    assert "date" not in nodes.lower()
    assert str(datetime.now(UTC).year) not in page_head(
        shelf, path="quotes/q/", title="T", description="", record=quote
    )


def test_without_an_address_links_are_relative_and_nothing_claims_a_host() -> None:
    quote = Quote(id="q", source="s", exact="words")
    shelf = library(quote, Source(id="s", title="T"), site=Site(), texts={"s": "words"})
    html = page_head(shelf, path="quotes/q/", title="T", description="", record=quote)
    assert read_back(html)["Quotation"]["isBasedOn"]["@id"] == "../../sources/s/"
    assert "og:image" not in html and "oembed" not in html and "og:url" not in html


@pytest.mark.parametrize("kind", ["issue", "quote", "figure", "person", "source"])
def test_hostile_words_cannot_leave_their_place(kind: str) -> None:
    shelf = ferries(HOSTILE)
    record = next(iter(shelf.records[kind].values()))
    html = page_head(shelf, path="quotes/boats/", title=HOSTILE, description=HOSTILE, record=record)
    soup = BeautifulSoup(f"<html><head>{html}</head></html>", "html.parser")
    assert {tag.name for tag in soup.head.find_all(True)} == {"meta", "link", "script"}
    assert not [tag for tag in soup.find_all(True) if any(name.startswith("on") for name in tag.attrs)]
    assert soup.find("meta", property="og:title")["content"] == HOSTILE
    (script,) = soup.find_all("script")
    assert script["type"] == "application/ld+json"
    assert not re.search("[<>&\u2028\u2029]", script.string)
    nodes = json.loads(script.string)["@graph"]
    assert nodes[-1]["itemListElement"][-1]["name"] == HOSTILE


def test_a_page_announces_the_feeds_that_exist_and_its_card() -> None:
    html = head(ferries(), "issues/fares/", "issue:fares")
    soup = BeautifulSoup(html, "html.parser")
    feeds = [link["href"] for link in soup.find_all("link", type="application/atom+xml")]
    assert feeds == ["../../feed.xml", "../../issues/fares/feed.xml"]
    assert (
        soup.find("meta", property="og:image")["content"] == "https://ferries.example/cards/issues/fares.png"
    )
    embed = BeautifulSoup(head(ferries(), "quotes/boats/", "quote:boats"), "html.parser")
    assert embed.find("link", type="application/json+oembed")["href"].endswith("/oembed/quotes/boats.json")
