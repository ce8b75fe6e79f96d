"""Numbers in the notation of other countries and languages, put into English notation.

1.127,54 euros       1127.54 euros        12,34,567        1234567
1 250 000 euros      1250000 euros        18 mil millones  18 billion
CHF 1’250’000        CHF 1250000          90 Mio. Euro     90 million Euro
"""

import re
from collections.abc import Mapping

from explainer.text.pattern import pattern

_GAP = "[ \u00a0\u2009\u202f'’]"
_SPACED = pattern(rf"(?<![\d.,])\d{{1,3}}(?:{_GAP}\d{{3}})+(?!\d)")
_RUN = pattern(r"(?<![\w.,])\d+(?:[.,]\d+)+(?![\d])")
_GROUPED = pattern(r"\d{1,3}(?:[.,]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}")
_MAGNITUDES: Mapping[str, Mapping[str, str]] = {
    "es": {
        "mil millones|millardos?": "billion",
        "mill[oó]n(?:es)?": "million",
        "bill[oó]n(?:es)?": "trillion",
        "mil": "thousand",
    },
    "fr": {
        "milliards?|m[dr]s?": "billion",
        "millions?": "million",
        "billions?": "trillion",
        "mille": "thousand",
    },
    "de": {
        "milliarden?|mrd": "billion",
        "millionen|million|mio": "million",
        "billionen|billion": "trillion",
        "tausend|tsd": "thousand",
    },
}
"""What stands behind a number, as a pattern, and in English, where a billion is a thousand times less."""


def in_english(text: str, language: str) -> str:
    """Return `text` with its numbers in English notation; `language` is an ISO code such as `es-MX`.

    One mark before three digits is what it is in the language: 1.200 is 1200 in German and 1.2 in English.
    """
    code = language.partition("-")[0].lower()
    text = _SPACED.sub(lambda found: re.sub(_GAP, "", found[0]), text)
    text = _RUN.sub(lambda found: _digits(found[0], comma=code in _MAGNITUDES), text)
    if code == "de":
        text = re.sub(r"\bminus (?=\d)", "-", text, flags=re.IGNORECASE)
    return _with_english_magnitudes(text, _MAGNITUDES.get(code, {}))


def readings(text: str, language: str) -> tuple[str, ...]:
    """Return `text` in English notation in each way that is usual in the language.

    Spanish has two: Mexico writes 1,250.50 where Spain writes 1.250,50.
    """
    first = in_english(text, language)
    if not language.startswith("es"):
        return (first,)
    return (first, in_english(in_english(text, "en"), language))


def _with_english_magnitudes(text: str, magnitudes: Mapping[str, str]) -> str:
    if not magnitudes:
        return text
    either = "|".join(f"(?P<m{place}>{pattern})" for place, pattern in enumerate(magnitudes))
    behind = re.compile(rf"(?<=\d)(?P<gap>\s?)(?:{either})(?:\b\.?|(?=€))", re.IGNORECASE)
    english = list(magnitudes.values())

    def translated(found: re.Match[str]) -> str:
        place = next(place for place in range(len(english)) if found[f"m{place}"])
        return f"{found['gap']}{english[place]}"

    return behind.sub(translated, text)


def _digits(written: str, *, comma: bool) -> str:
    """Return digits without marks of groups and with a decimal point; `comma` where decimals have a comma."""
    marks = re.findall("[.,]", written)
    if len(set(marks)) == 2:
        whole, _, decimals = written.rpartition(marks[-1])
        return f"{re.sub('[.,]', '', whole)}.{decimals}"
    if len(marks) > 1:
        return re.sub("[.,]", "", written) if _GROUPED.fullmatch(written) else written
    groups = _GROUPED.fullmatch(written) and not written.startswith("0")
    if groups and (marks[0] == ".") == comma:
        return written.replace(marks[0], "")
    return written.replace(",", ".")
