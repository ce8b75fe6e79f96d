"""What ties a quote to its source: the cue itself, "according to X", and clauses that deny the words."""

import re
from typing import NamedTuple

from extraction.languages.speech import phrases, subjects
from extraction.languages.speech.narrative import Narrative
from extraction.languages.speech.phrases import Phrase


class Cue(NamedTuple):
    """A quote's own cue: the verb or preposition at token `at`, and the subject where it has one.

    `place`: `after` the quote, `colon` right before it, `before` it in the sentence. A cue that is `denied`,
    or hearsay, ties the words to nobody.
    """

    at: int
    place: str
    subject: Phrase | None
    denied: bool = False


_NEGATIONS = frozenset(["no", "nunca", "jamás", "n'", "ne", "nicht", "nie", "niemals", "kein", "keine"])


def phrased(around: Narrative, at: int) -> int:
    """Return how many words from `at` make "de acuerdo con", "nach Angaben von"; 0 where none do."""
    lengths = (phrase.count("_") + 1 for phrase in around.language.grammar["according-of"])
    wanted = around.language.grammar["according-of"]
    return next(
        (n for n in sorted(set(lengths), reverse=True) if _joined(around, at, n) in wanted),
        0,
    )


def _joined(around: Narrative, at: int, count: int) -> str:
    return "_".join(around.words[at : at + count]).lower().replace("’", "'")


def according(around: Narrative, at: int, place: str, length: int = 1) -> Cue | None:
    """Return the cue of "según X", "laut X", whose words are `length` tokens from `at`."""
    start = at + length
    if around.kinds[start] == "V":
        start += 1
    subject = phrases.parse(around, subjects.skip(subjects.ADVERBS, around.kinds, start))
    if subject is None and around.words[start].lower() in around.language.grammar.get("latter", ()):
        return Cue(at, place, None)
    if subject is None or subject.kind == "thing":
        return None
    return Cue(at, place, subject)


def told_by(around: Narrative, first: int, quote: int) -> Cue | None:
    """Return the cue "según X, «…»", "nach Angaben von X", "Para X, «…»" before a quote."""
    for at in range(quote - 1, first - 1, -1):
        word = around.words[at].lower()
        if around.kinds[at] == "L" and (word != "so" or (at > first and around.kinds[at - 1] == ",")):
            return according(around, at, "before")
        if length := phrased(around, at):
            return according(around, at, "before", length)
    if around.words[first].lower() in around.language.grammar["viewpoint"]:
        subject = phrases.parse(around, first + 1)
        if subject and subject.kind in {"name", "person"} and around.kinds[subject.last : quote] == ",":
            return Cue(first, "before", subject)
    return None


def is_denied(around: Narrative, first: int, quote: int) -> bool:
    """Tell "negó que dijera «…»", "a démenti avoir dit", "no dijo «…»": nobody is said to have said it."""
    verbs, kinds = around.language.verbs, around.kinds
    for at in range(first, quote):
        word = around.words[at].lower()
        if word in verbs["hearsay"] and "A" not in kinds[first:at]:
            return True
        if word in verbs["denial"] and re.search(r"[wcVPA]", kinds[at + 1 : quote]):
            return True
        if word in _NEGATIONS and re.match(r"[aA]*[VP]", kinds[at + 1 : quote]):
            return True
    return False
