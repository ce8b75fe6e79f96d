"""The reporting clause beside a quote: its verb and its subject, or that what follows is denied."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extraction.languages.speech import phrases
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


_ADVERBS = re.compile(r"[a-]*")
_TIME = re.compile(r"d?n?t[tn]{0,2}|#t?")
_LOWER_OBJECT = re.compile(r"[ir]d?(?:[nTGBXt#]{1,3}|N{1,2})(?:rd?[nTGBXN]{1,3})*")
_CAPITAL_OBJECT = re.compile(r"[ir]d?n{0,2}[NTGBXt#]?")
_VERB_SHAPE = {
    "es": re.compile(r"[^\W\d_]{2,}(?:[óa]|aba|ía|an|aron|ieron|e|ió)$"),
    "fr": re.compile(r"[^\W\d_]{2,}(?:e|ait|a|it|ent)$"),
    "de": re.compile(r"[^\W\d_]{2,}(?:te|t|ten)$"),
}
_NEGATIONS = frozenset(["no", "nunca", "jamás", "n'", "ne", "nicht", "nie", "niemals", "kein", "keine"])
_SAID = frozenset({"name", "person", "group", "body", "text"})
_JOINING = frozenset(["und", "aber", "doch", "auch", "y", "e", "pero", "et", "mais"])
_SPEAKING = _SAID - {"text"}
_IMPERSONAL = frozenset({"heißt", "hieß", "geheißen", "steht", "stand"})
REACH = 12
"""A verb governs a quote within so many words, where no colon joins them."""


def find(around: Narrative, quote: int) -> Cue | None:
    """Return the cue of the quote at token `quote`: before a colon, else after it, else before it."""
    before = _before(around, quote)
    if before and before.place == "colon" and around.kinds[before.at] == "V":
        return before
    return _after(around, quote) or before


def _after(around: Narrative, quote: int) -> Cue | None:
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
    at = _skip(_ADVERBS, kinds, at)
    if at >= last:
        return None
    if kinds[at] == "A":
        return _compound(around, at, last)
    if kinds[at] == "V":
        return _with_subject(around, at, last)
    return _unlisted(around, at)


def _with_subject(around: Narrative, verb: int, last: int) -> Cue:
    hearsay = around.words[verb].lower() in around.language.verbs["hearsay"]
    subject = subject_after(around, verb + 1, last) or _text_told(around, verb, last)
    return Cue(verb, "after", None if hearsay else subject, denied=hearsay)


def _compound(around: Narrative, auxiliary: int, last: int) -> Cue | None:
    """Read "ha dicho X", "a-t-il dit", "wird X zitiert": an auxiliary with its participle near."""
    kinds = around.kinds
    at = _skip(_ADVERBS, kinds, auxiliary + 1)
    if kinds[at] == "p":
        return Cue(auxiliary, "after", Phrase("pronoun", at, at + 1))
    if kinds[at] in "PV":
        return Cue(at, "after", subject_after(around, at + 1, last))
    subject = subject_after(around, at, last)
    if subject and re.search("[PV]", kinds[subject.last : min(last, subject.last + REACH)]):
        return Cue(auxiliary, "after", subject)
    return None


def _unlisted(around: Narrative, at: int) -> Cue | None:
    """Take a word of a verb's shape for the cue where somebody by name or office follows at once."""
    shape = _VERB_SHAPE.get(around.language.code)
    if around.kinds[at] != "n" or not shape or not around.words[at][0].islower():
        return None
    if not (around.language.capitalises_nouns or shape.match(around.words[at])):
        return None
    subject = phrases.parse(around, _skip(_ADVERBS, around.kinds, at + 1))
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
    subject = phrases.parse(around, _skip(_ADVERBS, around.kinds, start))
    if subject is None or subject.kind == "thing":
        return None
    return Cue(at, place, subject)


