"""Every number of our own prose belongs to a record, or is marked exempt.

A number, in digits or from ten in words, is borne out by a record that the statement names in `refs` or in
`[[…]]`, or that is on the same issue (for a glossary entry, on any): its value, one of its dates, or its own
words; or by the text of a source that it names. A sum of money is borne out by money alone, a share by a
share. What is no claim (`Section 301`) goes into the record's `exempt` list.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache, partial
from typing import Any, NamedTuple

from explainer.contents.folder import Contents
from explainer.errors import Problem, Severity
from explainer.records.fields import target
from explainer.records.links import LINK
from explainer.records.model import Figure, Record
from explainer.records.walking import Leaf, leaves
from explainer.rules.exemptions import Exemptions
from explainer.rules.prose import Prose, proses
from explainer.rules.quoting import QUOTED
from explainer.rules.unread import Unread
from explainer.text import sentences
from explainer.text.numbers import MAGNITUDES, Number, numbers, possible_values
from explainer.text.numerals import worded
from explainer.verification.measures import beside, of_unit

_EVIDENCE_WORDS = frozenset(("exact", "label", "title", "term", "name", "detail", "caveats", "qualifier"))
_DATES = frozenset(("date", "as_of", "start", "end", "published", "accessed", "said_on", "from_", "to"))
_VALUES = frozenset(("value", "value_max"))
_DIGITS = re.compile(r"\d+")
_REFS = "add its record to refs, or the number to exempt"
_LEAST_IN_WORDS = 10
"""From this number on, words are held as digits are; "two men" needs no record."""


class Known(NamedTuple):
    """A number that some record has, and what it is a number of; None where that cannot be told."""

    value: Decimal
    kind: str | None


def uncovered(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for each number of ours that no record bears out."""
    evidence, exemptions, unread = Evidence(contents), Exemptions(), Unread(contents)
    for prose in proses(contents):
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
    if prose.path[0] == "key_points" or "refs" in type(record).model_fields:
        return _REFS
    if prose.is_label:
        return "leave it out, or add the number to exempt"
    if getattr(record, "KIND", "") == "issue":
        return "put this issue into `issues` of its record, or add the number to exempt"
    return "link its record as [[kind:id]], or add the number to exempt"


def faults_in(
    text: str, known_to: Callable[[], frozenset[Known]], advice: str = _REFS
) -> Iterator[tuple[Number, str]]:
    """Yield each number outside quotation marks that what is known doesn't bear out, why, and `advice`."""
    text = QUOTED.sub(lambda match: " " * len(match[0]), text)
    found = list(_numbers(text))
    known = known_to() if found else frozenset()
    for number in found:
        fault = _fault(number, text, known, advice)
        if fault:
            yield number, fault


def _numbers(text: str) -> Iterator[Number]:
    yield from numbers(text)
    yield from (number for number in worded(text) if number.value >= _LEAST_IN_WORDS)


def _fault(number: Number, text: str, known: frozenset[Known], advice: str) -> str | None:
    words = number.words.strip()
    kinds = {each.kind for each in known if each.value == number.value}
    if not kinds:
        return f'the number "{words}" is in no record named here; {advice}'
    told = beside(text, number.start, number.end)
    if told is None or told.kind in kinds or not kinds - {None} or None in kinds:
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


