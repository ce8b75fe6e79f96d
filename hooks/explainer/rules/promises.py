"""A figure keeps what its source says of the number: its size, its currency, its bound."""

import re
from collections.abc import Iterator
from decimal import Decimal

from explainer.contents.folder import Contents
from explainer.errors import Problem, Severity
from explainer.records.model import Figure, Source
from explainer.rules.currencies import unfit
from explainer.text.notation import readings
from explainer.text.numbers import MAGNITUDES, possible_values
from explainer.text.numerals import fractions, worded
from explainer.text.pattern import pattern

_TOLERANCE = Decimal("0.001")
"""For fractions below one: a third is written .333."""
_ROUNDING = Decimal("1e-12")
"""For binary fractions, relative."""
_UNREAD = pattern(
    r"\b(?:cents?|gross|couple|pair|both|twice|double|triple|\d+-\d+"
    r"|\d+/\d+|[\d.]+p|pence|basis[ -]points?|bps|\d+mm)\b",
    re.IGNORECASE,
)
"""What is said in a way that is not read here."""
_MINUS = pattern(
    r"(?:^|[\s(])[-−–][$£€¥₹₩]?\d|[$£€¥₹₩][-−–]\d|\b(?:minus|negative)[ -]|below zero", re.IGNORECASE
)
_MAY_SAY_ONE = pattern(
    r"\b(?:an?|no|none|nil|zero|nobody|once|twice|doubl\w*|tripl\w*|trebl\w*|quadrupl\w*|\w+fold|most|majority|minority|all"
    r"|every|hundreds?|thousands?|millions?|billions?|trillions?|tens?|teens?|\w*teen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|first|second|decades?|century|both|few|several|many)\b|\d|[^\x00-\u024f]",
    re.IGNORECASE,
)
"""What else may say a number; words of other scripts are not read."""
_BOUNDS = {
    "over": "(?<!no )(?<!not )more than|over|upwards of|in excess of",
    "at-least": "at least|(?:no|not) less than|(?:no|not) fewer than|a minimum of",
    "under": "(?<!no )(?<!not )(?:less than|fewer than)|under|below",
    "up-to": "up to|as much as|as many as|at most|(?:no|not) more than|a maximum of",
    "nearly": "nearly|almost|close to|just under|just short of",
    "about": "about|around|roughly|approximately|some|an estimated|estimated at",
}

_HEDGE = pattern(
    r"\b(?:"
    + "|".join(f"(?P<{name.replace('-', '_')}>{words})" for name, words in _BOUNDS.items())
    + r")\s+[$£€¥₹₩]?\Z",
    re.IGNORECASE,
)


def broken_promises(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for a figure that says something else than its own words.

    It is an error once the figure is checked, but for a bound left out: that is a warning.
    """
    for loaded in contents.parts():
        figure = loaded.record
        if isinstance(figure, Figure) and figure.exact and f"source:{figure.source}" not in contents.broken:
            checked: Severity = "warning" if figure.status == "proposed" else "error"
            for field, message in _faults(figure, _language(contents, figure)):
                # "handed over 5 boats" bounds nothing: a bound left out is the writer's to judge
                left_out = field == "qualifier" and figure.qualifier is None
                yield loaded.problem((field,), message, "warning" if left_out else checked)


def _language(contents: Contents, figure: Figure) -> str:
    source = contents.records[Source.KIND].get(figure.source or "")
    return source.language if isinstance(source, Source) else "en"


def _faults(figure: Figure, language: str) -> Iterator[tuple[str, str]]:
    yield from _other_value(figure, language)
    yield from _other_sign(figure)
    yield from _other_currency(figure)
    yield from _other_bound(figure)


def _other_sign(figure: Figure) -> Iterator[tuple[str, str]]:
    """A minus in the words is one in the value, and the other way round; a range may have both."""
    if figure.value is None or figure.value_max is not None or figure.series or not figure.value:
        return
    minus = bool(_MINUS.search(figure.exact or ""))
    if minus != (figure.value < 0):
        yield (
            "value",
            f'{figure.value} has {"no minus" if minus else "a minus"}, unlike its own words "{figure.exact}"',
        )


def _other_value(figure: Figure, language: str) -> Iterator[tuple[str, str]]:
    words = figure.exact or ""
    unread = _UNREAD.search(words) or not (re.search(r"\d", words) or language.startswith("en"))
    told = readings(words, language)
    possible = set() if unread else {value for one in told for value in _said(one, figure.unit)}
    if not (figure.series or possible or unread or _MAY_SAY_ONE.search(words)):
        yield "exact", f'"{figure.exact}" holds no number; take in the words that say it'
    for name, value in (("value", figure.value), ("value_max", figure.value_max)):
        if possible and value is not None and not any(_same(value, other) for other in possible):
            said = " or ".join(f"{other.normalize():f}" for other in sorted(possible)[:4])
            yield name, f'{value} is not in its own words "{figure.exact}"; they say {said}'


def _said(words: str, unit: str) -> set[Decimal]:
    """Return every value that a figure's own words may say, in digits or in words."""
    bare = _says_magnitude(unit) or "meters" in unit or "metres" in unit
    found = possible_values(words, bare=bare)
    shares = [share.value for share in fractions(words)]
    whole = [number.value for number in worded(words)]
    scales = [MAGNITUDES[word] for word in re.findall(r"[a-z]+", words.lower()) if word in MAGNITUDES]
    found |= {share * scale for share in shares for scale in (Decimal(1), Decimal(100), *scales)}
    return found | set(whole) | _of_each(found, whole)


def _of_each(digits: set[Decimal], whole: list[Decimal]) -> set[Decimal]:
    """Return what `one in four` and `half of 1 percent` may say."""
    numbers = [*digits, *whole]
    return {one / two for one in numbers for two in numbers if 0 < one < two} if whole else set()


def _other_currency(figure: Figure) -> Iterator[tuple[str, str]]:
    """A code such as EUR must be one that the sign, the code or the name in the words can stand for."""
    if not re.fullmatch("[A-Z]{3}", figure.unit):
        return
    said = unfit(figure.exact or "", figure.unit)
    if said:
        yield "unit", f'{figure.unit} does not fit {said} in its own words "{figure.exact}"'


def stated_bound(figure: Figure) -> tuple[str, str] | None:
    """Return the bound that stands right before a figure's digits, and the words for it."""
    words = figure.exact or ""
    digit = re.search(r"[$£€¥₹₩]?\d", words)
    found = _HEDGE.search(f"{figure.prefix}{words[: digit.start()]}") if digit else None
    return (str(found.lastgroup).replace("_", "-"), found[0].strip(" $£€¥₹₩\t\n")) if found else None


def _other_bound(figure: Figure) -> Iterator[tuple[str, str]]:
    """The word before the number decides; figures without one may be bounded by what stands elsewhere."""
    bound, said = stated_bound(figure) or ("", "")
    if not bound or figure.qualifier == bound or figure.value_max is not None:
        return
    if {figure.qualifier, bound} <= {"nearly", "under", "about"}:
        return  # "almost 40" is a little under and about 40, too
    yield (
        "qualifier",
        f'"{said}" stands before the number: write {bound}, not {figure.qualifier or "nothing"}',
    )


def _says_magnitude(unit: str) -> bool:
    return any(word.casefold() in MAGNITUDES for word in re.findall(r"\w+", unit))


def _same(value: Decimal, other: Decimal) -> bool:
    return abs(value - other) <= (_TOLERANCE if abs(value) < 1 else abs(other) * _ROUNDING)
