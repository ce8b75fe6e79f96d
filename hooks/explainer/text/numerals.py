"""Numbers written in English words: `ninety-seven billion`, `two and a half`, `a dozen`, `three quarters`.

Vague ones (`dozens`, `several hundred`) say no number and are left out.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from explainer.text.numbers import Number
from explainer.text.pattern import pattern

_DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_TEENS = ["fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
_ONES = [*_DIGITS, "eleven", "twelve", "thirteen", *_TEENS]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {word: number for number, word in enumerate(_ONES)} | {
    word: 10 * number for number, word in enumerate(_TENS, start=2)
}
_BIG = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "dozen": 12, "score": 20, "lakh": 10**5, "crore": 10**7,
}  # fmt: skip
_PARTS = {
    "half": Decimal("0.5"), "third": Decimal(1) / 3, "quarter": Decimal("0.25"), "fourth": Decimal("0.25"),
    "fifth": Decimal("0.2"), "sixth": Decimal(1) / 6, "eighth": Decimal("0.125"), "tenth": Decimal("0.1"),
}  # fmt: skip
_UNIT = "|".join(sorted(_SMALL, key=len, reverse=True))
_SCALE = "|".join(_BIG)
_PART = "|".join(_PARTS)
_WHOLE = rf"(?:{_UNIT})(?:[- ](?:{_UNIT}))?"
_NUMBER = pattern(
    rf"(?<![\w-])(?:(?P<half>half an? (?={_SCALE}))|(?P<article>an? (?={_SCALE}))|(?P<first>{_WHOLE}))"
    rf"(?P<rest>(?:(?:[- ]|(?<= ))(?:{_SCALE})s?\b(?:(?: and|,)? {_WHOLE}(?= (?:{_SCALE})| ?\W|\b))?)*)"
    rf"(?P<plus> and (?:an? (?:{_PART})|(?:{_UNIT})[- ](?:{_PART})s?))?(?![\w])",
    re.IGNORECASE,
)
_FRACTION = pattern(
    rf"(?<![\w-])(?:(?P<article>an? )|(?P<count>{_UNIT})[- ])?(?P<part>{_PART})s?"
    rf"(?![\w-]| (?:an? )?(?:{_SCALE})| to\b| time)",
    re.IGNORECASE,
)
_WORD = pattern(r"[a-z]+", re.IGNORECASE)


def worded(text: str) -> Iterator[Number]:
    """Yield each number in words with where it stands; `a` and `an` alone are none."""
    for match in _NUMBER.finditer(text):
        is_share = match["first"] and match["plus"] is None and _FRACTION.match(text, match.start())
        if not is_share:
            yield Number(match.start(), match.end(), match[0], _value(match))


def fractions(text: str) -> Iterator[Number]:
    """Yield each share in words: `half`, `a third of`, `two thirds`; not `the third` nor `a quarter`."""
    for match in _FRACTION.finditer(text):
        behind = text[match.end() :].lstrip()
        if (
            not match["count"]
            and match["part"].lower() != "half"
            and not (match["article"] and behind[:2] == "of")
        ):
            continue
        count = _SMALL[match["count"].lower()] if match["count"] else 1
        yield Number(match.start(), match.end(), match[0], count * _PARTS[match["part"].lower()])


def _value(match: "re.Match[str]") -> Decimal:
    total, current = Decimal(0), Decimal(0)
    if match["half"]:
        current = Decimal("0.5")
    elif match["article"]:
        current = Decimal(1)
    else:
        current = Decimal(sum(_SMALL[word.lower()] for word in _WORD.findall(match["first"])))
    for word in (each.lower() for each in _WORD.findall(match["rest"])):
        word = word if word in _BIG or word in _SMALL else word.removesuffix("s")
        if word in _BIG:
            scale = _BIG[word]
            if scale == 100 or word in ("dozen", "score"):
                current = (current or Decimal(1)) * scale
            else:
                total, current = total + (current or Decimal(1)) * scale, Decimal(0)
        elif word in _SMALL:
            current += _SMALL[word]
    return total + current + _plus(match["plus"])


def _plus(words: str | None) -> Decimal:
    if not words:
        return Decimal(0)
    parts = [each.lower() for each in _WORD.findall(words)][1:]
    part = parts[-1] if parts[-1] in _PARTS else parts[-1].removesuffix("s")
    count = next((_SMALL[word] for word in parts if word in _SMALL), 1)
    return count * _PARTS[part]
