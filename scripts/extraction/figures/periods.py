"""The time a figure speaks of: a rate ("$12 an hour", "annually") or a stretch ("since 2000")."""

import re

from extraction.candidates import Period
from extraction.figures.reading import Reading
from extraction.wordlists import rows, words

_ADVERBS = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter"}
_ADVERBS |= {"annually": "year", "yearly": "year", "annual": "year"}
_ADVERB = "|".join(_ADVERBS)
_RATES = {
    form.replace("-", " "): name for name, forms in rows("figures/rates", "|") for form in forms.split()
}
_ANY = "|".join(
    re.escape(form).replace("\\ ", "[ -]")
    for form in sorted(_RATES, key=len, reverse=True)
    if form not in ("h", "t", "l")
)
_SHORT = "|".join(map(re.escape, sorted(_RATES, key=len, reverse=True)))
_TIME = "hour|day|week|month|quarter|year"
_NOT_BEFORE = "".join(f"(?<!\\b{word} )" for word in sorted(words("figures/not_rates")))
_NOT_AFTER = r"(?! (?:ago|old|later|earlier|before|after|from|[a-z]+-))"
_RARE = (
    "newspapers?|papers?|magazines?|publications?|editions?|titles?|bulletins?|shows?|columns?|newsletters?"
    "|tabloids?|broadsheets?|journals?|podcasts?|programmes?|programs?|reports?|meetings?|markets?|awards?"
    "|festivals?|events?|comics?|columnists?|users?|readers?|viewers?|listeners?"
)
"""What comes out or is held daily or annually: so many of them are no rate."""
_NO_RATE = rf"(?! (?:[\w-]+ )?(?:{_RARE})\b)"
_RATE = re.compile(
    rf"^[ -]an?[ -](?!second)({_ANY})(?!\w){_NOT_AFTER}|^ ?/ ?({_SHORT})(?!\w)|^ ({_ADVERB})\b{_NO_RATE}"
    rf"|\b(?:per|each|every)[ -]({_ANY})(?!\w)"
    rf"|{_NOT_BEFORE}\ban? ({_TIME})\b{_NOT_AFTER}|\b(annually|yearly)\b"
    rf"|\b({_ADVERB})(?=$| (?:in|to|for|on|at|by|from|as)\b)|\bevery (three) months\b"
)
_RATE_HINT = re.compile(r"^[ -]an?[ -]|^ ?/|\ban? [shmdnwqy]|ual|ly\b|\bper[ -]|\beach |\bevery ")
_AMOUNTS = (
    "budget|revenue|revenues|sales|income|cost|costs|salary|salaries|wage|wages|pay|fee|fees|turnover"
    "|profit|profits|spending"
    "|payment|payments|rent|rents|premium|premiums|subsidy|subsidies|grant|grants|funding|aid|loss"
    "|losses|exports|imports|trade"
    "|output|production|earnings|bill|bills|dues|tuition|interest|levy|tax|taxes|contribution"
    "|contributions|deficit|surplus"
    "|allowance|pension|benefit|benefits|rate|investment|stipend|royalties|savings|dividend|dividends"
    "|expenses|expenditure"
    "|receipts|price|prices|value|market|business|industry|toll|compensation|remittances|average|total"
    "|sum|amount|limit|cap"
)
_RATE_BEFORE = re.compile(
    rf"\b({_ADVERB})(?: an?| about| around| over| nearly| some| more than| at least| up to)?"
    rf"(?: (?:[\w’'-]+ ){{0,3}}(?:{_AMOUNTS})\b[^.,;:!?\n(\d]{{0,40}}| )$",
    re.I,
)
_RATE_OPENING = re.compile(rf"(?:^|[\n.?!] )(?:Every|Each) ({_TIME}),? [^.;:!?\n\d]{{0,50}}$")
_PER_MANY = re.compile(
    r"[^.,;:!?\n\d]{0,40}\b(?:per|(?:for|in|out of) every) (100,000|10,000|1,000|100|thousand|million|lakh)\b"
)
_PHRASE = re.compile(r"(?:(?!\b(?:and|but|while|who|which|that)\b)[^.,;:!?\n—–―(\d]){0,90}")
_CLAUSE = re.compile(r"[^.;:!?\n—–―]{0,90}")

_MONTH = r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? (?:\d{1,2}, )?)?"
_YEAR = r"((?:1[5-9]|20)\d\d)\b(?!s|[’']s)"
_SINCE = re.compile(rf"\b[Ss]ince (?:at least |about |early |late |mid-|the end of |fiscal )?{_MONTH}{_YEAR}")
_SUPERLATIVE = re.compile(
    r"(?:\b\w+est|\b(?:first|most|least|only|high|low|record|time|increase|decline|drop|rise))\b"
    r"[^.;!?]{0,40}$"
)
_UNTIL = re.compile(rf"\b(?:[Uu]ntil|through) {_MONTH}{_YEAR}")
_BETWEEN = re.compile(rf"\b(?:[Bb]etween|[Ff]rom) {_MONTH}{_YEAR}(?: and | to | through |–|-){_MONTH}{_YEAR}")
_ANY_YEAR = re.compile(r"\d{4}")
_SENTENCE_END = re.compile(r"[.?!;][”\"’]? |\n")
_REACH = 100


def of(text: str, reading: Reading) -> Period | None:
    """Return the period stated for a figure; None where the text states none."""
    return _rate(text, reading) or _stretch(text, reading.start, reading.end)


def _rate(text: str, reading: Reading) -> Period | None:
    """Look in the phrase after the figure, then for an adjective or "every year" before it."""
    if many := _PER_MANY.match(text, reading.end):
        return Period(f"per-{_RATES[many[1]]}")
    phrase = _PHRASE.match(text, reading.end)
    following = phrase.group() if phrase else ""
    if _RATE_HINT.search(following) and (found := _RATE.search(following)):
        word = next(word for word in found.groups() if word)
        word = "quarter" if word == "three" else _ADVERBS.get(word, word)
        return Period(f"per-{_RATES[word.replace('-', ' ')]}")
    before = text[max(0, reading.start - 60) : reading.start]
    if reading.kind == "money" and (found := _RATE_BEFORE.search(before)):
        return Period(f"per-{_ADVERBS[found[1].lower()]}")
    if reading.kind in ("money", "count") and (found := _RATE_OPENING.search(before)):
        return Period(f"per-{found[1]}")
    return None


def _stretch(text: str, start: int, end: int) -> Period | None:
    """Look in the figure's own clause after it, then before it back to the opening of its sentence."""
    clause = _CLAUSE.match(text, end)
    before = text[max(0, start - _REACH) : start]
    for place in (clause.group() if clause else "", _SENTENCE_END.split(before)[-1]):
        if not _ANY_YEAR.search(place):
            continue
        if found := _BETWEEN.search(place):
            return Period("between", found[1], found[2])
        found = _SINCE.search(place)
        if found and not _SUPERLATIVE.search(place[: found.start()]):
            return Period("since", found[1])
        if found := _UNTIL.search(place):
            return Period("until", end=found[1])
    return None
