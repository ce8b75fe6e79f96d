"""Numbers in running text: the values that words such as `$32 billion` or `1.50 million` may stand for."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from explainer.text.pattern import pattern

MAGNITUDES = {
    "hundred": Decimal(100), "thousand": Decimal(1_000), "k": Decimal(1_000), "dozen": Decimal(12),
    "million": Decimal(10**6), "millions": Decimal(10**6), "m": Decimal(10**6), "mn": Decimal(10**6),
    "billion": Decimal(10**9), "billions": Decimal(10**9), "bn": Decimal(10**9), "b": Decimal(10**9),
    "trillion": Decimal(10**12), "tn": Decimal(10**12), "tr": Decimal(10**12),
    "lakh": Decimal(10**5), "lakhs": Decimal(10**5), "crore": Decimal(10**7), "crores": Decimal(10**7),
}  # fmt: skip
_NUMBER = pattern(
    r"(?<![\w.,])[-−]?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d\d){1,4},\d{3}(?!\d)"
    r"|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3}){1,3}(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d{1,3}(?:['’]\d{3}){1,4}(?!\d)"
    r"|\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)|\d{1,3}(?:\.\d{3}){2,4}(?!\d)|\d{1,3},\d{1,2}(?![\d,])|\d{1,18}(?:\.\d+)?)"
    r"([¼½¾⅓⅔⅛⅜⅝⅞]?)"
    rf"(?:[\s-]?(?:({'|'.join(sorted(MAGNITUDES, key=len, reverse=True))})\b))?(?![\d])",
    re.IGNORECASE,
)
_DIGIT = pattern(r"\d")
_MAGNITUDE = pattern(
    rf"(?<![^\W\d_])({'|'.join(sorted(MAGNITUDES, key=len, reverse=True))})\b", re.IGNORECASE
)
_TWICE = pattern(r"\b(hundred|thousand|lakh)\s+(thousand|million|billion|lakh|crore)\b", re.IGNORECASE)
_MINUS = pattern(r"[-−–]\s?[$£€¥₹₩]?\d|\b(?:minus|negative)\b|below zero", re.IGNORECASE)
_PROPORTION = pattern(r"(\d+)\s*(?:/|in|of|out of|in every)\s*(\d+)", re.IGNORECASE)


_GLUED = pattern(
    r"(?:km|kg|cm|mm|mi|mph|kph|kmh|[kMGT]Wh?|ha|kt|Mt|Gt|lbs?|oz|ft|pct?|ppm|t|g|l)(?:[²³]|/\w+)?(?![^\W\d_])"
)
"""Units that are written without a gap; other letters make a name of a number: G20, 5th, 3D."""
_DECIMAL_COMMA = pattern(r"(.*),(\d\d?)")


def _value(digits: str) -> Decimal:
    """Return the value of digits in groups: `1,250.5`, `12,50,000`, `1 250`, `1'250`, `1.250,50`, `3,5`."""
    comma = _DECIMAL_COMMA.fullmatch(digits)
    if comma and "," not in comma[1]:
        return Decimal(f"{re.sub(r'[^0-9]', '', comma[1])}.{comma[2]}")
    whole = re.sub(r"[^0-9.]", "", digits)
    return Decimal(whole.replace(".", "") if whole.count(".") > 1 else whole)


class Number(NamedTuple):
    """A number in a text: where it stands, the characters it takes, its value."""

    start: int
    end: int
    words: str
    value: Decimal


def numbers(text: str) -> Iterator[Number]:
    """Yield each number written in digits, its magnitude word applied.

    A number that is part of a name (`G20`, `COP28`) is none. Groups may be set off by commas, also in lakhs,
    by spaces or apostrophes; a comma before one or two last digits is a decimal one.
    """
    return _numbers(text, _NUMBER.finditer(text)) if _DIGIT.search(text) else iter(())


def _numbers(text: str, matches: Iterable[re.Match[str]]) -> Iterator[Number]:
    for match in matches:
        if (
            text[match.end() : match.end() + 1].isalpha()
            and not match[3]
            and not _GLUED.match(text, match.end())
        ):
            continue
        value = _value(match[1])
        if match[2]:
            value += Decimal(str(round(unicodedata.numeric(match[2]), 3)))
        value *= MAGNITUDES[match[3].lower()] if match[3] else 1
        yield Number(match.start(), match.end(), match[0], value)


def possible_values(text: str, *, bare: bool = True) -> set[Decimal]:
    """Return every value that a number in `text` may mean.

    A magnitude counts for the numbers before it (`between 10 and 15 million`), and `1 in 5` is also a fifth.
    Without `bare` a number with its own magnitude (`4.9m`) is not also the number without it.
    """
    if not _DIGIT.search(text):
        return set()
    matches = list(_NUMBER.finditer(text))
    plain = [_value(match[1]) for match in matches]
    found = {number.value for number in _numbers(text, matches)}
    found |= {value for value, match in zip(plain, matches, strict=True) if bare or not match[3]}
    for match in _MAGNITUDE.finditer(text):
        found |= {value * MAGNITUDES[match[1].lower()] for value in plain}
    for first, second in _TWICE.findall(text):
        found |= {value * MAGNITUDES[first.lower()] * MAGNITUDES[second.lower()] for value in plain}
    if _MINUS.search(text):
        found |= {-value for value in found}
    for part, whole in _PROPORTION.findall(text):
        if int(whole):
            found.add(Decimal(part) / Decimal(whole))
    return found
