"""The subject of a reporting verb: beside it, opening the sentence, behind it, or told by its case."""

import re
from collections.abc import Iterator

from extraction.languages.speech import phrases, texts
from extraction.languages.speech.narrative import Narrative
from extraction.languages.speech.phrases import Phrase

ADVERBS = re.compile(r"[a-]*")
_TIME = re.compile(r"d?n?t[tn]{0,2}|#t?")
_LOWER_OBJECT = re.compile(r"[ir]d?(?:[nTGBXt#]{1,3}|N{1,2})(?:rd?[nTGBXN]{1,3})*")
_INSERTED = re.compile(r"di[dnNTGBXt#ri]{1,8}n(?=[NT])")
_CAPITAL_OBJECT = re.compile(r"[ir]d?n{0,2}[NTGBXt#]?")
VERB_SHAPE = {
    "es": re.compile(r"[^\W\d_]{2,}(?:[óa]|aba|ía|an|aron|ieron|e|ió)$"),
    "fr": re.compile(r"[^\W\d_]{2,}(?:e|ait|a|it|ent)$"),
    "de": re.compile(r"[^\W\d_]{2,}(?:te|t|ten)$"),
}
_SAID = frozenset({"name", "person", "group", "body", "text"})
_SPEAKING = _SAID - {"text"}
_SOMEBODY = {"ein": re.compile(r"(?:end|t|ig|en)er$"), "der": re.compile(r"(?:nd|ig|en|[rlz]t)e$")}
_AND = (["und"], ["y"], ["e"], ["et"])
_JOINING = frozenset(["und", "aber", "doch", "auch", "y", "e", "pero", "et", "mais"])


def behind(around: Narrative, at: int, last: int) -> Phrase | None:
    """Return the first noun phrase from `at` that is no place, no time and no object of a preposition."""
    kinds = around.kinds
    pattern = _CAPITAL_OBJECT if around.language.capitalises_nouns else _LOWER_OBJECT
    unknown = 0
    while at < last:
        kind = kinds[at]
        if (time := _TIME.match(kinds, at)) and time.end() > at:
            at = time.end()
        elif kind == "d" and (inserted := _INSERTED.match(kinds, at)) and around.language.capitalises_nouns:
            at = inserted.end()  # "die am Hof von Ober Tal lebende Rau"
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


def joined(around: Narrative, subject: Phrase, verb: int) -> Phrase:
    """Return both of "sagten Eva Rau und Olaf Brandt"; the phrase itself where one speaks."""
    if subject.kind != "name" or around.words[subject.last : subject.last + 1] not in _AND:
        return subject
    if not around.words[verb].endswith(("n", "nt")):
        return subject
    other = phrases.parse(around, subject.last + 1)
    if other is None or other.kind != "name":
        return subject
    return Phrase("group", subject.name, other.last, other.name)


def owner(around: Narrative, phrase: Phrase) -> Phrase:
    """Return whose words they are in "der Kommentar von Eva Rau" and "Raus Antwort"; else the phrase."""
    nouns = around.language.grammar.get("utterance", frozenset())
    if phrase.kind == "name" and around.words[phrase.last - 1].lower() in nouns:
        shorter = phrase.name_end - phrase.name > 1 and around.words[phrase.last - 2].endswith("s")
        return phrase._replace(last=phrase.last - 1, name_end=phrase.name_end - 1) if shorter else phrase
    if phrase.head < 0 or around.kinds[phrase.head + 1 : phrase.head + 2] != "r":
        return phrase
    if not around.words[phrase.head].lower().endswith(tuple(nouns) or ("\n",)):
        return phrase
    owner = phrases.parse(around, phrase.head + 2)
    return owner if owner and owner.kind in {"name", "person"} else phrase


def behind_finite(around: Narrative, first: int, quote: int) -> Phrase | None:
    """Return the subject behind the verb that stands second: "Am Tor wartete die Bäckerin schon:"."""
    kinds = around.kinds
    if kinds[first] not in "ia":
        return None
    for at in range(first + 1, quote - 1):
        verbal = kinds[at] in "VA" or (kinds[at] == "n" and VERB_SHAPE["de"].match(around.words[at]))
        if verbal and kinds[at + 1] in "adNTGBp":
            subject = phrases.parse(around, skip(ADVERBS, kinds, at + 1))
            return subject if subject and subject.kind != "thing" else None
    return None


def nominative(around: Narrative, first: int, quote: int) -> Phrase | None:
    """Return the only one in a German sentence who can be its subject by the form of the article.

    "Den Schlüssel zeigte die Küsterin, Eva Rau, herum:" has one; with two, nobody can be told.
    """
    found: list[Phrase] = []
    at = first
    while at < quote - 1:
        phrase = phrases.parse(around, at) if around.kinds[at] in "dNTGB" else None
        if phrase is None:
            at += 1
            continue
        opener = phrase.first == first and is_mere_opener(around, phrase)
        if phrase.kind in _SPEAKING and not opener and is_nominative(around, first, phrase):
            found.append(phrase)
        at = max(phrase.last, at + 1)
    return found[0] if len(found) == 1 else None


