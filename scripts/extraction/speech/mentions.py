"""Mentions: the stretches of narrative that can name a source, from "he" to "a senior official"."""

import re
from typing import NamedTuple

from extraction import wordlists
from extraction.speech.nicknames import OPENERS as NICKNAME_MARKS
from extraction.speech.tokens import Tokens


class Mention(NamedTuple):
    """Tokens `first` to `last` (end exclusive) that name or describe one source.

    `kind`: `name` a person or body by name, which begins at token `name`; `pronoun`; `description` a noun
    phrase with a determiner, a possessive or nothing but a title; `bare` another without one ("critics");
    `who` a relative pronoun.
    """

    kind: str
    first: int
    last: int
    name: int = -1


class Name(NamedTuple):
    """The words of a name, without possessive ending, and the titles before it."""

    words: tuple[str, ...]
    titles: tuple[str, ...]


_RUN = r"[NT](?:o{0,2}[NT]){0,8}(?:,?J)?"
_OWNER = rf"(?:d[nj]?s|(?:{_RUN})?S)"
_LOW = r"(?:[nbgj#]|k(?=[nbgjNT]))"
_NOUNS = r"(?:[nbgjs#NTS]|k(?=[nbgjNT]))"
_NAMES = frozenset({"owner", "capital", "told"})
_NO = frozenset({"no", "No", "NO"})
_MENTION = re.compile(
    r"(?=[(dNTSjpwnbgk#])(?:\([^.|Q)]{0,6}\)"
    rf"|(?=[dNTSj])(?:"
    rf"(?:(?:d|{_OWNER})?(?:{_RUN})?{_LOW}{{0,4}}j|(?:d|{_OWNER})(?:{_LOW}{{1,4}})?)?"
    rf"(?P<name>{_RUN})(?P<owner>S?)(?!{_NOUNS})"
    rf"|(?P<description>(?:d|{_OWNER}){_NOUNS}{{1,7}}|df(?:d|{_OWNER})?{_NOUNS}{{1,7}}|(?<!f)d(?=[Vv])"
    rf"|{_RUN}[nj]{{1,3}}(?=a{{0,2}}[Vv])|(?<=[Vv]){_RUN}[nj]{{0,2}}j))"
    rf"|(?<=[Vv])(?:{_LOW}{{0,3}}{_RUN})?{_LOW}{{1,5}}(?P<told>{_RUN})(?!{_NOUNS})"
    rf"|(?P<capital>{_RUN}S?|S)"
    r"|(?P<pronoun>p)|(?P<who>w)"
    rf"|(?P<bare>(?<=[Vv]){_LOW}{{1,6}}|[nj]{{1,3}}(?=a{{0,2}}[Vv])))"
)
"""Patterns over the classes of `extraction.speech.tokens`. A name may follow a job ("the mayor's aide Ann
Lee") and whatever else stands between a determiner or a reporting verb and it; a bare noun counts only
beside a reporting verb; what stands in a short bracket, "(D-Ohio)", is none."""


def find(tokens: Tokens) -> list[Mention]:
    """Return the mentions among `tokens` in order; none overlaps another."""
    found: list[Mention] = []
    for match in _MENTION.finditer(tokens.kinds):
        kind = match.lastgroup
        first, last = match.span()
        if kind in {"pronoun", "who"}:
            found.append(Mention(kind, first, last))
        elif _is_of_law(tokens, first, last) or _is_mere_verb(tokens, first, last):
            continue
        elif kind in _NAMES:
            name = first if kind == "capital" else match.start("name" if kind == "owner" else "told")
            found.append(_named(tokens.kinds, first, name, last))
        elif kind in {"description", "bare"}:
            found.append(Mention(kind, first, _end_of_noun(tokens, first, last)))
    return found


def _is_mere_verb(tokens: Tokens, first: int, last: int) -> bool:
    """Tell "Provided by …" and "no longer", which the capital or the place make look like a source."""
    words = tokens.words
    if words[first] in _NO and words[first + 1].lower() == "longer":
        return True
    opens = first == 0 or tokens.kinds[first - 1] in ".|"
    return opens and last - first == 1 and words[first].endswith("ed") and words[last].lower() == "by"


def is_time(tokens: Tokens, mention: Mention) -> bool:
    """Tell a stretch of time, "two years", which says nothing."""
    return (
        mention.kind in {"description", "bare"}
        and tokens.words[mention.last - 1].lower() in wordlists.groups("grammar")["time"]
    )


def _is_of_law(tokens: Tokens, first: int, last: int) -> bool:
    """Tell a numbered part of a text, "Section 12", which nobody is."""
    return (
        tokens.kinds[last : last + 1] == "#"
        and tokens.words[last - 1].lower() in wordlists.groups("speech")["clause"]
    )


def trait(tokens: Tokens, mention: Mention) -> str:
    """Return a mention's kind, of a name also whether it is a `person`'s or a `body`'s where words tell."""
    if mention.kind != "name":
        return mention.kind
    words = tokens.words[mention.name : mention.last]
    titled = "T" in tokens.kinds[mention.name : mention.last - 1] or tokens.kinds[mention.name - 1] == "j"
    if titled or (len(words) > 1 and words[0].lower() in wordlists.first_names()):
        return "person"
    is_body = _without_possessive(words[-1]).lower() in wordlists.not_names()
    return "body" if is_body or mention.name > mention.first else "name"


def _end_of_noun(tokens: Tokens, first: int, last: int) -> int:
    """Cut what only follows a person's noun: "a farmer living near", "people familiar with"."""
    job = tokens.kinds.rfind("j", first, last) + 1
    if not first < job < last:
        return last
    goes_on = tokens.kinds[last : last + 1] == "r" or tokens.words[job].endswith("ing")
    return job if goes_on and tokens.kinds[job] in "nkgb" else last


def _named(kinds: str, first: int, name: int, last: int) -> Mention:
    """Tell a name from a title alone, "the President", and from a body, "the Times"."""
    if not kinds[name:last].strip("T") or (last - name == 1 and kinds[first:name] == "d"):
        return Mention("description", first, last)
    return Mention("name", first, last, name)


def read_name(tokens: Tokens, mention: Mention) -> Name:
    """Part the words of a name from the titles before it."""
    words = list(tokens.words[mention.name : mention.last])
    words[-1] = _without_possessive(words[-1])
    cut = 1 + tokens.kinds.rfind("T", mention.name, mention.last - 1) - mention.name
    cut = max(cut, 0)
    core = without_honors([word for word in words[cut:] if word[0] not in NICKNAME_MARKS])
    return Name(tuple(core), (*tokens.words[mention.first : mention.name], *words[:cut]))


def without_honors(words: list[str]) -> list[str]:
    """Return the words of a name without the letters behind it: "Ann Lee KC"."""
    honors = wordlists.groups("grammar")["postnominal"]
    last = len(words)
    while last > 1 and words[last - 1] in honors:
        last -= 1
    return words[:last]


def _without_possessive(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("'’")
