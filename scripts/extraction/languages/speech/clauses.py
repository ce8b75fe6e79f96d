"""German clauses that name a quote's source far from its verb, or with no verb of speech at all."""

from typing import NamedTuple

from extraction.languages.speech import phrases, subjects, texts
from extraction.languages.speech.narrative import Narrative
from extraction.languages.speech.phrases import Phrase


class Tie(NamedTuple):
    """The token that ties a quote to its source, and the source."""

    at: int
    subject: Phrase


_SOURCES = frozenset({"name", "person", "group", "body"})


def ahead(around: Narrative, first: int, quote: int, *, colon: bool) -> Tie | None:
    """Return the source that the clause before a quote names in one of these ways."""
    found = as_told(around, first, quote)
    if found or not colon:
        return found
    written = texts.written(around, first, quote)
    if written:
        return Tie(*written)
    return _completed(around, first, quote) or _owned(around, first, quote)


def as_told(around: Narrative, first: int, last: int) -> Tie | None:
    """Read "Wie Eva Rau, die den Hof führt, erzählt, …": the verb stands before a comma or the end."""
    if around.words[first].lower() != "wie":
        return None
    subject = phrases.parse(around, first + 1)
    if subject is None or subject.kind not in _SOURCES | {"pronoun"}:
        return None
    subject = phrases.with_apposition(around, subject)
    stops = [at for at in range(subject.last, last + 1) if around.kinds[at] in ",.|"]
    described = around.kinds[subject.last] == ","
    ends = (at - 1 for at in stops[: 3 if described else 1] if _is_verb(around, at - 1))
    return next((Tie(at, subject) for at in ends), None)


def conceded(around: Narrative, modal: int, last: int) -> Tie | None:
    """Read "„…“ Das musste Eva Rau einräumen.", behind its "das"."""
    grammar = around.language.grammar
    subject = phrases.parse(around, modal + 1)
    if around.words[modal].lower() not in grammar.get("finite", ()) or subject is None:
        return None
    conceding = around.words[last - 1].lower() in grammar["conceding"]
    return Tie(modal, subject) if conceding and subject.kind in {"name", "person"} else None


def _is_verb(around: Narrative, at: int) -> bool:
    shape = subjects.VERB_SHAPE["de"].match(around.words[at])
    return around.kinds[at] == "V" or (around.kinds[at] == "n" and shape is not None)


def _completed(around: Narrative, first: int, quote: int) -> Tie | None:
    """Read the subject behind "hatte" where the participle ends the clause: "Im Mai hatte Rau gesagt:"."""
    kinds = around.kinds
    last = quote - 1
    if kinds[last - 1] == "A" and kinds[last - 2] in "VP":
        return _of_relative(around, first, last)
    auxiliary = kinds.find("A", first, last - 1)
    if kinds[last - 1] not in "VP" or auxiliary < 0 or "," in kinds[auxiliary:last]:
        return None
    subject = phrases.parse(around, subjects.skip(subjects.ADVERBS, kinds, auxiliary + 1))
    if (
        subject is None
        or subject.kind not in _SOURCES
        or not subjects.is_nominative(around, auxiliary, subject)
    ):
        return None
    return Tie(last - 1, subject)


def _of_relative(around: Narrative, first: int, last: int) -> Tie | None:
    """Read "das Rezept, das Eva Rau im Herbst verraten hatte:"."""
    comma = around.kinds.rfind(",", first, last)
    if comma < 0 or around.kinds[comma + 1] not in "dw":
        return None
    subject = phrases.parse(around, comma + 2)
    full = subject and (subject.name_end - subject.name > 1 or subject.head >= 0)
    return Tie(last - 2, subject) if subject and full and subject.kind in {"name", "person"} else None


def _owned(around: Narrative, first: int, quote: int) -> Tie | None:
    """Read "Seine Erklärung dafür:", whose "seine" stands for whoever is spoken of."""
    grammar = around.language.grammar
    owners = grammar.get("possessive-m", frozenset()) | grammar.get("possessive-f", frozenset())
    phrase = phrases.parse(around, first) if around.words[first].lower() in owners else None
    if phrase is None or phrase.kind not in {"thing", "text"}:
        return None
    if around.kinds[phrase.last] in "rd" or subjects.nominative(around, phrase.last, quote):
        return None
    return Tie(quote - 1, Phrase("pronoun", first, first + 1))
