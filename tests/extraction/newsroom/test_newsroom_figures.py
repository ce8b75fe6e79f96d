"""Figures of short articles as newsrooms write them: none wrong, nine of ten found.

Articles marked `kept` were read for the first time when the rules were done.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from extraction.candidates import FigureCandidate
from extraction.figures import find

ARTICLES = [
    (f"{path.stem}, {number}", article)
    for path in sorted(Path(__file__).parent.glob("figures/*.yml"))
    for number, article in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), start=1)
]
FOUND = 0.9


def place(text: str, exact: str, after: int) -> tuple[int, int]:
    """Return where a marked figure stands, looking on from the one before it."""
    start = text.index(exact, after)
    return start, start + len(exact)


def marks(article: dict[str, Any]) -> list[tuple[int, int, dict[str, Any]]]:
    """Return the marked figures of an article with their places."""
    found, at = [], 0
    for mark in article["figures"]:
        start, at = place(article["text"], str(mark["exact"]), at)
        found.append((start, at, mark))
    return found


def agrees(figure: FigureCandidate, mark: dict[str, Any]) -> bool:
    """Tell whether a figure says what its mark says, as far as the mark goes."""
    period = str(figure.period) if figure.period else None
    return (
        figure.value == pytest.approx(mark["value"], rel=1e-4)
        and figure.value_max == mark.get("value_max")
        and mark.get("unit", figure.unit) == figure.unit
        and mark.get("qualifier", figure.qualifier) == figure.qualifier
        and mark.get("period", period) == period
    )


def errors(article: dict[str, Any]) -> tuple[list[str], list[str], int]:
    """Return the wrong figures of an article, the missed ones, and how many had to be found."""
    wrong, missed, due = [], [], 0
    found = find(article["text"])
    met = set()
    for start, end, mark in marks(article):
        here = [figure for figure in found if figure.start < end and start < figure.end]
        met |= {figure.start for figure in here}
        right = any(agrees(figure, mark) for figure in here)
        if here and not right and not (mark.get("loose") or mark.get("optional")):
            wrong.append(f"{mark['exact']}: {here}")
        if not (mark.get("loose") or mark.get("optional")):
            due += 1
            missed += [] if right else [str(mark["exact"])]
    wrong += [f"no figure: {figure}" for figure in found if figure.start not in met]
    return wrong, missed, due


@pytest.mark.parametrize("article", [pytest.param(article, id=name) for name, article in ARTICLES])
def test_no_figure_of_an_article_is_wrong(article: dict[str, Any]) -> None:
    assert errors(article)[0] == []


@pytest.mark.parametrize("kept", [False, True])
def test_nine_figures_of_ten_are_found(kept: bool) -> None:
    results = [errors(article) for _, article in ARTICLES if bool(article.get("kept")) == kept]
    missed = [words for result in results for words in result[1]]
    due = sum(result[2] for result in results)
    assert due - len(missed) >= FOUND * due, missed
