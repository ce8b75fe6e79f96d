"""Noun phrases that can name a speaker: "la alcaldesa, Ana Ruiz", "ein Sprecher der Polizei", "M. Aubry"."""

import re
from typing import NamedTuple

from extraction.languages.speech.narrative import Narrative


class Phrase(NamedTuple):
    """Tokens `first` to `last` (end exclusive) that name or describe one source.

    `kind`: `name`, its words from token `name` to `name_end`; `person` or `group` described; `body`; `text`;
    `thing`, a noun that the lists do not know; `pronoun`. `head` is the token of the noun that describes.
    """

    kind: str
    first: int
    last: int
    head: int = -1
    name: int = -1
    name_end: int = -1


_KINDS = {"T": "person", "G": "group", "B": "body", "X": "text"}
_LOWER_HEAD = re.compile(r"(?P<det>d?)(?P<before>n{0,2})(?P<head>[TGBX]|(?<=d)n)[nT]{0,2}")
_CAPITAL_HEAD = re.compile(r"(?P<det>N(?=n{1,2}T)|d?)[na]{0,3}(?P<run>[NTGBX]{1,6})")
_CAPITAL_GENITIVE = re.compile(r"(?:[dr]|rd)n{0,2}[NTGBX]{1,3}")
_LOWER_GENITIVE = re.compile(r"(?:rd?|d)(?:[nBXGtVP][nBXG]{0,2}|T{1,2}n?)?N{0,3}(?<![rd])")
_BODY_NAME = re.compile(r"(?<=B)N{1,3}(?:n(?=[ri,.:()|VAaPc]))?")
_APPOSITION = re.compile(r",(?=[NT])")
_LINKED = re.compile(r"[rdin]{1,2}(?=N)")
_OF_OFFICE = re.compile(r"id?n{0,2}[NTGBX]{1,3}(?:c[NTGBX]{1,2})?")
_AGED = re.compile(r"\d+-jährige")
_ONE_OF = re.compile(r"dd[#na]{0,3}[NTG]{1,2}")
_BRACKET = re.compile(r"\([^.|Q()]{1,4}\)")
LONGEST_NAME = 5
NOUN_ENDINGS = ("ung", "heit", "keit", "schaft", "tion", "tät", "nis", "ment", "ungen")
"""Endings of German nouns that are nobody's name."""


def parse(around: Narrative, at: int) -> Phrase | None:
    """Return the noun phrase that begins at token `at`, with a party in brackets; None where none does."""
    phrase = _bare(around, at)
    if phrase and phrase.kind == "name" and (bracket := _BRACKET.match(around.kinds, phrase.last)):
        return phrase._replace(last=bracket.end())
    return phrase


def with_apposition(around: Narrative, phrase: Phrase) -> Phrase:
    """Return a name with what stands between the commas behind it: "Ana Ruiz, presidenta del club,"."""
    if phrase.kind != "name" or around.kinds[phrase.last : phrase.last + 1] != ",":
        return phrase
    told = _bare(around, phrase.last + 1)
    if told is None or told.kind not in {"person", "thing"} or told.name >= 0:
        return phrase
    if around.kinds[told.last : told.last + 1] == ":":
        return phrase._replace(last=told.last)
    end = around.kinds.find(",", told.last, told.last + 8)
    return phrase._replace(last=end + 1) if end >= 0 else phrase


def _bare(around: Narrative, at: int) -> Phrase | None:
    kinds = around.kinds
    if kinds[at : at + 1] == "p":
        return Phrase("pronoun", at, at + 1)
    if around.language.capitalises_nouns:
        return _capitalised(around, at)
    found = _LOWER_HEAD.match(kinds, at)
    if not found or not (found["det"] or kinds[at] in "TGBX"):
        return _named(around, at, at, at, -1)
    if found["before"] and found["head"] == "n":
        found = _LOWER_HEAD.match(kinds, at, found.start("head"))
        if not found:
            return None
    return _lower(around, at, found)


def _lower(around: Narrative, at: int, found: re.Match[str]) -> Phrase | None:
    """Read a phrase whose nouns are in lower case: a name beside it, or after a comma, belongs to it."""
    kinds, head = around.kinds, found.start("head")
    last = found.end()
    bare = not found["det"]
    kind = _KINDS.get(kinds[head], "thing")
    if kind in {"person", "thing"} and (named := _named(around, at, last, last, head)):
        return named
    called = _BODY_NAME.match(kinds, last) if kind == "body" else None
    end = _genitives_end(around, called.end() if called else last)
    if kind in {"person", "thing"}:
        first_name = next((i for i in range(last, end) if _is_first_name(around, i)), end)
        named = _named(around, at, first_name, first_name, head) if first_name < end else None
        if named is None and _APPOSITION.match(kinds, end):
            named = _apposition(around, at, end, head)
        if named:
            return named
    if bare and kind not in {"group", "body"} and around.words[at][0].islower():
        return None
    return Phrase(kind, at, end, head)


