"""Texts and papers as sources: "heißt es im Brief", "ein Schild, auf dem steht", "schrieb der „Bote“"."""

import re
from collections.abc import Iterator

from extraction.languages.speech import phrases
from extraction.languages.speech.narrative import Narrative
from extraction.languages.speech.phrases import Phrase

_IMPERSONAL = frozenset({"heißt", "hieß", "geheißen"})
_WRITTEN = frozenset({"steht", "stand"})
_FROM = frozenset({"von", "vom", "aus", "seitens", "bei", "beim"})
_TEXT = re.compile(r"i(?P<phrase>d[na]{0,3}X|(?P<between>[na]{0,3})X)")
_COPIED = re.compile(r"[wi]d|i?w")


def quoted_name(around: Narrative, at: int) -> Phrase | None:
    """Return the newspaper in "schreibt der „Anzeiger“", whose name stands between marks of its own."""
    name = at
    while around.kinds[name : name + 1] == "a":
        name += 1
    name += around.kinds[name : name + 1] == "d"
    return Phrase("title", at, name + 1, name) if name in around.titles else None


def from_whom(around: Narrative, verb: int) -> Phrase | None:
    """Return whose words they are in "hieß es vom Betreiber" and "heißt es aus dem Rathaus"."""
    told = around.words[verb].lower() in _IMPERSONAL and around.words[verb + 1] == "es"
    if not told or around.words[verb + 2].lower() not in _FROM:
        return None
    phrase = phrases.parse(around, verb + 3)
    return phrase if phrase and phrase.kind != "thing" else None


def told(around: Narrative, verb: int, last: int) -> Phrase | None:
    """Return the text in "heißt es in einer Mitteilung", where it, and nobody else, is the source."""
    if around.words[verb].lower() not in _IMPERSONAL | _WRITTEN:
        return None
    first = around.sentence(verb)[0]
    spans = (*range(verb, last), *range(first, verb))
    found = (phrases.parse(around, at) for at in spans if around.kinds[at] in "dX")
    return next((phrase for phrase in found if phrase and phrase.kind == "text"), None)


def written(around: Narrative, first: int, quote: int) -> tuple[int, Phrase] | None:
    """Return verb and text in "Im Vorwort heißt es:" and "ein Schild, auf dem geschrieben steht:"."""
    for at in range(first, quote):
        word = around.words[at].lower()
        if word in _IMPERSONAL and "es" not in around.words[first:quote]:
            continue
        if word in _IMPERSONAL | _WRITTEN and (text := next(_texts(around, first, quote), None)):
            return at, text
    return None


def _texts(around: Narrative, first: int, last: int) -> Iterator[Phrase]:
    """Yield what is written in or on, and what a relative clause says that of."""
    for found in _TEXT.finditer(around.kinds, first, last):
        phrase = phrases.parse(
            around, found.end("between") if found["between"] is not None else found.start() + 1
        )
        if phrase and phrase.kind == "text":
            yield phrase
    for comma in range(first, last):
        if around.kinds[comma] == "," and _COPIED.match(around.kinds, comma + 1):
            spans = (phrases.parse(around, at) for at in range(first, comma) if around.kinds[at] in "dX")
            yield from (phrase for phrase in spans if phrase and phrase.kind == "text")
