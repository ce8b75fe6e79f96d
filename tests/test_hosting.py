"""A site knows where its files are edited and errors are reported: told by one address, or by the host."""

import pytest

from explainer.library.hosting import hosted
from explainer.library.repository import repository, titled
from explainer.records.site import Site

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


def test_a_workflow_on_another_branch_tells_it_but_not_that_of_a_proposed_change() -> None:
    on_trunk = {**GITHUB, "GITHUB_REF_TYPE": "branch", "GITHUB_REF_NAME": "trunk"}
    assert hosted(Site(), on_trunk).repository == "https://github.com/Gazette/ferries/tree/trunk"
    assert hosted(Site(), on_trunk).contact == "https://github.com/Gazette/ferries/issues/new"
    proposed = {**on_trunk, "GITHUB_REF_NAME": "7/merge", "GITHUB_HEAD_REF": "mend"}
    assert hosted(Site(), proposed).repository == "https://github.com/Gazette/ferries"


def test_a_workflow_of_forgejo_makes_up_no_address_of_github() -> None:
    variables = {
        "GITHUB_SERVER_URL": "https://git.gazette.example",
        "GITHUB_REPOSITORY": "desk/ferries",
        "GITHUB_REF_TYPE": "branch",
        "GITHUB_REF_NAME": "trunk",
        "GITEA_ACTIONS": "true",
    }
    site = hosted(Site(), variables)
    assert site.repository == "https://git.gazette.example/desk/ferries/src/branch/trunk"
    assert site.contact == "https://git.gazette.example/desk/ferries/issues/new"
    assert site.url is None


def test_a_pipeline_of_gitlab_tells_the_sites_addresses() -> None:
    variables = {
        "CI_PROJECT_URL": "https://gitlab.com/gazette/ferries",
        "CI_COMMIT_BRANCH": "trunk",
        "CI_PAGES_URL": "https://gazette.gitlab.io/ferries",
    }
    site = hosted(Site(), variables)
    assert site.repository == "https://gitlab.com/gazette/ferries/-/tree/trunk"
    assert site.contact == "https://gitlab.com/gazette/ferries/-/issues/new"
    assert site.url == "https://gazette.gitlab.io/ferries/"


FILE = "content/quotes/a-b.yml"


@pytest.mark.parametrize(
    ("address", "edit", "issue"),
    [
        ("https://github.com/o/n", "https://github.com/o/n/edit/main/{}", "https://github.com/o/n/issues/new"),
        ("https://github.com/o/n.git", "https://github.com/o/n/edit/main/{}", "https://github.com/o/n/issues/new"),
        ("https://github.com/o/n/tree/a/b", "https://github.com/o/n/edit/a/b/{}", "https://github.com/o/n/issues/new"),
        ("https://gitlab.com/g/s/n/", "https://gitlab.com/g/s/n/-/edit/main/{}", "https://gitlab.com/g/s/n/-/issues/new"),
        ("https://gitlab.com/g/n/-/tree/trunk", "https://gitlab.com/g/n/-/edit/trunk/{}", "https://gitlab.com/g/n/-/issues/new"),
        ("https://code.x.example/g/n/-/tree/main", "https://code.x.example/g/n/-/edit/main/{}", "https://code.x.example/g/n/-/issues/new"),
        ("https://codeberg.org/o/n", "https://codeberg.org/o/n/_edit/main/{}", "https://codeberg.org/o/n/issues/new"),
        ("https://codeberg.org/o/n/src/branch/trunk", "https://codeberg.org/o/n/_edit/trunk/{}", "https://codeberg.org/o/n/issues/new"),
        ("https://code.x.example/o/n/src/branch/w#1", "https://code.x.example/o/n/_edit/w%231/{}", "https://code.x.example/o/n/issues/new"),
        ("https://code.x.example/o/n", "https://code.x.example/o/n/edit/main/{}", "https://code.x.example/o/n/issues/new"),
    ],
)  # fmt: skip
def test_one_address_says_where_a_file_is_edited_and_an_error_reported(
    address: str, edit: str, issue: str
) -> None:
    kept = repository(address)
    assert kept.edit(FILE) == edit.format(FILE)
    assert kept.new_issue == issue


def test_a_report_has_its_title_on_every_host_and_in_a_mail() -> None:
    assert titled(repository("https://github.com/o/n").new_issue, "Error in quote:a").endswith(
        "/issues/new?title=Error%20in%20quote%3Aa"
    )
    assert titled(repository("https://codeberg.org/o/n").new_issue, "a").endswith("/issues/new?title=a")
    assert titled(repository("https://gitlab.com/o/n").new_issue, "a").endswith("/new?issue%5Btitle%5D=a")
    assert titled("mailto:desk@x.example", "a b") == "mailto:desk@x.example?subject=a%20b"
    assert titled("https://x.example/form?to=desk", "a") == "https://x.example/form?to=desk&title=a"
