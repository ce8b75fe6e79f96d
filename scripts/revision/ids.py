"""Ids that read like the record they name, minted once and stored: `petro-tone-of-our-exchange`."""

import re
import unicodedata
from collections.abc import Container
from decimal import Decimal

from explainer.records.fields import RESERVED_IDS
from explainer.text.wordlist import lines
from extraction.candidates import FigureCandidate
from reading.metadata import Metadata

LONGEST = 64
_WORDS_OF_A_QUOTE = 4
_WORDS_OF_A_TITLE = 5
_DAY = len("2024-05-01")
_WORD = re.compile(r"(?![a-f]{6,}\Z)(?=.*[aeiouy])[a-z]{3,}")
"""A word in a file's name, and no number in letters."""
_NO_NAMES = frozenset(word for line in lines("revision", "no-names") for word in line.split())
_MAGNITUDES = ((12, "trillion"), (9, "billion"), (6, "million"))
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"})

_EMPTY = frozenset(word for line in lines("revision", "empty") for word in line.split())


def slug(text: str) -> str:
    """Return the text in lower-case ASCII letters, digits and hyphens; empty where it has none."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    plain = re.sub(r"[’'`]", "", plain).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def is_sayable(stem: str) -> bool:
    """Say whether a file's name is one that a person gave: with a word in it, and not `article-12`."""
    return any(_WORD.fullmatch(part) and part not in _NO_NAMES for part in slug(stem).split("-"))


def source_id(stem: str, said: Metadata) -> str:
    """Return the id for an article: its file's name, where a person can say it: `2024-ferry`.

    For a number, `000_89bf.txt`, it is made of what the article says: publisher and headline, or headline
    and day.
    """
    title, publisher = _told(said.title), _told(said.publisher)
    if is_sayable(stem) or not title:
        return _short(slug(stem)) or "source"
    day = [] if publisher else [slug(said.published or "")[:_DAY]]
    return _short("-".join(filter(None, (*publisher, *_trimmed(title[:_WORDS_OF_A_TITLE]), *day))))


def person_id(name: str) -> str:
    """Return the id for a name."""
    return _short(slug(name)) or "person"


def quote_id(exact: str, speaker: str | None) -> str:
    """Return the speaker's last name and the words the quote turns on."""
    last_name = slug(speaker.split()[-1]) if speaker and speaker.split() else ""
    words = [word for word in slug(exact).split("-") if word]
    telling = _trimmed(_trimmed(words)[:_WORDS_OF_A_QUOTE]) or words[:_WORDS_OF_A_QUOTE]
    return _short("-".join(part for part in (last_name, *telling) if part)) or "quote"


def figure_id(figure: FigureCandidate) -> str:
    """Return unit, amount and period: `usd-32-billion-per-year`, `45-percent`; shares go by their words."""
    if figure.unit == "fraction":
        return _short(slug(figure.exact)) or "share"
    amount = _amount(figure.value)
    if figure.value_max is not None:
        amount = f"{amount}-to-{_amount(figure.value_max)}"
    unit = slug(figure.unit or "")
    is_currency = bool(figure.unit and re.fullmatch("[A-Z]{3}", figure.unit))
    parts = (unit, amount) if is_currency else (amount, unit)
    period = slug(str(figure.period)) if figure.period else ""
    return _short("-".join(part for part in (*parts, period) if part))


def unique(wanted: str, taken: Container[str]) -> str:
    """Return the id, or with the first number that makes it new and not reserved: `petro-friendly-2`."""
    return numbered(wanted, taken)[0]


def numbered(wanted: str, taken: Container[str], last: int = 0) -> tuple[str, int]:
    """Return what `unique` does, and its number; all numbers up to the `last` one are known to be taken."""
    if not last and wanted not in taken and not re.fullmatch(RESERVED_IDS, wanted):
        return wanted, 1
    number = max(2, last + 1)
    while (id_ := f"{_short(wanted, LONGEST - len(str(number)) - 1)}-{number}") in taken:
        number += 1
    return id_, number


def _amount(value: float) -> str:
    number = Decimal(str(value))
    sign, number = ("minus-", -number) if number < 0 else ("", number)
    for power, name in _MAGNITUDES:
        if number >= 10**power:
            return f"{sign}{slug(_digits(number / 10**power))}-{name}"
    return sign + slug(_digits(number))


def _digits(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _told(name: str | None) -> list[str]:
    return _trimmed([word for word in slug(name or "").split("-") if word])


def _trimmed(words: list[str]) -> list[str]:
    start, end = 0, len(words)
    while start < end and words[start] in _EMPTY:
        start += 1
    while end > start and words[end - 1] in _EMPTY:
        end -= 1
    return words[start:end]


def _short(text: str, longest: int = LONGEST) -> str:
    """Cut at a hyphen where that keeps most of the text."""
    if len(text) <= longest:
        return text
    cut = text[: longest + 1].rfind("-")
    return text[: cut if cut > longest // 2 else longest].strip("-")
