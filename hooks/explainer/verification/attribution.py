"""To whom the words around a quotation give it: "said Ann Lee", "Lee told reporters", "he noted".

Read are the clause right after the closing mark, the one right before the opening mark, and the one between
a quotation and its own continuation. Nothing is guessed: where these plainly name nobody, there is none.
"""

import re
from functools import cache
from typing import Literal, NamedTuple

from explainer.text import sentences
from explainer.text.pattern import pattern
from explainer.verification import marking, wordlists
from explainer.verification.marking import ACCENTED, NOBODY, PRONOUN, VERB, marked
from explainer.verification.quotation import Stretch, enclosing, preceding

_REACH = 240
"""Characters on either side in which a clause is read."""
_SAY = rf"(?:{marking.SAYING})"
_AUXILIARY = r"(?:has|had|have|a|hat|hatte|avait|ha|había)\s+"
_ADVERB_WORD = r"(?:\w+ly|also|then|later|once|simply|even|just|often|still|again|had|has)"
_ADVERB = rf"(?:{_ADVERB_WORD}\s+){{0,2}}"
_CAPITAL = (
    r"(?:[A-Z]\.(?:[A-Z]\.)*"
    r"|(?:Mrs?|Ms|Drs?|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Rev|Hon|St|Sra?|Dra)\.|[A-ZÀ-ÖØ-Þ][\w'-]*)"
)
_PARTICLE = (
    r"(?:del?|de\s+l[ao]s?|d[aio]s?|du|des|la|le|van(?:\s+der)?|von|zu|bin|ibn|al|el|ben|y|ter|ten|af)"
)
_NAME = rf"{_CAPITAL}(?:\s+(?:{_PARTICLE}\s+)?{_CAPITAL}){{0,6}}"
_NAMES = rf"{_NAME}(?:\s+and\s+{_NAME})?"
_COMMON = rf"(?!(?:{wordlists.either('function-words')})\b)[a-zà-ÿ{VERB}][\w-]*"
"""A lower-case word of a job, "party leader Ann Lee"; a function word would part the name from it."""
_PRONOUN = rf"(?:{PRONOUN}\w+|{ACCENTED}l|[Hh]e|[Ss]he|[Tt]hey|[Éé]l|[Ee]l(?:l?[ea])?|[Ii]l|[Ee]r|[Ss]ie)"
_SUBJECT = (
    rf"(?:(?:{_NAME}'s?\s+)?(?:{_COMMON}\s+){{0,4}}(?:{_NAME}\s+(?:{_COMMON}\s+){{1,4}})?"
    rf"(?P<name>{_NAMES})(?<!'s)"
    rf"(?!'s?\s|\w|\s+[A-ZÀ-Þ{NOBODY}{ACCENTED}]|\s+(?!(?:{_SAY}|{_ADVERB_WORD})\b){_COMMON}\s)"
    rf"|(?P<pronoun>{_PRONOUN})\b|[^\s.,;:!?\"][^.,;:!?\"]{{1,60}}?)"
)
_ASIDE = r"(?:\s*,[^.;:\"\n]{1,140},|\s*\([^()\n]{1,60}\))?"
_OPENING = r"\s*[,—–-]?\s*"
_ENDED = r"(?=\s|[.,;:!?)—–-]|\Z)"
_ACCORDING = r"(?:according\s+to|según|laut|selon)"
_CUED = pattern(rf"{_OPENING}(?:(?:{_AUXILIARY})?{_SAY}|{_ACCORDING})\s")
_CUE = rf"(?:{_AUXILIARY})?{_SAY}\s+(?:\w+ly\s+)?|{_ACCORDING}\s+"
_CLAUSE = pattern(rf"{_OPENING}(?P<cue>{_CUE})?{_SUBJECT}(?(cue){_ENDED}|{_ASIDE}\s+{_ADVERB}{_SAY}\b)")
"""Verb and speaker, or speaker and verb; one pattern, because the speaker's is long."""
_ACCORDING_TO = rf"(?:(?i:{_ACCORDING})|{NOBODY[0]}(?:egún|aut|elon))\s"
_NAMES_SOURCE = pattern(_ACCORDING_TO)
_CUE_AT_END = pattern(
    rf".*\b(?P<cue>{_SAY})(?:\s+(?!-)[^\s.,;:!?\"—–]+){{0,7}}\s*(?:,\s*(?:that|who)?)?:?\s*\Z", re.DOTALL
)
_SUBJECT_AT_END = pattern(
    rf"(?:\A|(?P<leading>\S*)\s+|[(\"—-])"
    rf"(?:(?P<name>{_NAMES})(?:\s+(?:of|from|at|with|for)\s+(?:the\s+)?{_NAME})?|(?P<pronoun>{_PRONOUN}))"
    rf"\s+{_ADVERB}\Z"
)
_ASTRAY = pattern(r"(?:[Tt]he|of|from|at|in|near|for|to|by|with|on|than|de|en|von|zu|à|au)\Z")
"""Words before a name that make it something else than the subject: "the mayor of Paris said"."""
_ASIDE_AT_END = pattern(
    rf"(?:\A|(?<![A-Z{NOBODY}])(?P<city>\b[A-Z{NOBODY}]\w*)?[,—]\s+(?:(?:and|but|that|while|when|as)\s+)?)"
    rf"(?:{_COMMON}\s+){{0,4}}(?P<name>{_NAME})(?=\s*,(?P<aside>[^\"]{{1,140}},)?\s+{_ADVERB}\Z)"
)
_CREDIT = pattern(rf"\s{{0,4}}(?:—|–|--?)\s?(?P<name>{_NAME})(?=\s*(?:[,.(;\n]|\Z))")
"""A name behind a dash, on the same line or the next: “…” – Ann Lee, mayor."""
_DASH = pattern(r"\s{0,4}[—–-]")
_LABEL_AT_END = pattern(rf"\A\s*(?P<name>{_NAME})\s*:\s*\Z")
"""A transcript's label is all that stands before its words."""
_NO_SPEECH = pattern(
    r"\b(?:was|were|is|are|be|been|being|not|never|to|n't|will|would|could|should|might|may|can|if|when)"
    r"\s+\Z"
)
_DAY = pattern(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|September|October|November|December"
)
_CLAUSE_END = pattern(r"\n[ \t\r]*\n|(?<=[.!?”\"])\s*\n|[“„«]")


