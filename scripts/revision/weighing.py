"""What one article proposes, held to the project's rules before it is known whom its names stand for.

Of the article alone, so that it is done on all cores; ids are given when all articles are there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from explainer.records.parts import PeriodKind
from extraction.candidates import Extraction, PersonCandidate, QuoteCandidate
from merge.values import Record
from revision import ids, proposals
from revision.fitness import is_given_to_another, strange_words, unfitness, unfound

_PERIODS = frozenset(get_args(PeriodKind))


@dataclass(frozen=True, slots=True)
class Proposal:
    """The record of a quote or a figure; its speaker is under the id that the name alone would give."""

    record: dict[str, Any]
    wanted: str
    """The id it would have if nobody else wanted it."""
    refused: str | None = None
    """Why it cannot be proposed."""
    is_misgiven: bool = False
    """Whether the words beside a quote give it to somebody else than the article calls its speaker."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What an article proposes, in the order of what was extracted."""

    quotes: tuple[Proposal, ...] = ()
    figures: tuple[Proposal, ...] = ()


def weigh(extraction: Extraction, text: str, *, source: str) -> Weighed:
    """Return the quotes and figures of an article as records, and what speaks against each."""
    return Weighed(tuple(_quotes(extraction, text, source)), tuple(_figures(extraction, text, source)))


def refusal(folder: str, record: Record, text: str) -> str | None:
    """Return why a record with a passage in `text` cannot be proposed; None where it can."""
    return unfitness(folder, record) or unfound(record, text)


def is_misgiven(record: Record, text: str, person: PersonCandidate | None, *, name: str) -> bool:
    """Say whether the words beside a quote give it to somebody else than to `person`, on record as `name`."""
    aliases = (person.name, *person.aliases) if person else ()
    is_body = person is not None and person.kind != "person"
    return is_given_to_another(record, text, name=name, aliases=aliases, body=is_body)


def _quotes(extraction: Extraction, text: str, source: str) -> Iterator[Proposal]:
    people = {person.name: person for person in reversed(extraction.people)}
    for quote in extraction.quotes:
        record = _quote(quote, text, source)
        person = people.get(quote.speaker or "")
        misgiven = person is not None and is_misgiven(record, text, person, name=person.name)
        wanted = ids.quote_id(quote.exact, quote.speaker)
        yield Proposal(record, wanted, refusal("quotes", record, text), misgiven)


def _quote(quote: QuoteCandidate, text: str, source: str) -> dict[str, Any]:
    speaker = ids.person_id(quote.speaker) if quote.speaker else None
    record = proposals.quote_record(quote, text, source=source, speaker=speaker, issues=quote.issues)
    strange = strange_words(record, text)
    return {name: value for name, value in record.items() if name not in strange}


def _figures(extraction: Extraction, text: str, source: str) -> Iterator[Proposal]:
    for figure in extraction.figures:
        record = proposals.figure_record(figure, text, source=source, issues=figure.issues, periods=_PERIODS)
        yield Proposal({**record}, ids.figure_id(figure), refusal("figures", record, text))
