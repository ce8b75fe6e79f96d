"""What an article proposes is weighed by itself, and comes out as if all were known."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from extraction import extract
from extraction.candidates import Extraction, PersonCandidate, QuoteCandidate
from revision.run import Options, revise
from revision.weighing import weigh

TEXT = "“The quay will never be sold to anyone,” Ana Roe said. “It stays ours,” said Ben Hall of the port.\n"


def told(speaker: str, exact: str = "The quay will never be sold to anyone,") -> Extraction:
    start = TEXT.index(exact)
    quote = QuoteCandidate(exact, start, start + len(exact), "direct", speaker, speaker, "said")
    return Extraction(quotes=(quote,), people=(PersonCandidate("Ana Roe"), PersonCandidate("Ben Hall")))


def test_a_quote_is_misgiven_where_the_words_beside_it_name_somebody_else() -> None:
    right, wrong = (weigh(told(name), TEXT, source="quay").quotes[0] for name in ("Ana Roe", "Ben Hall"))
    assert not right.is_misgiven and wrong.is_misgiven
    assert right.wanted == "roe-quay-will-never"
    assert right.record["speaker"] == "ana-roe" and right.record["source"] == "quay"


def test_words_that_are_part_of_a_word_are_refused_with_the_reason() -> None:
    assert weigh(told("Ana Roe"), TEXT, source="quay").quotes[0].refused is None
    cut = weigh(told("Ana Roe", "he quay will never be sol"), TEXT, source="quay").quotes[0]
    assert cut.refused and "part of" in cut.refused


def test_a_quote_keeps_its_speaker_where_the_archive_knows_them_by_a_fuller_name(tmp_path: Path) -> None:
    sources = tmp_path / "content/sources"
    sources.mkdir(parents=True)
    (sources / "a.txt").write_text(TEXT, encoding="utf-8")
    (sources / "b.txt").write_text("“It is not for sale,” Ana B. Roe said. Roe left.\n", encoding="utf-8")
    revise(tmp_path / "content", Options())
    quotes = [path.read_text(encoding="utf-8") for path in (tmp_path / "content/quotes").iterdir()]
    assert sum("speaker: ana-b-roe" in quote for quote in quotes) == 2


@given(st.text(alphabet="“”,. \nAaBbRroe5%$", max_size=80))
def test_there_is_a_proposal_for_each_of_what_was_found_in_its_order(text: str) -> None:
    found = extract(text)
    weighed = weigh(found, text, source="a")
    assert [each.record["exact"] for each in weighed.quotes] == [each.exact for each in found.quotes]
    assert [each.record["exact"] for each in weighed.figures] == [each.exact for each in found.figures]
