"""Every page of the site exists, says where its words come from, and leads onward."""

import posixpath
import re
from itertools import pairwise
from typing import Any
from urllib.parse import unquote

import pytest
import toys
from lxml import html
from toys import WATER_TEXT, WATERWORKS, library

from explainer.library.library import Library
from explainer.pages import pages
from explainer.pages.page import Page
from explainer.records.model import Event, Issue, Person, Quote, Source
from explainer.records.site import Site
from explainer.rendered.tree import look

Trees = dict[str, html.HtmlElement]
INDEXES = (
    "", "issues/", "people/", "quotes/", "figures/", "sources/", "timeline/", "glossary/", "corrections/",
    "about/", "data/", "search/",
)  # fmt: skip


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def section(tree: html.HtmlElement, name: str) -> html.HtmlElement:
    return tree.xpath(f"//section[@aria-labelledby = '{name}']")[0]


def test_every_index_and_every_record_has_its_page(made: dict[str, Page]) -> None:
    own = [f"{r.FOLDER}/{r.id}/" for r in WATERWORKS if isinstance(r, Issue | Person | Quote | Source)]
    assert {*INDEXES, *own, "figures/repairs/"} <= set(made)


def test_no_two_pages_share_an_address(waterworks: Library) -> None:
    paths = [page.path for page in pages(waterworks)]
    assert len(paths) == len(set(paths))


def test_links_between_pages_lead_to_a_page_and_to_an_element_on_it(trees: Trees) -> None:
    for path, tree in trees.items():
        for link in tree.xpath("//a/@href"):
            if re.match(r"[a-z]+:", link):
                continue
            address, _, anchor = link.partition("#")
            target = posixpath.normpath(posixpath.join("/" + path, address)).lstrip("/") if address else path
            target = target and target.rstrip("/") + "/"
            if target.startswith(("method", "data/", "cite/", "embed/")) or target.endswith(
                (".xml/", ".csv/")
            ):
                continue  # hand-written, or a file that data.files makes
            assert target in trees, f"{path} links to {link}"
            assert not anchor or trees[target].xpath("//*[@id = $id]", id=anchor), f"{path} links to {link}"


def test_headings_start_at_one_and_skip_no_level(trees: Trees) -> None:
    for path, tree in trees.items():
        levels = [int(h.tag[1]) for h in tree.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels.count(1) == 1 and levels[0] == 1, path
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels)), path


def test_no_page_uses_an_id_twice(trees: Trees) -> None:
    for path, tree in trees.items():
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), f"{path}: {[i for i in ids if ids.count(i) > 1]}"


def test_bodies_hold_no_style_script_or_handler(trees: Trees) -> None:
    for path, tree in trees.items():
        faults = [fault for fault in look(tree).faults if "content security policy" not in fault]
        assert not faults, path
        assert not tree.xpath("//@style | //style"), path


def test_an_issue_page_keeps_the_order_readers_learn(trees: Trees) -> None:
    headings = [words(h) for h in trees["issues/water/"].iter("h2")]
    assert headings == [
        "Where things stand now", "Key points", "Why", "Where they stand", "By the numbers",
        "In their words", "What other sources say", "Open questions", "Sources", "Terms", "Related issues",
        "How to cite", "Changes",
    ]  # fmt: skip


def test_a_position_shows_its_basis_and_evidence(trees: Trees) -> None:
    cell = trees["issues/water/"].xpath("//*[@id = 'position-roe-water']")[0]
    assert "Quoted, in words that a source gives as theirs" in words(cell)
    assert cell.xpath(".//a[@href = '#quote-roe-pipes']")


def test_the_chips_stand_in_the_order_of_the_sections_they_lead_to(trees: Trees) -> None:
    page = trees["issues/water/"]
    chips = [link.lstrip("#") for link in page.xpath("//nav[@class = 'contents']//a/@href")]
    assert chips == [name for name in page.xpath("//h2/@id") if name in chips]


def test_a_quote_stands_once_on_an_issues_page_and_evidence_leads_to_it(trees: Trees) -> None:
    page = trees["issues/water/"]
    shown = page.xpath("//@data-quote")
    assert "roe-pipes" in shown and len(shown) == len(set(shown))
    assert page.xpath("//*[@id = 'quote-roe-pipes']")


