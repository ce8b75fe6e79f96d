"""Numbers in digits: "1,250", "12,50,000", "816 000", "1'250", "3.5 million", "$5m", "2 1/2"."""

import re

from extraction.figures import nouns, units
from extraction.figures.numerals import GAP, PARTS, SCALES, Numeral

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
_GROUPED = (
    r"\d{1,3}(?:,\d{3}){1,5}|\d{1,2}(?:,\d{2}){1,4},\d{3}"
    r"|\d{1,3}(?: \d{3}){1,3}(?! ?\d)|\d{1,3}(?:['’]\d{3}){1,4}(?!\d)|\d{1,3}(?:\.\d{3}){2,4}(?![.\d])"
)
"""Digits in groups: 1,250,000, in lakhs 12,50,000, then 1 250 000, 1'250'000 and 1.250.000."""
_DIGITS = re.compile(rf"({_GROUPED}|\d{{1,15}})(\.\d{{1,9}})?")
_DECIMAL_COMMA = re.compile(r"(\d{1,3}(?:[. ]\d{3})*),(\d{1,2})(?![.,]?\d)")
_RUN = re.compile(r"(?:\d{1,3}(?: \d{3}(?!\d)){1,20}|\d+)(?:[.,]\d+|['’]\d{3}(?!\d)){0,40}")
_GROUPS = str.maketrans("", "", ", '’")
_TAIL = re.compile(
    rf"({'|'.join(VULGAR)})|(?:[ -]| and )(\d)[/⁄](\d{{1,2}})(?![\d/])| and an?[ -](half|third|quarter"
    rf"|fifth)\b"
)
_SCALE = re.compile(rf"{GAP}?({'|'.join(sorted(SCALES, key=len, reverse=True))})\b", re.I)
_BROKEN = re.compile(r"[ -]{0,2}(?:mil|bil|tril|thou|hun|per)-\s")
"""A word of magnitude that the end of a line cuts in two: how much is meant is not told."""
_LETTER_SCALE = re.compile(r"(?: ?(?:[mM]{1,2}|[bB]n?|[tT]n?)|[kK])(?![A-Za-z²³\d/’'])")
_LETTERS = {"k": 1e3, "m": 1e6, "mm": 1e6, "b": 1e9, "bn": 1e9, "t": 1e12, "tn": 1e12}
_CROWD = re.compile(
    r"m(?= [a-z])(?! (?:and|or|to|by|x|in|on|at|of|the|above|below|from|wide|long|high|tall|deep)\b)"
)
_RACES = frozenset((50, 60, 80, 100, 110, 200, 400, 800))
"""Lengths of races in metres: "100m runners" are no hundred million."""


def run_end(text: str, start: int) -> int:
    """Return where the run of digits, commas and points at `start` ends."""
    run = _RUN.match(text, start)
    return run.end() if run else start


def read(text: str, start: int, *, money: bool = False) -> Numeral | None:
    """Read digits at `start`, with a fraction and magnitude; None where the run is no plain number.

    `money` allows the letters m, b and t as magnitudes ("$5m"), which elsewhere stand for units; "4m people"
    are so many million, too. A decimal comma is read only where a magnitude, a unit or a currency shows that
    a single number is meant.
    """
    found = _plain(text, start) or _with_comma(text, start, money=money)
    if not found:
        return None
    value, end = found
    if tail := _TAIL.match(text, end):
        sign, above, below, part = tail.groups()
        value += VULGAR[sign] if sign else 1 / PARTS[part] if part else int(above) / max(1, int(below))
        end = tail.end()
    if _BROKEN.match(text, end):
        return None
    if word := _SCALE.match(text, end):
        scale, end = SCALES[word[1].lower()], word.end()
        if again := _SCALE.match(text, end):
            scale, end = scale * SCALES[again[1].lower()], again.end()
        return Numeral(start, end, value * scale, "digits", scale)
    letter = _LETTER_SCALE.match(text, end)
    if letter and (money or letter.group() in "kK"):
        scale = _LETTERS[letter.group().strip().lower()]
        return Numeral(start, letter.end(), value * scale, "digits", scale)
    if _CROWD.match(text, end) and value not in _RACES and nouns.counted(text, end + 1):
        return Numeral(start, end + 1, value * 1e6, "digits", 1e6)
    return Numeral(start, end, value, "digits")


def _plain(text: str, start: int) -> tuple[float, int] | None:
    """Return value and end of digits with a decimal point or none; None for "007" and other runs."""
    found = _DIGITS.match(text, start)
    if not found or found.end() != run_end(text, start) or (text[start] == "0" and len(found[1]) > 1):
        return None
    groups = found[1].split(" ")
    if len(groups) > 2 and len(groups[0]) == 3 and groups[-1] != "000":
        return None  # "100 200 300" are three numbers
    whole = found[1].replace(".", "").translate(_GROUPS)
    return float(whole + (found[2] or "")), found.end()


def _with_comma(text: str, start: int, *, money: bool) -> tuple[float, int] | None:
    found = _DECIMAL_COMMA.match(text, start)
    if not found or found[1][0] == "0" < found[1][1:2]:
        return None
    if not (money or _SCALE.match(text, found.end()) or units.after(text, found.end())):
        return None
    return float(f"{found[1].replace('.', '').translate(_GROUPS)}.{found[2]}"), found.end()