class Evidence:
    """What the records bear out, gathered once."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self.held: dict[str, frozenset[Known]] = {}
        self.on_issue: dict[str, list[str]] = {}
        for loaded in contents.parts():
            record = loaded.record
            for issue in (*getattr(record, "issues", ()), getattr(record, "issue", None)):
                if issue and isinstance(record, Record):
                    self.on_issue.setdefault(issue, []).append(record.ref)

    def known_to(self, prose: Prose) -> frozenset[Known]:
        """Return every number that the evidence of a piece of prose holds."""
        record = prose.loaded.record
        if isinstance(record, Figure) and prose.is_label:
            return frozenset({*_own(record), *self._of_sentence(record)})
        refs = set(_named(record)) | set(self._around(record))
        found: set[Known] = set()
        for ref in sorted(refs):
            found |= self._of(ref)
        for source in _sources(record):
            found |= self._of_text(source)
        return frozenset(found | set(_own(record)))

    def of_all(self) -> frozenset[Known]:
        """Return every number that any record holds."""
        return frozenset(known for ref in self.contents.files for known in self._of(ref))

    def _around(self, record: Any) -> Iterator[str]:
        kind = getattr(record, "KIND", "site")
        yield from (f"source:{source}" for source in _sources(record))
        if kind in ("term", "site", "source", "person"):
            yield from (ref for ref in self.contents.files if ref.startswith(("event:", "figure:")))
        issue = record.id if kind == "issue" else getattr(record, "issue", None)
        for on in (issue, *getattr(record, "issues", ())):
            yield from self.on_issue.get(on or "", ())

    def _of_sentence(self, figure: Figure) -> tuple[Known, ...]:
        """Return the numbers of the sentence that a figure is cut from; no other's may be in its label."""
        article = self.contents.articles.get(figure.source or "")
        if article is None or not figure.exact:
            return ()
        text, start = article.text, figure.start or 0
        at = start if text.startswith(figure.exact, start) else text.find(figure.exact)
        if at < 0:
            return ()
        return _in_words(text[sentences.start_of(text, at) : sentences.end_of(text, at + len(figure.exact))])

    def _of(self, ref: str) -> frozenset[Known]:
        if ref not in self.held:
            loaded = self.contents.files.get(ref)
            self.held[ref] = frozenset(values_of(loaded.record)) if loaded else frozenset()
        return self.held[ref]

    def _of_text(self, source: str) -> frozenset[Known]:
        key = f"text:{source}"
        if key not in self.held:
            article = self.contents.articles.get(source)
            self.held[key] = frozenset(_in_words(article.text)) if article else frozenset()
        return self.held[key]


def _sources(record: Any) -> Iterator[str]:
    yield from getattr(record, "sources", ())
    if getattr(record, "source", None):
        yield record.source
    if getattr(record, "KIND", "") == "source":
        yield record.id


def _named(record: Any) -> Iterator[str]:
    for leaf in leaves(record):
        if leaf.name == "refs":
            yield target(leaf.value)
        elif isinstance(leaf.value, str):
            yield from (f"{link[1]}:{link[2]}" for link in LINK.finditer(leaf.value))


def _own(record: Any) -> Iterator[Known]:
    """Yield the numbers of a record's own dates, values and passages."""
    for leaf in leaves(record):
        if leaf.name == "exact":
            yield from _in_words(leaf.value)
        else:
            yield from _dated(leaf)
            yield from _measured(leaf, record)


def values_of(record: Any) -> Iterator[Known]:
    """Yield the numbers that a record bears out: its values, its dates, its words."""
    for leaf in leaves(record):
        if leaf.name in _EVIDENCE_WORDS and isinstance(leaf.value, str):
            yield from _in_words(leaf.value)
        else:
            yield from _dated(leaf)
            yield from _measured(leaf, record)


def _dated(leaf: Leaf) -> Iterator[Known]:
    if leaf.name in _DATES and isinstance(leaf.value, str):
        yield from (Known(Decimal(part), "time") for part in _DIGITS.findall(leaf.value))
        yield from (Known(Decimal(part), None) for part in _DIGITS.findall(leaf.value))


def _measured(leaf: Leaf, record: Any) -> Iterator[Known]:
    if leaf.name in _VALUES:
        unit = getattr(record, "unit", "")
        measure = of_unit(unit)
        for value in _scaled(abs(leaf.value), unit):
            yield Known(value, measure.kind if measure else None)


@cache
def _in_words(text: str) -> tuple[Known, ...]:
    """Return what numbers of a text may mean, those in digits with what they are numbers of."""
    found = []
    for number in numbers(text):
        told = beside(text, number.start, number.end)
        found += [Known(value, told.kind if told else None) for value in (number.value, abs(number.value))]
    certain = {each.value for each in found}
    others = (value for value in possible_values(text) if value not in certain) if len(text) < _SHORT else ()
    said = (number.value for number in worded(text))
    return (*found, *(Known(value, None) for value in (*others, *said)))


_SHORT = 2000
"""Characters of a passage; what the numbers of a whole article may mean together is not asked."""


def _scaled(value: Decimal, unit: str) -> Iterator[Decimal]:
    """Yield a value as it stands and, for a unit such as `million tons`, in full."""
    yield value
    for magnitude in possible_values(f"1 {unit}"):
        yield value * magnitude
