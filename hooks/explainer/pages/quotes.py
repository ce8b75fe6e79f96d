"""All quotes on one page, by kind on others, and one page for each that is worth sharing."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice

from explainer.library.draft import Draft
from explainer.library.library import Library, quote_kinds
from explainer.library.titles import caution, pages_line, source_line, speaker_name, title
from explainer.pages import making, voices
from explainer.pages.making import below
from explainer.pages.page import Page
from explainer.pages.paging import AT_ONCE, Sheet, sheets
from explainer.pages.voices import Line
from explainer.records.model import Quote, QuoteKind
from explainer.records.wording import date_words

Counts = tuple[tuple[str, int], ...]


def drafts(library: Library, line: str) -> Iterator[Draft[Page]]:
    """Yield the list, the lists by kind (the filter for readers without scripts), a page for each quote."""
    kinds, on = library.piece("quotes in numbers", _numbers)
    for kind in ("", *kinds):
        path = f"quotes/kind/{kind}/" if kind else "quotes/"
        for sheet in sheets(library.piece(f"quotes of kind {kind}", partial(_of_kind, kind)), path):
            yield Draft(sheet.path(sheet.number), _list, (sheet, kind, kinds, on, line))
    for issue in library.issues:
        if len(ordered := library.piece(f"quotes on {issue}", partial(_on, issue))) > AT_ONCE:
            for sheet in sheets(ordered, f"quotes/issue/{issue}/"):
                yield Draft(sheet.path(sheet.number), _list, (sheet, "", kinds, on, line, issue))
    for person in library.people:
        if len(found := library.quotes_by(person)) > AT_ONCE:
            for sheet in sheets([quote.id for quote in found], f"quotes/by/{person}/"):
                yield Draft(sheet.path(sheet.number), _list, (sheet, "", kinds, on, line, "", person))
    for quote in library.quotes:
        yield Draft(f"quotes/{quote}/", _page, (quote,))


def _page(library: Library, id_: str) -> Page:
    quote = library.quotes[id_]
    return making.page(
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


def _numbers(library: Library) -> tuple[tuple[QuoteKind, ...], Counts]:
    """Return the kinds there are, and how many statements on each issue that has any quotes."""
    found = ((issue, library.quotes_on(issue)) for issue in library.issues)
    counts = tuple((issue, sum(q.is_statement for q in quotes)) for issue, quotes in found if quotes)
    return tuple(quote_kinds(library)), counts


def _of_kind(kind: str, library: Library) -> list[str]:
    return _in_order((quote for quote in library.quotes.values() if kind in ("", quote.kind)), library)


def _on(issue: str, library: Library) -> list[str]:
    return _in_order(library.quotes_on(issue), library)


def _in_order(quotes: Iterable[Quote], library: Library) -> list[str]:
    """Return the ids by speaker, most quoted first, nobody in particular last."""
    named, nobody = _by_speaker(quotes, library), library.words("titles.nobody")
    groups = sorted(named, key=lambda group: (group[0] == nobody, -len(group[1]), group[0]))
    return [quote.id for _, found in groups for quote in found]


def _list(
    library: Library,
    sheet: Sheet[str],
    kind: str,
    kinds: Sequence[QuoteKind],
    on: Counts,
    line: str,
    issue: str = "",
    person: str = "",
) -> Page:
    quotes = [library.quotes[id_] for id_ in sheet.entries]
    words = library.words
    name = words(f"quote-kinds.{kind}") if kind else words("pages.quotes")
    if issue:
        name = words("titles.quotes-on", issue=library.issues[issue].title)
    if person:
        name = words("titles.quotes-by", name=library.people[person].name)
    return making.page(
        library,
        "quotes.html",
        sheet.path(sheet.number),
        title=sheet.titled(name, words),
        description=words("descriptions.quotes", balance=line),
        crumbs=below("quotes", library) if kind or issue or person or sheet.number > 1 else (),
        balance=Line(line),
        sheet=sheet,
        quotes=quotes,
        groups=_by_speaker(quotes, library),
        name=name,
        kind=kind,
        kinds=kinds,
        on=on,
    )


def _by_speaker(quotes: Iterable[Quote], library: Library) -> list[tuple[str, list[Quote]]]:
    """Return speakers in the order given, each with their statements before words only set off."""
    groups: dict[str, list[Quote]] = {}
    names: dict[tuple[str | None, str | None], str] = {}
    for quote in quotes:
        who = quote.speaker, quote.speaker_as_named
        if who not in names:
            names[who] = speaker_name(quote, library)
        groups.setdefault(names[who], []).append(quote)
    return [(name, sorted(found, key=lambda q: not q.is_statement)) for name, found in groups.items()]


def _neighbours(quote: Quote, library: Library) -> list[Quote]:
    """Return a few more by the same speaker on the same issue."""
    if not quote.speaker or not quote.issues:
        return []
    issue = quote.issues[0]
    same = (other for other in library.quotes_by(quote.speaker) if issue in other.issues)
    return list(islice((other for other in same if other.is_statement and other.id != quote.id), 3))
