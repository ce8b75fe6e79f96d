"""Numbers that are no figures: dates, years, ages, clock times, names, list numbers, telephone numbers."""

import re
from functools import lru_cache

from extraction.wordlists import words

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.|,)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE_BEFORE = re.compile(
    rf"{_MONTH} (?:\d{{1,2}}(?:st|nd|rd|th)?(?:,? (?:to|and|or|through|until) | ?[-–] ?|, ))?(?:the )?$"
)
_DATE_AFTER = re.compile(rf"(?:st|nd|rd|th)?(?: of)? {_MONTH}\b")
_CLOCK_AFTER = re.compile(
    r":\d\d| ?(?:[AaPp]\.?[Mm]\b|o['’]clock|noon\b|E[SD]?T\b|GMT\b)"
    r"|(?: to |[-–])\d{1,2}(?::\d\d)? ?[AaPp]\.?[Mm]\b"
)
_JOINED_BEFORE = re.compile(r"\w$|\[$|=[\"']$|[A-Za-z0-9]-$|[/=_@&#~^<\\]$|\d[.:,–-]$|[a-z]\.$|['’‘]$")
_NOTE_AFTER = re.compile(
    r"(?:\[\w{1,3}\]|[¹²³⁰⁴-⁹]{1,3}|\*{1,2}|[†‡])"
    r"[ \u00a0](?:hundred|thousand|million|billion|trillion|bn|m|k)\b"
)
_JOINED_AFTER = re.compile(r"[(/⁄_@=&\w^]|['’′]\d|:\d|-\d+-\d|[-–]\d{4}\b|-[A-Z]|\.\w|['’]?s\b")
_LIST_BEFORE = re.compile(r"\n[ \t(#*•-]*$")
_LIST_AFTER = re.compile(r"[.):](?: |\n|$)|\n| [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}\.?(?:\n|$)")
_YEAR = re.compile(r"(?:1[4-9]|2[01])\d\d$")
_COUNTED_YEAR = re.compile(
    r"\b(?:[Mm]ore than|[Oo]ver|[Ss]ome|[Aa]bout|[Nn]early|[Aa]lmost|[Aa]t least|[Rr]oughly) $"
)
_OLD = r"[- ](?:year|month|week|day)s?[- ]olds?\b"
_AGE_AFTER = re.compile(
    rf"{_OLD}|(?:-?,? (?:to|and|or) |[-–])\w+{_OLD}|,? (?:and|or) (?:older|over|younger|under|up)\b"
    r"| years of age\b|-something| (?:to|and) \d\d years old"
)
_AGE_BEFORE = re.compile(
    r"\b[Aa]ge[ds]?\b(?: of [\w ]{1,30} (?:is|was|of)|,|:| of| is| was)? (?:\d{1,2}(?: to |[-–]| and ))?$"
    r"|\b(?:[Hh]e|[Ss]he|I|who)(?:['’](?:s|m)| is| was| turned| turns)(?: now| just| only)? $"
    r"|\bturn(?:s|ed|ing)? $"
    r"|\b(?:left (?:school|home)|married|orphaned|widowed|retired)(?: [a-z]+){0,2} at $"
    r"|\b(?:will be|younger than|older than|as young a[st]|as old a[st]) $"
    r"|\b(?:die[sd]?|home|married|retire[sd]?) at $|, (?:then|now) $"
    r"|\b(?:in|into) (?:his|her|their|my|our) (?:early |late |mid-)?$"
)
_AGE_TOLD = re.compile(r"\b[Aa]ge[ds]? $")
_BRACKETED = re.compile(r"[A-Z][\w.’'-]+ \($")
_AGE_LIMIT = re.compile(
    r"\b(?:people|those|voters|adults|women|men|americans|latinos|blacks|whites|children|anyone|kids"
    r"|millennials)(?: who are)?(?: (?:over|under|above|below|older than|younger than|between))? $"
    r"|\b(?:is|are|was|were) (?:over|under) $",
    re.I,
)
_AGED = re.compile(
    r"[A-Z][\w.’'-]+(?:, | is | at |, at |, \d\d and )$"
    r"|\b(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Mm]y|[Tt]he|[Aa]n?)(?: [a-z-]+){1,2}, $"
)
_AGED_AFTER = re.compile(r"[,.;]| and \d\d,")
_GROUP_BEFORE = re.compile(r"\b(?:Group|Gang|Big) (?:of )?$")
_NAMED_BEFORE = re.compile(r"([A-Za-z#][\w&.’'/-]*) $")
_STREET_AFTER = re.compile(
    r" (?:[NSEW]\. |North |South |East |West )?(?:(?:[A-Z][\w.’'-]* ){1,3}|\d+(?:st|nd|rd|th) )"
    r"(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Drive|Boulevard|Blvd|Lane|Court|Way|Place|Plaza|Parkway)"
)
_SCORE_AFTER = re.compile(r" to \d|%| percent|, [A-Z]\w+ \d|-\w")
_AIRLINERS = re.compile(
    r"7[0-8]7(?:-\d{1,3}\w*)?(?:s\b|[ -](?:MAX|Max|NG|Dreamliner|jumbo|jet|jetliner|plane|aircraft"
    r"|airliner|freighter|cargo|passenger|series|crash)|)"
)
_AIRLINER_BEFORE = re.compile(
    r"\b(?:an?|the|its|their|his|one|two|new|old|older|grounded|[Bb]oeing(?:['’]s)?|that|this|of|and|or) $"
)
_RELEASE = r"(?:[Rr]eleases?|[Vv]ersions?|[Uu]pdates?|[Bb]eta|[Bb]uilds?|[Kk]ernels?|[Ff]irmware)"
_VERSION = re.compile(
    rf"\b(?:[Rr]eleases?|[Vv]ersions?|v\.?) (\d+\.\d+)\b"
    rf"|(?<![\w.])(\d+\.\d+)(?= {_RELEASE}\b|\.\d"
    r"| and \d+\.\d+(?:\.\d|\b(?! (?:million|billion|percent|per cent))))"
)
_INSTRUMENT = re.compile(
    r"(?:[- ]\w+)?[- ](?:Treasur\w+|bonds?|notes?|gilts?|[Bb]unds?|yields?|mortgages?)\b"
)
_NUMBERED = words("figures/numbered")
_OPENERS = words("figures/stops") | words("figures/openers")
_EMERGENCY = "911"


