"""Article text in, candidates out: pure functions, no files, no YAML."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from extraction import figures, paragraphs, quotes
from extraction.candidates import Extraction, FigureCandidate, PassageCandidate, QuoteCandidate
from extraction.topics import CATALOGUE, Catalogue, Topic
from extraction.topics import passages as find_passages

__all__ = ["Extraction", "extract"]

Candidate = TypeVar("Candidate", QuoteCandidate, FigureCandidate)


def extract(text: str, *, topics: Sequence[Topic] | Catalogue = CATALOGUE) -> Extraction:
    """Return all that is found in an article's text; quotes and figures carry their passage's issues."""
    parts = paragraphs.split(text)
    passages = find_passages(text, parts, topics)
    found = quotes.find(text, parts)
    notes = sorted([*found.notes, *figures.find_vague(text)], key=lambda note: note.start)
    return Extraction(
        quotes=_with_issues(found.quotes, passages),
        figures=_with_issues(figures.find(text), passages),
        passages=tuple(passages),
        people=tuple(found.people),
        notes=tuple(notes),
    )


def _with_issues(
    candidates: Sequence[Candidate], passages: Sequence[PassageCandidate]
) -> tuple[Candidate, ...]:
    starts = [passage.start for passage in passages]
    return tuple(
        replace(candidate, issues=passages[max(0, bisect_right(starts, candidate.start) - 1)].issues)
        for candidate in candidates
    )
