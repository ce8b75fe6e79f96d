"""The reporting clause beside a quote: its verb and its subject, or that what follows is denied."""

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
REACH = 12
"""A verb governs a quote within so many words, where no colon joins them."""


def find(around: Narrative, quote: int) -> Cue | None:
    """Return the cue of the quote at token `quote`: before a colon, else after it, else before it."""
    before = _before(around, quote)
    if before and before.place == "colon" and around.kinds[before.at] == "V":
        return before
    return _after(around, quote) or before


def _after(around: Narrative, quote: int) -> Cue | None:
    if re.match(r"cQ", around.kinds[quote + 1 : quote + 3]):
        return _after(around, quote + 2)  # „…“ und „…“, sagte sie
    at, last = quote + 1, around.sentence(quote + 1)[1]
    kinds, words = around.kinds, around.words
    if kinds[at : at + 1] in {",", "-"}:
        at += 1
    elif kinds[at : at + 1] == ".":
        at += 1
        last = around.sentence(at)[1]
        if words[at].lower() not in around.language.grammar["resumptive"]:
            return None
    if words[at].lower() in around.language.grammar["resumptive"] and kinds[at] != "L":
        at += 1
        if "V" not in kinds[at : at + 3]:
            return None
    if kinds[at] == "L":
        return _according(around, at, "after", last)
    at = subjects.skip(subjects.ADVERBS, kinds, at)
    if at >= last:
        return None
    if kinds[at] == "A":
        return _compound(around, at, last)
    if kinds[at] == "V":
        return _with_subject(around, at, last)
    return _unlisted(around, at)


def _with_subject(around: Narrative, verb: int, last: int) -> Cue:
    hearsay = around.words[verb].lower() in around.language.verbs["hearsay"]
    subject = subjects.behind(around, verb + 1, last) or subjects.text_told(around, verb, last)
    return Cue(verb, "after", None if hearsay else subject, denied=hearsay)


def _compound(around: Narrative, auxiliary: int, last: int) -> Cue | None:
    """Read "ha dicho X", "a-t-il dit", "wird X zitiert": an auxiliary with its participle near."""
    kinds = around.kinds
    at = subjects.skip(subjects.ADVERBS, kinds, auxiliary + 1)
    if kinds[at] == "p":
        return Cue(auxiliary, "after", Phrase("pronoun", at, at + 1))
    if kinds[at] in "PV":
        return Cue(at, "after", subjects.behind(around, at + 1, last))
    subject = subjects.behind(around, at, last)
    if subject and re.search("[PV]", kinds[subject.last : min(last, subject.last + REACH)]):
        return Cue(auxiliary, "after", subject)
    return None


def _unlisted(around: Narrative, at: int) -> Cue | None:
    """Take a word of a verb's shape for the cue where somebody by name or office follows at once."""
    shape = subjects.VERB_SHAPE.get(around.language.code)
    if around.kinds[at] != "n" or not shape or not around.words[at][0].islower():
        return None
    if not (around.language.capitalises_nouns or shape.match(around.words[at])):
        return None
    subject = phrases.parse(around, subjects.skip(subjects.ADVERBS, around.kinds, at + 1))
    if subject is None or subject.kind not in {"name", "person", "pronoun"}:
        return None
    return Cue(at, "after", subject)


def _phrased(around: Narrative, at: int) -> int:
    """Return how many words from `at` make "de acuerdo con", "nach Angaben von"; 0 where none do."""
    lengths = (phrase.count("_") + 1 for phrase in around.language.grammar["according-of"])
    wanted = around.language.grammar["according-of"]
    return next(
        (n for n in sorted(set(lengths), reverse=True) if _joined(around, at, n) in wanted),
        0,
    )


def _joined(around: Narrative, at: int, count: int) -> str:
    return "_".join(around.words[at : at + count]).lower().replace("’", "'")


def _according(around: Narrative, at: int, place: str, last: int, length: int = 1) -> Cue | None:
    start = at + length
    if around.kinds[start] == "V":
        start += 1
    subject = phrases.parse(around, subjects.skip(subjects.ADVERBS, around.kinds, start))
    if subject is None or subject.kind == "thing":
        return None
    return Cue(at, place, subject)