def identifier(text: str, start: int, end: int) -> bool:
    """Tell whether digits are part of something longer: "F-35", "9/11", "8:30", "401(k)"."""
    return bool(_JOINED_BEFORE.search(text[max(0, start - 2) : start]) or _JOINED_AFTER.match(text, end))


def parted(text: str, end: int) -> bool:
    """Tell whether a note's mark parts a number from its magnitude: "$12[1] billion" is no $12."""
    return _NOTE_AFTER.match(text, end) is not None


def dated(text: str, start: int) -> bool:
    """Tell whether the number at `start` is a day, told by the month before it: "May 4", "May 4 to 7"."""
    return bool(_DATE_BEFORE.search(text[max(0, start - 40) : start]))


def plain_digits(text: str, start: int, end: int, *, counts: bool) -> bool:
    """Tell whether unscaled digits are a date, a year, a time of day, a name's or a list's number.

    `counts`: a counted noun follows, so that a capitalised word before makes no name of it.
    """
    before = text[max(0, start - 40) : start]
    if text[start:end] == _EMERGENCY or _CLOCK_AFTER.match(text, end) or _DATE_AFTER.match(text, end):
        return True
    if _YEAR.match(text[start:end]) and not (counts and _COUNTED_YEAR.search(before)):
        return True
    return (
        _airliner(text, start, before)
        or _listed(text, end, before)
        or _named(text, end, before, counts=counts)
    )


def version(text: str, start: int, end: int) -> bool:
    """Tell whether a bare decimal names a release, here or wherever else it stands: "the 6.3 update"."""
    digits = text[start:end]
    return digits.count(".") == 1 and digits in _versions(text)


@lru_cache(maxsize=1)
def _versions(text: str) -> frozenset[str]:
    """Return every decimal that names a release somewhere in a text, found in one pass."""
    return frozenset(found[1] or found[2] for found in _VERSION.finditer(text))


def instrument(text: str, end: int) -> bool:
    """Tell whether a stretch of years names a bond or a loan: "the 10-year Treasury note"."""
    return _INSTRUMENT.match(text, end) is not None


def age(text: str, start: int, end: int, *, counts: bool) -> bool:
    """Tell whether a number is an age: "34-year-old", "aged 34", "Jane Roe, 34,", "voters under 30"."""
    before = text[max(0, start - 40) : start]
    if _AGE_AFTER.match(text, end) or _AGE_TOLD.search(before):
        return True
    if counts or end - start > 3:
        return False
    if _AGE_BEFORE.search(before) or _AGE_LIMIT.search(before):
        return True
    if text[end : end + 1] == ")" and end - start == 2 and _BRACKETED.search(before):
        return True
    return bool(_AGED.search(before) and _AGED_AFTER.match(text, end))


def _airliner(text: str, start: int, before: str) -> bool:
    """Tell whether a number is a model of aircraft: "the 737 MAX", "a 747", "Boeing's 787 planes"."""
    found = _AIRLINERS.match(text, start)
    return bool(found and (len(found.group()) > 3 or _AIRLINER_BEFORE.search(before)))


def _listed(text: str, end: int, before: str) -> bool:
    """Tell whether a number opens a line of a list, or is one like "2) second"."""
    if _LIST_BEFORE.search(before) and _LIST_AFTER.match(text, end):
        return True
    if text.startswith(".)", end):
        return True
    return text[end : end + 1] == ")" and not before.endswith("(") and "(" not in before[-25:]


def _named(text: str, end: int, before: str, *, counts: bool) -> bool:
    """Tell whether a number belongs to the name before it ("Route 66", "Boeing 737") or opens an address."""
    if not counts and _STREET_AFTER.match(text, end):
        return True
    if _GROUP_BEFORE.search(before):
        return True
    found = _NAMED_BEFORE.search(before)
    if not found:
        return False
    word = found[1]
    if re.sub("['’]s$", "", word.rstrip(".").lower()) in _NUMBERED and (word[0].isupper() or not counts):
        return True
    if counts or not word[0].isupper() or word.endswith(("’s", "'s", "s’")) or word.lower() in _OPENERS:
        return False
    return not _SCORE_AFTER.match(text, end)
