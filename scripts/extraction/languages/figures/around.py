"""How exact a number is said to be, and the time it speaks of."""

import re
from functools import cache

from extraction.candidates import Period, Qualifier
from extraction.languages.figures.counting import Counting, either

_REACH = 40
_FILLERS = re.compile(
    r"(?: (?:a|los|las|el|la|un|una|de|les|le|des|die|der|den|dem|eine|einen|einem|einer))$"
)
_YEAR = r"((?:1[5-9]|20)\d\d)\b"


def qualifier(text: str, start: int, counting: Counting) -> Qualifier | None:
    """Return what the words before `start` say: "más de", "knapp", "jusqu'à"."""
    before = text[max(0, start - _REACH) : start].replace("\u00a0", " ").replace("’", "'")
    for _ in range(2):
        found = _qualifiers(counting).search(before)
        if found:
            return _meant(found[1].lower(), before[: found.start(1)], counting)
        shorter = _FILLERS.sub(" ", before.rstrip()) if _FILLERS.search(before.rstrip()) else before
        if shorter == before:
            break
        before = shorter
    return None


def _meant(phrase: str, before: str, counting: Counting) -> Qualifier | None:
    """Return the qualifier; "Haushalt über 5 Millionen" tells what the noun amounts to, not more than it."""
    noun = re.search(r"(\w+)\s$", before)
    if counting.code == "de" and phrase in {"über", "unter"} and noun and noun[1][0].isupper():
        return None
    if phrase == "quelque" and not before.endswith(" "):
        return None
    return counting.qualifiers[phrase]  # type: ignore[return-value]


@cache
def _qualifiers(counting: Counting) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({either(counting.qualifiers)})\s?$", re.I)


def period(text: str, start: int, end: int, counting: Counting) -> Period | None:
    """Return the rate or the stretch of time a figure speaks of; None where the text states none."""
    after = text[end : end + 60].split("\n")[0].replace("\u00a0", " ").replace("’", "'")
    sentence = re.split(r"[.;!?](?:\s|$)", after)[0]
    patterns = _patterns(counting)
    if rate := patterns["rate"].match(sentence):
        return Period(f"per-{counting.rates[rate[1].lower()]}")
    if counting.code == "de":
        before = re.split(r"[.;,:!?](?:\s|$)", text[max(0, start - 30) : start])[-1]
        if adverb := patterns["adverb"].search(before):
            return Period(f"per-{counting.rates[adverb[1].lower()]}")
    if between := patterns["between"].search(sentence):
        return Period("between", between[1], between[2])
    clause = re.split(r"[.;!?\n](?:\s|$)|, ", text[max(0, start - 60) : start])[-1]
    if between := patterns["between"].search(clause):
        return Period("between", between[1], between[2])
    for place in (sentence, clause):
        if since := patterns["since"].search(place):
            return Period("since", since[1])
    return None


@cache
def _patterns(counting: Counting) -> dict[str, re.Pattern[str]]:
    groups = counting.groups
    month = rf"(?:(?:{counting.months}) (?:de )?)?"
    return {
        "rate": re.compile(rf"(?: [^\W\d_]+){{0,1}} ({either(counting.rates)})(?!\w)", re.I),
        "adverb": re.compile(r"\b(täglich|jährlich|monatlich|wöchentlich)\b[^\d]*$", re.I),
        "between": re.compile(
            rf"\b(?:{either(groups['between'])}) {_YEAR} (?:{either(groups['and'])}) {_YEAR}", re.I
        ),
        "since": re.compile(rf"\b(?:{either(groups['since'])}) {month}{_YEAR}", re.I),
    }
