"""`[[kind:id]]` leads to the record wherever it is written, and nowhere else."""

import pytest

from explainer.errors import ContentError
from explainer.library.library import Library
from explainer.library.links import plain, resolve_markdown, words_html
from explainer.pages.rich_text import markdown_html


def test_a_reference_becomes_a_link_named_by_its_record(waterworks: Library) -> None:
    made = words_html("See [[issue:water]].", waterworks, base="people/roe/")
    assert made == 'See <a href="../../issues/water/">Water</a>.'


def test_a_reference_may_bring_its_own_words(waterworks: Library) -> None:
    made = words_html("See [[ issue:water | the <pipes> ]].", waterworks, base="")
    assert made == 'See <a href="issues/water/">the &lt;pipes&gt;</a>.'


def test_a_reference_may_run_on_into_the_next_line_of_its_file_but_not_over_a_paragraph(
    waterworks: Library,
) -> None:
    made = markdown_html("See [[issue:water|the\nold pipes]].", waterworks, base="")
    assert made.count("<a ") == 1 and "[[" not in made
    assert words_html("See [[issue:water|the\n\nold pipes]].", waterworks, base="").count("<a ") == 0


def test_records_without_a_page_are_linked_where_they_stand(waterworks: Library) -> None:
    made = words_html("[[event:met]] [[term:aquifer]] [[position:roe-water|c]]", waterworks, base="data/")
    assert [part.split('"')[0] for part in made.split('href="')[1:]] == [
        "../timeline/#event-met", "../glossary/#term-aquifer", "../issues/water/#position-roe-water",
    ]  # fmt: skip


def test_a_record_that_is_not_shown_leaves_its_words(waterworks: Library) -> None:
    assert words_html("a [[quote:gone|word]] b", waterworks, base="") == "a word b"
    assert words_html("a [[quote:long-gone]] b", waterworks, base="") == "a long gone b"


def test_plain_text_keeps_the_words_of_links(waterworks: Library) -> None:
    assert plain("A [[issue:water]] and [[issue:rates|fee]].", waterworks) == "A Water and fee."


def test_markdown_fields_link_too_but_never_in_code(waterworks: Library) -> None:
    made = markdown_html("*[[issue:water]]* and `[[issue:water]]`", waterworks, base="")
    assert made.count("<a ") == 1 and "<code>[[issue:water]]</code>" in made


def test_hand_written_pages_link_but_not_in_code(waterworks: Library) -> None:
    markdown = "See [[issue:water]].\n\n```\n[[issue:water]]\n```\n"
    made = resolve_markdown(markdown, waterworks, base="method/", path="docs/method.md")
    assert made == 'See <a href="../issues/water/">Water</a>.\n\n```\n[[issue:water]]\n```\n'


@pytest.mark.parametrize(
    ("reference", "advice"),
    [
        ("issue:watr", "did you mean issue:water?"),
        ("isue:water", "did you mean issue:water?"),
        ("water", "did you mean issue:water?"),
        ("quote:zzzzzz", "names no record"),
    ],
)
def test_an_unknown_reference_is_reported_with_its_place_and_advice(
    waterworks: Library, reference: str, advice: str
) -> None:
    with pytest.raises(ContentError) as caught:
        resolve_markdown(f"One.\nTwo [[{reference}]].", waterworks, base="", path="docs/method.md")
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (2, 5)
    assert advice in problem.message
