"""Whom a pronoun takes up: the subject of the sentence before it, where that says so plainly."""

from extraction import wordlists
from extraction.speech.clauses import Surroundings, subject_of_sentence
from extraction.speech.mentions import Mention, is_time
from extraction.speech.tokens import BREAKS, STOPS

_HEARD = frozenset({"he", "she"})
_OTHERS = frozenset({"it", "they"})
_NEW = frozenset({"a", "an", "one", "another", "his", "her", "my", "our", "their", "its"})
"""Determiners of somebody not named before; "the mayor" may be somebody who is."""


def subject_before(around: Surroundings, pronoun: Mention) -> Mention | None:
    """Return the subject of the sentence before a pronoun's own, past its quote; None where unclear."""
    kinds = around.tokens.kinds
    last = pronoun.first
    while last > 0 and kinds[last - 1] in "Q,a":
        last -= 1
    if last < 2 or kinds[last - 1] not in BREAKS:
        return None
    stop = last
    while last > 0 and kinds[last - 1] in ".|":
        last -= 1
    first = last
    while first > 0 and kinds[first - 1] not in STOPS:
        first -= 1
    if first == last or around.breaks_between(last, stop) > 1:
        return None
    plural = kinds[first] == "j" and around.tokens.words[first].endswith("s")
    return Mention("bare", first, first + 1) if plural else subject_of_sentence(around, first, last)


def takes_up(around: Surroundings, pronoun: Mention, subject: Mention) -> bool:
    """Say whether a pronoun can only mean a subject that is described: "His sister wept", then "she"."""
    word = around.tokens.words[pronoun.first].lower()
    if subject.kind not in {"description", "bare"}:
        return False
    is_person = "j" in around.tokens.kinds[subject.first : subject.last]
    if word in _HEARD:
        somebodys = around.tokens.kinds[subject.first] == "S"
        new = somebodys or around.tokens.words[subject.first].lower() in _NEW
        return new and is_person and described_gender(around, subject) in {None, "m" if word == "he" else "f"}
    if word == "they":
        return around.tokens.words[subject.last - 1].endswith("s")
    return word == "it" and not is_person and not is_time(around.tokens, subject)


def is_other(around: Surroundings, pronoun: Mention) -> bool:
    """Say whether a pronoun stands for a body or for several."""
    return around.tokens.words[pronoun.first].lower() in _OTHERS


def described_gender(around: Surroundings, mention: Mention) -> str | None:
    """Return `m` or `f` where a noun tells it: "his sister", "a man in the row"."""
    words = {word.lower() for word in around.tokens.words[mention.first + 1 : mention.last]}
    groups = wordlists.groups("grammar")
    return "f" if words & groups["female"] else "m" if words & groups["male"] else None
