"""What extraction yields: candidates, each with its place in the article's text.

Offsets are Unicode code points into the text given to `extract`, end exclusive, and
`text[start:end] == exact` holds for every candidate. Names follow the W3C Web Annotation model.
"""

import json
from dataclasses import asdict, dataclass
from typing import Any, Literal

QuoteKind = Literal["direct", "continuation", "fragment", "scare"]
Qualifier = Literal["about", "over", "at-least", "under", "up-to", "nearly", "between"]
PersonKind = Literal["person", "organisation", "government"]


@dataclass(frozen=True, slots=True)
class QuoteCandidate:
    """Words between quotation marks; a split quote yields one candidate for each piece.

    `kind`: `direct` speech; `continuation`, direct speech whose speaker the quote before tells; `fragment`, a
    few words within somebody's paraphrase; `scare`, words nobody is said to have said.
    """

    exact: str
    start: int
    end: int
    kind: QuoteKind
    speaker: str | None = None
    """Full name as the article gives it anywhere ("he" is resolved); None where it cannot be told.

    An organisation's name; for an unnamed source its description ("a senior official"), and for a surname
    that several share the surname: those two are not among `Extraction.people`.
    """
    speaker_as_named: str | None = None
    """The words beside the quote that name its source: "he", "Dr. Velez", "a senior official"."""
    cue: str | None = None
    """The reporting verb or phrase: "said", "according to"."""
    issues: tuple[str, ...] = ()
    lang: str | None = None
    """ISO 639 code of the article's language where it is not English; None where it is, or is unknown."""


@dataclass(frozen=True, slots=True)
class Period:
    """The time a figure speaks of: `per-year` and other rates, `since`, `until`, `between`, `total`."""

    kind: str
    start: str | None = None
    end: str | None = None

    def __str__(self) -> str:
        """Return the form of the JSON contract: "per-year", "since 2000", "between 2010 and 2015"."""
        if self.kind == "between":
            return f"between {self.start} and {self.end}"
        return " ".join(part for part in (self.kind, self.start or self.end) if part)


@dataclass(frozen=True, slots=True)
class FigureCandidate:
    """A number with its meaning: magnitude applied, unit named, qualifier and period where stated."""

    exact: str
    start: int
    end: int
    value: float
    value_max: float | None = None
    unit: str | None = None
    """ISO 4217 currency, percent, percentage points, fraction, x, a measure, or the counted noun."""
    qualifier: Qualifier | None = None
    period: Period | None = None
    issues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PassageCandidate:
    """A paragraph and the issues it is about (none where it is about none)."""

    start: int
    end: int
    issues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonCandidate:
    """Somebody who speaks or is named in full: every form of the name, titles apart."""

    name: str
    kind: PersonKind = "person"
    aliases: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    mentions: int = 1


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was not found, or not understood, and why: never a guess in its place."""

    start: int
    line: int
    reason: str
    """A stable word for programs: unclosed-mark, unnamed-speaker, vague-number, open-number, unread-language.
    """
    message: str
    """A sentence for the writer."""


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was found in one article."""

    quotes: tuple[QuoteCandidate, ...] = ()
    figures: tuple[FigureCandidate, ...] = ()
    passages: tuple[PassageCandidate, ...] = ()
    about: tuple[str, ...] = ()
    """The issues that the article as a whole is about."""
    people: tuple[PersonCandidate, ...] = ()
    notes: tuple[Note, ...] = ()
    language: str | None = None
    """ISO 639 code of the article's language; None where it is none that is known."""


_YARDSTICK = {"at-least": "over", "up-to": "under"}
"""The yardsticks know one bound to each side."""


def as_dict(extraction: Extraction) -> dict[str, Any]:
    """Return plain lists and dictionaries; a figure's period is its string form, or None.

    The language is told by each quote, what the article is about by its passages: the contract has no
    fields for them.
    """
    plain = asdict(extraction)
    del plain["language"], plain["about"]
    for figure, candidate in zip(plain["figures"], extraction.figures, strict=True):
        figure["qualifier"] = _YARDSTICK.get(str(candidate.qualifier), candidate.qualifier)
        figure["period"] = None if candidate.period is None else str(candidate.period)
    return plain


def as_json(extraction: Extraction, **head: str) -> str:
    """Return one line of JSON: the fields of `head` (`article="x.txt"`), then those of the extraction."""
    return json.dumps({**head, **as_dict(extraction)}, ensure_ascii=False)
