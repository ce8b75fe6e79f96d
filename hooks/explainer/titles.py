"""Name each record in a line of plain text: for links, headings, feeds and cards alike."""

from explainer.library import Library
from explainer.model import Check, Event, Figure, Issue, Person, Position, Quote, Record, Source, Term

NOBODY = "Speaker not named"
_QUOTED_WORDS = 9


def title(record: Record, library: Library) -> str:
    """Return the record's name: a headline, a label, a person, the opening words of a quote."""
    match record:
        case Source() | Issue():
            return record.title
        case Quote():
            return f"{speaker_name(record, library)}: “{opening(record.exact)}”"
        case Figure() | Event():
            return record.label
        case Person():
            return record.name
        case Position():
            return f"{library.people[record.actor].name} on {library.issues[record.issue].title}"
        case Term():
            return record.term
        case Check():
            return opening(record.exact)
    return record.id


def speaker_name(quote: Quote, library: Library) -> str:
    """Return who said it: the person's name, else how the source names them."""
    if quote.speaker:
        return library.people[quote.speaker].name
    return quote.speaker_as_named or NOBODY


def opening(text: str) -> str:
    """Return the first words of a text, the cut marked by an ellipsis."""
    words = text.split()
    head = " ".join(words[:_QUOTED_WORDS]).rstrip(",;:")
    return head if len(words) <= _QUOTED_WORDS else f"{head} …"