def _capitalised(around: Narrative, at: int) -> Phrase | None:
    """Read a phrase where every noun has a capital: the name is what follows the last noun for a person."""
    one_of = _ONE_OF.match(around.kinds, at)
    if one_of and around.words[at].lower() in around.language.grammar["indefinite"]:
        return Phrase("person", at, one_of.end(), one_of.end() - 1)
    found = _CAPITAL_HEAD.match(around.kinds, at)
    if not found:
        return None
    run, last = found.start("run"), found.end("run")
    if around.kinds[last - 1] == "T" and last - run > 1 and _is_first_name(around, last - 2):
        return Phrase("name", at, last, last - 3 if last - run > 2 else -1, last - 2, last)
    head = around.kinds.rfind("T", run, last)
    if head < 0:
        head = next((i for i in range(run, last) if around.kinds[i] in "GBX"), -1)
        if head < 0 and not found["det"]:
            return _named(around, at, run, run, -1)
        if head < 0 and _AGED.match(around.words[run - 1]):
            return _named(around, at, run, run, -1)
        if head < 0 and (name := next((i for i in range(run, last) if _is_first_name(around, i)), -1)) > run:
            return _named(around, at, name, name, run)
    kind = _KINDS.get(around.kinds[head], "thing") if head >= 0 else "thing"
    if kind == "person" and head + 1 < last:
        return _named(around, at, head + 1, head + 1, head)
    if kind == "person" and around.kinds[last : last + 1] == "r" and last - run > 1 and not found["det"]:
        return _named(around, at, head, head, -1)
    end = _genitives_end(around, last)
    for comma in {end, _tail_end(around, end)} if kind == "person" else ():
        named = _apposition(around, at, comma, head) if _APPOSITION.match(around.kinds, comma) else None
        if named:
            return named
    if kind == "thing" and not found["det"]:
        return None
    return Phrase(kind, at, end, head if head >= 0 else last - 1)


def _tail_end(around: Narrative, at: int) -> int:
    """Return where "für Arbeit", "im Bundestag" behind an office ends, before the comma and the name."""
    found = _OF_OFFICE.match(around.kinds, at)
    return _genitives_end(around, found.end()) if found else at


def _genitives_end(around: Narrative, at: int) -> int:
    """Return where the genitives behind a noun end: "der Polizei", but not "seine Entscheidung"."""
    genitives = around.language.grammar["genitive"]
    pattern = _CAPITAL_GENITIVE if around.language.capitalises_nouns else _LOWER_GENITIVE
    while found := pattern.match(around.kinds, at):
        if around.words[at].lower().replace("’", "'") not in genitives:
            break
        at = found.end()
    return at


def _apposition(around: Narrative, at: int, comma: int, head: int) -> Phrase | None:
    """Return the phrase with the full name behind its comma: "el portavoz, Julián Otero,"."""
    name = comma + 1
    while around.kinds[name : name + 1] == "T":
        name += 1
    found = _named(around, at, name, name, head)
    return found if found and found.name_end - found.name > 1 else None


def _named(around: Narrative, at: int, name: int, start: int, head: int) -> Phrase | None:
    """Return the phrase from `at` whose name begins at `start`; None where no name stands there."""
    kinds = around.kinds
    while kinds[start : start + 1] in {"T", "-"} and kinds[start + 1 : start + 2] in {"N", "T", "-"}:
        head, start = start, start + 1
    if kinds[start : start + 1] != "N":
        return None
    end = start + 1
    while end - start < LONGEST_NAME:
        link = _LINKED.match(kinds, end)
        if _goes_on(around, start, end):
            end += 1
        elif link and _connects(around, start, end, link.end()):
            end = link.end() + 1
        else:
            break
    return Phrase("name", at, end, head, start, end)


def _goes_on(around: Narrative, start: int, at: int) -> bool:
    """Tell whether a name goes on; a surname may be a noun too, behind a first name: "Olga Rey"."""
    kind = around.kinds[at : at + 1]
    if kind != "T" or around.language.capitalises_nouns:
        return kind == "N" and not around.words[at].isupper()
    return at - start == 1 and around.words[at][0].isupper() and _is_first_name(around, start)


def _connects(around: Narrative, start: int, first: int, last: int) -> bool:
    """Tell whether "de la", "von" stand within a name: after first names alone, not before a body."""
    words = [word.lower() for word in around.words[first:last]]
    firsts = all(_is_first_name(around, i) for i in range(start, first))
    return (firsts or first - start == 1) and all(
        word in around.language.grammar["connector"] for word in words
    )


def _is_first_name(around: Narrative, at: int) -> bool:
    return around.kinds[at : at + 1] == "N" and around.words[at].lower() in around.language.first_names
