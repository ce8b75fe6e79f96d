"""A wrong name is worse than none: each kind of wrong speaker that was ever seen, in sentences of our own."""

from pathlib import Path

import pytest
import yaml

from extraction import extract

KINDS = yaml.safe_load(Path(__file__).with_name("whose-words.yml").read_text(encoding="utf-8"))
CASES = [
    pytest.param(case, id=f"{kind['kind']}: {case['text'][:40]}") for kind in KINDS for case in kind["cases"]
]


@pytest.mark.parametrize("case", CASES)
def test_a_quote_is_its_speakers_or_nobodys(case: dict) -> None:
    quotes = extract(case["text"]).quotes
    for opening, allowed in case["speakers"].items():
        named = next((quote.speaker for quote in quotes if quote.exact.startswith(opening)), None)
        assert (named or "-") in allowed, opening
