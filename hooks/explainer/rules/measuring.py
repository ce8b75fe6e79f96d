"""A figure means what its sentence in the source means: unit, period, bound, place and date are read there.

What the sentence says otherwise, or does not say at all, is an error until a writer says in `signed_off`
why it is right; a proposed figure, which nobody has looked at, is only warned of. Words for periods and
bounds are known in English; of other languages the years, the places and the units are held.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, partial
from typing import NamedTuple

from explainer.contents.folder import Contents
from explainer.contents.kept import Kept
from explainer.errors import Severity
from explainer.records.model import Figure, Source
from explainer.rules.judged import Judged
from explainer.rules.promises import stated_bound
from explainer.text import sentences
from explainer.text.characters import shown
from explainer.text.numerals import fractions, worded
from explainer.text.pattern import pattern
from explainer.verification.ladder import Match
from explainer.verification.measures import Measure, beside, is_named, of_unit

Fault = tuple[str, str]
"""A field and what is wrong with it."""

_BOUND_WORDS: Mapping[str, tuple[str, str]] = {
    "over": (
        "more than|over|above|exceed\\w*|upwards|in excess|north of|topp\\w*|surpass\\w*|beyond|past|greater"
        "|higher|longer|larger|or more|and more|plus|better than",
        r"\+|>",
    ),
    "at-least": (
        "at least|no less|no fewer|not less|not fewer|minimum|or more|and up|upwards|plus",
        r"\+|≥",
    ),
    "under": (
        "less than|fewer than|under|below|within|beneath|short of|lower|smaller|shorter",
        "<",
    ),
    "up-to": (
        "up to|as much as|as many as|as high as|as few as|at most|maximum|no more|not more|until|or less"
        "|or fewer|limit\\w*|cap\\w*|ceiling",
        "≤",
    ),
    "nearly": (
        "nearly|nearing|almost|close to|just under|just short|approach\\w*|virtually|near|not quite",
        "~",
    ),
    "about": (
        "about|around|some|roughly|approximately|approx|circa|ca|c|estimat\\w*|nearly|almost|or so|close to"
        "|in the region|near|give or take|odd|likely|averag\\w*|rounded|order of|couple|dozens?|score",
        "~|≈|-odd",
    ),
    "between": ("between|to|and|from|or|through", "[-–—]"),
}
"""Words and signs by which a sentence says each bound."""
_PERIOD_WORDS: Mapping[str, str] = {
    "since": "since|from|starting|beginning|over the (?:past|last)|in the (?:past|last)|after|began|began in",
    "until": "until|by|through|till|up to|before|to",
    "per-year": "a year|an year|per year|yearly|annual\\w*|each year|every year|year|years|p\\.?a|per annum",
    "per-month": "a month|per month|monthly|each month|every month|month",
    "per-week": "a week|per week|weekly|each week|every week|week",
    "per-day": "a day|per day|daily|each day|every day|day",
    "per-hour": "an hour|per hour|hourly|each hour|every hour|hour",
}
_YEAR = pattern(r"(?<![\d.,$€£])(?:1[5-9]|20|21)\d\d(?!\d|[.,]\d)")
_RELATIVE = pattern(
    r"\b(?:last|this|next|past|previous|coming|current|prior|same|that) "
    r"(?:fiscal |financial |school |calendar )?(?:year|month|week|quarter|decade|spring|summer|autumn|fall"
    r"|winter|january|february|march|april|may|june"
    r"|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"|\b(?:ago|today|yesterday|now|currently|tonight|so far|to date|recent\w*|latest|earlier|since then"
    r"|a year)\b",
    re.IGNORECASE,
)
_SCALED = pattern(
    r"[\s\u00a0-]{1,2}(hundred|thousand|million|billion|trillion|bn|mn|lakh|crore|mil millones|mil|millones"
    r"|millón|millions?|milliards?|mille|mio\.?|mrd\.?|millionen|milliarden|tausend|dozen|score)\b"
    r"|[\s\u00a0]?([mkbt]n?)\b(?![\w²³])",
    re.IGNORECASE,
)
_GENERIC = frozenset(
    ("people", "number", "fraction", "x", "times", "person", "unit", "units", "index", "score")
)
_SAME_PLACES = {
    "united states": r"\bU\.?S\.?A?\b|\bAmerica|Estados Unidos|États-Unis|Vereinigte",
    "united kingdom": r"\bU\.?K\.?\b|Brit|Reino Unido|Royaume-Uni",
    "european union": r"\bE\.?U\.?\b|\bUE\b",
    "world": r"world|global|worldwide|earth|mund|monde|welt",
}
_COUNTED = pattern(r"[\s\u00a0]([a-z]{3,}s)\b")
_COUNTED_WITHIN = pattern(r"\d[\s\u00a0]([a-z]{3,}s)\Z")
_PERSONAL = pattern(
    r"(?:[eo]rs|ists|i?ans|ants|ents|ees|als|ives|mates|eses|boys|girls|kids|nuns|monks|teens|adults|youths|victims"
    r"|troops|couples|families|heads|souls|lives|peers|guests|ics|ads|arts|urses|idents|men|ilots|oks|udges|ones)\Z"
)
"""How nouns for people mostly end; of others the page says that it is our reading."""
_BESIDE = 40
"""Characters on either side of a number in which its bound stands."""
_NEAR_YEARS = 2
"""So many years from its publication may a source mean by "last year" and the like."""
_SIGN = "; correct it, or say in `signed_off` why it is right"


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


def hold_to_sentences(contents: Contents, matches: Mapping[str, Match], kept: Kept) -> Judged:
    """Return what figures say otherwise than the sentences that they are cut from."""
    judged = Judged()
    for figure in contents.by_source(Figure.KIND):
        assert isinstance(figure, Figure)
        if figure.status in ("orphaned", "withdrawn") or figure.signed_off:
            continue
        loaded = contents.files[figure.ref]
        severity: Severity = "warning" if figure.status == "proposed" else "error"
        if not figure.exact and not figure.series and figure.source in contents.articles:
            message = "is missing; the source has its text beside it, so give the words that say the number"
            judged.problems.append(loaded.problem(("exact",), message, severity))
        match = matches.get(figure.ref)
        source = contents.records[Source.KIND].get(figure.source or "")
        if match is None or not isinstance(source, Source):
            continue
        article = contents.articles[source.id]
        work = partial(_judged, _Cut(figure, source, article.text, match))
        faults, readings = kept.judge("measure", (figure, source, match, article.sha256), work)
        for field, message in faults:
            judged.problems.append(loaded.problem((field,), f"{message}{_SIGN}", severity))
        for reading in readings:
            judged.note(figure.ref, reading)
    return judged


def _judged(cut: "_Cut") -> tuple[tuple[list[Fault], list[str]], bool]:
    """Return faults and readings; both may be kept."""
    return (list(_faults(cut)), list(_readings(cut))), True


def _readings(cut: _Cut) -> Iterator[str]:
    """Yield what a reader must know to be our reading: that what the source counts are people."""
    noun = _COUNTED.match(cut.text, cut.match.end) or _COUNTED_WITHIN.search(cut.figure.exact or "")
    if cut.figure.unit == "people" and cut.is_english and noun and not _PERSONAL.search(noun[1]):
        yield f"The source counts “{noun[1]}”. That they are people is our reading."


def _faults(cut: _Cut) -> Iterator[Fault]:
    yield from _magnitude(cut)
    yield from _unit(cut)
    yield from _dates(cut)
    yield from _place(cut)
    if cut.is_english:
        yield from _kind_of_period(cut)
        yield from _bound(cut)


def _magnitude(cut: _Cut) -> Iterator[Fault]:
    words = cut.figure.exact or ""
    found = _SCALED.match(cut.text, cut.match.end) if words[-1:].isdigit() else None
    scale = (found[1] or found[2]) if found else ""
    if scale and scale.lower() not in cut.figure.unit.lower() and of_unit(cut.figure.unit) != of_unit(scale):
        yield "exact", f'"{shown(words)}" cuts the number from its "{scale}"; take that in'


def _unit(cut: _Cut) -> Iterator[Fault]:
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
    nouns = [word for word in re.findall(r"[^\W\d_]{2,}", unit.lower()) if word not in _GENERIC]
    if not nouns:
        return True
    stem = re.sub(r"(?:ies|es|s|y)$", "", nouns[-1]) or nouns[-1]
    return stem[: max(4, len(stem) - 1)] in sentence.lower()


def _dates(cut: _Cut) -> Iterator[Fault]:
    period, named = cut.figure.period, set(_YEAR.findall(cut.sentence))
    for name, date in (("start", period.start), ("end", period.end)) if period else ():
        if date and date[:4] not in named and (named or not _is_near(cut, date)):
            said = f"it names {', '.join(sorted(named))}" if named else "it names no year"
            yield "period", f"{name} {date[:4]} is not in the sentence of the source; {said}"
    as_of, published = cut.figure.as_of, cut.source.published
    if as_of and published and as_of[: len(published)] > published[: len(as_of)]:
        yield "as_of", f'"{as_of}" is after the source was published ("{published}")'
    elif as_of and as_of[:4] not in _YEAR.findall(cut.text) and not _is_near(cut, as_of):
        yield "as_of", f'the source does not speak of "{as_of[:4]}"'


def _is_near(cut: _Cut, date: str) -> bool:
    """Say whether a source may mean a year that it does not name: its own, or "last year"."""
    known = cut.source.published or cut.source.accessed
    if known is None:
        return False
    apart = abs(int(known[:4]) - int(date[:4]))
    return apart == 0 or (apart <= _NEAR_YEARS and _RELATIVE.search(cut.sentence) is not None)


def _kind_of_period(cut: _Cut) -> Iterator[Fault]:
    period = cut.figure.period
    words = _PERIOD_WORDS.get(period.kind) if period else None
    if period and words and not _any_of(words).search(cut.sentence):
        yield "period", f'nothing in the sentence of the source says "{period.kind}"'


def _bound(cut: _Cut) -> Iterator[Fault]:
    qualifier = cut.figure.qualifier
    words = _BOUND_WORDS.get(qualifier or "")
    told = stated_bound(cut.figure)
    if told and told[0] != qualifier:
        return  # told already, by what stands right before the number
    if qualifier and words and not _any_of(*words).search(cut.around):
        yield "qualifier", f'nothing beside the number in the source says "{qualifier}"'


def _place(cut: _Cut) -> Iterator[Fault]:
    place = cut.figure.geography
    if not place:
        return
    text = f"{cut.text}\n{cut.source.title}".lower()
    same = _SAME_PLACES.get(place.lower())
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
