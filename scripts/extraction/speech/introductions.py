"""What introduces a quote: its own reporting clause behind it or before it, and whose words it makes it."""

import re
from dataclasses import replace
from typing import NamedTuple

from extraction import wordlists
from extraction.speech import denials
from extraction.speech.clauses import Surroundings, beside, starting, subject_of_sentence
from extraction.speech.frames import Frame
from extraction.speech.mentions import Mention

_OF_GERUND = re.compile(r"[rf](?:[g]|n)#?\Z")


class Introduction(NamedTuple):
    """A quote's own reporting clause; without a mention it names nobody that can be made out."""

    mention: Mention | None
    cue: int | None
    close: bool = True
    """Whether the clause touches the quote, and does not merely stand in its sentence."""
    denied: bool = False
    """Whether the clause says that these words were never said."""
    certain: bool = False
    """Whether it leaves no choice: a transcript's label, "Ann Lee's claim", "quoted Ann Lee as saying"."""


_SPOKEN = frozenset({"comma", "stop", "query", "dash", "open"})
_VERBS = "Vv"
_ASIDE = 30
_NEAR = 12
"""Words between a reporting verb and the mark that it introduces."""


def find(around: Surroundings, frame: Frame) -> Introduction | None:
    """Return what introduces a quote, a clause behind it before one ahead of it; None where nothing does."""
    ahead = _cited(around, frame) or _before(around, frame)
    false = denials.misreported(around.tokens, frame.left, frame.at)
    if false or denials.retracted(around.tokens, frame.at + 1) or (ahead is not None and ahead.denied):
        return Introduction(None, None, denied=True)
    found = _owned(around, frame) or _behind(around, frame) or ahead
    return found or _line_above(around, frame) or _further(around, frame)


def _cited(around: Surroundings, frame: Frame) -> Introduction | None:
    """Return whom a speaker quotes: "Ann Lee, quoting a neighbor, said", "read from a letter by Bo Ek".

    A base form before the quote is here for what was not said: "did not say “…”".
    """
    kinds, words = around.tokens.kinds, around.tokens.words
    last = frame.at - 1 - (words[frame.at - 1] in {"that", ","})
    if last > frame.left and kinds[last] == "b" and denials.denied(around.tokens, frame.left, last):
        return Introduction(None, None, denied=True)
    citing = wordlists.groups("speech")["citing"]
    for at in range(frame.left, frame.at - 1):
        if words[at].lower() in citing:
            return Introduction(starting(around, at + 1), None, certain=True)
        if words[at] == "read" and words[at + 1] == "from":
            by = next((index for index in range(at + 2, frame.at) if words[index] == "by"), None)
            return Introduction(starting(around, by + 1) if by else None, None, certain=True)
    return None


def _owned(around: Surroundings, frame: Frame) -> Introduction | None:
    """Return whose statement it is in "Ann Lee's claim that “…”" and "Ann Lee's “…” remark"."""
    kinds, words = around.tokens.kinds, around.tokens.words
    nouns = wordlists.groups("speech")["noun"]
    if words[frame.at + 1] in nouns and kinds[frame.at - 1] == "S":
        return Introduction(_owner(around, frame.at - 1), None, certain=True)
    at = frame.at - 1
    while at > frame.left and not (words[at] in nouns and kinds[at - 1] == "S"):
        if kinds[at] in "Vvg:":
            return None
        at -= 1
    touches = kinds[at + 1 : frame.at] in {"", ",", ":"} or words[at + 1] in {"that", "of"}
    return Introduction(_owner(around, at - 1), None, certain=True) if at > frame.left and touches else None


def _owner(around: Surroundings, last: int) -> Mention:
    """Return the name whose last word is a possessive at token `last`."""
    first = last
    while around.tokens.kinds[first - 1] in "NT":
        first -= 1
    return Mention("name", first, last + 1, first)


def _behind(around: Surroundings, frame: Frame) -> Introduction | None:
    kinds, words = around.tokens.kinds, around.tokens.words
    at = frame.at + 1
    if at < frame.right and kinds[at] == ",":
        at += 1
    if at >= frame.right or frame.ending not in _SPOKEN:
        return None
    if kinds[at] in _VERBS and kinds[at + 1] != "r":
        return Introduction(starting(around, at + 1), at)
    if kinds[at] in "xa" and kinds[at + 1] == "d" and words[at] in wordlists.groups("speech")["comes"]:
        return Introduction(None, at, certain=True)
    mention = None if frame.ending == "stop" else starting(around, at)
    verb = None if mention is None else _verb_after(around, mention, frame.right)
    if verb is None:
        return None
    other = _second_hand(around, verb, frame.right)
    told = _is_passed_on(around, verb, frame.right)
    return other or Introduction(
        mention, verb, denied=denials.denied(around.tokens, at, verb), certain=told and mention is not None
    )


def _is_passed_on(around: Surroundings, verb: int, end: int) -> bool:
    """Tell that a clause says where the words were reported: "she said, according to the Times"."""
    words = around.tokens.words
    return any(
        words[at] == "according" and words[at - 1] == "," for at in range(verb + 1, min(end, verb + 12))
    )


def _second_hand(around: Surroundings, verb: int, end: int) -> Introduction | None:
    """Return whom somebody else quotes behind the words: "Ann Lee quoted Bo Ek as saying"."""
    kinds, words = around.tokens.kinds, around.tokens.words
    other = starting(around, verb + 1)
    at = verb + 2 if other is None else other.last
    if at < end and words[at] == "as":
        at += 1
    second = at < end and kinds[at] == "g" and kinds[verb + 1] not in ",.r"
    return Introduction(other, at, certain=True) if second else None


