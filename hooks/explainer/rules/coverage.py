"""Every number of our own prose belongs to a record, or is marked exempt.

A number, in digits or from ten in words, is borne out by a record that the statement names in `refs` or in
`[[…]]`, or that is on the same issue (for a glossary entry, on any): its value, one of its dates, or its own
words; or by the text of a source that it names. A sum of money is borne out by money alone, a share by a
share. What is no claim (`Section 301`) goes into the record's `exempt` list.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial

from explainer.contents.folder import Contents
from explainer.errors import Problem, Severity
from explainer.records.model import Figure
from explainer.rules.evidence import Evidence, Kinds, kinds_of
from explainer.rules.exemptions import Exemptions
from explainer.rules.prose import Prose, proses
from explainer.rules.quoting import QUOTED
from explainer.rules.unread import Unread
from explainer.text.numbers import MAGNITUDES, Number, numbers
from explainer.text.numerals import worded
from explainer.verification.measures import beside

_REFS = "add its record to refs, or the number to exempt"
_LEAST_IN_WORDS = 10
"""From this number on, words are held as digits are; "two men" needs no record."""


def uncovered(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for each number of ours that no record bears out."""
    return _found(contents, (prose for prose in proses(contents) if not _is_cut(prose)))


def misnumbered(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for each number in a figure's own names that the sentence it is cut from has not."""
    return _found(contents, filter(_is_cut, proses(contents)))


def _is_cut(prose: Prose) -> bool:
    """Say whether a piece of prose is held to one sentence of a source, and to nothing else."""
    return prose.is_label and isinstance(prose.loaded.record, Figure)


def _found(contents: Contents, pieces: Iterable[Prose]) -> Iterator[Problem]:
    evidence, exemptions, unread = Evidence(contents), Exemptions(), Unread(contents)
    for prose in pieces:
        record = prose.loaded.record
        for number, fault in faults_in(prose.text, partial(evidence.known_to, prose), _advice(prose)):
            exempt = exemptions.hold(prose.loaded, number.words.strip())
            if not exempt and not unread.may_say_number(record, number):
                proposed = getattr(record, "status", "") == "proposed"
                severity: Severity = "warning" if proposed and prose.is_label else "error"
                yield prose.problem(number.start, fault, severity)


def _advice(prose: Prose) -> str:
    """Return how a number in a piece of prose is borne out, by what its record may name."""
    record = prose.loaded.record
    if prose.path[0] == "key_points" or "refs" in vars(record):
        return _REFS
    if prose.is_label:
        return "leave it out, or add the number to exempt"
    if getattr(record, "KIND", "") == "issue":
        return "put this issue into `issues` of its record, or add the number to exempt"
    return "link its record as [[kind:id]], or add the number to exempt"


def faults_in(
    text: str, known_to: Callable[[], Iterable[Kinds]], advice: str = _REFS
) -> Iterator[tuple[Number, str]]:
    """Yield each number outside quotation marks that what is known doesn't bear out, why, and `advice`."""
    text, found = _numbers(text)
    known = tuple(known_to()) if found else ()
    for number in found:
        fault = _fault(number, text, known, advice)
        if fault:
            yield number, fault


@lru_cache(maxsize=8192)
def _numbers(text: str) -> tuple[str, tuple[Number, ...]]:
    """Return a text with what is quoted blanked, and its numbers."""
    text = QUOTED.sub(lambda match: " " * len(match[0]), text)
    in_words = (number for number in worded(text) if number.value >= _LEAST_IN_WORDS)
    return text, (*numbers(text), *in_words)


def _fault(number: Number, text: str, known: Iterable[Kinds], advice: str) -> str | None:
    words = number.words.strip()
    kinds = kinds_of(number.value, known)
    if not kinds:
        return f'the number "{words}" is in no record named here; {advice}'
    if None in kinds:
        return None
    told = beside(text, number.start, number.end)
    if told is None or told.kind in kinds:
        return _as_count(number, text, kinds) if told is None else None
    others = " and ".join(sorted(str(kind) for kind in kinds))
    advice = "correct it, or add it to exempt"
    return f'the number "{words}" is {told.kind} here and {others} in its record; {advice}'


def _as_count(number: Number, text: str, kinds: set[str | None]) -> str | None:
    """Refuse "12 million voters" where the record has $12 million."""
    noun = re.match(r"[\s\u00a0]+([^\W\d_]{4,})", text[number.end :])
    if kinds != {"money"} or number.value < 1000 or not noun or noun[1].lower() in MAGNITUDES:
        return None
    near = text[max(0, number.start - 25) : number.end + 60]
    if re.search(
        r"[$€£¥₹]|\b(?:dollars?|euros?|pounds?|pesos?|money|aid|paid|worth|cost\w*|sum|budget)\b", near
    ):
        return None
    return f'the number "{number.words.strip()}" is money in its record; correct it, or add it to exempt'
