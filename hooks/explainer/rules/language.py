"""Plain language: warnings for long sentences, hard paragraphs and phrases used again and again.

Readability is the Flesch-Kincaid grade (Kincaid et al. 1975), syllables counted by groups of vowels.
Quotations are taken out first: nobody may simplify them. English.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from explainer.contents.folder import Contents
from explainer.errors import Problem
from explainer.rules.prose import Prose, proses
from explainer.text.characters import shown
from explainer.text.pattern import pattern

MAX_WORDS = 25
MAX_GRADE = 12.0
"""For one field; nine is the aim, and short fields swing widely."""
MIN_WORDS = 40
"""Below which a grade says nothing."""
PHRASE = 5
"""Words in a stock phrase."""
MAX_REPEATS = 3

_QUOTED = pattern(r"“[^“”\n]{1,1000}”|\"[^\"\n]{1,1000}\"")
_SENTENCE = pattern(r"[^.!?\n]+(?:[.!?](?![\s”\"')]|$)[^.!?\n]*)*[.!?]?[”\"')]*")
_ABBREVIATION = pattern(r"\b(?:U\.S|U\.N|U\.K|E\.U|Dr|Mr|Mrs|Ms|St|No|vs|Jr|Sr|e\.g|i\.e|[A-Z])\.(?= )")
_WORD = pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,]*")
_FORMULA = pattern(r"\b(?:CO2|CH4|N2O|H2O|SO2|NO2)(?!\w)")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_VOWELS = pattern(r"[aeiouyáéíóúàèäëïöü]+", re.IGNORECASE)


class _Reading(NamedTuple):
    """How a text reads."""

    faults: list[tuple[int, str]]
    """Where each stands, and what it is."""
    grade: float
    phrases: tuple[str, ...]


def hard_to_read(contents: Contents) -> Iterator[Problem]:
    """Yield a warning for each long sentence, hard field and often repeated phrase of our prose."""
    seen: dict[str, list[Prose]] = {}
    for prose in proses(contents):
        faults, difficulty, phrases = _read(prose.text, is_label=prose.is_label)
        for offset, message in faults:
            yield prose.problem(offset, message, "warning")
        if difficulty > MAX_GRADE:
            message = f"reads at grade {difficulty:.0f}; shorter sentences and plainer words would help"
            yield prose.loaded.problem(prose.path, message, "warning")
        for phrase in phrases:
            seen.setdefault(phrase, []).append(prose)
    yield from _stock_phrases(seen)


@lru_cache(maxsize=8192)
def _read(text: str, *, is_label: bool) -> _Reading:
    text = _without_quotations(text)
    faults, phrases = list(_formulas(text)), list[str]()
    if is_label:
        return _Reading(faults, 0.0, ())
    for start, sentence in sentences(text):
        words = _WORD.findall(sentence)
        if len(words) > MAX_WORDS:
            what = f'{len(words)} words in a sentence ("{shown(sentence.strip())}")'
            faults.append((start, f"{what}; {MAX_WORDS} at most"))
        phrases += _phrases(words)
    return _Reading(faults, grade(text), tuple(phrases))


def _formulas(text: str) -> Iterator[tuple[int, str]]:
    for found in _FORMULA.finditer(text):
        right = found[0].translate(_LOWERED)
        yield found.start(), f'"{found[0]}" reads better with its small digit; write "{right}"'


def _phrases(words: list[str]) -> set[str]:
    folded = [word.casefold() for word in words]
    return {" ".join(folded[at : at + PHRASE]) for at in range(len(folded) - PHRASE + 1)}


def _stock_phrases(seen: Mapping[str, list[Prose]]) -> Iterator[Problem]:
    told: set[tuple[int, ...]] = set()
    often = (phrase for phrase, places in seen.items() if len(places) > MAX_REPEATS)
    for phrase in sorted(often, key=str.split):
        places = seen[phrase]
        together = tuple(id(place) for place in places)
        if together not in told:
            told.add(together)
            last = places[MAX_REPEATS]
            message = f'"{phrase}" stands in {len(places)} places; vary it or leave it out'
            yield last.loaded.problem(last.path, message, "warning")


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield each sentence and its offset."""
    masked = _ABBREVIATION.sub(lambda match: match[0].replace(".", "·"), text)
    for match in _SENTENCE.finditer(masked):
        if match[0].strip():
            yield match.start(), text[match.start() : match.end()]


def grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of a text, 0 for one too short to judge."""
    words = _WORD.findall(text)
    count = sum(1 for _, sentence in sentences(text) if _WORD.search(sentence))
    if len(words) < MIN_WORDS or not count:
        return 0.0
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / count + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    silent = word.lower().endswith("e") and not word.lower().endswith("le")
    return max(1, len(_VOWELS.findall(word)) - silent)


def _without_quotations(text: str) -> str:
    return _QUOTED.sub(lambda match: " " * len(match[0]), text)
