"""The feeds, read by a feed reader."""

import feedparser
import pytest
from lxml import etree
from toys import HOSTILE, ferries, library, read_as

from explainer.data import feeds
from explainer.records.model import Issue
from explainer.records.site import Site


def parsed(shelf, path: str) -> feedparser.FeedParserDict:
    found = feedparser.parse(dict(feeds.files(shelf))[path])
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def test_the_site_feed_tells_every_change_latest_first() -> None:
    found = parsed(ferries(), "feed.xml")
    assert [entry.updated[:10] for entry in found.entries] == ["2024-05-01", "2024-04-09", "2024-04-01"]
    assert found.feed.updated == "2024-05-01T00:00:00Z"
    assert found.feed.links[0].href == "https://ferries.example/feed.xml"
    assert found.entries[1].link == "https://ferries.example/issues/fares/"


def test_an_issue_with_changes_has_its_own_feed_and_one_without_has_none() -> None:
    assert set(dict(feeds.files(ferries()))) == {"feed.xml", "corrections/feed.xml", "issues/fares/feed.xml"}


def test_corrections_have_a_feed_of_their_own() -> None:
    found = parsed(ferries(), "corrections/feed.xml")
    assert [entry.title for entry in found.entries] == ["Correction: Ferries"]


def test_a_site_without_changes_has_no_feed_for_it_has_no_date() -> None:
    assert list(feeds.files(library(Issue(id="a", title="T", question="Q", summary="S")))) == []


def test_an_entry_keeps_its_id_when_later_changes_come() -> None:
    def ids(*changes: dict) -> set[str]:
        issue = read_as(Issue, id="a", title="T", question="Q", summary="S", changes=changes)
        return {entry.id for entry in feeds.entries(library(issue, site=Site(url="https://x.example/")))}

    old, new = ({"date": "2024-01-02", "kind": "major", "note": note} for note in ("old", "new"))
    later = {"date": "2024-02-02", "kind": "minor", "note": "later"}
    assert ids(old) < ids(old, later)
    assert ids(old) < ids(old, new)
    assert len(ids(old, new, later)) == 3


def test_an_entry_keeps_its_id_wherever_the_writer_puts_another_of_the_same_day() -> None:
    def ids(*notes: str) -> dict[str, str]:
        changes = [{"date": "2024-05-06", "kind": "correction", "note": note} for note in notes]
        site = read_as(Site, url="https://x.example/", changes=changes)
        return {entry.note: entry.id for entry in feeds.entries(library(site=site))}

    name, total = "A name was wrong.", "A sum was wrong."
    both = ids(total, name)
    assert both == {**ids(name), **ids(total)} and len(set(both.values())) == 2


def test_a_feed_without_a_site_address_is_still_well_formed() -> None:
    issue = read_as(
        Issue,
        id="a",
        title="T",
        question="Q",
        summary="S",
        changes=[{"date": "2024", "kind": "minor", "note": "n"}],
    )
    found = parsed(library(issue), "issues/a/feed.xml")
    assert found.entries[0].updated == "2024-01-01T00:00:00Z"
    assert found.entries[0].links[0].href == "../../issues/a/"


@pytest.mark.parametrize("path", ["feed.xml", "corrections/feed.xml", "issues/fares/feed.xml"])
def test_hostile_words_stay_words(path: str) -> None:
    content = dict(feeds.files(ferries(HOSTILE)))[path]
    root = etree.fromstring(content)
    atom = "{http://www.w3.org/2005/Atom}"
    notes = [node.text for node in root.iter(f"{atom}content")]
    assert notes and set(notes) == {HOSTILE}
    assert {etree.QName(node).localname for node in root.iter()} <= {
        "feed", "id", "title", "updated", "author", "name", "link", "entry", "category", "content",
    }  # fmt: skip
