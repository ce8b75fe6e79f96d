"""MkDocs, ProperDocs and Zensical build what `make export` writes into the same site, without our code."""

import subprocess
import sys
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import etree, html
from newsroom import ROOT, published, serve
from playwright.sync_api import Browser

from explainer.library.library import Library
from explainer.library.reading import read
from explainer.pages.page import Page
from exporting.builders import BUILDERS
from exporting.documents import by_hand, generated
from gate import all_faults

SITES = {"built_site": "the first site", "harbour_site": "a newsroom's", "complete_site": "every field"}
EXTRA = {
    "mkdocs": {"sitemap.xml.gz"},
    "properdocs": {"sitemap.xml.gz"},
    "zensical": {"search.json"},
}
"""What a builder adds of its own; nothing of ours asks for it."""
LINKS = ("href", "src", "data-search-root")


@pytest.fixture(params=SITES, ids=SITES.get)
def site(request: pytest.FixtureRequest) -> Path:
    """A site of ours; its content lies beside it."""
    return request.getfixturevalue(request.param)


def built_by(builder: str, content: Path, folder: Path) -> Path:
    """Export a content folder, build it as its newsroom would, and return the site."""
    export = [sys.executable, str(ROOT / "scripts/export.py"), "--content", str(content)]
    subprocess.run([*export, "--out", str(folder), "--for", builder], check=True, capture_output=True)
    run_builder(builder, folder)
    return folder / "site"


def run_builder(builder: str, folder: Path) -> None:
    command = [sys.executable, "-m", *BUILDERS[builder].command.split()]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


def as_read(page: bytes, name: str) -> bytes:
    """Return a page as a browser reads it: `./..` and `../` are one place, `&#x2f;` and `/` one sign."""
    tree = html.document_fromstring(page)
    for element in tree.iter("*"):
        for attribute in LINKS:
            if link := element.get(attribute):
                element.set(attribute, urljoin(f"/{name}", link))
    return etree.tostring(tree, method="c14n")


@pytest.mark.parametrize("builder", BUILDERS)
def test_an_export_is_built_into_the_same_site(site: Path, builder: str, tmp_path: Path) -> None:
    ours, folder = published(site), built_by(builder, site.parent / "content", tmp_path / "export")
    theirs = published(folder)
    assert theirs.keys() - EXTRA[builder] == ours.keys()
    for name, content in ours.items():
        if name.endswith(".html"):
            assert as_read(theirs[name], name) == as_read(content, name), name
        else:
            assert theirs[name] == content, name
    library = read(site.parent / "content")
    assert list(all_faults(library, folder)) == []


def test_a_reader_of_an_export_finds_what_a_reader_of_ours_does(
    browser: Browser, complete_site: Path, tmp_path: Path
) -> None:
    found = []
    for site in (complete_site, built_by("zensical", complete_site.parent / "content", tmp_path / "export")):
        for address in serve(site):
            page = browser.new_page()
            page.goto(f"{address}search/?q=orchard")
            page.wait_for_selector(".snippet mark")
            found.append(page.locator("[data-search]").inner_text())
            page.close()
    assert "orchard" in found[0].lower() and found[0] == found[1]


HOSTILE = "He: \"no\" --- {{ config }} {% raw %} <b> & 'x' # not #; \u2028 \x85 \ufeff é 😀 [[x]] \\n yes: no"


@pytest.mark.parametrize("builder", BUILDERS)
def test_front_matter_arrives_as_it_was_given(builder: str, tmp_path: Path) -> None:
    page = Page(path="", title=HOSTILE, description=f"---\n{HOSTILE}", head="<meta>", body="<p>a</p>")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_bytes(generated(page).content)
    (tmp_path / "theme").mkdir()
    printed = "{{ page.meta.title|e }}</p><p>{{ page.meta.description|e }}</p>{{ page.meta.head|safe }}"
    (tmp_path / "theme/main.html").write_text(f"<p>{printed}", encoding="utf-8")
    settings = "site_name: a\ntheme: {name: null, custom_dir: theme}\nplugins: []\n"
    (tmp_path / BUILDERS[builder].file).write_text(settings, encoding="utf-8")
    run_builder(builder, tmp_path)
    built = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    title, description = html.fromstring(f"<div>{built}</div>").xpath("//p")
    assert (title.text, description.text) == (page.title, page.description) and "<meta>" in built


@pytest.fixture
def library() -> Library:
    """The complete site's records."""
    return read(ROOT / "tests/sites/complete")


def test_a_hand_written_page_is_followed_by_its_links(library: Library, tmp_path: Path) -> None:
    quote = next(iter(library.quotes))
    page = tmp_path / "how" / "we-work.md"
    page.parent.mkdir()
    page.write_text(
        "[Errors](../corrections.md#late) [](#top) <https://a.example> [x](https://a.example/b.md)\n"
        f'![](<map.png>) `[code](a.md)` [[quote:{quote}|said]]\n\n[ref]: index.md "Title"\n',
        encoding="utf-8",
    )
    document = by_hand(page, library, docs=tmp_path)
    assert document.path == "how/we-work/index.md"
    assert document.content.decode() == (
        "[Errors](../../corrections/index.md#late) [](#top) <https://a.example> [x](https://a.example/b.md)\n"
        f'![](<../map.png>) `[code](a.md)` <a href="../../quotes/{quote}/">said</a>\n\n'
        '[ref]: ../index.md "Title"\n'
    )