def test_the_latest_events_stand_first_and_the_others_are_folded(trees: Trees) -> None:
    now = section(trees["issues/water/"], "now")
    assert now.xpath("./ol/li/time/@datetime") == ["2025-06-01", "2025-02"]
    many = [
        Event(id=f"e{n}", date=f"20{n:02}", label=f"Year {n}", issues=("water",), sources=("audit",))
        for n in range(10, 19)
    ]
    made = {page.path: page.body for page in pages(toys.waterworks(*WATERWORKS, *many))}
    now = section(html.fromstring(made["issues/water/"]), "now")
    assert len(now.xpath("./ol/li")) == 2 and len(now.xpath("./details//li")) == 11


def test_an_event_whose_day_is_unknown_stands_after_the_days_of_its_month() -> None:
    dates = ("2024-11", "2024-11-06", "2024-12-01", "2024")
    events = [Event(id=f"e{n}", date=date, label="L", sources=("audit",)) for n, date in enumerate(dates)]
    ordered = [event.date for event in library(*WATERWORKS, *events).events.values()]
    assert [date for date in ordered if date in dates] == ["2024-11-06", "2024-11", "2024-12-01", "2024"]


def test_silence_is_said(trees: Trees) -> None:
    assert "Not quoted on this: Ben Poe." in words(section(trees["issues/water/"], "standing"))
    assert "No direct quote from Ben Poe" in words(section(trees["people/poe/"], "quotes"))
    assert "No quote from Ben Poe" in words(section(trees[""], "voices"))


SAID = {
    "issues/rates/": "No quotes in one article.",
    "people/poe/": "No quotes in one article. Ben Poe: quoted 0.",
    "sources/audit/": "One source, without quotes.",
}


def test_every_page_carries_its_voice_balance_and_source_count(trees: Trees) -> None:
    for path, tree in trees.items():
        line = words(tree.xpath("//footer[contains(@class, 'foot')]/p[@class = 'balance']")[0])
        said = SAID.get(path, "1 quote in one article: Ada Roe 1.")
        assert line.startswith(said), path
    assert "Ben Poe: quoted 0." in words(trees["issues/water/"])


def test_words_set_off_by_a_source_count_as_nobodys_quote(trees: Trees) -> None:
    assert "1 quote in one article: Ada Roe 1" in words(trees["issues/water/"])


def test_a_quote_is_shown_without_the_reporters_comma_and_nothing_else_changes(trees: Trees) -> None:
    shown = {
        e.text_content() for tree in trees.values() for e in tree.xpath("//*[@data-quote = 'roe-pipes']")
    }
    assert shown == {"The old pipes will be replaced by spring"}


def test_a_quote_page_shows_passage_attribution_and_how_it_was_checked(trees: Trees) -> None:
    page = words(trees["quotes/roe-pipes/"])
    assert "“The old pipes will be replaced by spring,” Mayor Ada Roe said" in page
    assert "Every character matches the source, at the place recorded." in page
    assert "Date not stated in the source" in page


def test_a_source_with_an_address_is_linked_at_the_very_words(trees: Trees) -> None:
    found = "//a[starts-with(@href, 'https://gazette.example')]/@href"
    (whole,) = trees["quotes/roe-pipes/"].xpath(found)
    (word,) = trees["quotes/roe-small/"].xpath(found)
    assert unquote(whole).endswith("/pipes#:~:text=The old pipes will be replaced by spring")
    assert unquote(word).endswith("/pipes#:~:text=the leak “-,small")


def test_a_source_page_shows_only_passages_used_unless_rights_are_full() -> None:
    kept = toys.waterworks()
    full = [r.replace(rights="full") if r.ref == "source:gazette" else r for r in WATERWORKS]
    paragraphs = []
    for shelf in (kept, toys.waterworks(*full, text=WATER_TEXT + "Nothing more was said.\n")):
        page = next(page for page in pages(shelf) if page.path == "sources/gazette/")
        paragraphs.append(words(section(html.fromstring(page.body), "text")))
    assert "Nothing more" not in paragraphs[0] and "Nothing more" in paragraphs[1]


def test_passages_and_records_link_both_ways(trees: Trees) -> None:
    source = trees["sources/gazette/"]
    assert source.xpath("//mark[@id = 'quote-roe-pipes']/a/@href") == ["../../quotes/roe-pipes/"]
    assert trees["quotes/roe-pipes/"].xpath("//a[@href = '../../sources/gazette/#quote-roe-pipes']")


