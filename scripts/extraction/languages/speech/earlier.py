"""Who speaks in a quote that has no clause of its own: whoever opens its sentence, or the one before."""

from extraction.languages.speech import attributions, clauses, subjects
from extraction.languages.speech.attributions import Cue
from extraction.languages.speech.narrative import Narrative
from extraction.languages.speech.phrases import Phrase


def opening(around: Narrative, quote: int) -> Cue | None:
    """Return who opens the sentence of a quote that its "dass" begins: "Rau hofft sehr, „dass …“"."""
    first = max(around.sentence(quote)[0], around.kinds.rfind("Q", 0, quote) + 1)
    subject = subjects.at_opening(around, first)
    sources = {"name", "person", "group", "body"}
    if subject is None or subject.kind not in sources or not subjects.is_nominative(around, first, subject):
        return None
    return None if attributions.is_denied(around, first, quote) else Cue(quote - 1, "before", subject)


def sentence_before(around: Narrative, quote: int) -> Cue | None:
    """Return who opens the sentence before a quote that stands as a sentence of its own in their paragraph.

    Sentences in the mood of reported speech ("Das sei falsch.") are passed over, back to whose speech it is;
    where that is somebody quoted, the cue has no subject.
    """
    end = quote
    while around.kinds[end - 1 : end] in {".", ":", "Q"}:
        if around.kinds[end - 1] == "Q":
            return Cue(quote - 1, "resumed", None) if end < quote else None
        first = around.sentence(end - 1)[0]
        if attributions.is_denied(around, first, end):
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
    if length := attributions.phrased(around, first):
        told = attributions.according(around, first, "sentence", length)
        return told.subject if told else None
    if around.language.capitalises_nouns and (tie := clauses.as_told(around, first, end)):
        return tie.subject if tie.subject.kind in {"name", "person"} else None
    verb = around.kinds.find("V", first, end)
    subject = (
        subjects.of_verb(around, first, verb, end) if verb > first else subjects.at_opening(around, first)
    )
    if around.language.capitalises_nouns and (subject is None or subjects.is_mere_opener(around, subject)):
        subject = subjects.nominative(around, first, end)
    return subject if subject and subject.kind in {"name", "person"} else None


def _is_reported(around: Narrative, first: int, end: int) -> bool:
    moods = around.language.grammar.get("reported", frozenset())
    return any(around.words[at].lower() in moods for at in range(first, end))
