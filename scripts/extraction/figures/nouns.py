"""The noun a number counts: its plural, or "people" for persons of any kind."""

import re

from extraction.wordlists import rows, words

PEOPLE = words("figures/people")
STOPS = words("figures/stops")
_PLURAL = {row[0]: row[1] for row in rows("figures/singular")}
_PLURALS = frozenset(_PLURAL.values())
_WORD = re.compile(r"(?: {1,2}|[“”\"‘’']{1,2} ?| [“\"‘'(])((?:\d+-)?[A-Za-z]+(?:[-.’'][A-Za-z]+)*\.?)")
_HYPHENED = re.compile(r"-([a-z]{2,})\b")
_HEDGE = re.compile(r"(?: or (?:so|more|fewer|less)|[- ]plus|\+)\b")
_JOINTS = frozenset(("to", "and", "or", "by", "plus", "odd", "some"))
_REACH = 7
_PERSONAL = re.compile(r"(?:ists|ians|ers’|women|men|folk|folks)$")
_THINGS = re.compile(
    r"(?:\b|sub|check|play|short|wait|white|black|watch|wish|hit|price|to-do-)lists$|\b(?:m|f|wr|tw|gr|c)ists$"
)
"""Words that end as those for people do."""
_NATIVE = re.compile(r"^[A-Z].*(?:ans|ers|ites)$")
_NOT_PLURAL = re.compile(r"(?:ss|us|[sx]is|[’']s|ous|ics)$")


def counted(text: str, end: int) -> str | None:
    """Return the plural noun counted by the number that ends at `end`; None where none follows.

    The last word of the first run of plurals in the same phrase is taken: "300 United States troops".
    """
    hyphened = _HYPHENED.match(text, end)
    if hyphened and hyphened[1] == "strong":
        return None
    if hyphened and hyphened[1] not in _JOINTS:
        return normal(plural(hyphened[1]))
    hedge = _HEDGE.match(text, end)
    best, pos = None, hedge.end() if hedge else end
    for _ in range(_REACH):
        word = _WORD.match(text, pos)
        if not word:
            break
        form = word[1].lower()
        if form.rstrip(".") in STOPS:
            if best is None and (form in _LINKS or form in _OFTEN or (form in ("and", "or") and pos > end)):
                pos = word.end()
                continue
            break
        pos = word.end()
        if is_plural(form.rstrip(".")):
            best = "people" if _NATIVE.search(word[1]) else form.rstrip(".")
        elif best:
            break
        if form.endswith("."):
            break
    return normal(best) if best else None


_LINKS = frozenset(
    {"of", "the", "his", "her", "their", "its", "our", "more", "other", "such", "additional", "fewer", "less"}
)


_OFTEN = frozenset(
    ("daily", "weekly", "monthly", "yearly", "hourly", "quarterly", "overseas", "outdoor", "indoor")
)


_NUMBER_OF = re.compile(
    r"\b[Nn]umbers? of (?:[\w’'-]+ ){0,3}?([\w-]+) (?:[^.;:!?\n\d]{0,60} )?(?:to|at|by|was|is|were|are"
    r"|from|reached|hit|stood at|totall?ed)"
    r"(?: (?:about|over|nearly|just|only|some|almost|around|more than|at least))? $"
)
_RISING = (
    "rose|fell|grew|climbed|dropped|increased|decreased|declined|numbered|totall?ed|reached|jumped"
    "|slipped|swelled|shrank|hit"
    "|topped|stood|exceeded|surged|plunged|were|are"
)
_SUBJECT = re.compile(
    rf"(?:^|[\s(“\"])([A-Za-z][\w-]*s|[Ee]nrolment|[Ee]nrollment|[Aa]ttendance|[Mm]embership"
    rf"|[Pp]opulation|[Tt]urnout)"
    rf"(?: (?:in|at|of|on|for) [^.,;:!?\n\d]{{1,40}}?)?"
    rf" (?:had |have |has )?(?:{_RISING})(?: (?:up|down|back|sharply|slightly|steadily|again))?"
    r"(?: (?:to|at|by|from))?(?: (?:about|over|nearly|just|only|some|almost|around|more than|at least))? $"
)
_GATHERED = {
    "enrolment": "people",
    "enrollment": "people",
    "attendance": "people",
    "membership": "people",
    "population": "people",
    "turnout": "people",
}
_BEFORE = 110


def named_before(text: str, start: int) -> str | None:
    """Return the plural that a number counts whose noun stands before it: "visitors numbered 4,000"."""
    before = re.split(r"[.;:!?\n]", text[max(0, start - _BEFORE) : start])[-1]
    if found := _NUMBER_OF.search(before):
        noun = next((word for word in found[0].split()[2:] if is_plural(word.lower())), None)
        return normal(noun.lower()) if noun else None
    found = _SUBJECT.search(before)
    if not found:
        return None
    noun = found[1].lower()
    if noun in _GATHERED:
        return _GATHERED[noun]
    return normal(noun) if is_plural(noun) and noun not in _NO_COUNT else None


_NO_COUNT = frozenset(
    (
        "shares",
        "stocks",
        "prices",
        "rates",
        "yields",
        "sales",
        "futures",
        "profits",
        "earnings",
        "revenues",
        "odds",
        "scores",
        "temperatures",
        "costs",
        "wages",
        "incomes",
        "exports",
        "imports",
        "losses",
        "bonds",
        "ratings",
        "gains",
        "highs",
        "lows",
        "indexes",
        "indices",
        "markets",
        "was",
        "this",
        "his",
        "its",
        "has",
        "ages",
        "grades",
        "times",
        "levels",
    )
)


def normal(noun: str) -> str:
    """Return "people" for a plural that means persons, else the noun itself."""
    last = noun.rsplit("-", 1)[-1]
    is_person = last in PEOPLE or (_PERSONAL.search(last) and not _THINGS.search(last))
    return "people" if is_person else noun


def is_plural(form: str) -> bool:
    """Tell whether a lower-case word looks like a plural noun."""
    if form in _PLURALS or form in PEOPLE:
        return True
    return len(form) > 3 and form.endswith("s") and not _NOT_PLURAL.search(form)


def plural(noun: str) -> str:
    """Return the plural of a lower-case singular noun."""
    if noun in _PLURAL:
        return _PLURAL[noun]
    if noun.endswith(("s", "x", "ch", "sh")):
        return noun if noun.endswith("s") else noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"
