"""The search index: `search/index.json`, loaded when a reader first searches.

An array of entries, each `[kind, title, url, text]`:

    kind    quote, figure, person, issue, term, event, check, source or page
    title   what to show
    url     relative to the site's root
    text    what to find it by, beside the title: a quote's whole words and speaker; a figure's number in
            its usual writings ("$32 billion", "$32bn", "32,000,000,000", "32000000000"); a person's other
            names; a term's short form and definition

Words are as the records have them: the reader's script folds case and accents on both sides.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from explainer.library.library import Library
from explainer.library.links import plain
from explainer.library.titles import speaker_name, title
from explainer.records.address import url
from explainer.records.model import Check, Event, Figure, Issue, Person, Quote, Record, Source, Term
from explainer.records.wording import SCALES, SYMBOLS, date_words, figure_words, number

PAGES = {
    "Method": "how this site is made, checked and verified; tiers, confidence, findings, errors",
    "Corrections": "changes, errors put right, updates",
    "Timeline": "events, dates, history",
    "Glossary": "terms, abbreviations, definitions",
    "Data": "download, CSV, JSON, schemas, feeds",
    "About": "who makes this site, contact, licence, rights",
}
"""Pages that are no record's, and what they are looked for by."""
_SHORT = {"trillion": "tn", "billion": "bn", "million": "m"}


def files(library: Library) -> Iterator[tuple[str, bytes]]:
    """Yield the index."""
    lines = ",\n".join(json.dumps(entry, ensure_ascii=False) for entry in entries(library))
    yield "search/index.json", f"[\n{lines}\n]\n".encode()


def entries(library: Library) -> Iterator[tuple[str, str, str, str]]:
    """Yield issues and people first, for they are what a short query most often means."""
    for model in (Issue, Person, Quote, Figure, Term, Event, Check, Source):
        for record in library.records[model.KIND].values():
            words = " ".join(_TEXTS[model](record, library).split())
            yield record.KIND, title(record, library), url(record), words
    for name, words in PAGES.items():
        yield "page", name, f"{name.lower()}/", words


def writings(value: Decimal, unit: str) -> list[str]:
    """Return a number as readers may type it."""
    found = [number(value), number(value, scale=False), f"{value:f}"]
    for factor, word in SCALES:
        scaled = value / factor
        if abs(value) >= factor and scaled == round(scaled, 3):
            short = f"{scaled.normalize():f}"
            found += [
                f"{short} {word}",
                f"{short}{_SHORT[word]}",
                f"{SYMBOLS.get(unit, '')}{short}{_SHORT[word]}",
            ]
    return list(dict.fromkeys(words.replace("\u00a0", " ") for words in found))


def _joined(parts: Iterable[str | None]) -> str:
    return " ".join(part for part in parts if part)


def _quote(quote: Quote, library: Library) -> str:
    speaker = library.people.get(quote.speaker or "")
    names = speaker.aliases if speaker else ()
    return _joined([quote.exact, speaker_name(quote, library), *names])


def _figure(figure: Figure, library: Library) -> str:
    values = [figure.value, figure.value_max, *(point.value for point in figure.series)]
    numbers = [words for value in values if value is not None for words in writings(value, figure.unit)]
    words = figure_words(figure).replace("\u00a0", " ")
    return _joined(dict.fromkeys([words, *numbers, figure.measures, figure.geography, figure.exact]))


def _person(person: Person, library: Library) -> str:
    return _joined(
        [
            *person.aliases,
            *(role.title for role in person.roles),
            person.about and plain(person.about, library),
        ]
    )


def _issue(issue: Issue, library: Library) -> str:
    points = (plain(point.text, library) for point in issue.key_points)
    prose = (issue.summary, issue.background, *issue.open_questions)
    return _joined([issue.question, *points, *(plain(words, library) for words in prose)])


def _term(term: Term, library: Library) -> str:
    return _joined([term.abbr, plain(term.definition, library)])


def _event(event: Event, library: Library) -> str:
    return _joined([date_words(event.date), event.detail and plain(event.detail, library)])


def _check(check: Check, library: Library) -> str:
    return _joined([check.exact, plain(check.note, library)])


def _source(source: Source, library: Library) -> str:
    return _joined([source.publisher, source.author, source.via])


_TEXTS: dict[type[Record], Callable[[Any, Library], str]] = {
    Quote: _quote, Figure: _figure, Person: _person, Issue: _issue, Term: _term, Event: _event,
    Check: _check, Source: _source,
}  # fmt: skip
