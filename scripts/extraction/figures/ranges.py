"""Two numbers that make one figure: ranges ("$3 to $6") and results of votes and polls ("19-15")."""

import re

from extraction.figures import currencies, digits, durations, nouns, numerals, points, units
from extraction.figures.numerals import Numeral
from extraction.figures.reading import Reading

_HEDGE = (
    r"(?:(?P<hedge>more than|about|nearly|as much as|as many as|over|around|roughly|at least|almost|up to) )?"
)
_LINK = re.compile(
    rf"(?P<dash> ?[-–—] ?|-to-)|(?:(?P<to>(?: | -|- )to )|(?P<and> and )|(?P<or> or )){_HEDGE}"
)
_SPAN_BEFORE = re.compile(
    r"\b(?:[Bb]etween|[Rr]ang(?:e|es|ed|ing) from|anywhere from)(?: about| roughly| just)? $"
)
_SPREAD_BEFORE = re.compile(
    r"\b(?:of|only|just|some|about|roughly|around|an? (?:\w+ )?|typically|usually|another|extra"
    r"|yield(?:s|ed)?|r[io]se|cut) $"
)
_FROM_BEFORE = re.compile(
    r"\b[Ff]rom(?: (?:about|roughly|nearly|just|around|over|the|its|their|an?|current|today’s)){0,2} $"
)
_CHANGE = re.compile(
    r"\b(?:r[io]se|risen|rising|f[ae]ll(?:en|ing|s)?|gr[eo]w[nst]?|growing|increas\w*|declin\w*"
    r"|dropp?\w*|cut|up"
    r"|down|jump\w*|climb\w*|went|go|goes|gone|slip\w*|edged|rais\w*|lower\w*|reduc\w*|expand\w*"
    r"|shr[aiu]nk\w*"
    r"|soar\w*|plung\w*|boost\w*|chang\w*|swell\w*|swoll\w*|doubl\w*|tripl\w*)\b"
)
_VOTE = re.compile(
    r"\b(?:vot(?:e|ed|es|ing)|decision|rul(?:ed|ing)|split|deadlock(?:ed)?|majority|tied?|passed|approv\w+"
    r"|reject\w*|confirm\w*|Senate|House|court|panel)\b"
)
_POLL = re.compile(
    r"\b(?:polls?|polling|percent|leads?|led|trail(?:s|ed)|ahead|beats?|tops|ties|margin|edge|favors?)\b|%"
)
_PAIR = re.compile(
    r"(\d{1,3})(?:[-–]| to |-to-)(\d{1,3})"
    r"(?![\d%,.]*\d|%|[- ]?(?:percent|point|year|day|month|week|hour|minute))(?![-–]\d)"
)
_OPENED = re.compile(r"[^\d\s]{1,5} ?[-−–]?\d")
_SIGN = re.compile(r"[A-Z]{0,3}[$€£¥₹] ?|Rs\.? ")
_MINUS = re.compile(r"[-−–](?=\d)|minus (?=[\da-z])")
_DEGREES = re.compile(r" ?([CF])(?![\w'’-])")
_DANGLING = re.compile(r" ?[-–]\d|-to-\d")


def result(text: str, numeral: Numeral) -> Reading | None:
    """Return the reading of a vote ("voted 19-15") or a poll ("leads 45-41"); None where neither is near."""
    found = _PAIR.match(text, numeral.start)
    if not found or (float(found[2]) == 1 and not _VOTE.match(text, found.end() + 1)):
        return None
    start, after = numeral.start, text[found.end() : found.end() + 25]
    pair = Reading(start, found.end(), float(found[1]), "votes", "tally", float(found[2]))
    if _VOTE.search(text, max(0, start - 40), start) or _VOTE.search(after):
        return pair
    if nouns.counted(text, found.end()) or " to " in found.group():
        return None
    polled = float(found[1]) + float(found[2]) <= 101 and _POLL.search(text, max(0, start - 100), start)
    return pair._replace(unit="percent") if polled and not points.of_game(text, start, found.end()) else None


