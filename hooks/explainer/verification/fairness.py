"""Whether true words give a false picture: a condition cut off, a question made a statement, a bracket.

What is found here needs a writer's judgement, given in the record's `signed_off`.
"""

import re
from collections.abc import Iterator
from itertools import chain

from explainer.text import sentences
from explainer.text.characters import shown
from explainer.text.pattern import pattern
from explainer.verification import wordlists
from explainer.verification.brackets import objection
from explainer.verification.editing import edits
from explainer.verification.ladder import Match
from explainer.verification.quotation import enclosing

_LIMITING = pattern(rf"[\s,;:–—-]*\b({wordlists.either('limiting')})\b[^.!?”\"\n]{{0,60}}", re.IGNORECASE)
_CONDITION = pattern(rf"(?<!\w)(?:{wordlists.either('conditions')})(?!\w)[^.!?”\"\n]{{0,60}}", re.IGNORECASE)
_NEGATION = pattern(rf"\b(?:{wordlists.either('negations')}|[a-z]+n['’]t)\b", re.IGNORECASE)
_TURNING = pattern(rf"(?<!\w)(?:{wordlists.either('turning')})(?!\w)")
_SAYING = pattern(
    r"\b(?:not|never|n['’]t|denied|denies|deny|without)\s+(?:[a-z]+\s+){0,2}"
    r"(?:sa(?:y|ys|id|ying)|claim\w*|mean\w*|call\w*|promis\w*|describ\w*)\b[^.!?]{0,20}\Z",
    re.IGNORECASE,
)
_REPORTING = (
    r"(?:says?|said|claims?|claimed|thinks?|thought|believes?|believed|pretends?|argues?|argued"
    r"|(?:tells?|told)\s+(?:me|us|you))"
)
_REPORTED = pattern(
    r"(?<!\bas )\b(?!(?:I|[Ww]e|you|to)\b)[\w’']+\s+(?:\w+ly\s+|often\s+|always\s+)?"
    rf"{_REPORTING}(?:\s+that\b|[,:]?\s*\Z)"
)
"""Somebody else's words or thoughts, told by the speaker: "They say that …"."""
_ADDED = pattern(rf",\s*(?:they|he|she|people|critics|some|others|[Tt]hat is what \w+)\s+{_REPORTING}\b")
"""The same behind them: "…, they say"."""
_CLAUSE = pattern(r"[;:—–]|,\s+(?:but|and|so|yet|pero|mais|aber)\b", re.IGNORECASE)
_SENTENCE_END = pattern(r"[.!?][”\"’']?\s|\n")
_TO_ITS_END = pattern(r"[^.!?\n]*(?:\.(?=\w)[^.!?\n]*)*([.!?\n])")
_OPENING = '“„«"‘'
_GOES_ON = pattern(r"[,.]?[”\"][^“”\"\n]{1,80}(?<![.!?\s])\s+[“\"]\s*")
"""From the end of a piece of a split quotation to the next piece of the same sentence."""
_HIDES = (
    (_NEGATION, "a negation"), (_CONDITION, "a condition"), (_TURNING, "what turns them"),
    (_REPORTED, "whose words they are"),
)  # fmt: skip
"""What a cut in the middle may hide."""
_NEAR = 4
"""Words before a quotation in which a word still turns it."""
_MOST_ELLIPSES = 2
_MARKS = " \n\t\u00a0“”„\"'‘’«»‹›"


def cautions(text: str, exact: str, match: Match) -> Iterator[str]:
    """Yield what the quotation `exact`, found in `text`, does not let its reader see."""
    yield from chain(_stops_early(text, match), _starts_late(text, match), _denied_before(text, match.start))
    if match.tier == "EDITED":
        yield from _edited(text, exact, match)
    if _is_question(text, match.end) and not exact.rstrip(_MARKS).endswith("?"):
        yield "makes a statement of a question"


