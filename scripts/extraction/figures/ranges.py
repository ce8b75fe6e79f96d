"""Two numbers that make one figure: ranges ("$30,000 to $60,000") and vote tallies ("19-15")."""

import re

from . import nouns, numerals, units
from .numerals import Numeral
from .reading import Reading

_LINK = re.compile(
    r"(?P<dash> ?[-–—] ?|-to-)|(?P<to> to| -to|- to) (?:more than |about |nearly |as much as |as many as |over |around |roughly |at least |almost |up to )?|(?P<and> and )(?:about |nearly |over )?"
)
_SPAN_BEFORE = re.compile(
    r"\b(?:[Bb]etween|[Rr]ang(?:e|es|ed|ing) from|anywhere from)(?: about| roughly| just)? $"
)
_FROM_BEFORE = re.compile(r"\b[Ff]rom(?: about| roughly| nearly| just| around| over)? $")
_CHANGE = re.compile(
    r"\b(?:r[io]se|risen|rising|f[ae]ll(?:en|ing|s)?|gr[eo]w[nst]?|growing|increas\w*|declin\w*|dropp?\w*|cut|up|down|jump\w*|climb\w*|went|go|goes|gone|slip\w*|edged|rais\w*|lower\w*|reduc\w*|expand\w*|shr[aiu]nk\w*|soar\w*|plung\w*|boost\w*|chang\w*|swell\w*|swoll\w*)\b"
)
_VOTE = re.compile(
    r"\b(?:vot(?:e|ed|es|ing)|decision|rul(?:ed|ing)|split|deadlock(?:ed)?|majority|margin|tie|tied|passed|approv\w+|reject\w*|confirm\w*|Senate|House|ruling|court|panel)\b"
)
_TALLY = re.compile(
    r"(\d{1,3})(?:[-–]| to |-to-)(\d{1,3})(?![\d%,.]*\d|%|[- ]?(?:percent|point|year|day|month|week|hour|minute))(?![-–]\d)"
)


def tally(text: str, numeral: Numeral) -> Reading | None:
    """Return the reading of a vote ("voted 19-15", "a 2-to-1 vote"); None where no vote is spoken of beside it."""
    found = _TALLY.match(text, numeral.start)
    if not found:
        return None
    near = text[max(0, numeral.start - 40) : numeral.start] + " . " + text[found.end() : found.end() + 25]
    if not _VOTE.search(near):
        return None
    return Reading(numeral.start, found.end(), float(found[1]), "votes", "tally", float(found[2]))


def widen(text: str, first: Reading) -> Reading | None:
    """Return `first` made a range with the number linked to it; None where no range is meant."""
    link = _LINK.match(text, first.end)
    if not link:
        return None
    before = text[max(0, first.start - 60) : first.start]
    spanning = bool(_SPAN_BEFORE.search(before))
    if link["and"] and not spanning:
        return None
    if (
        not spanning
        and _FROM_BEFORE.search(before)
        and (first.unit and first.kind != "count" or _CHANGE.search(before))
    ):
        return None
    second = _second(text, link.end())
    if second is None:
        return None
    if first.kind == "percent" and not spanning and not link["dash"]:
        return None
    return _joined(text, first, second)


def _second(text: str, pos: int) -> Reading | None:
    """Read the upper number: with a currency sign, a unit, or bare."""
    currency = None
    if text[pos : pos + 1] in "$€£¥₹":
        currency, pos = units.currency_before(text, pos + 1), pos + 1
    numeral = numerals.digits(text, pos, money=currency is not None) or numerals.spelled(text, pos)
    if numeral is None or numeral.form == "fraction":
        return None
    start = currency[0] if currency else numeral.start
    if currency:
        return Reading(start, numeral.end, numeral.value, currency[1], "money", scale=numeral.scale)
    if unit := units.after(text, numeral.end):
        return Reading(
            start, unit.end, numeral.value * unit.factor, unit.name, unit.kind, scale=numeral.scale
        )
    return Reading(
        start, numeral.end, numeral.value, nouns.counted(text, numeral.end), "count", scale=numeral.scale
    )


def _joined(text: str, first: Reading, second: Reading) -> Reading | None:
    """Join two readings of one kind; the first takes the second's magnitude and unit where it has none."""
    if first.kind != second.kind and "count" not in (first.kind, second.kind):
        return None
    if first.kind == "count" and first.unit and second.kind != "count":
        return None
    low, high = first.value, second.value
    if first.scale == 1 and second.scale > 1 and low < 1000:
        low *= second.scale
    if low >= high:
        return None
    named = second if second.kind != "count" else first
    unit = named.unit if named.kind != "count" else second.unit or first.unit
    return first._replace(
        end=second.end, value=low, value_max=high, unit=unit, kind=named.kind, scale=second.scale, small=False
    )
