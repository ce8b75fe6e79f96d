"""Numbers that are no figures: dates, years, ages, clock times, names, list numbers, telephone numbers."""

import re

from .lexicon import words

_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_DATE_BEFORE = re.compile(
    rf"\b{_MONTH} (?:\d{{1,2}}(?:st|nd|rd|th)?(?:,? (?:to|and|or|through|until) |, |[-–]))?(?:the )?$"
)
_MONTH_AFTER = re.compile(rf"(?:st|nd|rd|th)?(?: of)? {_MONTH}\b")
_CLOCK_AFTER = re.compile(
    r":\d\d|[ \u00a0]?(?:[AaPp]\.?[Mm]\b|o['’]clock|noon\b|E[SD]?T\b|GMT\b)|[ -](?:to|-|–)[ -]?\d{1,2}(?::\d\d)? ?[ap]\.?m\b"
)
_JOINED_BEFORE = re.compile(r"[\w]$|[A-Za-z0-9][-‐‑]$|[/=_@&#~^<\\]$|\d[.:,-]$|:$|[a-z]\.$")
_JOINED_AFTER = re.compile(r"\(|/|[A-Za-z_@=&]|:\d|-\d+-\d|[-–]\d{4}\b|-[A-Z]|\.[A-Za-z0-9]")
_LIST_LINE = re.compile(r"(?:^|\n)[ \t(#*-]*$")
_LIST_MARK = re.compile(r"[.):][ \t\u00a0]|[.)]$|\)")
_YEAR = re.compile(r"(?:1[4-9]|20)\d\d$")
_AGE_AFTER = re.compile(
    r"[- ](?:to|and|or|through)?[- ]?(?:\d{1,2}[- ])?(?:year|month|week|day)s?[- ]olds?\b|[- ]year[- ]olds?\b|,? (?:and|or) (?:older|over|younger|under|up)\b|s\b|"
    r"(?:[- ]+(?:to|and|or)[- ]+|[-–])(?:\d{1,2}|\w+)[- ](?:year|month|week|day)s?[- ]olds?\b| years of age\b|-something"
)
_AGE_BEFORE = re.compile(
    r"\b[Aa]ge[ds]?(?: of)?(?: \d{1,2}(?: to|[-–]| and))? ?$|\b(?:he|she|I|who)(?:['’](?:s|m)| is| was| turned| turns)(?: now| just| only)? $|\b(?:turn|turned|turning|turns) $|\b(?:in|into) (?:his|her|their|my|our) $"
)
_AGED = re.compile(r"[A-Z][\w.’'-]+, $")
_NAMED_BEFORE = re.compile(r"([A-Za-z&#][\w&.’'/-]*)[ \u00a0]?$")
_STREET = re.compile(
    r" (?:[NSEW]\. )?(?:[A-Z][\w.’'-]* ){1,3}(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Drive|Dr\b|Boulevard|Blvd|Lane|Court|Way|Place|Plaza|Square|Parkway)"
)
_NUMBERED = words("numbered")
_OPENERS = words("stops") | words("openers")


def identifier(text: str, start: int, end: int) -> bool:
    """Tell whether digits are part of something longer: "F-35", "9/11", "8:30", "401(k)", a link, a telephone number."""
    return bool(_JOINED_BEFORE.search(text[max(0, start - 2) : start]) or _JOINED_AFTER.match(text, end))


def date_or_time(text: str, start: int, end: int) -> bool:
    """Tell whether a number is a day of a month or a time of day."""
    if _CLOCK_AFTER.match(text, end) or _MONTH_AFTER.match(text, end):
        return True
    return bool(_DATE_BEFORE.search(text[max(0, start - 24) : start]))


def year(text: str, start: int, end: int) -> bool:
    """Tell whether four plain digits read as a year."""
    return bool(_YEAR.match(text[start:end]))


def age(text: str, start: int, end: int) -> bool:
    """Tell whether a number is somebody's age: "34-year-old", "aged 34", "Jane Roe, 34,"."""
    if _AGE_AFTER.match(text, end):
        return True
    before = text[max(0, start - 30) : start]
    if _AGE_BEFORE.search(before):
        return not text[end : end + 1].isalpha() and not re.match(r" [a-z]", text[end : end + 2])
    return bool(_AGED.search(before) and text[end : end + 1] in (",", "."))


def name(text: str, start: int, end: int, *, counts: bool) -> bool:
    """Tell whether a number belongs to a name, a list or an address; `counts`: a counted noun follows."""
    before = text[max(0, start - 30) : start]
    if _LIST_LINE.search(before) and _LIST_MARK.match(text, end):
        return True
    if not counts and _STREET.match(text, end):
        return True
    found = _NAMED_BEFORE.search(before)
    if not found:
        return False
    word = found[1]
    if word.rstrip(".").lower() in _NUMBERED and (word[0].isupper() or not counts):
        return True
    return (
        not counts and word[0].isupper() and word.lower() not in _OPENERS and not text[end : end + 1] == "-"
    )
