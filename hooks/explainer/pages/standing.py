"""Who stands where on an issue, one row for each actor, silence included."""

from typing import NamedTuple

from explainer.library.library import Library
from explainer.pages.voices import actors
from explainer.records.model import Issue, Person, Position, Quote


class Standing(NamedTuple):
    """An actor's row: what is known of their position, and their own words on the issue."""

    actor: Person
    positions: tuple[Position, ...]
    quotes: tuple[Quote, ...]

    @property
    def silent(self) -> bool:
        """Tell whether our sources hold no words of theirs; of a body, only if nothing else is known."""
        return not self.quotes and (self.actor.kind == "person" or not self.known)

    @property
    def known(self) -> bool:
        """Tell whether anything is known of where they stand, beside their silence."""
        return bool(self.quotes) or any(position.basis != "silent" for position in self.positions)


def standings(issue: Issue, library: Library) -> list[Standing]:
    """Return the rows: actors with a position first, then those who speak elsewhere but not here.

    Where nobody has written positions for the site, everyone quoted on the issue has a row.
    """
    positions: dict[str, list[Position]] = {}
    quotes: dict[str, list[Quote]] = {}
    for position in library.positions_on(issue.id):
        positions.setdefault(position.actor, []).append(position)
    for quote in library.quotes_on(issue.id):
        if quote.speaker:
            said = quotes.setdefault(quote.speaker, [])
            said += [quote] if quote.is_statement else []
    elsewhere = actors(library) if library.positions else []
    return [
        Standing(library.people[actor], tuple(positions.get(actor, ())), tuple(quotes.get(actor, ())))
        for actor in dict.fromkeys([*positions, *elsewhere, *quotes])
    ]
