"""Shares and multiples: "half", "a third", "eight of 10", "50-50", "twice", "threefold"."""

import re

from extraction.figures import digits, durations, numerals, units
from extraction.figures.numerals import CARDINALS, Numeral
from extraction.figures.reading import Reading
from extraction.wordlists import either

_EVEN = re.compile(r"50[-–/]50\b")
_OUT_OF = re.compile(r" (?:(?P<of>of)|out of(?: every)?|(?:of|in) every|(?P<within>in)) (?=[\dtfsenho])")
_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 50, 100, 200, 500, 1e3, 1e4, 1e5, 1e6})
_TENTHS = frozenset({3, 4, 5, 6, 7, 8, 9, 10, 100, 1e3, 1e4, 1e5, 1e6})
_PARTS_OF = frozenset({3, 4, 5, 10, 20, 100, 1e3})
_FOLLOWS = re.compile(rf"[,.;:!?)”\"’]|\s*[—–-]{{1,2}}\s|\n|$| (?:{either('figures/follows')})\b")
_NOT_HALF = re.compile(
    r"\b(?:first|second|latter|top|bottom|back|better|other|last|final|and a|and one|early|opening|lower"
    r"|upper|two|both) $",
    re.I,
)
_HALF_IDIOM = re.compile(rf"[- ](?:{either('figures/half')})\b")
_HALF_UNIT = re.compile(r"-(hour|century|decade|percent|percentage|point|year|day|cent|mile)")
_MULTIPLES = {"double": 2.0, "twice": 2.0, "triple": 3.0, "quadruple": 4.0, "halv": 0.5}
_MULTIPLE = re.compile(
    r"(?P<verb>(?:doubl|tripl|quadrupl|halv)(?:ed|ing|es))\b|(?P<base>twice|(?:dou|tri|quadru)[bp]le)\b", re.I
)
_OBJECT = "the|as|that|what|its|their|his|her|those|our"
_TWICE = re.compile(rf" (?:{_OBJECT})\b")
_MULTIPLIES = re.compile(rf" (?:{_OBJECT}|this|these|many|from|in|to|since|by|over)\b")
_VERBAL = re.compile(
    r"\b(?:to|would|will|could|can|might|may|should|than|nearly|almost|about|roughly|is|be|was) $"
)
_DOWN = re.compile(r"[- ](?:down|up|back|over as|as (?:a|an)\b|check)")
_FOLD = re.compile(r"([A-Za-z]+?)-?fold\b")


def even_split(text: str, numeral: Numeral) -> Reading | None:
    """Return the reading of "50-50"."""
    found = _EVEN.match(text, numeral.start)
    return Reading(numeral.start, found.end(), 0.5, "fraction", "share") if found else None


def ratio(text: str, numeral: Numeral) -> Reading | None:
    """Return the reading of "one in five", "eight of 10", "4 out of 5"."""
    link = _OUT_OF.match(text, numeral.end)
    if not link or numeral.scale != 1:
        return None
    whole = digits.read(text, link.end()) or numerals.spelled(text, link.end())
    if (
        whole is None
        or whole.form == "fraction"
        or numeral.value >= whole.value
        or units.after(text, whole.end)
    ):
        return None
    if link["of"]:
        usual = whole.value in _PARTS_OF and numeral.value > 1
    elif link["within"]:
        usual = whole.value in _TENTHS or (numeral.value == 1 and not 1400 <= whole.value < 2200)
    else:
        usual = whole.value in _WHOLES
    return (
        Reading(numeral.start, whole.end, numeral.value / whole.value, "fraction", "share") if usual else None
    )


def fraction(text: str, numeral: Numeral) -> Reading | None:
    """Return the reading of "half", "two-thirds", "half a percentage point"; None for ordinals and idioms."""
    start, end = numeral.start, numeral.end
    words, before = text[start:end].lower(), text[max(0, start - 12) : start]
    unit = units.after_fraction(text, end)
    if unit is None and words.endswith(("half", "quarter")) and _HALF_UNIT.match(text, end):
        unit = units.after(text, end)
    if unit:
        offset = unit.kind == "duration" and durations.offset(text, unit.end)
        return None if offset else Reading(start, unit.end, numeral.value * unit.factor, unit.name, unit.kind)
    if numeral.value >= 1 or (text.startswith("-", end) and not words.startswith("one")):
        return None
    if words == "half" and (_NOT_HALF.search(before) or _HALF_IDIOM.match(text, end)):
        return None
    if words == "a half" and before.endswith(("and ", "and-")):
        return None
    single = words.startswith(("a ", "an ", "one ")) and not words.endswith("half")
    return (
        Reading(start, end, numeral.value, "fraction", "share")
        if not single or _FOLLOWS.match(text, end)
        else None
    )


def multiple(text: str, start: int) -> tuple[Reading | None, int]:
    """Return the reading of "twice the rate", "doubled", "double that" at `start`, and where to look on."""
    found = _MULTIPLE.match(text, start)
    if not found:
        return None, start + 4
    word, end = found.group().lower(), found.end()
    if found["verb"]:
        taken = bool(_MULTIPLIES.match(text, end)) if word.endswith("s") else not _DOWN.match(text, end)
    elif word == "twice":
        taken = bool(_TWICE.match(text, end))
    else:
        verbal = _VERBAL.search(text[max(0, start - 10) : start])
        taken = bool(
            _TWICE.match(text, end)
            or (verbal and (_MULTIPLIES.match(text, end) or text[end : end + 1] in ",."))
        )
    if not taken:
        return None, end
    value = next(value for stem, value in _MULTIPLES.items() if word.startswith((stem, stem[:-1])))
    return Reading(start, end, value, "x", "multiple"), end


def fold(text: str, start: int) -> tuple[Reading | None, int]:
    """Return the reading of "threefold", "tenfold" at `start`, and where to look on."""
    found = _FOLD.match(text, start, start + 16)
    value = CARDINALS.get(found[1].lower()) if found else None
    if not found or value is None:
        return None, start + 2
    return Reading(start, found.end(), value, "x", "multiple"), found.end()
