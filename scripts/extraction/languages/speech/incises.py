"""Reporting clauses set between commas inside the marks, as French newspapers do: cut out of the quote."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extraction.languages.language import Language
from extraction.speech.marks import Quoted

_INCISE = re.compile(
    r",\s(?P<clause>(?P<verb>(?:(?:s['’]|se |l['’])?(?:a|est|avait|était)(?:-t-(?:il|elle)|\s)?\s?)?"
    r"[^\W\d_]+(?:-t-(?:il|elle|on)|-(?:il|elle|on))?)"
    r"(?:\s(?:[\w’'.-]+\s){0,6}?[\w’'.-]+)?)(?P<end>[,.](?=\s|$))"
)


def without(text: str, quoted: Sequence[Quoted], language: Language) -> list[Quoted]:
    """Return the stretches, each with a reporting clause inside cut in two around it."""
    if "inside" not in language.grammar:
        return list(quoted)
    return [piece for one in quoted for piece in _cut(text, one, language)]


def _cut(text: str, quoted: Quoted, language: Language) -> Iterator[Quoted]:
    for found in _INCISE.finditer(text, quoted.start, quoted.end):
        if not _reports(found["clause"], language):
            continue
        rest = found.end() + 1
        yield replace(quoted, end=found.start(), outer_end=found.start() + 1, closed=True)
        if rest < quoted.end:
            yield replace(quoted, start=rest, outer_start=rest)
        return
    yield quoted


def _reports(clause: str, language: Language) -> bool:
    """Tell whether a clause is verb, then subject: a name, an inverted pronoun or an office."""
    words = re.findall(r"[\w’']+|-t-\w+|-\w+", clause.replace("s'", "").replace("s’", ""))
    verbs = [
        word for word in words[:3] if word.lower() in language.verbs["finite"] | language.verbs["participle"]
    ]
    inverted = bool(re.search(r"-(?:t-)?(?:il|elle|on)\b", clause))
    named = any(word[0].isupper() or language.noun(word) for word in words[1:])
    return bool(verbs) and (inverted or named)
