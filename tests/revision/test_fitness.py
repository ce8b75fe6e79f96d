"""What extraction proposes is what the check accepts; the rest is told."""

import pytest

from revision.fitness import unfitness, unfound


@pytest.mark.parametrize(
    ("record", "reason"),
    [
        ({"value": "29", "value_max": "16", "unit": "votes"}, "a result of two numbers"),
        ({"value": "16", "value_max": "29", "unit": "votes"}, "a result of two numbers"),
        ({"value": "45", "value_max": "41", "unit": "percent"}, "a result of two numbers"),
        ({"value": "41", "value_max": "45", "unit": "percent"}, None),
        ({"value": "41", "unit": "votes"}, None),
        ({"unit": "votes", "value": "many"}, "value"),
    ],
)
def test_a_vote_is_no_range(record: dict[str, str], reason: str | None) -> None:
    found = unfitness("figures", {"label": "A figure", "source": "gazette", **record})
    assert (found is None) if reason is None else (found is not None and reason in found)


def test_words_cut_out_of_a_compound_are_not_proposed() -> None:
    text = "It tapped the 11 million-person city for 11 million pounds."
    whole = {"exact": "11 million", "start": "41", "end": "51"}
    assert unfound(whole, text) is None
    assert "quote more" in str(unfound({**whole, "exact": "1 million"}, text))
