"""Mentions: the stretches of narrative that can name a source, from "he" to "a senior official"."""

import re
from typing import NamedTuple

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
_LOW = r"(?:[nbgj#]|k(?=[nbgj]))"
_NOUNS = r"(?:[nbgjs#NTS]|k(?=[nbgj]))"
_NAMES = frozenset({"owner", "capital"})
_MENTION = re.compile(
    r"\([^.|Q)]{0,6}\)"
    rf"|(?=[dNTSj])(?:"
    rf"(?:(?:d|{_OWNER})?(?:{_RUN})?{_LOW}{{0,4}}j|d|{_OWNER})?(?P<name>{_RUN})(?P<owner>S?)(?!{_NOUNS})"
    rf"|(?P<description>(?:d|{_OWNER}){_NOUNS}{{1,7}}|df(?:d|{_OWNER})?{_NOUNS}{{1,7}}|(?<!f)d(?=[Vv])"
    rf"|{_RUN}[nj]{{1,3}}(?=a{{0,2}}[Vv]))"
    rf"|(?P<capital>{_RUN}S?|S))"
    r"|(?P<pronoun>p)|(?P<who>w)"
    rf"|(?P<bare>(?<=[Vv]){_LOW}{{1,6}}|[nj]{{1,3}}(?=a{{0,2}}[Vv]))"
)
"""Patterns over the classes of `extraction.tokens`. A name may follow a job ("the mayor's aide Ann Lee"); a
bare noun counts only beside a reporting verb; what stands in a short bracket, "(D-Ohio)", is none."""


def find(tokens: Tokens) -> list[Mention]:
    """Return the mentions among `tokens` in order; none overlaps another."""
    found: list[Mention] = []
    for match in _MENTION.finditer(tokens.kinds):
        kind = match.lastgroup
        first, last = match.span()
        if kind in _NAMES:
            name = match.start("name") if kind == "owner" else first
            found.append(_named(tokens.kinds, first, name, last))
        elif kind:
            found.append(Mention(kind, first, last))
    return found


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
    return Name(tuple(words[cut:]), (*tokens.words[mention.first : mention.name], *words[:cut]))


def _without_possessive(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("'’")
