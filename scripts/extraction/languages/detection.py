"""Which language a text is written in, told by its commonest words: no model, no download."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from extraction import wordlists

READ = ("en", "es", "fr", "de")
"""The languages articles are read in; each has a folder of lists. English wins where nothing speaks."""

_SAMPLE = 2_000
"""So many characters tell enough."""
_WORD = re.compile(r"(?<!['’])\b[^\W\d_]+|[¿¡]")
_FOREIGN_SCRIPT = re.compile("[\u0370-\u1dff\u2e80-\uffef]")
_TELLING = 30
"""From so many words on, a text without common words of any known language is in an unknown one."""
_LEAST_COMMON = 0.07
"""The least share of common words in running text of the language they are from; news has 0.3 to 0.5."""
_FEWEST = 2
"""Fewer common words of another language than this may stand in a headline's names."""
_PLAIN = 0.25
"""English news has 0.3 to 0.5 of its commonest words; other languages share a tenth of them at most."""
_STATED = 0.08
"""What a page's own word on its language is worth, as a share of its words: templates are often wrong."""


def detect(text: str, *, stated: str | None = None) -> str | None:
    """Return the code of the language of `text` (`en`, `pt` …), or None where it is none that is known.

    `stated` is the language its page or record names (`es-MX`); it decides only what the words leave open.
    """
    sample = text[:_SAMPLE].lower()
    if _is_plainly_english(sample.split()):
        return READ[0]
    words = _WORD.findall(sample)
    if _in_foreign_script(words):
        return None
    scores, known, different = _scores(Counter(words))
    said = stated.lower().partition("-")[0] if stated else None
    if said in scores:
        scores[said] += max(2.0, _STATED * len(words))
    best = max(scores, key=scores.__getitem__)
    if different[best] < _FEWEST and best != said:
        best = READ[0]
    if len(words) >= _TELLING and known[best] < _LEAST_COMMON * len(words):
        return None
    return best


def _is_plainly_english(words: list[str]) -> bool:
    """Tell English by a share of its commonest words that no other language reaches: the usual case, fast."""
    english = wordlists.words(f"languages/{READ[0]}/function-words")
    return sum(1 for word in words if word in english) > _PLAIN * len(words)


def _in_foreign_script(words: list[str]) -> bool:
    foreign = sum(1 for word in words if _FOREIGN_SCRIPT.match(word))
    return foreign * 2 > len(words)


def _scores(counts: Mapping[str, int]) -> tuple[dict[str, float], dict[str, int], dict[str, int]]:
    """Return what each language's words weigh, a word of n languages 1/n; how many; how many different."""
    scores = dict.fromkeys(_common_words(), 0.0)
    known, different = dict.fromkeys(scores, 0), dict.fromkeys(scores, 0)
    owners = _owners()
    for word, count in counts.items():
        for code in owners.get(word, ()):
            scores[code] += count / len(owners[word])
            known[code] += count
            different[code] += 1
    return scores, known, different


@cache
def _common_words() -> Mapping[str, frozenset[str]]:
    read = {code: wordlists.words(f"languages/{code}/function-words") for code in READ}
    return read | dict(wordlists.groups("languages/others"))


@cache
def _owners() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, words in _common_words().items():
        for word in words:
            found[word] = (*found.get(word, ()), code)
    return found
