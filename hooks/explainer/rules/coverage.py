"""Every number and every quoted phrase of our own prose belongs to a record, or is marked exempt.

A number is borne out by a record that the statement names in `refs` or in `[[…]]`, or that is on the same
issue (for a glossary entry, on any): its value, one of its dates, or its own words. A quoted phrase must
stand in a quote, in another passage of a source, or in a title. What is no claim (`Section 301`) goes into
the record's `exempt` list.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Any

from explainer.contents.folder import Contents
from explainer.errors import Problem
from explainer.records.fields import target
from explainer.records.links import LINK
from explainer.records.model import Event, Record
from explainer.records.walking import leaves
from explainer.rules.prose import Prose, proses
from explainer.text.characters import shown
from explainer.text.numbers import numbers, possible_values
from explainer.verification.folding import fold

_QUOTED = re.compile(
    r"“[^“”\n]{1,1000}”|\"[^\"\n]{1,1000}\"|«[^«»\n]{1,1000}»|‹[^‹›\n]{1,1000}›|„[^„“”\n]{1,1000}[“”]"
    r"|＂[^＂\n]{1,1000}＂|「[^「」\n]{1,1000}」|(?<!\w)‘(?:[^‘’\n]|’(?=\w)){1,1000}’(?!\w)"
)
_UNVERIFIED = frozenset(("orphaned", "withdrawn"))
"""Statuses of records whose words nobody looks for in their source."""
_EVIDENCE_WORDS = frozenset(("exact", "label", "title", "term", "name", "detail", "caveats", "qualifier"))
_DATES = frozenset(("date", "as_of", "start", "end", "published", "accessed", "said_on", "from_", "to"))
_VALUES = frozenset(("value", "value_max"))
_OUTER = " ,.;:!?'\""
_DIGITS = re.compile(r"\d+")


def uncovered(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for each number and each quoted phrase of ours that no record bears out."""
    evidence = _Evidence(contents)
    for prose in proses(contents):
        exempting = hasattr(prose.loaded.record, "exempt")
        if exempting or isinstance(prose.loaded.record, Event):
            yield from _quoted_phrases(prose, evidence)
        if exempting:
            yield from _numbers(prose, evidence)


def _quoted_phrases(prose: Prose, evidence: "_Evidence") -> Iterator[Problem]:
    for match in _QUOTED.finditer(prose.text):
        phrase = fold(match[0][1:-1]).strip(_OUTER)
        if phrase and not evidence.exempts(prose, phrase) and not evidence.holds_phrase(phrase):
            message = f'the quoted words "{shown(phrase)}" are in no quote; quote them as a record has them'
            if hasattr(prose.loaded.record, "exempt"):
                message += ", or add them to exempt"
            yield prose.loaded.problem(prose.path, message, line=prose.line(match.start()))


def _numbers(prose: Prose, evidence: "_Evidence") -> Iterator[Problem]:
    unquoted = _QUOTED.sub(lambda match: " " * len(match[0]), prose.text)
    found = list(numbers(unquoted))
    if not found:
        return
    known = evidence.values_for(prose)
    for number in found:
        if number.value not in known and not evidence.exempts(prose, number.words):
            message = (
                f'the number "{number.words.strip()}" is in no record named here; '
                "add its record to refs, or the number to exempt"
            )
            yield prose.loaded.problem(prose.path, message, line=prose.line(number.start))