def subject_after(around: Narrative, at: int, last: int) -> Phrase | None:
    """Return the first noun phrase from `at` that is no place, no time and no object of a preposition."""
    kinds = around.kinds
    pattern = _CAPITAL_OBJECT if around.language.capitalises_nouns else _LOWER_OBJECT
    unknown = 0
    while at < last:
        kind = kinds[at]
        if (time := _TIME.match(kinds, at)) and time.end() > at:
            at = time.end()
        elif kind in "ri" and (passed := pattern.match(kinds, at)):
            at = passed.end()
        elif kind in "a-()#P" or (kind == "," and kinds[at + 1] in "iat"):
            at += 1
        elif phrase := phrases.parse(around, at):
            return phrase
        elif kind == "n" and unknown < 3:
            unknown += 1
            at += 1
        else:
            return None
    return None


def _text_told(around: Narrative, verb: int, last: int) -> Phrase | None:
    """Return the text in "heißt es in einer Mitteilung", where it, and nobody else, is the source."""
    if around.words[verb].lower() not in _IMPERSONAL:
        return None
    first = around.sentence(verb)[0]
    spans = (*range(verb, last), *range(first, verb))
    found = (phrases.parse(around, at) for at in spans if around.kinds[at] in "dX")
    return next((phrase for phrase in found if phrase and phrase.kind == "text"), None)


def _before(around: Narrative, quote: int) -> Cue | None:
    first = max(around.sentence(quote)[0], around.kinds.rfind("Q", 0, quote) + 1)
    if first >= quote:
        return None
    colon = around.kinds[quote - 1] == ":"
    place = "colon" if colon else "before"
    if _is_denied(around, first, quote):
        return Cue(first, place, None, denied=True)
    verb = max(around.kinds.rfind("V", first, quote), _participle(around, first, quote))
    told = _told_by(around, first, quote)
    if told and told.at > verb - 2:
        return told
    if verb < 0:
        return _opening_colon(around, first, quote) if colon else None
    if not colon and quote - verb > REACH:
        return None
    subject = subject_of(around, first, verb, quote)
    if subject is None and colon and around.language.capitalises_nouns:
        subject = _behind_finite(around, first, quote)
    if subject is None and colon and around.language.capitalises_nouns:
        subject = _nominative(around, first, quote)
    if subject is None and colon:
        return _opening_colon(around, first, quote) or Cue(verb, place, None)
    return Cue(verb, place, subject)


def sentence_before(around: Narrative, quote: int) -> Cue | None:
    """Return who opens the sentence before a quote that stands as a sentence of its own in their paragraph.

    Sentences in the mood of reported speech ("Das sei falsch.") are passed over, back to whose speech it is;
    where that is somebody quoted, the cue has no subject.
    """
    end = quote
    while around.kinds[end - 1 : end] == ".":
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
    verb = around.kinds.find("V", first, end)
    subject = subject_of(around, first, verb, end) if verb > first else _opening(around, first)
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
        if word in verbs["hearsay"]:
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
    beside = next(_ending_at(around, first, quote - 1), None)
    subject = beside or _opening(around, first)
    if around.language.capitalises_nouns and (subject is None or _is_mere_opener(around, subject)):
        subject = _behind_finite(around, first, quote) or _nominative(around, first, quote) or subject
    if subject is None or subject.kind not in {"name", "person", "group", "body"} or subject.last > quote:
        return None
    return Cue(quote - 1, "colon", subject)


def _behind_finite(around: Narrative, first: int, quote: int) -> Phrase | None:
    """Return the subject behind the verb that stands second: "In Köln zeigte sich der Trainer zufrieden:"."""
    kinds = around.kinds
    if kinds[first] not in "ia":
        return None
    for at in range(first + 1, quote - 1):
        verbal = kinds[at] in "VA" or (kinds[at] == "n" and _VERB_SHAPE["de"].match(around.words[at]))
        if verbal and kinds[at + 1] in "adNTGBp":
            subject = phrases.parse(around, _skip(_ADVERBS, kinds, at + 1))
            return subject if subject and subject.kind != "thing" else None
    return None