class Attribution(NamedTuple):
    """Who is named beside a quotation: the words as they stand, and whether they are a name."""

    words: str
    is_pronoun: bool


def attribution(text: str, start: int, end: int) -> Attribution | None:
    """Return whom the words around `text[start:end]` give it to; None where they plainly name nobody."""
    around = enclosing(text, start, end)
    if around is None:
        return None
    after = _after(text, around)
    if after is None:
        return _before(text, around) or _carried(text, around)
    return after or None


def _after(text: str, around: Stretch) -> Attribution | Literal[False] | None:
    """Read the clause after a quotation; False where there is one that plainly names nobody."""
    stop = min(len(text), around.outer_end + _REACH)
    ended = _CLAUSE_END.search(text, around.outer_end, stop)
    stop = ended.start() if ended else stop
    if _DASH.match(text, around.outer_end):
        clause = text[around.outer_end : around.outer_end + 2 * _REACH]
        if credit := _CREDIT.match(marked(clause)):
            return _named(credit, clause) or False
    clause = text[around.outer_end : stop]
    words = marked(clause)
    last = text[around.start : around.end].rstrip()[-1:]
    is_joined = last in ",?!…—–-" or text[around.outer_end : around.outer_end + 1] in (",", "—", "–")
    if not (is_joined or _CUED.match(words)):
        return None
    found = _CLAUSE.match(words)
    if not found or not (found["cue"] or is_joined):
        return None
    if not found["cue"] and last in "?!…" and ended and text[stop - 8 : stop].rstrip()[-1:] in ",:":
        return None  # “Why?” He answered, “Because.”
    return _named(found, clause) or False


def _before(text: str, around: Stretch) -> Attribution | None:
    """Read the clause that leads to a quotation."""
    lead = text[sentences.start_of(text, around.outer_start) : around.outer_start]
    words = marked(lead)
    source = _source_at_end().search(words) if _NAMES_SOURCE.search(words) else None
    told = source or _LABEL_AT_END.match(words)
    if told:
        return _named(told, lead)
    cue = _CUE_AT_END.match(words)
    words = words[: cue.start("cue")] if cue else ""
    if not words or _NO_SPEECH.search(words):
        return None
    subject = _SUBJECT_AT_END.search(words)
    if subject:
        leading, name = (lead[slice(*subject.span(group))] for group in ("leading", "name"))
        return None if _ASTRAY.search(leading) or name.endswith(("'s", "’s")) else _named(subject, lead)
    asides = (found for found in _ASIDE_AT_END.finditer(words) if found["aside"] or not found["city"])
    named = [_named(found, lead) for found in asides]
    return named[0] if len(named) == 1 else None


def _carried(text: str, around: Stretch) -> Attribution | None:
    """Read the clause between a quotation and the one before it, of which it is the continuation."""
    previous = preceding(text, around)
    if previous is None or around.outer_start - previous.outer_end > _REACH:
        return None
    between = text[previous.outer_end : around.outer_start]
    if "\n" in between or between.rstrip()[-1:] not in (".", ",", ";", ":", "—", "–", "-"):
        return None
    last = previous.outer_end + len(between.rstrip()) - 1
    if sentences.start_of(text, last) > previous.outer_end:
        return None
    return _after(text, previous) or None


@cache
def _source_at_end() -> re.Pattern[str]:
    """Return what matches "According to Ann Lee," and the like: long, and seldom asked."""
    return re.compile(rf"{_ACCORDING_TO}\s*{_SUBJECT}\s*,?\s*\Z")


def _named(found: re.Match[str], clause: str) -> Attribution | None:
    """Return the name or pronoun of a clause; None for a description, "a friend of Lee", and for a day."""
    groups = found.re.groupindex
    if found["name"]:
        name = clause[slice(*found.span("name"))]
        if not _DAY.fullmatch(name):
            return Attribution(name, False)
    if "pronoun" in groups and found["pronoun"]:
        return Attribution(clause[slice(*found.span("pronoun"))], True)
    return None
