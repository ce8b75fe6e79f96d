"""Noise costs no more than news: a text of nothing but marks, numbers or single letters is soon done with."""

import random
from pathlib import Path

import pytest
from growth import ratio

from extraction import extract
from lab.news import write_articles

SIZE = 40_000
NOISE = {
    "opening marks": "“",
    "pairs of marks": "“”",
    "straight marks": '"',
    "marks around letters": "“ a ",
    "marks by line": "“\n",
    "numbers on one line": "1 23 456 ",
    "percentages on one line": "7% ",
    "numbers by line": "1234\n",
    "numbers by paragraph": "7\n\n",
    "letters by line": "a\n",
    "letters by paragraph": "A\n\n",
    "spaces": " ",
}
MIXED = {
    "numbers by line and words": ("\n", ["1", "23", "456", "7890", "12", "345", "6", "78", "901"], 9),
    "numbers by line and few words": ("\n", ["1", "23", "456", "7890", "12", "345", "6", "78", "901"], 99),
    "numbers on one line and words": (" ", ["1", "23", "456", "7890", "12", "345", "6", "78", "901"], 9),
    "numbers on one line and few words": (" ", ["1", "23", "456", "7890", "12", "345", "6", "78", "901"], 99),
    "marks and words": (" ", ["“", "”", "‘", "’", "«", "»", "—"], 9),
    "numbers and as many words": (" ", ["1", "23", "456", "7890", "12", "345", "6", "78", "901"], 1),
    "numbers and as many words by line": ("\n", ["1", "23", "456", "7890", "12", "345", "6", "78", "901"], 1),
    "amounts": (" ", ["$3.4 million", "€12 billion", "£2.1m", "$450,000", "70 cents"], 99),
    "amounts by line": ("\n", ["$3.4 million", "€12 billion", "£2.1m", "$450,000", "70 cents"], 99),
    "words in marks": (" ", ["“boats”", "“council”", '"Smith"', "‘harbour’", "«said»"], 99),
    "words in marks by line": ("\n", ["“boats”", "“council”", '"Smith"', "‘harbour’", "«said»"], 99),
    "letters by line and words": ("\n", list("abcdefgAIXYZ"), 9),
}
"""What stands between, what there is most of, and so much of it for each word."""
MUCH = 2.0


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> str:
    """So much news."""
    folder: Path = tmp_path_factory.mktemp("news")
    write_articles(folder, records=400)
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.iterdir()))
    assert len(text) > SIZE
    return text[:SIZE]


def cost(text: str, news: str) -> float:
    """Return the CPU time of extracting from the text over that of extracting from the news."""
    return ratio(lambda: extract(text), lambda: extract(news), enough=MUCH)


@pytest.mark.parametrize("name", NOISE)
def test_noise_costs_at_most_twice_as_much_as_news(name: str, news: str) -> None:
    unit = NOISE[name]
    assert cost(unit * (SIZE // len(unit)), news) < MUCH


@pytest.mark.parametrize("name", MIXED)
def test_noise_with_words_in_it_costs_no_more(name: str, news: str) -> None:
    between, noise, often = MIXED[name]
    chance = random.Random(1)
    words = ("boats", "council", "Smith", "said", "harbour", "million")
    kinds = chance.choices((noise, words), (often, 1), k=SIZE // 4)
    text = between.join(map(chance.choice, kinds))[:SIZE]
    assert cost(text, news) < MUCH


def test_a_line_of_a_table_is_passed_over_and_a_sentence_of_numbers_is_read() -> None:
    row = "Brent 74 75 76 77 78 79 80 81 82 83 84 85%"
    sentence = "Turnout was 45% in 2016, 47% in 2018, 51% in 2020 and 60% last week."
    found = extract(f"{row}\n\n{sentence}\n\n{row}\n")
    assert [figure.exact for figure in found.figures] == ["45%", "47%", "51%", "60%"]


def test_a_table_of_numbers_is_passed_over_and_the_sentences_around_it_are_read() -> None:
    table = "\n".join(f"{number} {number * 3} {number * 7}%" for number in range(60))
    text = f"“The boats stay,” Ana Roe said.\n\n{table}\n\nThe pier cost $4 million in 2019.\n"
    found = extract(text)
    assert [quote.exact for quote in found.quotes] == ["The boats stay,"]
    assert [figure.exact for figure in found.figures] == ["$4 million"]


def test_a_table_of_names_and_numbers_is_read_but_not_one_that_goes_on_for_pages() -> None:
    rows = [f"Port {chr(65 + row % 26) * 3} {row % 9 + 12}%" for row in range(200)]
    opening = "This is how many of those who may vote in the ports of the north did so on the day."
    assert len(extract("\n".join([opening, "", *rows[:30]])).figures) == 30
    text = "\n".join(
        [opening, "“The boats stay,” Ana Roe said.", "", *rows, "", "The pier cost $4 million in 2019."]
    )
    found = extract(f"{text}\n")
    assert [quote.exact for quote in found.quotes] == ["The boats stay,"]
    assert len(found.figures) < 60
    assert found.figures[-1].exact == "$4 million"


def test_a_quick_exchange_of_words_is_read() -> None:
    text = "\n\n".join(["“Who was it?” Ana Roe asked.", "“Bo Ek,” he said."] * 60)
    assert len(extract(text).quotes) == 120


def test_a_few_numbers_between_lines_are_read_as_they_were() -> None:
    found = extract("The vote in the council\n\n40%\n\nwas close, Ana Roe said.\n")
    assert [figure.exact for figure in found.figures] == ["40%"]
