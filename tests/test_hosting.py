"""A site deployed by GitHub knows its addresses without being told."""

from explainer.library.hosting import hosted
from explainer.records.model import Site

GITHUB = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "Gazette/ferries"}


def test_a_workflow_tells_the_sites_addresses() -> None:
    site = hosted(Site(), GITHUB)
    assert site.repository == "https://github.com/Gazette/ferries"
    assert site.contact == "https://github.com/Gazette/ferries/issues/new"
    assert site.url == "https://gazette.github.io/ferries/"


def test_an_owners_own_page_stands_at_the_root() -> None:
    site = hosted(Site(), {**GITHUB, "GITHUB_REPOSITORY": "Gazette/gazette.github.io"})
    assert site.url == "https://gazette.github.io/"


def test_what_the_writer_says_comes_first() -> None:
    written = Site(url="https://ferries.example/", contact="mailto:desk@ferries.example")
    site = hosted(written, GITHUB)
    assert (site.url, site.contact) == ("https://ferries.example/", "mailto:desk@ferries.example")


def test_elsewhere_nothing_is_made_up() -> None:
    assert hosted(Site(), {}) == Site()
