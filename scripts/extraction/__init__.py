"""Article text in, candidates out: pure functions, no files, no YAML."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import TypeVar

from extraction import languages, paragraphs
from extraction.candidates import Extraction, FigureCandidate, PassageCandidate, QuoteCandidate
from extraction.furniture import without_furniture
from extraction.topics import CATALOGUE, Catalogue, Topic, classify
from extraction.topics import passages as find_passages

__all__ = ["Extraction", "extract"]

Candidate = TypeVar("Candidate", QuoteCandidate, FigureCandidate)

_STOP = ". "


def extract(
    text: str, *, topics: Sequence[Topic] | Catalogue = CATALOGUE, language: str | None = None
) -> Extraction:
    """Return all that is found in an article's text; quotes and figures carry the issues of their sentence.

    Where the sentence alone tells none of its passage's issues, they carry those of the passage. `language`
    is what the source says of itself; the text's own words count for more.
    """
    text = without_furniture(text)
    catalogue = Catalogue.of(topics)
    parts = paragraphs.split(text)
    passages, about = find_passages(text, parts, catalogue)
    found = languages.read(text, parts, stated=language)
    return Extraction(
        quotes=_with_issues(text, found.quotes, passages, catalogue),
        figures=_with_issues(text, found.figures, passages, catalogue),
        passages=tuple(passages),
        about=about,
        people=found.people,
        notes=found.notes,
        language=found.language,
    )


def _with_issues(
    text: str,
    candidates: Sequence[Candidate],
    passages: Sequence[PassageCandidate],
    catalogue: Catalogue,
) -> tuple[Candidate, ...]:
    starts = [passage.start for passage in passages]
    around = (passages[max(0, bisect_right(starts, candidate.start) - 1)] for candidate in candidates)

    # Many may stand in one sentence.
    @cache
    def classified(start: int, end: int, context: tuple[str, ...]) -> tuple[str, ...]:
        return classify(text[start:end], catalogue, context=context)

    return tuple(
        replace(candidate, issues=_issues(text, candidate, passage, classified))
        if passage.issues
        else candidate
        for candidate, passage in zip(candidates, around, strict=True)
    )


def _issues(
    text: str,
    candidate: QuoteCandidate | FigureCandidate,
    passage: PassageCandidate,
    classified: Callable[[int, int, tuple[str, ...]], tuple[str, ...]],
) -> tuple[str, ...]:
    if len(passage.issues) < 2:
        return passage.issues
    start = text.rfind(_STOP, passage.start, candidate.start)
    end = text.find(_STOP, candidate.end, passage.end)
    start, end = passage.start if start < 0 else start + 1, passage.end if end < 0 else end
    own = classified(start, end, passage.issues)
    return tuple(issue for issue in passage.issues if issue in own) or passage.issues
