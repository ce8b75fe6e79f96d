"""The reporting clause beside a quote: its verb and its subject, or that what follows is denied."""

import re

from extraction.languages.speech import attributions, clauses, phrases, subjects, texts
from extraction.languages.speech.attributions import Cue
from extraction.languages.speech.narrative import Narrative
from extraction.languages.speech.phrases import Phrase

_REACH = 12
"""A verb governs a quote within so many words, where no colon joins them."""


def find(around: Narrative, quote: int) -> Cue | None:
    """Return the cue of the quote at token `quote`: before a colon, else after it, else before it."""
    before = _before(around, quote)
    if before and before.place == "colon" and around.kinds[before.at] == "V" and before.subject:
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
    elif around.language.capitalises_nouns and quote in around.titles:
        return None  # „Der Turm“ zeigt Fotos
    if words[at].lower() in around.language.grammar["resumptive"] and kinds[at] != "L":
        at += 1
        if "V" not in kinds[at : at + 3]:
            tie = clauses.conceded(around, at, last)
            return Cue(tie.at, "after", tie.subject) if tie else None
    if kinds[at] == "L":
        return attributions.according(around, at, "after")
    if around.language.capitalises_nouns and words[at] == "wie":
        told = clauses.as_told(around, at, last)
        return Cue(told.at, "after", told.subject) if told else None
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
    if hearsay and around.words[verb + 1].lower() == "man":
        return Cue(verb, "after", phrases.parse(around, verb + 2))
    subject = subjects.behind(around, verb + 1, last)
    if subject:
        subject = subjects.joined(around, subject, verb)
    elif around.language.capitalises_nouns:
        subject = texts.quoted_name(around, verb + 1) or texts.from_whom(around, verb)
    subject = subject or texts.told(around, verb, last)
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
    if subject and re.search("[PV]", kinds[subject.last : min(last, subject.last + _REACH)]):
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
    kinds = {"name", "person", "pronoun"} | (
        {"group", "body"} if around.language.capitalises_nouns else set()
    )
    if subject is None or subject.kind not in kinds:
        return None
    return Cue(at, "after", subject)


def _before(around: Narrative, quote: int) -> Cue | None:
    clause = around.kinds.rfind(":", 0, max(0, quote - 1)) + 1
    first = max(around.sentence(quote)[0], around.kinds.rfind("Q", 0, quote) + 1, clause)
    if around.kinds[first:quote] == ":" and around.language.capitalises_nouns:
        first = max(around.sentence(quote)[0], around.kinds.rfind("Q", 0, first - 1) + 1, clause)
    if first >= quote:
        return None
    if around.kinds[quote - 1] == "(":
        beside = next(subjects.ending_at(around, first, quote - 1), None)
        return Cue(quote - 1, "before", beside) if beside else None
    colon = around.kinds[quote - 1] == ":"
    called = around.words[quote - 1].lower() in around.language.grammar.get("called", ())
    place = "colon" if colon else "before"
    if attributions.is_denied(around, first, quote):
        return Cue(first, place, None, denied=True)
    verb = max(around.kinds.rfind("V", first, quote), _participle(around, first, quote))
    told = attributions.told_by(around, first, quote)
    if told and told.at > verb - 2:
        return told
    if around.language.capitalises_nouns and (tie := clauses.ahead(around, first, quote, colon=colon)):
        return Cue(tie.at, place, tie.subject)
    if verb < 0:
        return _opening_colon(around, first, quote) if colon else None
    if not (colon or called) and quote - verb > _REACH:
        return None
    subject = subjects.of_verb(around, first, verb, quote)
    if subject is None and colon and around.language.capitalises_nouns:
        subject = subjects.behind_finite(around, first, quote)
    if subject is None and colon and around.language.capitalises_nouns:
        subject = subjects.nominative(around, first, quote)
    if subject is None and colon:
        return _opening_colon(around, first, quote) or Cue(verb, place, None)
    return Cue(verb, place, subjects.owner(around, subject) if subject else None)


def _participle(around: Narrative, first: int, quote: int) -> int:
    at = around.kinds.rfind("P", first, quote)
    return at if at >= 0 and "A" in around.kinds[max(first, at - _REACH) : at] else -1


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
