"""Who stands where on an issue, one row for each actor, silence included."""

from dataclasses import dataclass

from explainer.library.library import Library
from explainer.pages.voices import actors
from explainer.records.model import Issue, Person, Position, Quote


@dataclass(frozen=True, slots=True)
class Standing:
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
    known = [position.actor for position in library.positions_on(issue.id)]
    if library.positions:
        known += actors(library)
    known += [quote.speaker for quote in library.quotes_on(issue.id) if quote.speaker]
    return [_standing(actor, issue, library) for actor in dict.fromkeys(known)]


def _standing(actor: str, issue: Issue, library: Library) -> Standing:
    return Standing(
        actor=library.people[actor],
        positions=tuple(p for p in library.positions_on(issue.id) if p.actor == actor),
        quotes=tuple(q for q in library.quotes_on(issue.id) if q.speaker == actor and q.is_statement),
    )