def test_later_events_stand_apart(trees: Trees) -> None:
    assert "A main bursts" in words(section(trees["timeline/"], "since"))
    assert "The council meets" not in words(section(trees["timeline/"], "since"))


def test_an_event_shows_who_took_part_its_place_and_the_reply(trees: Trees) -> None:
    entry = words(trees["timeline/"].xpath("//li[@id = 'event-burst']")[0])
    assert "Reply No reply was found." in entry and "(Page 3)" in entry
    assert trees["people/roe/"].xpath("//section[@aria-labelledby = 'events']//p[@class = 'label']")


def test_a_term_is_explained_at_its_first_use_only(trees: Trees) -> None:
    tips = trees["issues/water/"].xpath("//*[@role = 'tooltip']")
    assert [tip.text_content() for tip in tips] == ["Rock that holds water."]
    described = trees["issues/water/"].xpath("//a[@aria-describedby = 'tip-aquifer']/@href")
    assert described == ["../../glossary/#term-aquifer"]


def test_the_day_of_the_last_change_comes_from_the_changes(trees: Trees) -> None:
    assert trees["issues/water/"].xpath("//footer//time/@datetime") == ["2025-03-04"]
    assert not trees["issues/rates/"].xpath("//footer//time")


def test_corrections_are_listed_with_their_issue(trees: Trees) -> None:
    entry = words(section(trees["corrections/"], "correction"))
    assert "4 March 2025" in entry and "Water" in entry and "The cost was wrong." in entry


def test_edit_and_report_links_name_the_record() -> None:
    site = Site(title="W", repository="https://code.example/w", contact="mailto:desk@w.example")
    made = {page.path: page.body for page in pages(toys.waterworks(*WATERWORKS, site=site))}
    page = made["quotes/roe-pipes/"]
    assert "https://code.example/w/edit/main/content/quotes/roe-pipes.yml" in page
    assert "mailto:desk@w.example?subject=Error%20in%20quote%3Aroe-pipes" in page


def test_a_proposed_record_carries_a_plain_label(trees: Trees) -> None:
    proposed = [r.replace(status="proposed") for r in WATERWORKS]
    made = {page.path: page for page in pages(toys.waterworks(*proposed))}
    for path in ("issues/water/", "quotes/roe-pipes/", "figures/repairs/", "sources/gazette/"):
        assert "Proposed by extraction, not yet checked" in made[path].body, path
        assert "not yet checked" not in words(trees[path]), path


@pytest.mark.parametrize(
    "records", [(), (Source(id="gazette", title="Pipes"),)], ids=["nothing", "one source"]
)
def test_an_empty_project_has_honest_pages(records: tuple[Any, ...]) -> None:
    made = {page.path: page for page in pages(library(*records))}
    assert set(INDEXES) <= set(made)
    assert "No issue is explained yet." in made["issues/"].body
    assert "Nobody is quoted yet." in made["quotes/"].body
    assert "No correction has been made so far." in made["corrections/"].body


def test_an_issue_of_which_only_the_title_is_written_says_what_is_missing(trees: Trees) -> None:
    page = words(trees["issues/rates/"])
    for said in (
        "No key points are written yet",
        "Nobody is quoted on this issue",
        "no figure on this issue",
    ):
        assert said in page


def test_the_same_records_give_the_same_bytes(waterworks: Library) -> None:
    again = toys.waterworks(*reversed(WATERWORKS))
    assert [page.body for page in pages(waterworks)] == [page.body for page in pages(again)]


def test_words_that_run_over_a_paragraph_are_marked_in_both_but_opened_once() -> None:
    text = "She said “first\nand second” then."
    exact = "first\nand second"
    start = text.index(exact)
    quote = Quote(id="long", source="gazette", exact=exact, start=start, end=start + len(exact))
    made = {page.path: page for page in pages(toys.waterworks(WATERWORKS[0], quote, text=text))}
    source = html.fromstring(made["sources/gazette/"].body)
    assert [mark.text_content() for mark in source.iter("mark")] == ["first", "and second"]
    assert source.xpath("//mark/@id") == ["quote-long"]


def test_on_paper_a_page_says_where_it_stands_on_the_web() -> None:
    made = {page.path: page for page in pages(toys.ferries(site=Site(title="F", url="https://f.example/")))}
    foot = html.fromstring(made["quotes/boats/"].body).find_class("foot")[0]
    assert foot.find_class("on-paper")[0].text == "https://f.example/quotes/boats/"
