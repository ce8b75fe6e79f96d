"""Mentions: the stretches of narrative that can name a source, from "he" to "a senior official"."""

from collections.abc import Sequence
from dataclasses import dataclass

from extraction import lexicon
from extraction.tokens import Token


@dataclass(frozen=True, slots=True)
class Mention:
    """Tokens `first` to `last` (end exclusive) that name or describe one source.

    `kind`: `name` a person or body by name, `pronoun`, `description` a noun phrase with a determiner or a
    possessive, `bare` a noun without one ("Critics"), `who` a relative pronoun.
    """

    kind: str
    first: int
    last: int
    name: tuple[str, ...] = ()
    """The words of the name without titles and possessive ending; empty where there is none."""
    titles: tuple[str, ...] = ()


_POSSESSIVE = ("'s", "’s", "s'", "s’")
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_PHRASE = frozenset("nNbg#")


def find(tokens: Sequence[Token]) -> list[Mention]:
    """Return the mentions among `tokens` in order; none overlaps another."""
    mentions: list[Mention] = []
    at, size = 0, len(tokens)
    while at < size:
        mention = _mention_at(tokens, at)
        if mention is None:
            at += 1
            continue
        mentions.append(mention)
        at = mention.last
    return mentions


def _mention_at(tokens: Sequence[Token], at: int) -> Mention | None:
    kind = tokens[at].kind
    if kind == "N":
        return _name_at(tokens, at)
    if kind == "d":
        return _phrase_at(tokens, at, at + 1)
    if kind == "p":
        return Mention("who" if tokens[at].text == "who" else "pronoun", at, at + 1)
    if kind in "nb" and tokens[at - 1].kind in "Vv":
        return _phrase_at(tokens, at, at, bare=True)
    return None


def _name_at(tokens: Sequence[Token], at: int) -> Mention | None:
    """Read capitalised words as titles, then a name; a possessive one may own a noun phrase."""
    end = _end_of_capitals(tokens, at)
    if tokens[end - 1].text.endswith(_POSSESSIVE) and end < len(tokens) and tokens[end].kind in "nN":
        return _phrase_at(tokens, at, end)
    words = [token.text for token in tokens[at:end]]
    words[-1] = _without_possessive(words[-1])
    cut = max((i + 1 for i, word in enumerate(words[:-1]) if word.lower() in lexicon.titles()), default=0)
    if len(words) == 1 and words[0].lower() in lexicon.titles():
        return Mention("bare", at, end)
    return Mention("name", at, end, tuple(words[cut:]), tuple(words[:cut]))


def _end_of_capitals(tokens: Sequence[Token], at: int) -> int:
    end = at + 1
    size = len(tokens)
    while end < size and not tokens[end - 1].text.endswith(_POSSESSIVE):
        token = tokens[end]
        if token.kind == "N":
            end += 1
        elif (token.text in lexicon.connectors() and end + 1 < size and tokens[end + 1].kind == "N") or (
            token.text == ","
            and end + 1 < size
            and tokens[end + 1].text.lower() in _SUFFIXES
            and tokens[end + 1].kind == "N"
        ):
            end += 2
        else:
            break
    return end


def _without_possessive(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("'’")


def _phrase_at(tokens: Sequence[Token], first: int, at: int, *, bare: bool = False) -> Mention | None:
    """Read a noun phrase to its last noun; in "the Colombian president Gustavo Petro" the name wins."""
    end = at
    size = len(tokens)
    while end < size and end - first < 8 and tokens[end].kind in _PHRASE:
        end += 1
    if end == at:
        return None
    last = end - 1
    if not bare and tokens[last].kind == "N" and tokens[last - 1].kind != "d":
        start = last
        while start > at and tokens[start - 1].kind == "N":
            start -= 1
        name = _name_at(tokens, start)
        if name is not None and name.last == end and name.name and (len(name.name) > 1 or start > at):
            return Mention("name", first, end, name.name, name.titles)
    return Mention("bare" if bare else "description", first, end)
