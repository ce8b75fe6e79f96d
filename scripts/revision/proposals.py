"""Candidates to records: plain maps in the field order of the model, all scalars as strings.

A record holds only what extraction knows; a field it cannot fill is left out. Every record is `proposed`.
"""

import re
from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import TypeAlias

from explainer.text.characters import without_invisible
from extraction.candidates import (
    FigureCandidate,
    PassageCandidate,
    Period,
    PersonCandidate,
    QuoteCandidate,
)
from reading.metadata import Metadata
from revision.labels import label

Value: TypeAlias = str | list["Value"] | dict[str, "Value"]
Record: TypeAlias = dict[str, Value]

CONTEXT = 32
"""Code points of `prefix` and `suffix`, as the W3C Web Annotation examples use."""

LONGEST_TITLE = 300

NO_UNIT = "number"
"""What a figure counts where the article names nothing."""

_PROPOSED = "proposed"
_SUPPOSED = "en"
"""The language of a source that states none."""
_STOP = re.compile(r"(?:[;:,]|(?<![.A-Z])\.)$")
"""At the end of a headline, unless it is part of an abbreviation or an ellipsis."""


def quote_record(
    quote: QuoteCandidate, text: str, *, source: str, speaker: str | None, issues: Collection[str]
) -> Record:
    """Return the record of a quote; `speaker` is a person's id, `issues` those the project explains."""
    return _filled(
        source=source,
        **_place(text, quote.start, quote.end),
        speaker=speaker,
        speaker_as_named=quote.speaker_as_named and without_invisible(quote.speaker_as_named),
        cue=quote.cue,
        kind=quote.kind,
        lang=quote.lang,
        issues=[issue for issue in quote.issues if issue in issues],
        status=_PROPOSED,
    )


def figure_record(
    figure: FigureCandidate, text: str, *, source: str, issues: Collection[str], periods: Collection[str]
) -> Record:
    """Return the record of a figure; a period of a kind not among `periods` is left out."""
    period = figure.period if figure.period and figure.period.kind in periods else None
    return _filled(
        label=label(text, figure.start, figure.end),
        value=number(figure.value),
        value_max=None if figure.value_max is None else number(figure.value_max),
        unit=figure.unit or NO_UNIT,
        qualifier=figure.qualifier,
        period=_period(period),
        source=source,
        **_place(text, figure.start, figure.end),
        issues=[issue for issue in figure.issues if issue in issues],
        status=_PROPOSED,
    )


def person_record(person: PersonCandidate) -> Record:
    """Return the record of somebody who speaks or is named in full."""
    return _filled(
        name=person.name,
        kind=person.kind,
        aliases=[alias for alias in person.aliases if alias != person.name],
        status=_PROPOSED,
    )


def source_record(
    headline: str,
    said: Metadata,
    *,
    file: str,
    original: str | None = None,
    sha256: str,
    language: str | None = None,
) -> Record:
    """Return the record of an article with what it says of itself; the rest is for a writer to add.

    `language` is what its words are in; the one that records are in when they say nothing is left out.
    """
    return _filled(
        title=_STOP.sub("", _line(headline))[:LONGEST_TITLE].strip() or file,
        publisher=_line(said.publisher or ""),
        authors=[_line(name) for name in said.authors],
        url=said.url,
        published=_day(said.published),
        modified=_day(said.modified),
        language=None if language == _SUPPOSED else _language(language),
        file=file,
        original=original,
        sha256=sha256,
        status=_PROPOSED,
    )


def _line(words: str) -> str:
    """Return words of a source fit for one line of ours, where double brackets would be a link."""
    return without_invisible(words).replace("[[", "[ [").strip()


def _day(stated: str | None) -> str | None:
    """Return the day, or the month, of a time as a page states it: `2024-05-03T06:30+01:00` is 2024-05-03."""
    return stated[:10].rstrip("T ") if stated else None


def _language(stated: str | None) -> str | None:
    """Return a language tag in its usual case: `EN_gb` is en-gb's language, `en-GB`."""
    if not stated:
        return None
    first, *rest = stated.replace("_", "-").split("-")
    return "-".join([first.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])


def issue_record(title: str, question: str) -> Record:
    """Return an issue the articles are about; what is to be said of it is for a writer to add."""
    return _filled(
        title=title,
        question=question or f"What do the articles say about {title}?",
        status=_PROPOSED,
    )


def passages(candidates: Iterable[PassageCandidate], text: str, *, source: str, issue: str) -> list[Record]:
    """Return the passages about an issue, in the order of the article."""
    return [
        {
            "source": source,
            "exact": text[found.start : found.end],
            "start": str(found.start),
            "end": str(found.end),
        }
        for found in candidates
        if issue in found.issues
    ]


def number(value: float) -> str:
    """Return a number in digits alone, as the model wants it: `32000000000`, `1.5`; a third is `0.333333`."""
    digits = format(round(Decimal(str(value)), 6), "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def headline(text: str, fallback: str) -> str:
    """Return the first line with words in it, without marks of a heading, at most 300 characters."""
    for line in text.splitlines():
        words = line.strip().lstrip("#").strip()
        if any(map(str.isalnum, words)):
            return words[:LONGEST_TITLE].rstrip()
    return fallback


def _place(text: str, start: int, end: int) -> dict[str, Value]:
    return {
        "exact": text[start:end],
        "prefix": text[max(0, start - CONTEXT) : start],
        "suffix": text[end : end + CONTEXT],
        "start": str(start),
        "end": str(end),
    }


def _period(period: Period | None) -> Record | None:
    if period is None:
        return None
    return _filled(kind=period.kind, start=period.start, end=period.end)


def _filled(**fields: Value | None) -> Record:
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}
