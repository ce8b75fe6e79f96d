"""What a page marks up is read as its reader sees it: quotation marks, breaks, notes, block quotations."""

from pathlib import Path

import pytest
import yaml

from extraction import extract
from reading import read

CASES = yaml.safe_load((Path(__file__).parent / "cases/marks-in-pages.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["what"])
def test_a_page_is_read_as_its_reader_sees_it(case: dict) -> None:
    page = f"<!doctype html><html><body>{case['html']}</body></html>"
    found = extract(read(page.encode(), "page.html").text)
    assert {quote.exact: quote.speaker for quote in found.quotes} == case.get("quotes", {})
    assert {figure.exact: figure.value for figure in found.figures} == case.get("figures", {})
