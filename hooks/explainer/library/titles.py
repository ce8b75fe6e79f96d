"""Name each record in a line of plain text: for links, headings, feeds and cards alike."""

from typing import assert_never

from explainer.library.index import sources_of
from explainer.library.library import Library
from explainer.records.model import (
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
from explainer.records.wording import date_words, last_known, listing

_QUOTED_WORDS = 9


def title(record: AnyRecord, library: Library) -> str:
    """Return the record's name: a headline, a label, a person, the opening words of a quote.

    What it names may be missing where nobody has checked the library; it is then told by its id.
    """
    match record:
        case Source() | Issue():
            return record.title
        case Quote():
            return library.words(
                "titles.quote", name=speaker_name(record, library), words=opening(record.exact)
            )
        case Figure() | Event():
            return record.label
        case Person():
            return record.name
        case Position():
            actor, issue = library.people.get(record.actor), library.issues.get(record.issue)
            name, of_issue = actor.name if actor else record.actor, issue.title if issue else record.issue
            return library.words("titles.position", name=name, issue=of_issue)
        case Term():
            return record.term
        case Check():
            return opening(record.exact)
        case _:
            assert_never(record)


def speaker_name(quote: Quote, library: Library) -> str:
    """Return who said it: the person's name, else how the source names them."""
    if quote.speaker:
        speaker = library.people.get(quote.speaker)
        return speaker.name if speaker else quote.speaker
    return quote.speaker_as_named or library.words("titles.nobody")


def opening(text: str, most: int = _QUOTED_WORDS) -> str:
    """Return the first words of a text, at most `most`, the cut marked by an ellipsis."""
    words = text.split()
    head = " ".join(words[:most]).rstrip(",;:")
    return head if len(words) <= most else f"{head} …"


def bearing(record: Quote | Figure | Check) -> str | None:
    """Return the id of the source of a quote, or of the very value by which a figure is said."""
    point = last_known(record) if isinstance(record, Figure) else None
    if point and point.source:
        return point.source
    return next(iter(sources_of(record)), None) if record.source is None else record.source


def source_name(source: Source) -> str:
    """Return a source's name within a line: its publisher, else its opening words."""
    return source.publisher or opening(source.title)


def caution(quote: Quote, library: Library) -> str:
    """Return what goes wherever the quote goes: its source's caution; empty for none."""
    return library.sources[quote.source].caution or ""


def pages_line(quote: Quote, library: Library) -> str:
    """Return the publishers of the pages that a quote was copied from, each once."""
    pages = quote.transcribed.pages if quote.transcribed else ()
    found = (library.sources[page] for page in pages)
    return listing(dict.fromkeys(source.publisher or source.title for source in found), library.words)


def given_line(quote: Quote, library: Library, *, headline: bool) -> str:
    """Return whose report the words are: `as given in …`, or from which pages they were copied."""
    if quote.transcribed:
        said = f"{date_words(quote.said_on, library.words)}; " if quote.said_on else ""
        return said + library.words("titles.copied-from", pages=pages_line(quote, library))
    return library.words("quote.as-given-in", source=source_line(quote, library, headline=headline))


def source_line(record: Quote | Figure | Check, library: Library, *, headline: bool) -> str:
    """Return publisher, headline where wanted, and date; `no date stated` only where somebody looked."""
    source = library.sources.get(bearing(record) or "")
    if source is None:
        return ""
    words, name = library.words, source.title
    if source.title_kind == "headline":
        name = words("titles.headline", title=name)
    unstated = words("titles.no-date") if source.states_no_date else ""
    date = date_words(source.published, words) if source.published else unstated
    if headline:
        return ", ".join(part for part in (source.publisher, name) if part) + (f" ({date})" if date else "")
    return ", ".join(part for part in (source.publisher or source.title, date) if part)
