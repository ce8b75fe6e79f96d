"""Points: percentage points of polls and forecasts, points of an index, and what is neither."""

import re

from extraction.figures.numerals import Numeral
from extraction.figures.reading import Reading
from extraction.figures.units import Unit

_INDEX = re.compile(
    r"\b(?:Dow|Nasdaq|S&P|FTSE|Nikkei|DAX|Hang Seng|index|indexes|stocks|shares|futures|SAT|IQ)\b"
)
_LISTED = re.compile(
    r"[- ]point(?:ers?\b|[- ](?:plan|agenda|list|program|proposal|platform|strategy|type|font"
    r"|guide|memo|checklist|peace|play|shot|contract|line))"
)
_LEAD = re.compile(
    r"\b(?:leads?|led|leading|trail(?:s|ed|ing)?|ahead|behind|margin|advantage|edge)\b"
    r"[^.;!?\n]{0,40}\b(?:by|of|is|was|to)(?: about| just| only| a| at least| nearly)? $"
    r"|\bmargin of (?:sampling )?error[^.;!?\n]{0,30}$"
)
_GAME = re.compile(
    r"\b(?:scor(?:e|es|ed|er|ing)|rebounds?|assists?|goals?|touchdowns?|baskets?|quarter|half-?time"
    r"|overtime|games?|match(?:es)?"
    r"|league|season|standings|championships?|tournament|playoffs?|cup|team(?:mate)?s?|coach|players?"
    r"|fans|crowd|stadium|arena"
    r"|wins?|won|beat|beaten|defeat(?:ed)?|victory|runners-up|wickets?|tries|laps?|riders?|drivers?|race"
    r"|medal|relegation"
    r"|clear (?:at|of)|table|fixtures?|penalt(?:y|ies)|loyalty|bonus|licen[cs]e|quiz|jury)\b"
)
_SHARE = re.compile(
    r"%|\b(?:percent(?:age)?|per cent|polls?|polled|polling|pollsters?|surveys?|surveyed|voters?|vot(?:e"
    r"|es|ed|ing)|turnout"
    r"|approval|favou?rab\w+|support(?:ers)?|electorate|candidates?|elections?|swings?|primary"
    r"|caucus(?:es)?|margin of"
    r"|inflation|unemployment|jobless|rates?|growth|gap|share|edge|yields?|GDP|margins?|Democrats?"
    r"|Republicans?|incumbent)\b"
)
_SURE = re.compile(
    r"%|\bper ?cent|\bpercentage|\bpolls?\b|\bvoters?\b|\bturnout\b|\binflation\b|\bapproval\b"
    r"|\belections?\b|\bcandidates?\b"
)
_REACH = 80
_PARAGRAPH = 240
_MOST = 60
"""More points than any poll lead: an index."""


def read(text: str, numeral: Numeral, unit: Unit) -> Reading | None:
    """Return the reading of a number of points; None for "a five-point plan" and "at one point"."""
    reading = Reading(
        numeral.start, unit.end, numeral.value * unit.factor, unit.name, "points", scale=numeral.scale
    )
    if unit.factor != 1 or "percent" in text[numeral.end : unit.end].lower():
        return reading
    if _LISTED.match(text, numeral.end) or (
        numeral.value == 1 and numeral.form == "words" and not unit.hyphenated
    ):
        return None
    if numeral.value > _MOST or of_index(text, numeral.start, unit.end):
        return reading._replace(unit="index points")
    return (
        reading
        if _of_shares(text, numeral.start, unit.end)
        else reading._replace(unit="points", kind="measure")
    )


def of_game(text: str, start: int, end: int) -> bool:
    """Tell whether the words around speak of a game, and of no poll."""
    around = text[max(0, start - _REACH) : end + _REACH // 2]
    return bool(_GAME.search(around)) and not _SURE.search(around)


def _of_shares(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence, else the paragraph, speaks of shares in percent and not of a game."""
    opening, closing = text.rfind("\n", 0, start), text.find("\n", end)
    first, last = (
        max(opening, start - _PARAGRAPH),
        min(closing if closing > 0 else len(text), end + _PARAGRAPH),
    )
    before, after = text[first + 1 : start], text[end:last]
    sentence = f"{before.rpartition('. ')[2]} {after.partition('. ')[0]}"
    for words in (sentence, f"{before} {after}"):
        if _SHARE.search(words):
            return not (words is sentence and _GAME.search(words) and not _SURE.search(words))
        if _GAME.search(words):
            return False
    return _SHARE.search(text) is not None or not _GAME.search(text)


def of_index(text: str, start: int, end: int) -> bool:
    """Tell whether the words around speak of a stock index or a test's score."""
    return bool(_INDEX.search(text, max(0, start - _REACH), end + _REACH // 2))


def bare_lead(text: str, start: int) -> bool:
    """Tell whether the words before `start` speak of a lead: "ahead by", "a margin of"."""
    return bool(_LEAD.search(text[max(0, start - _REACH) : start]))