def widen(text: str, first: Reading) -> Reading | None:
    """Return `first`, made a range where another number is linked to it; None for half of something else."""
    link = _LINK.match(text, first.end)
    joined = _linked(text, first, link) if link else None
    bare = first.kind == "count" and first.scale == 1
    if joined is None:
        return None if bare and _DANGLING.match(text, first.end) else first
    nameless = joined.kind == "count" and joined.unit is None and joined.scale == 1
    return None if nameless and link and link["dash"] else joined


def _linked(text: str, first: Reading, link: re.Match[str]) -> Reading | None:
    """Join `first` to the number after `link`, unless the words say that two figures are meant."""
    before = text[max(0, first.start - 60) : first.start]
    spanning = bool(_SPAN_BEFORE.search(before))
    named = first.kind != "count"
    if not spanning and link["and"]:
        return _with_shared_percent(text, first, link.end())
    if not spanning and first.kind == "percent" and not (link["dash"] or _SPREAD_BEFORE.search(before)):
        return None
    if not spanning and link["or"] and (named or link["hedge"]):
        return None
    changed = not spanning and not link["dash"] and _FROM_BEFORE.search(before)
    if changed and (named or _CHANGE.search(before)):
        return None
    second = _second(text, link.end(), first.start)
    if second is None or (changed and not second.unit):
        return None
    if named and not _alike(text, first, second, link):
        return None
    return _joined(first, second)


def _alike(text: str, first: Reading, second: Reading, link: re.Match[str]) -> bool:
    """Tell whether both numbers are written alike: "15 cents to $4" is a rise and its level."""
    if link["to"] and _signed(text, first) != _signed(text, second):
        return False
    return second.kind != "count" or _signed(text, first)


def _with_shared_percent(text: str, first: Reading, pos: int) -> Reading | None:
    """Return `first` as a percentage where the one at `pos` names the unit of both: "11 and 8 percent"."""
    numeral = digits.read(text, pos) if first.kind == "count" else None
    unit = units.after(text, numeral.end) if numeral else None
    shared = unit is not None and unit.kind == "percent"
    return first._replace(unit="percent", kind="percent", small=False) if shared else None


def _signed(text: str, reading: Reading) -> bool:
    """Tell whether a currency sign stands before the number, and so no unit after it."""
    return reading.kind == "money" and bool(_OPENED.match(text, reading.start))


def _second(text: str, pos: int, opening: int) -> Reading | None:
    """Read the upper number, with a currency sign, a unit, or bare, of the range that opens at `opening`."""
    currency = None
    if opened := _SIGN.match(text, pos):
        currency, pos = currencies.before(text, opened.end()), opened.end()
    minus = _MINUS.match(text, pos) if not currency else None
    pos = minus.end() if minus else pos
    numeral = digits.read(text, pos, money=currency is not None) or numerals.spelled(text, pos)
    if numeral is None or numeral.form == "fraction":
        return None
    start, end, value, scale = numeral.start, numeral.end, numeral.value, numeral.scale
    value = -value if minus else value
    if currency:
        return Reading(currency[0], end, value, currency[1], "money", scale=scale)
    unit = units.after(text, end)
    if unit is None and (degrees := _DEGREES.match(text, end)):
        return Reading(start, degrees.end(), value, f"deg{degrees[1]}", "measure", scale=scale)
    if unit is None:
        return Reading(start, end, value, nouns.counted(text, end), "count", scale=scale)
    if unit.kind == "duration":
        return durations.read(text, numeral, unit, opening=opening)
    return Reading(start, unit.end, value * unit.factor, unit.name, unit.kind, scale=scale)


def _joined(first: Reading, second: Reading) -> Reading | None:
    """Join two readings of one kind; the first takes the second's magnitude and unit where it has none."""
    counted, counting = first.kind == "count", second.kind == "count"
    if first.kind != second.kind and not (counting or counted):
        return None
    low, high = first.value, second.value
    if second.kind == "percent" and counted and low >= high:
        return first._replace(unit="percent", kind="percent", small=False)
    if first.scale == 1 and second.scale > 1 and low < 1000:
        low *= second.scale
    if second.value < 0 and high < low:
        low, high = high, low  # "-5 to -10 degrees"
    if low >= high:
        return None
    named = first if counting and not counted else second
    small = first.small and counting and high <= 10
    return named._replace(
        start=first.start,
        end=second.end,
        value=low,
        value_max=high,
        unit=named.unit or first.unit,
        scale=second.scale,
        small=small,
    )
