"""Short articles of our own in Spanish, French and German: no wrong name, no wrong value, most are found.

A file holds an article with its quotes and figures. `optional` ones may be missing; those of a file marked
`held_out` were kept aside while the rules were made.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from extraction import extract
from extraction.candidates import Extraction, FigureCandidate, QuoteCandidate

HERE = Path(__file__).parent
LANGUAGES = ("es", "fr", "de")
ARTICLES = {
    path.relative_to(HERE).with_suffix("").as_posix(): yaml.safe_load(path.read_text(encoding="utf-8"))
    for language in LANGUAGES
    for path in sorted((HERE / language).glob("*.yml"))
}
READ = {name: extract(article["text"]) for name, article in ARTICLES.items()}
LEAST_FOUND = 0.8
IN_ARTICLES = pytest.mark.parametrize("name", ARTICLES)


def pairs(article: dict[str, Any], found: Extraction, kind: str) -> Iterator[tuple[Any, Any]]:
    """Yield each marked quote or figure with the one found for it, then those found without one marked."""
    rest: list[Any] = list(getattr(found, kind))
    for wanted in article[kind]:
        match = next((one for one in rest if one.exact == str(wanted["exact"])), None)
        if match is not None:
            rest.remove(match)
        yield wanted, match
    yield from ((None, one) for one in rest)


def is_right_value(wanted: dict[str, Any] | None, figure: FigureCandidate) -> bool:
    if wanted is None:
        return False
    seen = {
        "unit": figure.unit,
        "value_max": figure.value_max,
        "qualifier": figure.qualifier,
        "period": str(figure.period),
    }
    told = {name: wanted[name] for name in seen if name in wanted}
    return figure.value == pytest.approx(wanted["value"], rel=1e-4) and seen | told == seen


def is_right_name(wanted: dict[str, Any] | None, quote: QuoteCandidate) -> bool:
    return quote.speaker is None or (wanted is not None and wanted["speaker"] == quote.speaker)


@IN_ARTICLES
def test_no_quote_is_given_a_wrong_name(name: str) -> None:
    wrong = [
        (quote.exact, quote.speaker)
        for wanted, quote in pairs(ARTICLES[name], READ[name], "quotes")
        if quote is not None and not is_right_name(wanted, quote)
    ]
    assert wrong == []


@IN_ARTICLES
def test_no_figure_has_a_wrong_value(name: str) -> None:
    wrong = [
        (figure.exact, figure.value, figure.unit, figure.qualifier, str(figure.period))
        for wanted, figure in pairs(ARTICLES[name], READ[name], "figures")
        if figure is not None and not is_right_value(wanted, figure)
    ]
    assert wrong == []


@IN_ARTICLES
def test_the_language_of_the_article_is_on_its_quotes(name: str) -> None:
    assert {quote.lang for quote in READ[name].quotes} <= {name.split("/")[0]}


@pytest.mark.parametrize("held_out", [False, True], ids=["seen", "held out"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_most_quotes_get_their_name_and_most_figures_are_found(language: str, held_out: bool) -> None:
    chosen = [
        name
        for name, article in ARTICLES.items()
        if name.startswith(language) and bool(article.get("held_out")) is held_out
    ]
    found = [hit for name in chosen for hit in hits(ARTICLES[name], READ[name])]
    assert len(chosen) in {5, 10}
    assert sum(found) >= LEAST_FOUND * len(found)


def hits(article: dict[str, Any], found: Extraction) -> Sequence[bool]:
    quotes = [
        quote is not None and quote.speaker == wanted["speaker"] and quote.kind != "scare"
        for wanted, quote in pairs(article, found, "quotes")
        if wanted and wanted["speaker"] and not wanted.get("optional")
    ]
    figures = [
        figure is not None and is_right_value(wanted, figure)
        for wanted, figure in pairs(article, found, "figures")
        if wanted and not wanted.get("optional")
    ]
    return [*quotes, *figures]
