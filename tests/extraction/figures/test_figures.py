"""Figures of sentences of our own: one file of cases for each phenomenon."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from growth import LINEAR, fourfold
from hypothesis import given
from hypothesis import strategies as st

from extraction.figures import find, find_vague

CASES = [
    pytest.param(case["text"], case.get("figures", []), id=f"{path.stem}: {case['text'][:40]}")
    for path in sorted(Path(__file__).parent.glob("cases/*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
WORDS = sorted({word for case in CASES for word in str(case.values[0]).split()})


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_sentence_yields_its_figures_and_no_others(text: str, expected: list[dict[str, Any]]) -> None:
    found = find(text)
    assert [figure.exact for figure in found] == [str(figure["exact"]) for figure in expected]
    for figure, wanted in zip(found, expected, strict=True):
        if "value" in wanted:
            assert figure.value == pytest.approx(wanted["value"], rel=1e-5)
        assert figure.value_max == wanted.get("value_max")
        assert "unit" not in wanted or figure.unit == wanted["unit"]
        assert "qualifier" not in wanted or figure.qualifier == wanted["qualifier"]
        assert "period" not in wanted or (str(figure.period) if figure.period else None) == wanted["period"]


@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    last = 0
    for figure in find(text):
        assert last <= figure.start < figure.end
        assert text[figure.start : figure.end] == figure.exact
        last = figure.end
    assert all(0 <= note.start < len(text) and note.line >= 1 for note in find_vague(text))


def test_a_no_break_space_belongs_to_the_figure_as_the_article_has_it() -> None:
    (figure,) = find("It cost 5\u00a0million\u00a0euros.")
    assert (figure.exact, figure.value) == ("5\u00a0million\u00a0euros", 5e6)


def test_a_vague_number_is_told_to_the_writer_with_its_line() -> None:
    notes = find_vague("Aid came.\nIt was billions in aid, for tens of thousands of farms.")
    assert [(note.line, note.reason) for note in notes] == [(2, "vague-number")] * 2
    assert "billions in aid" in notes[0].message
    assert find("It was billions in aid.") == []


@pytest.mark.parametrize(
    "piece", ["1", "1,", "1.", "1.5 ", "million ", "one ", "5 million ", "$1 ", "half ", "1 to ", "a "]
)
def test_four_times_the_text_takes_about_four_times_the_time(piece: str) -> None:
    def read(size: int) -> None:
        text = piece * (size // len(piece))
        find(text)
        find_vague(text)

    assert fourfold(read, 20_000) < LINEAR


@pytest.mark.parametrize(
    "size", ["a billion-dollar merger", "a multi-million-pound order", "a multibillion pool"]
)
def test_how_large_a_thing_is_said_to_be_is_told_to_the_writer(size: str) -> None:
    (note,) = find_vague(f"The orchard fell to {size}.")
    assert note.reason == "vague-number"
    assert size.rpartition(" ")[0].removeprefix("a ").split("-")[0] in note.message
