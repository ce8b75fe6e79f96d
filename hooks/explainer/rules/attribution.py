"""Whose words a quotation holds, and since when: the speaker is whom the source names beside it.

It is an error where the source names somebody else, or nobody of that name; `signed_off` overrules that, and
the page shows the reason. What the source neither says nor denies, the page tells as our reading.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import assert_never

from explainer.records.model import Person, Quote, Source
from explainer.rules.judged import SIGN, Fault, Judged
from explainer.text import dates
from explainer.text.characters import shown
from explainer.verification.editing import inserted
from explainer.verification.ladder import Match
from explainer.verification.naming import named
from explainer.verification.speakers import Standing, misnamed, standing, stands_near

_CENTURY = 100
_Fault = tuple[str, str]
"""A field and what is wrong with it."""


def attributed(quote: Quote, source: Source, text: str, match: Match, person: Person | None) -> Judged:
    """Hold speaker, the source's name for it, verb and day of a quotation to the words around it."""
    spoken = _Spoken(quote, source, text, match, person)
    found = (*spoken.wrong_speaker(), *spoken.strange_words(), *spoken.wrong_day())
    faults = () if quote.signed_off else found
    told = (Fault((field,), f"{message}{SIGN}") for field, message in faults)
    return Judged(tuple(told), tuple(spoken.readings()))


def latest_day(source: Source) -> str:
    """Return the last day on which a source can say that something was said: its own, at most tomorrow."""
    tomorrow = (date.today() + timedelta(days=1)).isoformat()
    return min(filter(None, (source.published or source.accessed, tomorrow)))


@dataclass(frozen=True)
class _Spoken:
    """A quotation, where it stands, and who is said to have spoken."""

    quote: Quote
    source: Source
    text: str
    match: Match
    person: Person | None

    @cached_property
    def standing(self) -> Standing | None:
        """Return how the speaker on record stands in the source; None where none is on record."""
        person, source = self.person, self.source
        if person is None:
            return None
        who = named(person.name, person.aliases, body=person.kind != "person")
        whose_text = " ".join(filter(None, (source.title, *source.authors, source.publisher)))
        as_named = self.quote.speaker_as_named
        return standing(
            self.text, self.match.start, self.match.end, who, as_named=as_named, credits=whose_text
        )

    def wrong_speaker(self) -> Iterator[_Fault]:
        """Yield what in the source speaks against the speaker on record."""
        as_named = self.quote.speaker_as_named
        if self.person is None or self.standing is None:
            place = self.match.start, self.match.end
            other = misnamed(self.text, *place, as_named=as_named) if as_named else None
            if other:
                yield "speaker_as_named", f'the words beside the quotation give it to "{shown(other.words)}"'
            return
        told, given_to = f'"{self.person.id}" is {shown(self.person.name)}', self.standing.given_to
        match self.standing.verdict:
            case "other-name":
                yield "speaker", f'{told}, but speaker_as_named is "{shown(as_named or "")}"'
            case "given-to-another":
                words = shown(given_to.words) if given_to else ""
                yield "speaker", f'{told}, but the words beside the quotation give it to "{words}"'
            case "unnamed":
                yield "speaker", f"{told}, who is named nowhere in the source"
            case "confirmed" | "open":
                return
            case unknown:
                assert_never(unknown)

    def strange_words(self) -> Iterator[_Fault]:
        """Yield what is said to be the source's own word and does not stand near the quotation."""
        place = self.match.start, self.match.end
        for field, value in (("speaker_as_named", self.quote.speaker_as_named), ("cue", self.quote.cue)):
            if value and not stands_near(self.text, *place, value):
                yield field, f'"{shown(value)}" does not stand near the quotation in the source'

    def wrong_day(self) -> Iterator[_Fault]:
        """Yield why the words cannot have been said on the day on record."""
        said, known = self.quote.said_on, self.source.published or self.source.accessed
        if said is None:
            return
        latest = latest_day(self.source)
        if said[: len(latest)] > latest[: len(said)]:
            what = "the source was published or read" if latest == known else "today"
            yield "said_on", f'"{said}" is after {what} ("{latest}")'
        elif int(said[:4]) < int(latest[:4]) - _CENTURY:
            yield "said_on", f'"{said}" is more than a century before the source'

    def readings(self) -> Iterator[str]:
        """Yield what a reader must know to be our reading."""
        if self.person and self.standing and self.standing.verdict != "confirmed":
            name, given_to = self.person.name, self.standing.given_to
            if given_to and given_to.is_pronoun:
                yield f"The source says only “{given_to.words}” here. That it means {name} is our reading."
            elif self.standing.verdict == "given-to-another" and given_to:
                who = given_to.words
                yield f"The words beside the quotation name “{who}”. That it is {name} is our reading."
            elif self.quote.kind == "scare":
                yield f"The source sets the words off. That they are {name}’s own is our reading."
            else:
                yield f"The words beside the quotation name no speaker. That it is {name} is our reading."
        if self.match.tier == "EDITED" and any(words.strip(" .…") for words in inserted(self.quote.exact)):
            yield "The words in square brackets are ours and not the speaker’s."
        said = self.quote.said_on
        if said and not dates.is_named(
            self.text, said, around=self.match.start, published=self.source.published
        ):
            yield "The source does not plainly give the day on which this was said. It is our reading."