def _nominative(around: Narrative, first: int, quote: int) -> Phrase | None:
    """Return the only one in a German sentence who can be its subject by the form of the article.

    "Den Unmut brachte die Sprecherin, Eva Rau, zum Ausdruck:" has one; with two, nobody can be told.
    """
    found: list[Phrase] = []
    at = first
    while at < quote - 1:
        phrase = phrases.parse(around, at) if around.kinds[at] in "dNTGB" else None
        if phrase is None:
            at += 1
            continue
        opener = phrase.first == first and _is_mere_opener(around, phrase)
        if phrase.kind in _SPEAKING and not opener and _is_nominative(around, first, phrase):
            found.append(phrase)
        at = max(phrase.last, at + 1)
    return found[0] if len(found) == 1 else None


def _is_nominative(around: Narrative, first: int, phrase: Phrase) -> bool:
    words, kinds = around.words, around.kinds
    article = words[phrase.first]
    told = phrase.kind == "pronoun" or article.lower() in around.language.grammar["nominative"]
    if not told and (kinds[phrase.first] == "d" or article[:1].islower()):
        return False
    before = kinds[phrase.first - 1] if phrase.first > first else "."
    if before in "irLw" or (before in "NTGBX" and phrase.first - 1 >= first):
        return False
    named = phrase.kind == "name" and phrase.head < 0
    return not named or (
        phrase.name_end - phrase.name > 1 or words[phrase.name].lower() not in around.language.not_names
    )


def _opening(around: Narrative, first: int) -> Phrase | None:
    at = first
    while around.kinds[at] in "-," or around.words[at].lower() in _JOINING:
        at += 1
    return phrases.parse(around, at) if around.kinds[at] in "dNTGBXp" else None


def subject_of(around: Narrative, first: int, verb: int, last: int) -> Phrase | None:
    """Return the subject of a verb before a quote: beside it, opening the sentence, or right after it."""
    beside = next(_ending_at(around, first, verb), None)
    if beside and beside.first == first and beside.last - beside.first == 1 and beside.kind == "name":
        close = phrases.parse(around, _skip(_ADVERBS, around.kinds, verb + 1))
        if close and close.kind in {"name", "person", "pronoun"} and _may_be_subject(around, verb, close):
            return close
    if beside:
        return beside
    inverted = subject_after(around, verb + 1, last) if around.kinds[verb - 1] == "," else None
    if inverted and inverted.kind in {"name", "person"}:
        return inverted
    opening = _opening(around, first)
    after = subject_after(around, verb + 1, last - 1 if around.kinds[last - 1] == ":" else last)
    behind = after is not None and after.kind != "thing" and _may_be_subject(around, verb, after)
    if behind and _is_mere_opener(around, opening):
        return after
    if opening and opening.kind in _SAID | {"pronoun"} and opening.last <= verb:
        return opening
    if after and after.kind != "thing":
        return after
    return _text_told(around, verb, last)


def _is_mere_opener(around: Narrative, opening: Phrase | None) -> bool:
    """Tell a word with a capital because a German sentence begins with it: "Passend zum Eis warnte …"."""
    if opening is None or not around.language.capitalises_nouns or opening.kind != "name":
        return False
    alone = opening.last - opening.first == 1 or around.words[opening.first + 1].islower()
    known = around.words[opening.first].lower() in around.language.first_names
    return opening.head < 0 and alone and not known


def _may_be_subject(around: Narrative, verb: int, phrase: Phrase) -> bool:
    return not around.language.capitalises_nouns or _is_nominative(around, verb, phrase)


def _ending_at(around: Narrative, first: int, verb: int) -> Iterator[Phrase]:
    """Yield phrases that end where a verb begins, the longest first; none behind a preposition."""
    kinds = around.kinds
    end = verb
    while end > first and kinds[end - 1] in "aA":
        end -= 1
    for at in range(first, end):
        if kinds[at] in "dNTGBXp" and (at == first or kinds[at - 1] not in "ricdnNT-"):
            phrase = phrases.parse(around, at)
            phrase = phrase and phrases.with_apposition(around, phrase)
            if phrase and end <= phrase.last <= verb and phrase.kind != "thing":
                yield phrase


def _skip(pattern: re.Pattern[str], kinds: str, at: int) -> int:
    found = pattern.match(kinds, at)
    return found.end() if found else at
