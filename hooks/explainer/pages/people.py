"""Everyone who speaks or acts: the list, and a page for each with roles, positions and every quote."""

from collections.abc import Iterator

from explainer.library.library import Library
from explainer.library.titles import caution
from explainer.pages import making, voices
from explainer.pages.making import below
from explainer.pages.matrix import matrix
from explainer.pages.page import Page
from explainer.pages.paging import sheets
from explainer.records.model import Person
from explainer.words import Words


def pages(library: Library) -> Iterator[Page]:
    """Yield the list, most quoted first, then a page for each."""
    whole = making.whole(library)
    order = sorted(library.people.values(), key=lambda p: (-len(library.quotes_by(p.id)), p.name.casefold()))
    for sheet in sheets(order, "people/"):
        yield making.page(
            library,
            "people.html",
            sheet.path(sheet.number),
            title=sheet.titled(library.words("pages.people"), library.words),
            description=library.words("descriptions.people", balance=whole.line),
            crumbs=below("people", library) if sheet.number > 1 else (),
            balance=whole,
            sheet=sheet,
            matrix=matrix(library) if sheet.number == 1 else None,
        )
    for person in order:
        quotes = sorted(library.quotes_by(person.id), key=lambda quote: bool(caution(quote, library)))
        yield making.page(
            library,
            "person.html",
            f"people/{person.id}/",
            title=person.name,
            description=_description(person, sum(quote.is_statement for quote in quotes), library.words),
            record=person,
            crumbs=below("people", library),
            balance=voices.balance(quotes, library, actors=[person.id] if person.kind == "person" else []),
            quotes=quotes,
            positions=library.positions_of(person.id),
            events=library.events_of(person.id),
            mentioned=library.used_by(person.ref),
        )


def _description(person: Person, quotes: int, words: Words) -> str:
    role = person.roles[-1].title if person.roles else words(f"person-kinds.{person.kind}").lower()
    quoted = words("count.quote", n=quotes)
    return words("descriptions.person", name=person.name, role=role, quotes=quoted, about=person.about or "")
