"""Whatever a record says, it is text: no record can put markup, code or a template into a page."""

import pytest
import toys
from lxml import html
from toys import WATERWORKS, library

from explainer.pages import pages
from explainer.pages.rich_text import markdown_html
from explainer.records.model import Quote
from explainer.records.part import Part
from explainer.records.site import Site
from explainer.rendered.tree import look

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "{{ 7 * 7 }}{% include 'secrets' %}",
    "</title></article><iframe src=https://evil.example>",
    "[[quote:roe-pipes|<b onclick=alert(1)>x</b>]]",
)
PROSE = {"title", "question", "summary", "name", "label", "text", "definition", "note", "detail", "about"}


def spoiled(part: Part, hostile: str) -> Part:
    """Return the record with every text that a writer may choose made hostile."""
    update = {}
    for name, value in vars(part).items():
        if isinstance(value, str) and value and name in PROSE:
            update[name] = hostile
        elif isinstance(value, tuple) and value and all(isinstance(item, Part) for item in value):
            update[name] = tuple(spoiled(item, hostile) for item in value)
    return part.replace(**update)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_stays_text_on_every_page(hostile: str) -> None:
    records = [spoiled(record, hostile) for record in WATERWORKS]
    site = Site(title=hostile, summary=hostile, notice=hostile, about=hostile, question=hostile)
    for page in pages(toys.waterworks(*records, site=site)):  # type: ignore[arg-type]
        tree = html.fromstring(f"<div>{page.body}</div>")
        faults = [fault for fault in look(tree).faults if "content security policy" not in fault]
        assert not faults, page.path
        assert not tree.xpath("//img | //iframe | //b[@onclick]"), page.path
        assert "49" not in {text.strip() for text in tree.itertext()}, page.path


def test_hostile_words_of_a_source_are_quoted_as_they_are() -> None:
    said = "<b>Free</b> & “easy” {{ x }} *yes*"
    quote = Quote(id="odd", source="gazette", exact=said, start=0, end=len(said), speaker="roe")
    shelf = toys.waterworks(*WATERWORKS, quote, text=said)
    body = next(page.body for page in pages(shelf) if page.path == "quotes/odd/")
    shown = html.fromstring(body).xpath("//*[@data-quote = 'odd']")
    assert {element.text_content() for element in shown} == {said}
    assert not html.fromstring(body).xpath("//b[. = 'Free']")


@pytest.mark.parametrize(
    "markdown",
    [
        "<script>x</script>", "[a](javascript:alert(1))", "![i](https://evil.example/x.png)",
        '<a href="#" onclick="x()" style="color:red">a</a>', "<iframe src=x></iframe>",
        "[a](data:text/html,x)",
    ],
)  # fmt: skip
def test_markdown_yields_only_what_is_on_the_list(markdown: str) -> None:
    tree = html.fromstring(f"<div>{markdown_html(markdown, library(), base='')}</div>")
    assert not tree.xpath("//script | //img | //iframe | //@onclick | //@style")
    assert not [href for href in tree.xpath("//@href") if href.startswith(("javascript:", "data:"))]


def test_headings_in_markdown_fit_into_the_page() -> None:
    made = markdown_html("# One\n\n### Two\n\n# Three", library(), base="", level=3)
    headings = html.fromstring(f"<div>{made}</div>").iter("h1", "h2", "h3", "h4")
    assert [heading.tag for heading in headings] == ["h3", "h4", "h3"]
