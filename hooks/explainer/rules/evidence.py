"""The numbers that records bear out: which values each has, and what they are numbers of."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache, cached_property
from typing import Any, NamedTuple

from explainer.contents.folder import Contents
from explainer.records.fields import target
from explainer.records.links import LINK
from explainer.records.model import Figure
from explainer.records.record import Record
from explainer.records.walking import Leaf, leaves
from explainer.rules.prose import Prose
from explainer.text import sentences
from explainer.text.numbers import numbers, possible_values
from explainer.text.numerals import worded
from explainer.text.pattern import pattern
from explainer.verification.measures import beside, of_unit

_WORDS = frozenset(("exact", "label", "title", "term", "name", "detail", "caveats", "qualifier"))
_DATES = frozenset(("date", "as_of", "start", "end", "published", "accessed", "said_on", "from_", "to"))
_VALUES = frozenset(("value", "value_max"))
_DIGITS = pattern(r"\d+")
_DATED_KINDS = ("event:", "figure:")
_ON_NO_ISSUE = frozenset(("term", "site", "source", "person"))
"""Kinds of records that any event and figure bears out."""
_SHORT = 2000
"""Characters of a passage; what the numbers of a whole article may mean together is not asked."""

Kinds = Mapping[Decimal, frozenset[str | None]]
"""A value that some record has -> what it is a number of; None where that cannot be told."""


class Known(NamedTuple):
    """A number that some record has, and what it is a number of."""

    value: Decimal
    kind: str | None


def kinds_of(value: Decimal, known: Iterable[Kinds]) -> set[str | None]:
    """Return what a value is a number of, by all that is known; nothing where none has it."""
    return set().union(*(each.get(value, ()) for each in known))


def by_value(known: Iterable[Known]) -> Kinds:
    """Return numbers by their values."""
    found: dict[Decimal, set[str | None]] = {}
    for value, kind in known:
        found.setdefault(value, set()).add(kind)
    return {value: frozenset(kinds) for value, kinds in found.items()}


class Evidence:
    """What the records bear out, gathered where it is asked for."""

    def __init__(self, contents: Contents) -> None:
        self.contents = contents
        self._gathered: dict[str, Kinds] = {}

    def known_to(self, prose: Prose) -> tuple[Kinds, ...]:
        """Return every number that the evidence of a piece of prose holds."""
        record, own = prose.loaded.record, self.contents.derived.take(_own, prose.loaded.record)
        if isinstance(record, Figure) and prose.is_label:
            return own, by_value(self._of_sentence(record))
        named = self.contents.derived.take(_named, record)
        sources = list(_sources(record))
        around = (f"source:{source}" for source in sources)
        return (
            own,
            *map(self.of, (*named, *around)),
            *map(self._of_text, sources),
            *self._around(record),
        )

    def of(self, ref: str) -> Kinds:
        """Return the numbers that a record bears out; none where there is no such record."""
        loaded = self.contents.files.get(ref)
        return self.contents.derived.take(values_of, loaded.record) if loaded else {}

    @cached_property
    def of_all(self) -> tuple[Kinds, ...]:
        """Return every number that any record holds."""
        return (self._together(self.contents.files),)

    def _around(self, record: Any) -> Iterator[Kinds]:
        kind = getattr(record, "KIND", "site")
        if kind in _ON_NO_ISSUE:
            yield self._dated
        issue = record.id if kind == "issue" else getattr(record, "issue", None)
        for on in (issue, *getattr(record, "issues", ())):
            if on:
                yield self._of_issue(on)

    @cached_property
    def _dated(self) -> Kinds:
        return self._together(ref for ref in self.contents.files if ref.startswith(_DATED_KINDS))

    def _of_issue(self, issue: str) -> Kinds:
        key = f"issue:{issue}"
        if key not in self._gathered:
            self._gathered[key] = self._together(self._on_issue.get(issue, ()))
        return self._gathered[key]

    @cached_property
    def _on_issue(self) -> Mapping[str, list[str]]:
        """Return issue -> the records that are on it."""
        found: dict[str, list[str]] = {}
        for loaded in self.contents.parts():
            record = loaded.record
            for issue in (*getattr(record, "issues", ()), getattr(record, "issue", None)):
                if issue and isinstance(record, Record):
                    found.setdefault(issue, []).append(record.ref)
        return found

    def _together(self, refs: Iterable[str]) -> Kinds:
        found: dict[Decimal, frozenset[str | None]] = {}
        for ref in refs:
            for value, kinds in self.of(ref).items():
                found[value] = found.get(value, frozenset()) | kinds
        return found

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

    def _of_text(self, source: str) -> Kinds:
        key = f"text:{source}"
        if key not in self._gathered:
            article = self.contents.articles.get(source)
            self._gathered[key] = by_value(_in_words(article.text)) if article else {}
        return self._gathered[key]


def values_of(record: Any) -> Kinds:
    """Return the numbers that a record bears out: its values, its dates, its words."""
    return by_value(_values(record, _WORDS))


def _own(record: Any) -> Kinds:
    """Return the numbers of a record's own dates, values and passages."""
    return by_value(_values(record, frozenset(("exact",))))


def _values(record: Any, words: frozenset[str]) -> Iterator[Known]:
    for leaf in leaves(record):
        if leaf.name in words and isinstance(leaf.value, str):
            yield from _in_words(leaf.value)
        elif leaf.name in _DATES and isinstance(leaf.value, str):
            yield from _dated(leaf)
        elif leaf.name in _VALUES:
            yield from _measured(leaf, record)


def _sources(record: Any) -> Iterator[str]:
    yield from getattr(record, "sources", ())
    if getattr(record, "source", None):
        yield record.source
    if getattr(record, "KIND", "") == "source":
        yield record.id


def _named(record: Any) -> frozenset[str]:
    """Return the records that one names in its `refs` and in links."""
    found = set()
    for leaf in leaves(record):
        if leaf.name == "refs":
            found.add(target(leaf.value))
        elif isinstance(leaf.value, str) and "[[" in leaf.value:
            found.update(f"{link[1]}:{link[2]}" for link in LINK.finditer(leaf.value))
    return frozenset(found)


def _dated(leaf: Leaf) -> Iterator[Known]:
    for part in _DIGITS.findall(leaf.value):
        yield Known(Decimal(part), "time")
        yield Known(Decimal(part), None)


def _measured(leaf: Leaf, record: Any) -> Iterator[Known]:
    kind, magnitudes = _read_unit(getattr(record, "unit", ""))
    for magnitude in magnitudes:
        yield Known(abs(leaf.value) * magnitude, kind)


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


@cache
def _read_unit(unit: str) -> tuple[str | None, tuple[Decimal, ...]]:
    """Return what a unit measures and, of one such as `million tons`, by what its values are multiplied."""
    measure = of_unit(unit)
    return measure.kind if measure else None, (Decimal(1), *possible_values(f"1 {unit}"))
