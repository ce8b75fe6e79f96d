"""A tiny newswire: articles a test can edit passage by passage, and an extractor that reads them.

One paragraph is one passage: `Ana Ruiz said: “…” It cost $12 million.` The extractor is as
simple as the form, so that what is tested is what happens to its results.
"""

import re
from dataclasses import dataclass, replace

from extraction.candidates import (
    Extraction,
    FigureCandidate,
    PassageCandidate,
    PersonCandidate,
    QuoteCandidate,
)
from extraction.topics import Catalogue

NAMES = ("Ana Ruiz", "Ben Okoro", "Chloe Marsh")
_QUOTE = re.compile(r"(\w+ \w+) said: “([^”]*)”")
_COST = re.compile(r"It cost (\$(\d+) million)")
_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True)
class Passage:
    """Words somebody says, and what it cost."""

    speaker: str
    words: tuple[str, ...]
    cost: int
    opening: str = "Then"

    @property
    def exact(self) -> str:
        return " ".join(self.words) + "."

    def __str__(self) -> str:
        return f"{self.opening} {self.speaker} said: “{self.exact}” It cost ${self.cost} million."

    def with_word(self, place: int, word: str) -> "Passage":
        words = list(self.words)
        words[place % len(words)] = word
        return replace(self, words=tuple(words))


def article(passages: list[Passage]) -> str:
    return "\n".join(["News from the harbour", *map(str, passages), ""])


def extract(text: str, topics: Catalogue, language: str | None = None) -> Extraction:
    people = {match[1] for match in _QUOTE.finditer(text)}
    paragraphs = list(_PARAGRAPH.finditer(text))[1:]
    return Extraction(
        quotes=tuple(
            QuoteCandidate(
                match[2], match.start(2), match.end(2), "direct", match[1], match[1], "said", ("trade",)
            )
            for match in _QUOTE.finditer(text)
        ),
        figures=tuple(
            FigureCandidate(match[1], match.start(1), match.end(1), int(match[2]) * 1e6, unit="USD")
            for match in _COST.finditer(text)
        ),
        passages=tuple(PassageCandidate(one.start(), one.end(), ("trade",)) for one in paragraphs),
        people=tuple(PersonCandidate(name) for name in sorted(people)),
    )
