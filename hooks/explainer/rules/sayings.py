"""By what words a sentence says a bound, a period, a size, a place, or that something is counted."""

import re
from collections.abc import Mapping

from explainer.text.pattern import pattern

BOUND_WORDS: Mapping[str, tuple[str, str]] = {
    "over": (
        "more than|over|above|exceed\\w*|upwards|in excess|north of|topp\\w*|surpass\\w*|beyond|past|greater"
        "|higher|longer|larger|or more|and more|plus|better than",
        r"\+|>",
    ),
    "at-least": (
        "at least|no less|no fewer|not less|not fewer|minimum|or more|and up|upwards|plus",
        r"\+|≥",
    ),
    "under": (
        "less than|fewer than|under|below|within|beneath|short of|lower|smaller|shorter",
        "<",
    ),
    "up-to": (
        "up to|as much as|as many as|as high as|as few as|at most|maximum|no more|not more|until|or less"
        "|or fewer|limit\\w*|cap\\w*|ceiling",
        "≤",
    ),
    "nearly": (
        "nearly|nearing|almost|close to|just under|just short|approach\\w*|virtually|near|not quite",
        "~",
    ),
    "about": (
        "about|around|some|roughly|approximately|approx|circa|ca|c|estimat\\w*|nearly|almost|or so|close to"
        "|in the region|near|give or take|odd|likely|averag\\w*|rounded|order of|couple|dozens?|score",
        "~|≈|-odd",
    ),
    "between": ("between|to|and|from|or|through", "[-–—]"),
}
"""Words and signs by which a sentence says each bound."""
PERIOD_WORDS: Mapping[str, str] = {
    "since": "since|from|starting|beginning|over the (?:past|last)|in the (?:past|last)|after|began|began in",
    "until": "until|by|through|till|up to|before|to",
    "per-year": "a year|an year|per year|yearly|annual\\w*|each year|every year|year|years|p\\.?a|per annum",
    "per-month": "a month|per month|monthly|each month|every month|month",
    "per-week": "a week|per week|weekly|each week|every week|week",
    "per-day": "a day|per day|daily|each day|every day|day",
    "per-hour": "an hour|per hour|hourly|each hour|every hour|hour",
}
"""By what a sentence says each kind of period."""
YEAR = pattern(r"(?<![\d.,$€£])(?:1[5-9]|20|21)\d\d(?!\d|[.,]\d)")
"""A year, and not a part of another number."""
RELATIVE = pattern(
    r"\b(?:last|this|next|past|previous|coming|current|prior|same|that) "
    r"(?:fiscal |financial |school |calendar )?(?:year|month|week|quarter|decade|spring|summer|autumn|fall"
    r"|winter|january|february|march|april|may|june"
    r"|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
    r"|\b(?:ago|today|yesterday|now|currently|tonight|so far|to date|recent\w*|latest|earlier|since then"
    r"|a year)\b",
    re.IGNORECASE,
)
"""A time told from the day of the source."""
SCALED = pattern(
    r"[\s\u00a0-]{1,2}(hundred|thousand|million|billion|trillion|bn|mn|lakh|crore|mil millones|mil|millones"
    r"|millón|millions?|milliards?|mille|mio\.?|mrd\.?|millionen|milliarden|tausend|dozen|score)\b"
    r"|[\s\u00a0]?([mkbt]n?)\b(?![\w²³])",
    re.IGNORECASE,
)
"""A word of size behind a number, or its letter."""
GENERIC = frozenset(
    ("people", "number", "fraction", "x", "times", "person", "unit", "units", "index", "score")
)
"""Units that a sentence need not name."""
SAME_PLACES = {
    "united states": r"\bU\.?S\.?A?\b|\bAmerica|Estados Unidos|États-Unis|Vereinigte",
    "united kingdom": r"\bU\.?K\.?\b|Brit|Reino Unido|Royaume-Uni",
    "european union": r"\bE\.?U\.?\b|\bUE\b",
    "world": r"world|global|worldwide|earth|mund|monde|welt",
}
"""How else a place may be named."""
COUNTED = pattern(r"[\s\u00a0]([a-z]{3,}s)\b")
"""A noun behind a number."""
COUNTED_WITHIN = pattern(r"\d[\s\u00a0]([a-z]{3,}s)\Z")
"""The same at the end of the cut."""
PERSONAL = pattern(
    r"(?:[eo]rs|ists|i?ans|ants|ents|ees|als|ives|mates|eses|boys|girls|kids|nuns|monks|teens|adults|youths|victims"
    r"|troops|couples|families|heads|souls|lives|peers|guests|ics|ads|arts|urses|idents|men|ilots|oks|udges|ones)\Z"
)
"""How nouns for people mostly end; of others the page says that it is our reading."""
