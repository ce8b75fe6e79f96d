"""First titles of figures, in the words of the articles."""

import pytest

from revision.labels import LONGEST, label


@pytest.mark.parametrize(
    ("text", "figure", "wanted"),
    [
        ("The port grew. Ships, which came rarely, brought 900 tons of grain, he said.", "900 tons",
         "Ships, which came rarely, brought 900 tons of grain, he said"),
        ("Mr. Roe lost $5.", "$5", "Mr. Roe lost $5"),
        ("It failed. But only 14 percent knew.", "14 percent", "Only 14 percent knew"),
        ("On Feb. 1 the rivals of Don J. Moor put $50 million into it. It sank.", "$50 million",
         "On Feb. 1 the rivals of Don J. Moor put $50 million into it"),
        ("She talked up her 50-state plan.", "50", "She talked up her 50-state plan"),
        ("They held a sign that read “15 percent” in red.", "15 percent",
         "They held a sign that read “15 percent” in red"),
        ("He said: “It cost $9 million. We paid.”", "$9 million", "He said: It cost $9 million"),
        ("It cost $75 to run at 4 p.m.", "$75", "It cost $75 to run at 4 p.m."),
        ("The U.S. spent $3 billion on it.", "$3 billion", "The U.S. spent $3 billion on it"),
    ],
)  # fmt: skip
def test_a_figure_is_first_named_by_its_own_sentence(text: str, figure: str, wanted: str) -> None:
    start = text.index(figure)
    assert label(text, start, start + len(figure)) == wanted


def test_a_long_sentence_gives_way_to_the_clause() -> None:
    text = "The council, " + "which met by night and argued, " * 6 + "spent $4 million on boats, which sank."
    start = text.index("$4 million")
    assert label(text, start, start + len("$4 million")) == "Spent $4 million on boats"


def test_a_long_clause_is_cut_at_words_and_the_cut_is_marked() -> None:
    text = "word " * 60 + "had 12 boats " + "more " * 60
    start = text.index("12 boats")
    found = label(text, start, start + len("12 boats"))
    assert found.startswith("… ") and found.endswith(" …") and " 12 boats " in found
    assert len(found) <= LONGEST + 4


def test_a_clause_that_is_hardly_more_than_the_number_gives_way_to_the_words_around_it() -> None:
    text = (
        "Of all who were asked by the council, "
        + "which met by night, " * 6
        + "the most, 59 percent, said no."
    )
    start = text.index("59 percent")
    found = label(text, start, start + len("59 percent"))
    assert found.startswith("… ") and found.endswith("the most, 59 percent, said no")


def test_a_clause_that_leans_on_another_is_shown_with_it() -> None:
    text = "The owner met Mr. Roe, " + "a man of many words, " * 6 + "who turned down $3 million in May."
    start = text.index("$3 million")
    assert label(text, start, start + len("$3 million")).startswith("… ")


def test_a_label_does_not_end_in_the_air_where_a_quotation_begins() -> None:
    text = (
        "The firm asked 5,600 people, "
        + "as it does each year, " * 6
        + "and 12 said that the work was “dull”."
    )
    start = text.index("12 said")
    assert not label(text, start, start + 2).endswith("was")
