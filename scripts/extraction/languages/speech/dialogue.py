"""Dialogue behind dashes: "—No cedemos —dijo Ruiz—. Nunca." as quoted stretches without marks."""

import re
from collections.abc import Iterator, Sequence

from extraction.languages.language import Language
from extraction.languages.speech import marks
from extraction.paragraphs import Span
from extraction.speech.marks import Quoted

_INSERTED = re.compile(r"\s[—–―](?=[^\W\d_]|[ \u00a0])")
_RESUMED = re.compile(r"[—–―][.,;:]?\s")
_COMMA = re.compile(r"(?P<gap>,|(?<=[?!…]))\s")


def with_dialogue(
    text: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted], language: Language
) -> list[Quoted]:
    """Return the stretches with those of paragraphs that a dash opens, where one of them has its cue."""
    taken = {one.paragraph for one in quoted}
    spoken = [
        list(_spoken(text, number, start, paragraph, language))
        for number, paragraph in enumerate(paragraphs)
        if number not in taken and (start := marks.dialogue_dash(text, paragraph)) is not None
    ]
    if not any(piece.end < paragraphs[piece.paragraph].end for pieces in spoken for piece in pieces[:1]):
        return list(quoted)
    found = [*quoted, *(piece for pieces in spoken for piece in pieces)]
    return sorted(found, key=lambda one: one.start)


def _spoken(text: str, number: int, start: int, paragraph: Span, language: Language) -> Iterator[Quoted]:
    """Yield what one paragraph speaks: up to the narrator's clause, and after it where dashes tell."""
    at, end = start, paragraph.end
    inserted = _INSERTED.search(text, at, end)
    if inserted is None:
        cut = _reporting_clause(text, at, end, language)
        yield Quoted(at, cut or end, paragraph.start, cut or end, number)
        return
    while inserted:
        yield Quoted(at, inserted.start(), at if at > start else paragraph.start, inserted.start(), number)
        resumed = _RESUMED.search(text, inserted.end(), end)
        if resumed is None or resumed.end() >= end:
            return
        at = resumed.end()
        inserted = _INSERTED.search(text, at, end)
    yield Quoted(at, end, at, end, number)


def _reporting_clause(text: str, start: int, end: int, language: Language) -> int | None:
    """Return where ", raconte X" begins behind spoken words; None where no such clause stands."""
    verbs = language.verbs["finite"] | language.verbs["participle"] | language.verbs["auxiliary"]
    for comma in _COMMA.finditer(text, start, end):
        word = re.match(r"(?:s['’])?([^\W\d_]+)(?:-t-\w+|-\w+)?", text[comma.end() : comma.end() + 40])
        if word and word[1] in verbs and _names_somebody(text[comma.end() : end], language):
            return comma.start()
    return None


def _names_somebody(clause: str, language: Language) -> bool:
    words = re.findall(r"[^\W\d_]+", clause.split(".", 1)[0])[1:5]
    return "-il" in clause or "-elle" in clause or any(w[0].isupper() or language.noun(w) for w in words)
