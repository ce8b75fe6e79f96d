"""A figure means what its sentence in the source means: unit, period, bound, place and date are read there.

What the sentence says otherwise, or does not say at all, is an error until a writer says in `signed_off`
why it is right; a proposed figure, which nobody has looked at, is only warned of. Words for periods and
bounds are known in English; of other languages the years, the places and the units are held.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from explainer.errors import Severity
from explainer.records.model import Figure, Source
from explainer.rules.judged import SIGN, Fault, Judged
from explainer.rules.promises import stated_bound
from explainer.rules.sayings import (
    BOUND_WORDS,
    COUNTED,
    COUNTED_WITHIN,
    GENERIC,
    PERIOD_WORDS,
    PERSONAL,
    RELATIVE,
    SAME_PLACES,
    SCALED,
    YEAR,
)
from explainer.text import sentences
from explainer.text.characters import shown
from explainer.text.numerals import fractions, worded
from explainer.verification.ladder import Match
from explainer.verification.measures import Measure, beside, is_named, of_unit

_Fault = tuple[str, str]
"""A field and what is wrong with it."""

_BESIDE = 40
"""Characters on either side of a number in which its bound stands."""
_NEAR_YEARS = 2
"""So many years from its publication may a source mean by "last year" and the like."""


class _Cut(NamedTuple):
    """A figure and the text that it is cut from."""

    figure: Figure
    source: Source
    text: str
    match: Match

    @property
    def sentence(self) -> str:
        """Return the sentence that the number stands in."""
        start = sentences.start_of(self.text, self.match.start)
        return self.text[start : sentences.end_of(self.text, self.match.end)]

    @property
    def around(self) -> str:
        """Return the number with the words beside it that may bound it, within the sentence."""
        start = sentences.start_of(self.text, self.match.start)
        end = sentences.end_of(self.text, self.match.end)
        return self.text[max(start, self.match.start - _BESIDE) : min(end, self.match.end + _BESIDE)]

    @property
    def is_english(self) -> bool:
        return self.source.language.split("-")[0] == "en"


def measured(figure: Figure, source: Source | None, text: str | None, match: Match | None) -> Judged:
    """Return what a figure says otherwise than the sentence that it is cut from; `text` is its source's."""
    if figure.status in ("orphaned", "withdrawn") or figure.signed_off:
        return Judged()
    severity: Severity = "warning" if figure.status == "proposed" else "error"
    if not figure.exact and not figure.series and text is not None:
        message = "is missing; the source has its text beside it, so give the words that say the number"
        return Judged((Fault(("exact",), message, severity),))
    if match is None or source is None or text is None:
        return Judged()
    cut = _Cut(figure, source, text, match)
    faults = (Fault((field,), f"{message}{SIGN}", severity) for field, message in _faults(cut))
    return Judged(tuple(faults), tuple(_readings(cut)))


def _readings(cut: _Cut) -> Iterator[str]:
    """Yield what a reader must know to be our reading: that what the source counts are people."""
    noun = COUNTED.match(cut.text, cut.match.end) or COUNTED_WITHIN.search(cut.figure.exact or "")
    if cut.figure.unit == "people" and cut.is_english and noun and not PERSONAL.search(noun[1]):
        yield f"The source counts “{noun[1]}”. That they are people is our reading."


def _faults(cut: _Cut) -> Iterator[_Fault]:
    yield from _magnitude(cut)
    yield from _unit(cut)
    yield from _dates(cut)
    yield from _place(cut)
    if cut.is_english:
        yield from _kind_of_period(cut)
        yield from _bound(cut)


def _magnitude(cut: _Cut) -> Iterator[_Fault]:
    words = cut.figure.exact or ""
    found = SCALED.match(cut.text, cut.match.end) if words[-1:].isdigit() else None
    scale = (found[1] or found[2]) if found else ""
    if scale and scale.lower() not in cut.figure.unit.lower() and of_unit(cut.figure.unit) != of_unit(scale):
        yield "exact", f'"{shown(words)}" cuts the number from its "{scale}"; take that in'


