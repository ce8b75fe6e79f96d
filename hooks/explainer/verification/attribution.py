"""To whom the words around a quotation give it: "said Ann Lee", "Lee told reporters", "he noted".

Read are the clause right after the closing mark, the one right before the opening mark, and the one between
a quotation and its own continuation. Nothing is guessed: where these plainly name nobody, there is none.
"""

import re
from typing import Literal, NamedTuple

from explainer.text import sentences
from explainer.verification import wordlists
from explainer.verification.quotation import Stretch, enclosing, preceding

_REACH = 240
"""Characters on either side in which a clause is read."""
_SAY = rf"(?:{wordlists.either('saying')})"
_AUXILIARY = r"(?:has|had|have|a|hat|hatte|avait|ha|había)\s+"
_ADVERB_WORD = r"(?:\w+ly|also|then|later|once|simply|even|just|often|still|again|had|has)"
_ADVERB = rf"(?:{_ADVERB_WORD}\s+){{0,2}}"
_CAPITAL = (
    rf"(?!(?:{'|'.join(sorted(wordlists.words('no-names')))})(?![\w'’.]))(?:[A-Z]\.(?:[A-Z]\.)*"
    r"|(?:Mrs?|Ms|Drs?|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Rev|Hon|St|Sra?|Dra)\.|[A-ZÀ-ÖØ-Þ][\w'’-]*)"
)
_PARTICLE = (
    r"(?:del?|de\s+l[ao]s?|d[aio]s?|du|des|la|le|van(?:\s+der)?|von|zu|bin|ibn|al|el|ben|y|ter|ten|af)"
)
_NAME = rf"{_CAPITAL}(?:\s+(?:{_PARTICLE}\s+)?{_CAPITAL}){{0,6}}"
_NAMES = rf"{_NAME}(?:\s+and\s+{_NAME})?"
_COMMON = rf"(?!(?:{wordlists.either('function-words')})\b)[a-zà-ÿ][\w-]*"
"""A lower-case word of a job, "party leader Ann Lee"; a function word would part the name from it."""
_PRONOUN = r"(?:[Hh]e|[Ss]he|[Tt]hey|[ÉEée]l|[Ee]lla|[Ii]l|[Ee]lle|[Ee]r|[Ss]ie|[Ee]le|[Ee]la)"
_SUBJECT = (
    rf"(?:(?:{_NAME}[’']s?\s+)?(?:{_COMMON}\s+){{0,4}}(?:{_NAME}\s+(?:{_COMMON}\s+){{1,4}})?"
    rf"(?P<name>{_NAMES})(?<![’']s)(?![’']s?\s|\w|\s+[A-ZÀ-Þ]|\s+(?!(?:{_SAY}|{_ADVERB_WORD})\b){_COMMON}\s)"
    rf"|(?P<pronoun>{_PRONOUN})\b|[^\s.,;:!?“”\"][^.,;:!?“”\"]{{1,60}}?)"
)
_ASIDE = r"(?:\s*,[^.;:“”\"\n]{1,140},|\s*\([^()\n]{1,60}\))?"
_OPENING = r"\s*[,—–-]?\s*"
_ENDED = r"(?=\s|[.,;:!?)—–-]|\Z)"
_ACCORDING = r"(?:according\s+to|según|laut|selon)"
_INVERTED = re.compile(rf"{_OPENING}(?:{_AUXILIARY})?{_SAY}\s+(?:\w+ly\s+)?{_SUBJECT}{_ENDED}")
_PLAIN = re.compile(rf"{_OPENING}{_SUBJECT}{_ASIDE}\s+{_ADVERB}{_SAY}\b")
_SOURCE = re.compile(rf"{_OPENING}{_ACCORDING}\s+{_SUBJECT}{_ENDED}")
_SOURCE_AT_END = re.compile(rf"(?i:{_ACCORDING})\s+{_SUBJECT}\s*,?\s*\Z")
_CUE_AT_END = re.compile(
    rf".*\b(?P<cue>{_SAY})(?:\s+(?!-)[^\s.,;:!?“”\"—–]+){{0,7}}\s*(?:,\s*(?:that|who)?)?:?\s*\Z", re.DOTALL
)
_SUBJECT_AT_END = re.compile(
    rf"(?:\A|(?P<leading>\S*)\s+|[(“\"—-])"
    rf"(?:(?P<name>{_NAMES})(?:\s+(?:of|from|at|with|for)\s+(?:the\s+)?{_NAME})?|(?P<pronoun>{_PRONOUN}))"
    rf"\s+{_ADVERB}\Z"
)
_ASTRAY = re.compile(r"(?:[Tt]he|of|from|at|in|near|for|to|by|with|on|than|de|en|von|zu|à|au)\Z")
"""Words before a name that make it something else than the subject: "the mayor of Paris said"."""
_ASIDE_AT_END = re.compile(
    rf"(?:\A|(?<![A-Z])(?P<city>\b[A-Z]\w*)?[,—]\s+(?:(?:and|but|that|while|when|as)\s+)?)"
    rf"(?:{_COMMON}\s+){{0,4}}(?P<name>{_NAME})(?=\s*,(?P<aside>[^“”\"]{{1,140}},)?\s+{_ADVERB}\Z)"
)
_CREDIT = re.compile(rf"\s{{0,4}}(?:—|–|--?)\s?(?P<name>{_NAME})(?=\s*(?:[,.(;\n]|\Z))")
"""A name behind a dash, on the same line or the next: “…” – Ann Lee, mayor."""
_LABEL_AT_END = re.compile(rf"\A\s*(?P<name>{_NAME})\s*:\s*\Z")
"""A transcript's label is all that stands before its words."""
_NO_SPEECH = re.compile(
    r"\b(?:was|were|is|are|be|been|being|not|never|to|n[’']t|will|would|could|should|might|may|can|if|when)"
    r"\s+\Z"
)
_DAY = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|September|October|November|December"
)
_CLAUSE_END = re.compile(r"\n[ \t\r]*\n|(?<=[.!?”\"])\s*\n|[“„«]")


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
    credit = _CREDIT.match(text, around.outer_end)
    if credit:
        return _named(credit) or False
    inverted = _INVERTED.match(text, around.outer_end, stop) or _SOURCE.match(text, around.outer_end, stop)
    if inverted:
        return _named(inverted) or False
    last = text[around.start : around.end].rstrip()[-1:]
    is_joined = last in ",?!…—–-" or text[around.outer_end : around.outer_end + 1] in (",", "—", "–")
    plain = _PLAIN.match(text, around.outer_end, stop) if is_joined else None
    if not plain or (last in "?!…" and ended and text[stop - 8 : stop].rstrip()[-1:] in ",:"):
        return None  # “Why?” He answered, “Because.”
    return _named(plain) or False


def _before(text: str, around: Stretch) -> Attribution | None:
    """Read the clause that leads to a quotation."""
    lead = text[sentences.start_of(text, around.outer_start) : around.outer_start]
    according = _SOURCE_AT_END.search(lead)
    if according:
        return _named(according)
    label = _LABEL_AT_END.match(lead)
    if label:
        return _named(label)
    cue = _CUE_AT_END.match(lead)
    lead = lead[: cue.start("cue")] if cue else ""
    if not lead or _NO_SPEECH.search(lead):
        return None
    subject = _SUBJECT_AT_END.search(lead)
    if subject:
        is_astray = _ASTRAY.search(subject["leading"] or "") or (subject["name"] or "").endswith(("'s", "’s"))
        return None if is_astray else _named(subject)
    named = [_named(found) for found in _ASIDE_AT_END.finditer(lead) if found["aside"] or not found["city"]]
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


def _named(found: re.Match[str]) -> Attribution | None:
    """Return the name or pronoun of a clause; None for a description, "a friend of Lee", and for a day."""
    groups = found.groupdict()
    name = groups.get("name")
    if name and not _DAY.fullmatch(name):
        return Attribution(name, False)
    return Attribution(found["pronoun"], True) if groups.get("pronoun") else None