def _before(around: Narrative, quote: int) -> Cue | None:
    clause = around.kinds.rfind(":", 0, max(0, quote - 1)) + 1
    first = max(around.sentence(quote)[0], around.kinds.rfind("Q", 0, quote) + 1, clause)
    if first >= quote:
        return None
    if around.kinds[quote - 1] == "(":
        beside = next(subjects.ending_at(around, first, quote - 1), None)
        return Cue(quote - 1, "before", beside) if beside else None
    colon = around.kinds[quote - 1] == ":"
    called = around.words[quote - 1].lower() in around.language.grammar.get("called", ())
    place = "colon" if colon else "before"
    if _is_denied(around, first, quote):
        return Cue(first, place, None, denied=True)
    verb = max(around.kinds.rfind("V", first, quote), _participle(around, first, quote))
    told = _told_by(around, first, quote)
    if told and told.at > verb - 2:
        return told
    if verb < 0:
        return _opening_colon(around, first, quote) if colon else None
    if not (colon or called) and quote - verb > REACH:
        return None
    subject = subjects.of_verb(around, first, verb, quote)
    if subject is None and colon and around.language.capitalises_nouns:
        subject = subjects.behind_finite(around, first, quote)
    if subject is None and colon and around.language.capitalises_nouns:
        subject = subjects.nominative(around, first, quote)
    if subject is None and colon:
        return _opening_colon(around, first, quote) or Cue(verb, place, None)
    return Cue(verb, place, subjects.owner(around, subject) if subject else None)


def sentence_before(around: Narrative, quote: int) -> Cue | None:
    """Return who opens the sentence before a quote that stands as a sentence of its own in their paragraph.

    Sentences in the mood of reported speech ("Das sei falsch.") are passed over, back to whose speech it is;
    where that is somebody quoted, the cue has no subject.
    """
    end = quote
    while around.kinds[end - 1 : end] in {".", ":"}:
        first = around.sentence(end - 1)[0]
        if _is_denied(around, first, end):
            return None
        if "Q" in around.kinds[first:end]:
            return Cue(quote - 1, "resumed", None) if end < quote else None
        subject = _told_subject(around, first, end)
        if subject:
            return Cue(quote - 1, "sentence", subject)
        if not _is_reported(around, first, end):
            return None
        end = first
    return None


def _told_subject(around: Narrative, first: int, end: int) -> Phrase | None:
    if length := _phrased(around, first):
        told = _according(around, first, "sentence", end, length)
        return told.subject if told else None
    verb = around.kinds.find("V", first, end)
    subject = (
        subjects.of_verb(around, first, verb, end) if verb > first else subjects.at_opening(around, first)
    )
    return subject if subject and subject.kind in {"name", "person"} else None


def _is_reported(around: Narrative, first: int, end: int) -> bool:
    moods = around.language.grammar.get("reported", frozenset())
    return any(around.words[at].lower() in moods for at in range(first, end))


def _participle(around: Narrative, first: int, quote: int) -> int:
    at = around.kinds.rfind("P", first, quote)
    return at if at >= 0 and "A" in around.kinds[max(first, at - REACH) : at] else -1


def _is_denied(around: Narrative, first: int, quote: int) -> bool:
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


def _told_by(around: Narrative, first: int, quote: int) -> Cue | None:
    """Return the cue "según X, «…»", "nach Angaben von X", "Para X, «…»" before a quote."""
    for at in range(quote - 1, first - 1, -1):
        word = around.words[at].lower()
        if around.kinds[at] == "L" and (word != "so" or (at > first and around.kinds[at - 1] == ",")):
            return _according(around, at, "before", quote)
        if length := _phrased(around, at):
            return _according(around, at, "before", quote, length)
    if around.words[first].lower() in around.language.grammar["viewpoint"]:
        subject = phrases.parse(around, first + 1)
        if subject and subject.kind in {"name", "person"} and around.kinds[subject.last : quote] == ",":
            return Cue(first, "before", subject)
    return None


def _opening_colon(around: Narrative, first: int, quote: int) -> Cue | None:
    """Take the subject that opens the sentence for the speaker where nothing but a colon joins the quote."""
    beside = next(subjects.ending_at(around, first, quote - 1), None)
    subject = beside or subjects.at_opening(around, first)
    if around.language.capitalises_nouns and (subject is None or subjects.is_mere_opener(around, subject)):
        subject = (
            subjects.behind_finite(around, first, quote)
            or subjects.nominative(around, first, quote)
            or subject
        )
    subject = subjects.owner(around, subject) if subject else None
    if subject is None or subject.kind not in {"name", "person", "group", "body"} or subject.last > quote:
        return None
    return Cue(quote - 1, "colon", subject)
