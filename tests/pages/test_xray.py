"""The strip of an article shows each stretch once, what was made of it, and how much was not examined."""

import pytest
import toys
from lxml import html
from toys import WATER_TEXT

from explainer.charts.xray import xray
from explainer.library.library import Library

Trees = dict[str, html.HtmlElement]


def test_each_stretch_lies_where_its_words_stand_and_leads_to_their_record(waterworks: Library) -> None:
    strip = xray(waterworks.sources["gazette"], waterworks, base="sources/gazette/")
    assert strip
    links = html.fromstring(strip.svg).xpath("//a")
    assert [link.get("href") for link in links] == [
        "../../checks/met-monday/", "../../quotes/roe-pipes/", "../../quotes/roe-small/",
        "../../figures/repairs/",
    ]  # fmt: skip
    places = [float(link.xpath("./rect/@x")[0]) for link in links]
    wanted = [WATER_TEXT.index(words) for words in ("The council", "The old pipes", "small", "about $3")]
    assert places == pytest.approx([1000 * place / len(WATER_TEXT) for place in wanted], abs=0.1)


def test_what_was_not_examined_is_said_last_and_the_shares_make_up_the_text(waterworks: Library) -> None:
    strip = xray(waterworks.sources["gazette"], waterworks, base="")
    assert strip and strip.legend[-1][:2] == ("none", "Not examined")
    assert {name for name, _, _ in strip.legend} == {"none", "quote", "differs", "figure"}
    assert 97 <= sum(share for _, _, share in strip.legend) <= 103


def test_a_source_without_a_text_has_no_strip() -> None:
    shelf = toys.waterworks()
    assert xray(shelf.sources["audit"], shelf, base="") is None


def test_the_home_page_and_the_sources_page_show_the_strip_of_the_one_article(trees: Trees) -> None:
    for path in ("", "sources/gazette/"):
        assert trees[path].xpath("//*[local-name() = 'svg' and @class = 'xray']"), path


def test_the_ledger_names_silence_questions_and_claims_not_settled(trees: Trees) -> None:
    words = " ".join(trees["ledger/"].text_content().split())
    assert "Who is not quoted Water Ben Poe" in words and "Who pays?" in words
    assert "Every claim that was looked into could be settled." in words
