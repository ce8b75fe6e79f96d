"""Everyone who speaks or acts: the list, and a page for each with roles, positions and every quote."""

from collections.abc import Iterator

from explainer.library.draft import Draft
from explainer.library.library import Library
from explainer.library.titles import caution
from explainer.pages import further, making, voices
from explainer.pages.making import below
from explainer.pages.matrix import matrix
from explainer.pages.page import Page
from explainer.pages.paging import AT_ONCE, Sheet, sheets
from explainer.pages.voices import Line
from explainer.records.model import Person
from explainer.words import Words


def drafts(library: Library, line: str) -> Iterator[Draft[Page]]:
    """Yield the list, most quoted first, then a page for each."""
    order = sorted(library.people.values(), key=lambda p: (-len(library.quotes_by(p.id)), p.name.casefold()))
    for sheet in sheets([person.id for person in order], "people/"):
        yield Draft(sheet.path(sheet.number), _list, (sheet, line))
    for person in order:
        yield Draft(f"people/{person.id}/", _page, (person.id,))
        yield from further.drafts(library.used_by(person.ref), person, "named", line)


def _list(library: Library, sheet: Sheet[str], line: str) -> Page:
    first = sheet.number == 1
    return making.page(
        library,
        "people.html",
        sheet.path(sheet.number),
        title=sheet.titled(library.words("pages.people"), library.words),
        description=library.words("descriptions.people", balance=line),
        crumbs=() if first else below("people", library),
        balance=making.whole(library) if first else Line(line),
        sheet=sheet,
        people=[library.people[id_] for id_ in sheet.entries],
        matrix=matrix(library) if first else None,
    )


def _page(library: Library, id_: str) -> Page:
    person = library.people[id_]
    quotes = sorted(library.quotes_by(person.id), key=lambda quote: bool(caution(quote, library)))
    return making.page(
        library,
        "person.html",
        f"people/{person.id}/",
        title=person.name,
        description=_description(person, sum(quote.is_statement for quote in quotes), library.words),
        record=person,
        crumbs=below("people", library),
        balance=voices.balance(quotes, library, actors=[person.id] if person.kind == "person" else []),
        quotes=quotes[:AT_ONCE],
        quotes_in_all=len(quotes) if len(quotes) > AT_ONCE else 0,
        positions=library.positions_of(person.id),
        events=library.events_of(person.id),
        mentioned=library.used_by(person.ref),
        at_once=AT_ONCE,
    )


def _description(person: Person, quotes: int, words: Words) -> str:
    role = person.roles[-1].title if person.roles else words(f"person-kinds.{person.kind}").lower()
    quoted = words("count.quote", n=quotes)
    return words("descriptions.person", name=person.name, role=role, quotes=quoted, about=person.about or "")
