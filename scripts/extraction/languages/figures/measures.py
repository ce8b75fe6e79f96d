"""What stands behind a number: a unit, or the noun that it counts."""

import re
from typing import NamedTuple

from extraction.figures.reading import Kind
from extraction.languages.figures.counting import Counting


class Measure(NamedTuple):
    """A unit with its factor that ends at `end`, or a counted noun, for which `counted` holds."""

    end: int
    name: str
    kind: Kind
    factor: float = 1
    counted: bool = False


_SIGN = re.compile(r"[ \u00a0\u202f]?(%|°C|[kMK]?€|Mds?€|£)")
_SYMBOL = re.compile(r"[ \u00a0\u202f]?([A-Za-zµ]{1,4}(?:/h|²|³|[23](?!\d))?\$?)(?![\w/])")
_WORD = re.compile(r"[ \u00a0\u202f]([^\W\d_]+(?:[-’'.][^\W\d_]+)*)")
_LONGEST = 3
CURRENCY = re.compile(r"(?:(?P<code>US\$|EUR|CHF|USD|GBP|Fr\.)|(?P<sign>[€£]))[ \u00a0\u202f]?$")
_CURRENCIES = {"US$": "USD", "€": "EUR", "£": "GBP", "Fr.": "CHF"}
_CASED = frozenset({"mw", "gw", "kw", "kwh", "mwh", "gwh", "twh", "mm", "ha", "eur", "chf", "usd"})


def currency_before(text: str, start: int) -> tuple[int, str] | None:
    """Return where a currency's sign or code right before `start` begins, and its ISO 4217 code."""
    found = CURRENCY.search(text, max(0, start - 6), start)
    if not found or (found["code"] and text[found.start() - 1 : found.start()].isalnum()):
        return None
    written = found["code"] or found["sign"]
    return found.start(), _CURRENCIES.get(written, written)


def unit(text: str, end: int, counting: Counting, *, scaled: bool) -> Measure | None:
    """Return the unit that begins at `end`; behind a magnitude also over "de" ("millones de euros")."""
    if sign := _SIGN.match(text, end):
        name, kind, factor = counting.units[sign[1].lower()]
        return Measure(sign.end(), name, kind, factor)
    symbol = _SYMBOL.match(text, end)
    if symbol and "/" in symbol[1] and (known := counting.units.get(symbol[1].lower())):
        return Measure(symbol.end(), *known)
    words = _words(text, _past_link(text, end, counting) if scaled else end)
    for count in range(min(_LONGEST, len(words)), 0, -1):
        form = " ".join(word for word, _ in words[:count]).lower().replace("’", "'")
        if form in counting.units and form not in _CASED:
            name, kind, factor = counting.units[form]
            return Measure(words[count - 1][1], name, kind, factor)
    if symbol and (known := counting.units.get(symbol[1].lower())):
        cased = symbol[1].lower() not in {"mw", "gw"} or symbol[1][0].isupper()
        return Measure(symbol.end(), known[0], known[1], known[2]) if cased else None
    return None


def noun(text: str, end: int, counting: Counting, *, scaled: bool) -> Measure | None:
    """Return the noun counted by a number that ends at `end`: people by one name, else the article's word."""
    words = _words(text, _past_link(text, end, counting) if scaled else end)
    if counting.code == "de":
        return _capitalised(words, counting)
    while words and words[0][0].lower() in counting.groups["adjectives"]:
        words = words[1:]
    if not words:
        return None
    word = words[0][0]
    lower = word.lower()
    if lower in counting.groups["people"]:
        return Measure(end, "people", "count", counted=True)
    plural = lower.endswith(("s", "x")) and len(lower) > 3
    if lower in counting.groups["stops"] or word[0].isupper() or not (plural or lower == "voix"):
        return None
    return Measure(end, lower, "count", counted=True)


def _capitalised(words: list[tuple[str, int]], counting: Counting) -> Measure | None:
    for place, (word, end) in enumerate(words):
        if word[0].isupper():
            person = word.lower() in counting.groups["people"] or word.endswith(("innen", "leute"))
            named = place == 0 and len(words) > 1 and words[1][0][0].isupper()
            return None if named else Measure(end, "people" if person else word, "count", counted=True)
        if word in counting.groups["stops"] or not word.endswith(("e", "en", "er", "em", "es")):
            return None
    return None


def _past_link(text: str, end: int, counting: Counting) -> int:
    for link in counting.groups["links"]:
        written = f" {link}" if link.endswith("'") else f" {link} "
        if text[end : end + len(written)].replace("’", "'").replace("\u00a0", " ") == written:
            return (
                end + len(written) - (0 if link.endswith("'") else 1) if link != "d'" else end + len(written)
            )
    return end


def _words(text: str, end: int) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    at = end
    while len(found) <= _LONGEST:
        word = _WORD.match(text, at) or (
            _WORD.match(" " + text[at : at + 40]) if text[at - 1 : at] in "'’" else None
        )
        if word is None:
            break
        length = word.end() - (0 if word.string is text else 1)
        at = length if word.string is text else at + length
        found.append((word[1], at))
    return found