def _unit(cut: _Cut) -> Iterator[_Fault]:
    unit, sentence = cut.figure.unit, cut.sentence
    told = beside(cut.text, cut.match.start, cut.match.end)
    claimed = of_unit(unit)
    words = shown(cut.figure.exact or "")
    if not _says_number(cut.figure.exact or "", unit):
        return
    if told and (claimed is None or claimed.kind != told.kind) and unit not in ("fraction", "x"):
        yield (
            "unit",
            f'"{unit}" is not what the source counts in "{words}", which is {told.unit or told.kind}',
        )
    elif told and claimed and claimed.unit != told.unit and told.kind != "money":
        yield "unit", f'"{unit}" is another unit than the source has in "{words}"'
    elif claimed and claimed.kind != "multiple" and not told and not is_named(claimed.kind, cut.around):
        yield "unit", f'nothing beside the number in the source is "{unit}"'
    elif claimed is None and cut.is_english and not _is_counted(unit, sentence):
        yield "unit", f'the sentence of the source does not speak of "{unit}"'


def _says_number(words: str, unit: str) -> bool:
    """Say whether the words hold a number of that unit: a share in words may be written in percent."""
    if any(fractions(words)):
        return of_unit(unit) != Measure("share", "percent")
    return re.search(r"\d", words) is not None or any(worded(words))


def _is_counted(unit: str, sentence: str) -> bool:
    """Say whether the sentence has the noun that is counted, in the singular or plural."""
    nouns = [word for word in re.findall(r"[^\W\d_]{2,}", unit.lower()) if word not in GENERIC]
    if not nouns:
        return True
    stem = re.sub(r"(?:ies|es|s|y)$", "", nouns[-1]) or nouns[-1]
    return stem[: max(4, len(stem) - 1)] in sentence.lower()


def _dates(cut: _Cut) -> Iterator[_Fault]:
    period, named = cut.figure.period, set(YEAR.findall(cut.sentence))
    for name, date in (("start", period.start), ("end", period.end)) if period else ():
        if date and date[:4] not in named and (named or not _is_near(cut, date)):
            said = f"it names {', '.join(sorted(named))}" if named else "it names no year"
            yield "period", f"{name} {date[:4]} is not in the sentence of the source; {said}"
    as_of, published = cut.figure.as_of, cut.source.published
    if as_of and published and as_of[: len(published)] > published[: len(as_of)]:
        yield "as_of", f'"{as_of}" is after the source was published ("{published}")'
    elif as_of and as_of[:4] not in YEAR.findall(cut.text) and not _is_near(cut, as_of):
        yield "as_of", f'the source does not speak of "{as_of[:4]}"'


def _is_near(cut: _Cut, date: str) -> bool:
    """Say whether a source may mean a year that it does not name: its own, or "last year"."""
    known = cut.source.published or cut.source.accessed
    if known is None:
        return False
    apart = abs(int(known[:4]) - int(date[:4]))
    return apart == 0 or (apart <= _NEAR_YEARS and RELATIVE.search(cut.sentence) is not None)


def _kind_of_period(cut: _Cut) -> Iterator[_Fault]:
    period = cut.figure.period
    words = PERIOD_WORDS.get(period.kind) if period else None
    if period and words and not _any_of(words).search(cut.sentence):
        yield "period", f'nothing in the sentence of the source says "{period.kind}"'


def _bound(cut: _Cut) -> Iterator[_Fault]:
    qualifier = cut.figure.qualifier
    words = BOUND_WORDS.get(qualifier or "")
    told = stated_bound(cut.figure)
    if told and told[0] != qualifier:
        return  # told already, by what stands right before the number
    if qualifier and words and not _any_of(*words).search(cut.around):
        yield "qualifier", f'nothing beside the number in the source says "{qualifier}"'


def _place(cut: _Cut) -> Iterator[_Fault]:
    place = cut.figure.geography
    if not place:
        return
    text = f"{cut.text}\n{cut.source.title}".lower()
    same = SAME_PLACES.get(place.lower())
    if same and re.search(same, f"{cut.text}\n{cut.source.title}"):
        return
    for word in re.findall(r"[^\W\d_][^\W\d_]{2,}", place):
        if word[0].isupper() and word.lower()[: max(4, len(word) - 2)] not in text:
            yield "geography", f'the source nowhere names "{shown(place)}"'
            return


@cache
def _any_of(words: str, signs: str = "") -> re.Pattern[str]:
    """Return what matches any of some words, or of signs; made when a figure first needs it."""
    return re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_]){'|' if signs else ''}{signs}", re.IGNORECASE)
