"""All quotes on one page, by kind on others, and one page for each that is worth sharing."""

from collections.abc import Iterable, Iterator
from itertools import islice

from explainer.library.library import Library, quote_kinds
from explainer.library.titles import NOBODY, caution, opening, pages_line, source_line, speaker_name
from explainer.pages import making, voices
from explainer.pages.labels import QUOTE_KINDS
from explainer.pages.making import Crumb
from explainer.pages.page import Page
from explainer.pages.paging import sheets
from explainer.records.model import Quote
from explainer.records.wording import date_words

CRUMBS = (Crumb("Quotes", "quotes/"),)


def pages(library: Library) -> Iterator[Page]:
    """Yield the list, the lists by kind (the filter for readers without scripts), a page for each quote."""
    whole = making.whole(library)
    yield from _lists(library.quotes.values(), library, whole, path="quotes/", title="Quotes")
    for kind in quote_kinds(library):
        chosen = [quote for quote in library.quotes.values() if quote.kind == kind]
        path = f"quotes/kind/{kind}/"
        yield from _lists(chosen, library, whole, path=path, title=QUOTE_KINDS[kind], kind=kind)
    for quote in library.quotes.values():
        name = speaker_name(quote, library)
        yield making.page(
            library,
            "quote.html",
            f"quotes/{quote.id}/",
            title=f"{name}: “{opening(quote.exact)}”",
            description=_description(quote, library),
            record=quote,
            crumbs=CRUMBS,
            balance=voices.behind(quote, library),
            accent=quote.issues[0] if quote.issues else "",
            used_by=library.used_by(quote.ref),
            others=_neighbours(quote, library),
        )


def _description(quote: Quote, library: Library) -> str:
    """Return who said what and where it stands; a caution comes first, for descriptions are cut short."""
    name = speaker_name(quote, library)
    if quote.transcribed:
        said = f", {date_words(quote.said_on)}" if quote.said_on else ""
        return f"{name}{said}, copied from pages of {pages_line(quote, library)}: “{quote.exact}”"
    where = source_line(quote, library, headline=False)
    return f"{caution(quote, library)} {name}, as quoted in {where}: “{quote.exact}”".strip()


def _lists(
    quotes: Iterable[Quote], library: Library, whole: voices.Balance, *, path: str, title: str, kind: str = ""
) -> Iterator[Page]:
    named = _by_speaker(quotes, library)
    groups = sorted(named, key=lambda group: (group[0] == NOBODY, -len(group[1]), group[0]))
    for sheet in sheets([quote for _, found in groups for quote in found], path):
        yield making.page(
            library,
            "quotes.html",
            sheet.path(sheet.number),
            title=sheet.titled(title),
            description=f"Every quote, word for word, by speaker. {whole.line}",
            crumbs=CRUMBS if kind or sheet.number > 1 else (),
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
