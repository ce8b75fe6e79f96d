"""All figures of a text outside English, and notes on the numbers whose meaning its marks leave open."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extraction.candidates import FigureCandidate, Note
from extraction.languages.figures import around, convention, counting, exclusions, measures, numerals
from extraction.languages.figures.convention import Convention
from extraction.languages.figures.counting import Counting
from extraction.languages.figures.measures import Measure
from extraction.languages.figures.numerals import Numeral
from extraction.languages.figures.vague import find_vague

_OPEN = (
    "“{words}” may be {high} or {low}: the article does not show which mark stands before its decimals, "
    "so no figure was made of it."
)
_SPELLED_ALONE = 10
"""Spelled counts up to this are figures only with a magnitude or a unit."""
_SHARE = frozenset({"percent", "points"})
_RANGE = r"\s?[-–]\s?"


class Found(NamedTuple):
    """The figures of an article, and what a writer should look at."""

    figures: tuple[FigureCandidate, ...]
    notes: tuple[Note, ...]


def find(text: str, code: str) -> Found:
    """Return the figures of `text`, written in the language `code`, in order, and notes in order."""
    reader = _Reader(text, counting.load(code))
    figures = tuple(reader.read())
    notes = sorted([*reader.notes, *find_vague(text, code)], key=lambda note: note.start)
    return Found(figures, tuple(notes))


class _Reader:
    """Reads the numbers of one article from left to right."""

    def __init__(self, text: str, counting_: Counting) -> None:
        self.article = text
        self.text = text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2009", " ")
        self.counting = counting_
        self.convention: Convention = convention.of(self.text, counting_)
        self.starts = re.compile(rf"(?<![\w.,])\d|{counting_.spelled.pattern}", re.I)
        self.notes: list[Note] = []

    def read(self) -> Iterator[FigureCandidate]:
        at = 0
        while start := self.starts.search(self.text, at):
            numeral = self._numeral(start.start())
            if numeral is None:
                at = self._past(start)
                continue
            figure = self._figure(numeral)
            at = max(figure.end if figure else 0, numeral.end, start.end())
            if figure:
                yield figure

    def _past(self, start: re.Match[str]) -> int:
        run = re.compile(r"\d[\d.,:/-]*|\w+").match(self.text, start.start())
        return max(start.end(), run.end() if run else 0)

    def _numeral(self, start: int) -> Numeral | None:
        if self.text[start].isdigit():
            return numerals.digits(self.text, start, self.convention, self.counting)
        return numerals.spelled(self.text, start, self.counting)

    def _figure(self, numeral: Numeral) -> FigureCandidate | None:
        if not numeral.spelled and exclusions.joined(self.text, numeral):
            return self._range(numeral, _RANGE)
        if exclusions.dated(self.text, numeral, self.counting):
            return None
        ranged = self._between(numeral)
        if ranged:
            return ranged
        measure = self._measure(numeral)
        if self._is_none(numeral, measure):
            return None
        if numeral.value is None:
            self._note_open(numeral)
            return None
        return self._candidate(numeral, measure)

    def _measure(self, numeral: Numeral) -> Measure | None:
        scaled = numeral.scale > 1
        currency = measures.currency_before(self.text, numeral.start)
        if currency:
            return Measure(numeral.end, currency[1], "money")
        return measures.unit(self.text, numeral.end, self.counting, scaled=scaled) or measures.noun(
            self.text, numeral.end, self.counting, scaled=scaled
        )

    def _is_none(self, numeral: Numeral, measure: Measure | None) -> bool:
        """Tell numbers that are no figure, or whose meaning is not complete where they stand."""
        text, table = self.text, self.counting
        if numeral.fraction:
            return self._is_idiom(numeral)
        united = measure is not None and not measure.counted
        if exclusions.age(text, numeral, table) or (not united and exclusions.scored(text, numeral)):
            return True
        if measure and measure.kind == "duration":
            small = numeral.spelled and (numeral.value or 0) <= _SPELLED_ALONE
            return small or exclusions.placed(text, numeral.start, measure.end, table)
        if self._is_changed(numeral, united=united) or self._is_negated(numeral):
            return True
        if united:
            return False
        if numeral.spelled and numeral.scale == 1:
            return measure is None or (numeral.value or 0) <= _SPELLED_ALONE
        if measure is None:
            return numeral.scale == 1 and not numeral.grouped
        people = measure.name == "people"
        if numeral.scale == 1 and not numeral.grouped and exclusions.bare_year(text, numeral) and not people:
            return True
        return (
            numeral.scale == 1 and exclusions.named(text, numeral, table) and not (people or numeral.grouped)
        )

    def _is_idiom(self, numeral: Numeral) -> bool:
        after = self.text[numeral.end : numeral.end + 6].lower()
        return not re.match(r" (?:de|del|d'|d’|des|der|du|aller|von)\b|[.,;]| d’", after) or after.startswith(
            " d'heure"
        )

    def _is_changed(self, numeral: Numeral, *, united: bool) -> bool:
        """Tell the first number of "de 3 a 5 millones": its unit stands only with the second."""
        links = self.counting.groups["to"] | {"auf"}
        pattern = rf" (?:{counting.either(links)}) \d"
        return not united and bool(re.match(pattern, self.text[numeral.end : numeral.end + 12]))

    def _is_negated(self, numeral: Numeral) -> bool:
        word = next(iter(self.counting.groups["minus"]))
        before = self.text[max(0, numeral.start - 12) : numeral.start].lower()
        if self.counting.code == "de" or not before.endswith(f"{word} "):
            return False
        return not re.search(rf"(?:al|lo|au|du) {word} $", before)

    def _between(self, numeral: Numeral) -> FigureCandidate | None:
        groups = self.counting.groups
        before = self.text[max(0, numeral.start - 12) : numeral.start].lower()
        if re.search(rf"(?:^|\W)(?:{counting.either(groups['between'])}) $", before):
            return self._range(numeral, rf" (?:{counting.either(groups['and'])}) ")
        opened = re.search(rf"(?:^|\W)(?:{counting.either(groups['from'])}) $", before)
        if opened:
            return None
        to = " bis " if self.counting.code == "de" else f" {next(iter(groups['to']))} "
        return (
            self._range(numeral, rf"{to}|{_RANGE}")
            if self.counting.code != "es"
            else self._range(numeral, _RANGE)
        )

    def _range(self, low: Numeral, link: str) -> FigureCandidate | None:
        """Return the figure of two linked numbers, of which the second names unit and magnitude of both."""
        low_unit = self._measure(low)
        end = low_unit.end if low_unit and not low_unit.counted else low.end
        joint = re.compile(link).match(self.text, end)
        if not joint or low.value is None or not self.text[joint.end() : joint.end() + 1].isdigit():
            return None
        high = numerals.digits(self.text, joint.end(), self.convention, self.counting)
        if (
            high is None
            or high.value is None
            or (exclusions.joined(self.text, high._replace(start=high.start + 0)) and "-" not in link)
        ):
            return None
        measure = self._measure(high)
        if (
            measure is None
            or (link == _RANGE and measure.counted)
            or exclusions.dated(self.text, high, self.counting)
        ):
            return None
        if measure.kind == "duration" or re.match(r"[-–]\d", self.text[high.end : high.end + 2]):
            return None
        value = (
            low.value * high.scale if low.scale == 1 and high.scale > 1 and low.value < 1000 else low.value
        )
        if value >= high.value:
            return None
        numeral = high._replace(start=low.start, value=value)
        return self._candidate(numeral, measure, high.value)

    def _candidate(
        self, numeral: Numeral, measure: Measure | None, high: float | None = None
    ) -> FigureCandidate:
        start, end = numeral.start, numeral.end
        value = numeral.value or 0.0
        factor = 1.0
        unit: str | None = "fraction" if numeral.fraction else None
        after = end
        if measure and not numeral.fraction:
            unit, factor, after = measure.name, measure.factor, measure.end
            end = end if measure.counted else measure.end
            if currency := measures.currency_before(self.text, start):
                start = currency[0]
        sign = self._sign(start) if high is None else None
        if sign is not None:
            start, factor = sign, -factor
        return FigureCandidate(
            exact=self.article[start:end],
            start=start,
            end=end,
            value=_rounded(value * factor),
            value_max=None if high is None else _rounded(high * factor),
            unit=unit,
            qualifier="between" if high is not None else around.qualifier(self.text, start, self.counting),
            period=around.period(self.text, start, max(end, after), self.counting),
        )

    def _sign(self, start: int) -> int | None:
        """Return where the sign before a number begins: "−17 %", "-2 %", "minus 17 Prozent"; None without."""
        found = re.search(r"(?:^|[\s(«„“\"])([-−–])$", self.text[max(0, start - 2) : start])
        if found:
            return start - 1
        word = self.text[max(0, start - 6) : start]
        return start - 6 if self.counting.code == "de" and word.lower() == "minus " else None

    def _note_open(self, numeral: Numeral) -> None:
        words = self.text[numeral.start : numeral.end]
        digits = re.sub(r"[^\d.,]", "", words)
        whole, _, tail = digits.replace(",", ".").partition(".")
        line = self.article.count("\n", 0, numeral.start) + 1
        message = _OPEN.format(words=words, high=f"{whole}{tail}", low=f"{whole}.{tail}")
        self.notes.append(Note(numeral.start, line, "open-number", message))


def _rounded(value: float) -> float:
    """Return a value without what binary multiplication adds to its decimals."""
    return float(f"{value:.12g}")
