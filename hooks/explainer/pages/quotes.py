"""All quotes on one page, by kind on others, and one page for each that is worth sharing."""

from collections.abc import Iterable, Iterator
from itertools import islice

from explainer.library.library import Library, quote_kinds
from explainer.library.titles import caution, pages_line, source_line, speaker_name, title
from explainer.pages import making, voices
from explainer.pages.making import below
from explainer.pages.page import Page
from explainer.pages.paging import sheets
from explainer.records.model import Quote
from explainer.records.wording import date_words


def pages(library: Library) -> Iterator[Page]:
    """Yield the list, the lists by kind (the filter for readers without scripts), a page for each quote."""
    whole, words = making.whole(library), library.words
    yield from _lists(library.quotes.values(), library, whole, path="quotes/", title=words("pages.quotes"))
    for kind in quote_kinds(library):
        chosen = [quote for quote in library.quotes.values() if quote.kind == kind]
        path = f"quotes/kind/{kind}/"
        yield from _lists(chosen, library, whole, path=path, title=words(f"quote-kinds.{kind}"), kind=kind)
    for quote in library.quotes.values():
        yield making.page(
            library,
            "quote.html",
            f"quotes/{quote.id}/",
            title=title(quote, library),
            description=_description(quote, library),
            record=quote,
            crumbs=below("quotes", library),
            balance=voices.behind(quote, library),
            accent=quote.issues[0] if quote.issues else "",
            used_by=library.used_by(quote.ref),
            others=_neighbours(quote, library),
        )


def _description(quote: Quote, library: Library) -> str:
    """Return who said what and where it stands; a caution comes first, for descriptions are cut short."""
    words, name = library.words, speaker_name(quote, library)
    if quote.transcribed:
        said = f"{name}, {date_words(quote.said_on, words)}" if quote.said_on else name
        pages = pages_line(quote, library)
        return words("descriptions.copied-quote", name=said, pages=pages, words=quote.exact)
    where = source_line(quote, library, headline=False)
    told = words("descriptions.quote", name=name, source=where, words=quote.exact)
    return f"{caution(quote, library)} {told}".strip()


def _lists(
    quotes: Iterable[Quote], library: Library, whole: voices.Balance, *, path: str, title: str, kind: str = ""
) -> Iterator[Page]:
    named, nobody = _by_speaker(quotes, library), library.words("titles.nobody")
    groups = sorted(named, key=lambda group: (group[0] == nobody, -len(group[1]), group[0]))
    for sheet in sheets([quote for _, found in groups for quote in found], path):
        yield making.page(
            library,
            "quotes.html",
            sheet.path(sheet.number),
            title=sheet.titled(title, library.words),
            description=library.words("descriptions.quotes", balance=whole.line),
            crumbs=below("quotes", library) if kind or sheet.number > 1 else (),
            balance=whole,
            sheet=sheet,
            groups=_by_speaker(sheet.entries, library),
            kind=kind,
            kinds=quote_kinds(library),
        )


def _by_speaker(quotes: Iterable[Quote], library: Library) -> list[tuple[str, list[Quote]]]:
    """Return speakers in the order given, each with their statements before words only set off."""
    groups: dict[str, list[Quote]] = {}
    for quote in quotes:
        groups.setdefault(speaker_name(quote, library), []).append(quote)
    return [(name, sorted(found, key=lambda q: not q.is_statement)) for name, found in groups.items()]


def _neighbours(quote: Quote, library: Library) -> list[Quote]:
    """Return a few more by the same speaker on the same issue."""
    issue = quote.issues[0] if quote.issues else None
    near = library.quotes_on(issue) if issue else []
    same = (other for other in near if other.speaker == quote.speaker and other.id != quote.id)
    return list(islice((other for other in same if other.is_statement), 3))
