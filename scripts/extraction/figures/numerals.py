"""One numeral, in digits or in words: "1.6 billion", "twenty-nine", "half a million", "two-thirds"."""

import re
from typing import Literal, NamedTuple

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
VULGAR = {
    "½": 1 / 2,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}

_GAP = r"[ \u00a0-]"
_DIGITS = re.compile(r"(?:\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.\d{1,9})?")
_RUN = re.compile(r"\d+(?:[.,]\d+){0,40}")
_TAIL = re.compile(rf"({'|'.join(VULGAR)})|[ \u00a0](\d)/(\d{{1,2}})(?![\d/])")
_SCALE = re.compile(rf"{_GAP}?({'|'.join(SCALES)})\b", re.I)
_LETTER_SCALE = re.compile(r"(?:[kK]|[mM]{1,2}|[bB]|[tT])(?![A-Za-z])")
_LETTERS = {"k": 1e3, "m": 1e6, "mm": 1e6, "b": 1e9, "t": 1e12}
_WORD = re.compile(rf"{_GAP}?(and{_GAP})?({'|'.join(CARDINALS)})\b", re.I)
_RECITED = re.compile(rf"(?:{_GAP}(?:{'|'.join(CARDINALS)})\b){{3,400}}", re.I)
_AND_A_HALF = re.compile(rf"{_GAP}and{_GAP}a{_GAP}half\b", re.I)
_PART = re.compile(rf"{_GAP}?({'|'.join(PARTS)})\b", re.I)
_ARTICLE = re.compile(rf"(an?|couple){_GAP}(?:of )?", re.I)
_OF_SCALE = re.compile(
    rf"(?:{_GAP}of)?(?:{_GAP}an?)?{_GAP}(dozen|hundred|thousand|million|billion|trillion)\b", re.I
)


def run_end(text: str, start: int) -> int:
    """Return where the run of digits, commas and points at `start` ends."""
    run = _RUN.match(text, start)
    return run.end() if run else start


def digits(text: str, start: int, *, money: bool = False) -> Numeral | None:
    """Read digits at `start`, with a fraction and magnitude; None where the run is no plain number.

    `money` allows the letters m, b and t as magnitudes ("$5m"), which elsewhere stand for units.
    """
    found = _DIGITS.match(text, start)
    if not found or found.end() != run_end(text, start):
        return None
    value, end = float(found.group().replace(",", "")), found.end()
    if tail := _TAIL.match(text, end):
        sign, above, below = tail.groups()
        value += VULGAR[sign] if sign else int(above) / max(1, int(below))
        end = tail.end()
    if word := _SCALE.match(text, end):
        scale = SCALES[word[1].lower()]
        return Numeral(start, word.end(), value * scale, "digits", scale)
    letter = _LETTER_SCALE.match(text, end)
    if letter and (money or letter.group() in "kK"):
        scale = _LETTERS[letter.group().lower()]
        return Numeral(start, letter.end(), value * scale, "digits", scale)
    return Numeral(start, end, value, "digits")


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
    if whole and whole.scale == 1 and (part := _PART.match(text, whole.end)):
        return _fraction(text, start, whole.value, part)
    return whole


def recited_end(text: str, end: int) -> int | None:
    """Return where number words that only count off end ("one two three four"); None where none follow."""
    recited = _RECITED.match(text, end)
    return recited.end() if recited else None


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
        if value >= 1000:
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
        if scale == 1 and (half := _AND_A_HALF.match(text, end)):
            group, pos, end = group + 0.5, half.end(), half.end()
    return Numeral(start, end, total + group, "words", scale) if end else None


def _fits(group: float, value: float) -> bool:
    """Tell whether `value` under 100 may follow: units after tens, tens and teens after hundreds."""
    if group % 100 == 0:
        return True
    return 0 < value < 10 and group % 10 == 0 and group % 100 != 10