def is_nominative(around: Narrative, first: int, phrase: Phrase) -> bool:
    """Say whether a phrase can be a subject by the form of its article and what stands before it."""
    words, kinds = around.words, around.kinds
    article = words[phrase.first]
    told = phrase.kind == "pronoun" or article.lower() in around.language.grammar["nominative"]
    if not told and (kinds[phrase.first] == "d" or article[:1].islower()):
        return False
    before = kinds[phrase.first - 1] if phrase.first > first else "."
    if before in "irLw" or (before in "NTGBX" and phrase.first - 1 >= first):
        return False
    if phrase.kind != "name" or phrase.head >= 0:
        return True
    last = words[phrase.name_end - 1].lower()
    single = phrase.name_end - phrase.name == 1
    return not last.endswith(phrases.NOUN_ENDINGS) and not (single and last in around.language.not_names)


def at_opening(around: Narrative, first: int) -> Phrase | None:
    """Return the phrase that opens a sentence, past dashes and "und"."""
    at = first
    while around.kinds[at] in "-," or around.words[at].lower() in _JOINING:
        at += 1
    return phrases.parse(around, at) if around.kinds[at] in "dNTGBXp" else None


def of_verb(around: Narrative, first: int, verb: int, last: int) -> Phrase | None:
    """Return the subject of a verb before a quote: beside it, opening the sentence, or right after it."""
    beside = _with_open_apposition(around, first, verb) or next(ending_at(around, first, verb), None)
    if beside and beside.first == first and beside.last - beside.first == 1 and beside.kind == "name":
        close = phrases.parse(around, skip(ADVERBS, around.kinds, verb + 1))
        if close and close.kind in {"name", "person", "pronoun"} and _may_be_subject(around, verb, close):
            return close
    if beside:
        return beside
    inverted = behind(around, verb + 1, last) if around.kinds[verb - 1] == "," else None
    if inverted and inverted.kind in {"name", "person"}:
        return inverted
    opening = at_opening(around, first)
    after = behind(around, verb + 1, last - 1 if around.kinds[last - 1] == ":" else last)
    is_behind = after is not None and after.kind != "thing" and _may_be_subject(around, verb, after)
    if is_behind and is_mere_opener(around, opening):
        return after
    if opening and opening.kind in _SAID | {"pronoun"} and opening.last <= verb:
        return joined(around, opening, verb)
    if after and after.kind != "thing" and not _is_oblique(around, after):
        return after
    return texts.told(around, verb, last)


def _with_open_apposition(around: Narrative, first: int, verb: int) -> Phrase | None:
    """Return the full name that opens a sentence, described up to the verb: "Eva Rau, die Leiterin sagte"."""
    opening = phrases.parse(around, first) if around.kinds[first] == "N" else None
    if opening is None or opening.kind != "name" or opening.name_end - opening.name < 2:
        return None
    described = re.compile(r",d?[NTGBX]").match(around.kinds, opening.last)
    return opening if described and "," not in around.kinds[described.end() : verb - 1] else None


def is_mere_opener(around: Narrative, opening: Phrase | None) -> bool:
    """Tell a word with a capital as it begins a German sentence: "Empört über Gebühren warnte …"."""
    if opening is None or not around.language.capitalises_nouns or opening.kind != "name":
        return False
    alone = opening.last - opening.first == 1 or around.words[opening.first + 1].islower()
    known = around.words[opening.first].lower() in around.language.first_names
    return opening.head < 0 and alone and not known


def _may_be_subject(around: Narrative, verb: int, phrase: Phrase) -> bool:
    return not around.language.capitalises_nouns or is_nominative(around, verb, phrase)


def ending_at(around: Narrative, first: int, verb: int) -> Iterator[Phrase]:
    """Yield phrases that end where a verb begins, the longest first; none behind a preposition."""
    kinds = around.kinds
    end = verb
    while end > first and kinds[end - 1] in "aA,":
        end -= 1
    for at in range(first, end):
        if kinds[at] in "dNTGBXp" and (
            at == first or (kinds[at - 1] not in "ricdnNT-#" or _is_described(around, at))
        ):
            phrase = phrases.parse(around, at)
            phrase = phrase and phrases.with_apposition(around, phrase)
            if phrase is None or not end <= phrase.last <= verb or _is_oblique(around, phrase):
                continue
            if phrase.kind != "thing" or _is_somebody(around, phrase):
                yield phrase


def _is_somebody(around: Narrative, phrase: Phrase) -> bool:
    """Tell a person by an adjective that serves as a noun: "ein Geretteter", "der Überlebende"."""
    article, noun = (around.words[at] for at in (phrase.first, phrase.last - 1))
    shape = _SOMEBODY.get(article.lower())
    return around.language.capitalises_nouns and shape is not None and shape.search(noun) is not None


def _is_oblique(around: Narrative, phrase: Phrase) -> bool:
    """Tell an object by its article, which no subject has: "bat den Papst"."""
    return around.words[phrase.first].lower() in around.language.grammar.get("oblique", ())


def _is_described(around: Narrative, at: int) -> bool:
    """Tell an office with a name behind a participle: "der alles leitende Kantor Jo Ek"."""
    before = around.kinds[at - 1] == "n" and around.words[at - 1].endswith("nde")
    return before and around.kinds[at : at + 3] == "TNN" and around.language.capitalises_nouns


def skip(pattern: re.Pattern[str], kinds: str, at: int) -> int:
    """Return the token behind what a pattern of classes matches at `at`."""
    found = pattern.match(kinds, at)
    return found.end() if found else at
