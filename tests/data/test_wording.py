"""How numbers, dates and figures are said."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from toys import figure, series

from explainer.records.comparable import refusal
from explainer.records.wording import amount, date_words, figure_words
from explainer.words import english

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[dict[str, object]]:
    return yaml.load((CASES / name).read_text(encoding="utf-8"), yaml.BaseLoader)


@pytest.mark.parametrize("case", cases("figures.yml"), ids=lambda case: case["said"])
def test_a_figure_is_said_with_its_bound_its_unit_and_its_period(case: dict) -> None:
    assert figure_words(figure(**case["figure"]), english()).replace("\u00a0", " ") == case["said"]


@pytest.mark.parametrize("case", cases("amounts.yml"), ids=lambda case: case["said"])
def test_no_digit_of_an_amount_is_lost(case: dict) -> None:
    assert amount(Decimal(case["value"]), case["unit"], english()).replace("\u00a0", " ") == case["said"]


@pytest.mark.parametrize("case", cases("refusals.yml"), ids=lambda case: case["why"])
def test_figures_that_do_not_compare_are_refused_with_the_reason(case: dict) -> None:
    figures = [figure(f"f{number}", **fields) for number, fields in enumerate(case["figures"])]
    reason = refusal(figures, form=case.get("form", "bars"))
    assert (case["refused"] in reason) if case["refused"] else reason is None


def test_a_series_is_said_by_its_last_known_value() -> None:
    boats = series("boats", {"2019": "3", "2020": "4", "2021": None})
    assert figure_words(boats, english()) == "4 tonnes in 2020"


def test_dates_are_as_exact_as_their_source() -> None:
    assert [date_words(date, english()) for date in ("2012", "2012-05", "2012-05-09")] == [
        "2012",
        "May 2012",
        "9 May 2012",
    ]