def _verb_after(around: Surroundings, mention: Mention, end: int) -> int | None:
    """Return the reporting verb of a subject: right behind it, or behind what is set between them."""
    kinds = around.tokens.kinds
    at = mention.last
    if at < end and kinds[at] in ",(rfw-":
        limit = min(end, at + _ASIDE)
        verb = next((index for index in range(at, limit) if kinds[index] in _VERBS), None)
        return verb if verb is None or kinds[at] in "rfw" or kinds[verb - 1] in ",)-a" else None
    while at < end and kinds[at] == "a":
        at += 1
    return at if at < end and kinds[at] in _VERBS else None


def _before(around: Surroundings, frame: Frame) -> Introduction | None:
    kinds, words = around.tokens.kinds, around.tokens.words
    last = frame.at - 1
    if last < frame.left:
        return None
    if kinds[last] in "Vvg":
        return _by_verb(around, frame, last)
    if kinds[last] not in ",:" and words[last] not in {"that", "as"}:
        return None
    first = max(frame.left, last - _NEAR)
    verb = next((at for at in range(last - 1, first - 1, -1) if kinds[at] in "Vvgx"), None)
    if verb is not None and kinds[verb] != "x":
        return _by_verb(around, frame, verb)
    if kinds[last] != ":":
        return None
    if verb is None and kinds[frame.left - 1] == "|" and (last - frame.left) <= _LONGEST_LABEL:
        return Introduction(_label(around, frame), None, certain=True)
    return Introduction(subject_of_sentence(around, frame.left, last), None)


_LONGEST_LABEL = 6


def _label(around: Surroundings, frame: Frame) -> Mention | None:
    """Return the speaker's name that fills the words before a colon, as in a transcript."""
    inside = around.between(frame.left, frame.at)
    if len(inside) != 1 or inside[0].last != frame.at - 1 or inside[0].kind != "name":
        return None
    words = around.tokens.words[inside[0].first : inside[0].last]
    return None if words[0].lower() in wordlists.groups("speech")["label"] else inside[0]


def _line_above(around: Surroundings, frame: Frame) -> Introduction | None:
    """Return what a line that ends in a colon says of the quote below it: "Statement by Ann Lee:"."""
    kinds = around.tokens.kinds
    if frame.at < 2 or kinds[frame.at - 2 : frame.at] != ":|":
        return None
    first = frame.at - 2
    while first > 0 and kinds[first - 1] not in ".|Q":
        first -= 1
    above = replace(frame, left=first, at=frame.at - 1)
    found = _before(around, above)
    if found is not None and found.mention is not None:
        return found._replace(certain=True)
    names = [one for one in around.between(first, frame.at - 1) if one.kind == "name"]
    return Introduction(names[0] if len(names) == 1 else None, None, certain=True)


def _further(around: Surroundings, frame: Frame) -> Introduction | None:
    """Return the nearest reporting verb's clause in the words before a quote that it does not touch."""
    kinds = around.tokens.kinds
    verbs = (at for at in range(frame.at - 1, frame.left - 1, -1) if kinds[at] in "Vvg")
    verb = next((at for at in verbs if kinds[at - 1] != "d"), None)
    return None if verb is None else _by_verb(around, frame, verb)._replace(close=False)


def _by_verb(around: Surroundings, frame: Frame, verb: int) -> Introduction:
    denied = denials.denied(around.tokens, frame.left, verb)
    if around.tokens.kinds[verb] != "g":
        return Introduction(_subject(around, frame.left, verb), verb, denied=denied)
    speaker, certain = _of_gerund(around, frame.left, verb)
    return Introduction(speaker, verb, denied=denied, certain=certain)


def _subject(around: Surroundings, first: int, verb: int) -> Mention | None:
    """Return the subject of a verb before the quote."""
    kinds = around.tokens.kinds
    at = verb
    while at > first and kinds[at - 1] == "a":
        at -= 1
    subject = beside(around, first, at)
    if subject is not None and not _is_object(kinds, subject, first):
        return _head(around, subject, first)
    if at == first:
        return starting(around, verb + 1)
    return subject_of_sentence(around, first, verb + 1)


def _is_object(kinds: str, mention: Mention, first: int) -> bool:
    """Tell what somebody described does something to: "a man accused of stealing 17 violins told a jury"."""
    return mention.kind == "bare" and _OF_GERUND.search(kinds, first, mention.first) is not None


def _head(around: Surroundings, mention: Mention, first: int) -> Mention:
    """Return whom a phrase is about: Ann Lee, not the school, in "Ann Lee of the school"."""
    while mention.first > first and around.tokens.kinds[mention.first - 1] in "rf":
        before = beside(around, first, mention.first - 1)
        if before is None:
            break
        mention = before
    return mention


def _of_gerund(around: Surroundings, first: int, verb: int) -> tuple[Mention | None, bool]:
    """Return who is "saying", and whether that is somebody quoted or recalled by another.

    It is whoever stands right before it or its "as", else the subject of the sentence.
    """
    kinds, words = around.tokens.kinds, around.tokens.words
    at = verb
    while at > first and (kinds[at - 1] == "a" or words[at - 1] in {"as", "for"}):
        at -= 1
    other = at < verb and words[at] in {"as", "for"}
    if other and kinds[at - 1] == ",":
        at -= 1
    speaker = beside(around, first, at)
    if speaker is not None and (other or kinds[speaker.first - 1] not in "rf"):
        return speaker, other or kinds[speaker.first - 1] in _VERBS
    return subject_of_sentence(around, first, verb), False