def _edited(text: str, exact: str, match: Match) -> Iterator[str]:
    ellipses = 0
    for edit in edits(text, exact, match.pieces):
        if edit.put_in:
            left_out = edit.left_out if edit.before.strip() else _lead(text, match)
            told = objection(edit.put_in, left_out, before=edit.before, after=edit.after, text=text)
            if told:
                yield told
        elif edit.is_inner:
            ellipses += 1
            if not any(letter.isalnum() or letter == "…" for letter in edit.left_out.replace("...", "…")):
                yield "has an ellipsis where nothing is left out"
        if edit.is_inner:
            yield from _hidden(edit.left_out)
    if ellipses > _MOST_ELLIPSES:
        yield f"is pieced together over {ellipses} ellipses"


def _hidden(left_out: str) -> Iterator[str]:
    """Yield what a cut in the middle hides."""
    for hidden, what in _HIDES:
        found = hidden.search(left_out)
        if found:
            yield f'hides {what} ("{shown(found[0])}") behind its ellipsis or bracket'
            return
    if "?" in left_out:
        yield "hides a question behind its ellipsis"


def _stops_early(text: str, match: Match) -> Iterator[str]:
    """Yield what limits the words right after their end, or anywhere in the rest of their sentence."""
    end = match.end
    goes_on = _GOES_ON.match(text, end)
    found = _LIMITING.match(text, goes_on.end() if goes_on else end)
    is_over = not goes_on and text[end - 1] in ".!?"
    around = enclosing(text, match.start, end)
    if around and not found and not is_over:
        rest = text[end : max(end, min(around.end, sentences.end_of(text, end)))]
        found = _CONDITION.search(rest) or _ADDED.search(rest)
    if found and not is_over:
        yield f'stops before a limiting clause ("{_told(found)} …")'


def _starts_late(text: str, match: Match) -> Iterator[str]:
    """Yield what governs the words from before their beginning, within the same quotation."""
    lead = _lead(text, match)
    if not lead.strip(_MARKS):
        return
    clause = lead[max((found.end() for found in _CLAUSE.finditer(lead)), default=0) :]
    near = " ".join(clause.split()[-_NEAR:])
    found = (
        _NEGATION.search(clause)
        or _CONDITION.search(lead)
        or _TURNING.search(near)
        or _REPORTED.search(clause)
    )
    if found:
        what = "a negation" if _NEGATION.fullmatch(found[0]) else "what they hang on"
        yield f'hides {what} that stands before it ("{_told(found)}")'


def _lead(text: str, match: Match) -> str:
    """Return what stands before the words in their sentence, within the same quotation."""
    around = enclosing(text, match.start, match.end)
    first = max(around.start, sentences.start_of(text, match.start)) if around else match.start
    return text[first : match.start]


def _denied_before(text: str, start: int) -> Iterator[str]:
    """Yield a denial in the reporter's words that lead to a quotation: "never said “…”"."""
    before = text[max(0, start - 200) : start]
    ends = list(_SENTENCE_END.finditer(before))
    sentence = before[ends[-1].end() :] if ends else before
    opening = sentence.rstrip()[-1:]
    if not opening or opening not in _OPENING:
        return
    said = sentence.rstrip()[:-1]
    found = _SAYING.search(said)
    if found is None and not said.rstrip().endswith((",", ":")):
        found = _NEGATION.search(" ".join(said.split()[-2:]))
    if found:
        yield f'hides a negation that stands before it ("{_told(found)}")'


def _is_question(text: str, end: int) -> bool:
    """Say whether the sentence that a quotation ends in is a question."""
    if text[end - 1] in ".!?":
        return text[end - 1] == "?"
    closing = _TO_ITS_END.match(text, end, end + 400)
    around = enclosing(text, end - 1, end)
    return bool(closing and closing[1] == "?" and around and closing.start(1) < around.end)


def _told(found: re.Match[str]) -> str:
    return shown(" ".join(found[0].split()).strip(" ,;:–—-"))
