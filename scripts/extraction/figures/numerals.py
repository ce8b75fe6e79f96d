"""One numeral as it is written, and numbers in words: "twenty-nine", "half a million", "two-thirds"."""

import re
from typing import Literal, NamedTuple

from extraction.figures import nouns
from extraction.wordlists import rows

Form = Literal["digits", "words", "fraction"]


class Numeral(NamedTuple):
    """A number as written: code points `start` to `end`, its value with the magnitude applied."""

    start: int
    end: int
    value: float
    form: Form
    scale: float = 1
    """The magnitude word that was part of it: 1e6 in "2 million", 12 in "a dozen"; else 1."""


CARDINALS = {word: float(value) for word, value in rows("figures/numbers")}
SCALES = {word: value for word, value in CARDINALS.items() if value >= 100 or word == "dozen"}
PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8}
PARTS |= {"ninth": 9, "tenth": 10, "twentieth": 20, "hundredth": 100, "thousandth": 1000}
PARTS |= {"halves": 2} | {f"{part}s": size for part, size in PARTS.items() if part != "half"}

GAP = r"(?: {1,4}|-(?: (?=[a-z]))?)"
"""What joins the words of a number: spaces, a hyphen, and a hyphen at the end of a line."""
_WORD = re.compile(rf"{GAP}?(and{GAP})?({'|'.join(CARDINALS)})\b", re.I)
_RECITED = re.compile(rf"(?:{GAP}(?:{'|'.join(CARDINALS)})\b){{3,400}}", re.I)
_AND_PART = re.compile(
    rf"{GAP}and{GAP}(an?|one|two|three|four|five|six|seven){GAP}({'|'.join(PARTS)})\b", re.I
)
_PART = re.compile(rf"{GAP}?({'|'.join(PARTS)})\b", re.I)
_ARTICLE = re.compile(rf"(an?|couple){GAP}(?:of )?", re.I)
_OF_SCALE = re.compile(
    rf"(?:{GAP}of)?(?:{GAP}an?)?{GAP}(dozen|hundred|thousand|lakh|million|crore|billion|trillion)\b", re.I
)
_BY_COUNT = re.compile(rf"{GAP}(score|gross)(?: of)?(?= [a-z])", re.I)
_COUNTS = {"score": 20.0, "gross": 144.0}
_AND = re.compile(" and (?=[a-z])")
_SCORED = re.compile(r" (?:goals|tries|runs|points|times|baskets|touchdowns|penalties|wins)\b")


def spelled(text: str, start: int) -> Numeral | None:
    """Read a number in words at `start`: cardinals, "a dozen", "half a million", "two-thirds", "a tenth"."""
    article = _ARTICLE.match(text, start)
    lead = article.end() if article else start
    part = _PART.match(text, lead)
    if part and (article or part[1].lower() == "half"):
        return _fraction(text, start, 1, part)
    if article:
        return _cardinal(text, start, lead, 2 if article[1].lower() == "couple" else 1)
    whole = _cardinal(text, start, start, 0)
    if not whole or whole.scale > 1 or whole.value % 1:
        return whole
    if part := _PART.match(text, whole.end):
        return _fraction(text, start, whole.value, part)
    return _by_count(text, whole)


def recited_end(text: str, end: int) -> int | None:
    """Return where number words that only count off end ("one two three four"); None where none follow."""
    recited = _RECITED.match(text, end)
    return recited.end() if recited else None


def _by_count(text: str, whole: Numeral) -> Numeral | None:
    """Read "three score boats" and "two gross of nails"; None where somebody else scores."""
    word = _BY_COUNT.match(text, whole.end)
    if not word:
        return whole
    size = _COUNTS[word[1].lower()]
    tail = _AND.match(text, word.end()) if size == 20 else None
    more = _cardinal(text, tail.end(), tail.end(), 0) if tail else None
    end = more.end if more else word.end(1)
    if _SCORED.match(text, end) or nouns.counted(text, end) is None:
        return None
    return Numeral(whole.start, end, whole.value * size + (more.value if more else 0), "words", size)


def _fraction(text: str, start: int, above: float, part: re.Match[str]) -> Numeral:
    value = above / PARTS[part[1].lower()]
    if word := _OF_SCALE.match(text, part.end()):
        scale = SCALES[word[1].lower()]
        return Numeral(start, word.end(), value * scale, "words", scale)
    return Numeral(start, part.end(), value, "fraction")


def _cardinal(text: str, start: int, pos: int, head: float) -> Numeral | None:
    """Add up number words from `pos`; `head` is the 1 of "a hundred" and the 2 of "couple dozen"."""
    total, group, ceiling, end, scale = 0.0, head, float("inf"), 0, 1.0
    while word := _WORD.match(text, pos):
        name = word[2].lower()
        value = CARDINALS[name]
        if word[1] and scale == 1:
            break
        if value >= 1000 and total and not group:
            total *= value  # "a thousand million", "two lakh crore"
        elif value >= 1000:
            if not group or value >= ceiling:
                break
            total, group, ceiling = total + group * value, 0, value
        elif name in SCALES:
            if not 0 < group < 100:
                break
            group *= value
        elif (head and scale == 1) or not _fits(group, value):
            break
        else:
            group += value
        pos = end = word.end()
        scale = max(scale, SCALES.get(name, 1))
        if (scale == 1 or scale >= 1e5) and (part := _AND_PART.match(text, end)):
            above = max(1, CARDINALS.get(part[1].lower(), 1)) / PARTS[part[2].lower()]
            group, total = (group + above, total) if scale == 1 else (group, total + above * scale)
            pos = end = part.end()
    return Numeral(start, end, total + group, "words", scale) if end else None


def _fits(group: float, value: float) -> bool:
    """Tell whether `value` under 100 may follow: units after tens, tens and teens after hundreds."""
    if group % 100 == 0:
        return True
    return 0 < value < 10 and group % 10 == 0 and group % 100 != 10
