"""One spelling in everything readers see: US English, by a list of what is written otherwise elsewhere."""

import re
from pathlib import Path

import pytest
from newsroom import ROOT

from explainer.words import english

ELSEWHERE = re.compile(
    r"\b(?:licen[c]es?|licen[c]ed|colours?|organis\w+|recognis\w+|neighbour\w*|favour\w*"
    r"|behaviour\w*|labour\w*|harbour\w*|judgement\w*|programmes?|centre[sd]?|tonnes?|per cent"
    r"|analys(?:e|ed|ing)"
    r"|defence|offence|travell\w+|cancell(?:ed|ing)|grey|whilst|cheque|catalogue\w*)\b",
    re.IGNORECASE,
)
PAGES = [
    *sorted((ROOT / "hooks/explainer/templates").rglob("*.html")),
    *sorted((ROOT / "hooks/theme").rglob("*.html")),
    ROOT / "docs/method.md",
]
_UNSEEN = re.compile(r"\{[{%#].*?[}%#]\}|<[^>]*>|`[^`]*`", re.DOTALL)


def seen(text: str) -> str:
    """Return what of a template or a page readers see: neither tags nor expressions."""
    return _UNSEEN.sub(" ", text)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_readers_see_is_us_english(path: Path) -> None:
    assert ELSEWHERE.findall(seen(path.read_text(encoding="utf-8"))) == []


def test_what_the_interface_says_is_us_english() -> None:
    words = " ".join(map(str, english().texts.values()))
    assert len(words) > 10_000 and ELSEWHERE.findall(words) == []


def test_the_list_knows_what_it_is_for() -> None:
    assert ELSEWHERE.findall("its licence, dark colours, an organisation, 5 tonnes, per cent") != []
    assert ELSEWHERE.findall("its license, dark colors, an organization, 5 metric tons, percent") == []
