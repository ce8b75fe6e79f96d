"""What search finds, entry by entry; `search_index` puts them into files.

An entry is `[kind, title, url, text, names]`:

    kind    a record's, or page
    title   what to show
    url     relative to the site's root
    text    what to find it by, beside the title: a quote's whole words and speaker; a term's definition;
            what is shown of what was found is cut from it
    names   by what else readers know it, which counts like the title: an issue's other words, a person's
            other names, a term's short form; a figure's numbers in their usual writings ("$32 billion",
            "$32bn", "32,000,000,000", "32000000000") and with three digits

Words are as the records have them: the reader's script folds case and accents on both sides.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import assert_never

from explainer.library.library import Library
from explainer.library.links import plain
from explainer.library.sheets import place
from explainer.library.titles import speaker_name, title
from explainer.records.address import INDEXES
from explainer.records.model import (
    RECORD_TYPES,
    AnyRecord,
    Check,
    Event,
    Figure,
    Issue,
    Person,
    Position,
    Quote,
    Source,
    Term,
)
from explainer.records.wording import SCALES, SYMBOLS, date_words, figure_words, last_known, number, rounded
from explainer.words import Words

Entry = tuple[str, str, str, str, str]

_ORDER = (Issue, Person, Term, Check, Event, Position, Quote, Figure, Source)
"""What a short query most often means stands first, what it seldom does last."""
_SHORT = {"trillion": "tn", "billion": "bn", "million": "m"}


def searched(library: Library) -> Iterator[str]:
    """Yield `kind:id` of every record in the order of the entries."""
    for model in sorted(RECORD_TYPES, key=_ORDER.index):
        yield from (f"{model.KIND}:{id_}" for id_ in library.by_id(model.KIND))


def entry(ref: str, library: Library) -> Entry:
    """Return what search knows of a record."""
    kind, _, id_ = ref.partition(":")
    record = library.by_id(kind)[id_]
    words = " ".join(_text(record, library).split())
    return kind, title(record, library), place(record, library), words, _names(record, library.words)


def page_entries(library: Library) -> Iterator[Entry]:
    """Yield the pages that are no record's."""
    for index in INDEXES:
        if index.searched:
            about = library.words(f"search-for.{index.name}")
            yield "page", library.words(f"pages.{index.name}"), index.path, about, ""


def entries(library: Library) -> Iterator[Entry]:
    """Yield the pages, then every record in order."""
    yield from page_entries(library)
    yield from (entry(ref, library) for ref in searched(library))


def _text(record: AnyRecord, library: Library) -> str:
    match record:
        case Issue():
            return _issue(library.whole(record), library)
        case Person():
            return _person(record, library)
        case Quote():
            return _quote(record, library)
        case Figure():
            return _figure(record, library.words)
        case Position():
            return plain(record.text, library)
        case Event():
            return _joined(
                [
                    date_words(record.date, library.words),
                    plain(f"{record.detail or ''} {record.reply or ''}", library),
                ]
            )
        case Term():
            return plain(record.definition, library)
        case Check():
            return _joined([record.exact, plain(f"{record.verdict or ''} {record.note}", library)])
        case Source():
            return _joined([record.publisher, *record.authors, record.via])
        case _:
            assert_never(record)


def _names(record: AnyRecord, words: Words) -> str:
    match record:
        case Issue():
            return _joined([*record.also, *record.match.include])
        case Person():
            return _joined(record.aliases)
        case Figure():
            return _numbers(record, words)
        case Term():
            return _joined([record.abbr, *record.also])
        case _:
            return ""


def writings(value: Decimal, unit: str, words: Words) -> list[str]:
    """Return a number as readers may type it."""
    found = [number(value, words), number(value, words, scale=False), f"{value:f}"]
    for factor, word in SCALES:
        scaled = value / factor
        if abs(value) >= factor and scaled == round(scaled, 3):
            short = f"{scaled.normalize():f}"
            found += [
                f"{short} {word}",
                f"{short}{_SHORT[word]}",
                f"{SYMBOLS.get(unit, '')}{short}{_SHORT[word]}",
            ]
    return list(dict.fromkeys(text.replace("\u00a0", " ") for text in found))


def _joined(parts: Iterable[str | None]) -> str:
    return " ".join(part for part in parts if part)


def _quote(quote: Quote, library: Library) -> str:
    speaker = library.people.get(quote.speaker or "")
    names = speaker.aliases if speaker else ()
    return _joined([quote.exact, speaker_name(quote, library), *names])


def _figure(figure: Figure, words: Words) -> str:
    said = figure_words(figure, words).replace("\u00a0", " ")
    return _joined([f"{said}.", figure.measures, figure.geography, figure.exact])


def _numbers(figure: Figure, words: Words) -> str:
    values = [figure.value, figure.value_max, *(point.value for point in figure.series)]
    numbers = [text for value in values if value is not None for text in writings(value, figure.unit, words)]
    point = last_known(figure) or figure
    glance = number(rounded(point.value), words) if point.value is not None else None
    return _joined(dict.fromkeys([*numbers, glance]))


def _person(person: Person, library: Library) -> str:
    return _joined(
        [
            *(role.title for role in person.roles),
            person.about and plain(person.about, library),
        ]
    )


def _issue(issue: Issue, library: Library) -> str:
    points = (plain(point.text, library) for point in issue.key_points)
    prose = (issue.answer or "", issue.summary, issue.background, *issue.open_questions)
    return _joined([issue.question, *points, *(plain(words, library) for words in prose)])