class _Evidence:
    """What the records bear out, gathered once."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self.known: dict[str, frozenset[Decimal]] = {}
        self.exempt: dict[str, str] = {}
        self.on_issue: dict[str, list[str]] = {}
        for loaded in contents.parts():
            record = loaded.record
            for issue in (*getattr(record, "issues", ()), getattr(record, "issue", None)):
                if issue and isinstance(record, Record):
                    self.on_issue.setdefault(issue, []).append(record.ref)

    def exempts(self, prose: Prose, words: str) -> bool:
        """Return whether a record's own list says that words or a number of it need no record."""
        record = prose.loaded.record
        key = str(prose.loaded.path)
        if key not in self.exempt:
            self.exempt[key] = "\n".join(fold(item).casefold() for item in getattr(record, "exempt", ()))
        return re.search(rf"(?<!\w){re.escape(fold(words).casefold())}(?!\w)", self.exempt[key]) is not None

    @cached_property
    def words(self) -> str:
        """Return every passage and title in one folded text, parted by lines."""
        found = []
        for loaded, fields in self.contents.fields:
            if getattr(loaded.record, "status", "") in _UNVERIFIED:
                continue
            for leaf in fields:
                if leaf.name in ("exact", "title", "term", "speaker_as_named") and isinstance(
                    leaf.value, str
                ):
                    found.append(fold(leaf.value))
        return "\n".join(found)

    def holds_phrase(self, phrase: str) -> bool:
        """Return whether a phrase stands, as whole words, in a passage or a title, its first letter aside."""
        other = phrase[0].swapcase() + phrase[1:]
        return self._holds(phrase) or self._holds(other)

    def _holds(self, words: str) -> bool:
        text = self.words
        at = text.find(words)
        while at >= 0:
            around = text[at - 1 : at] if at else "", text[at + len(words) : at + len(words) + 1]
            if not any(character.isalnum() for character in around):
                return True
            at = text.find(words, at + 1)
        return False

    def values_for(self, prose: Prose) -> set[Decimal]:
        """Return every number that the evidence of a piece of prose holds."""
        record = prose.loaded.record
        refs = set(_named(record))
        refs |= {f"source:{source}" for source in getattr(record, "sources", ())}
        issue = record.id if getattr(record, "KIND", "") == "issue" else getattr(record, "issue", None)
        if getattr(record, "KIND", "") == "term":
            refs.update(ref for ref in self.contents.files if ref.startswith(("event:", "figure:")))
        for on in (issue, *getattr(record, "issues", ())):
            refs.update(self.on_issue.get(on or "", ()))
        values: set[Decimal] = set()
        for ref in sorted(refs):
            values |= self.values_of(ref)
        return values | set(self.own(record))

    def values_of(self, ref: str) -> frozenset[Decimal]:
        """Return the numbers that a record holds."""
        if ref not in self.known:
            loaded = self.contents.files.get(ref)
            self.known[ref] = frozenset(_values(loaded.record)) if loaded else frozenset()
        return self.known[ref]

    def own(self, record: Any) -> Iterator[Decimal]:
        """Yield the numbers of a record's own dates and passages."""
        for leaf in leaves(record):
            if leaf.name == "exact":
                yield from possible_values(leaf.value)
            elif leaf.name in _DATES and isinstance(leaf.value, str):
                yield from (Decimal(part) for part in _DIGITS.findall(leaf.value))


def _named(record: Any) -> Iterator[str]:
    for leaf in leaves(record):
        if leaf.name == "refs":
            yield target(leaf.value)
        elif isinstance(leaf.value, str):
            yield from (f"{link[1]}:{link[2]}" for link in LINK.finditer(leaf.value))


def _values(record: Any) -> Iterator[Decimal]:
    for leaf in leaves(record):
        if leaf.name in _VALUES:
            yield from _scaled(abs(leaf.value), getattr(record, "unit", ""))
        elif leaf.name in _DATES and isinstance(leaf.value, str):
            yield from (Decimal(part) for part in _DIGITS.findall(leaf.value))
        elif leaf.name in _EVIDENCE_WORDS and isinstance(leaf.value, str):
            yield from possible_values(leaf.value)


def _scaled(value: Decimal, unit: str) -> Iterator[Decimal]:
    """Yield a value as it stands and, for a unit such as `million tonnes`, in full."""
    yield value
    for magnitude in possible_values(f"1 {unit}"):
        yield value * magnitude
