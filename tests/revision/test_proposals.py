"""First titles of figures, in the words of the articles."""

import pytest

from revision.proposals import label


@pytest.mark.parametrize(
    ("text", "figure", "wanted"),
    [
        ("The port grew. Ships, which came rarely, brought 900 tons of grain, he said.", "900 tons",
         "Brought 900 tons of grain"),
        ("Mr Roe lost $5.", "$5", "Mr Roe lost $5"),
    ],
)  # fmt: skip
def test_a_figure_is_first_named_by_its_own_clause(text: str, figure: str, wanted: str) -> None:
    start = text.index(figure)
    assert label(text, start, start + len(figure)) == wanted


def test_a_long_clause_is_cut_at_words_and_the_cut_is_marked() -> None:
    text = "word " * 60 + "had 12 boats " + "more " * 60
    start = text.index("12 boats")
    found = label(text, start, start + len("12 boats"))
    assert found.startswith("… ") and found.endswith(" …") and "12 boats" in found and len(found) < 100
