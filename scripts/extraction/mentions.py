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
    """Return the mentions among `tokens` in order; none overlaps another, none stands in brackets."""
    mentions: list[Mention] = []
    at, size = 0, len(tokens)
    while at < size:
        mention = _mention_at(tokens, at)
        if mention is not None:
            mentions.append(mention)
            at = mention.last
        else:
            at = _after_bracket(tokens, at) if tokens[at].text == "(" else at + 1
    return mentions


def _mention_at(tokens: Sequence[Token], at: int) -> Mention | None:
    kind = tokens[at].kind
    if kind == "N":
        return _name_at(tokens, at)
    if kind == "d":
        return _phrase_at(tokens, at, at + 1) or _part_of(tokens, at)
    if kind == "p":
        return Mention("who" if tokens[at].text == "who" else "pronoun", at, at + 1)
    if kind in "nb" and tokens[at - 1].kind in "Vv":
        return _phrase_at(tokens, at, at, bare=True)
    return None


def _after_bracket(tokens: Sequence[Token], at: int) -> int:
    """Return the place after a short bracket such as "(D-Ohio)", or after its opening mark."""
    for place in range(at + 1, min(at + 7, len(tokens))):
        if tokens[place].text == ")":
            return place + 1
    return at + 1


def _name_at(tokens: Sequence[Token], at: int) -> Mention | None:
    """Read capitalised words as titles, then a name; a possessive one may own a noun phrase."""
    end = _end_of_capitals(tokens, at)
    if tokens[end - 1].text.endswith(_POSSESSIVE) and end < len(tokens) and tokens[end].kind in "nN":
        return _phrase_at(tokens, at, end)
    if end == at + 1 and _opens_sentence(tokens, at):
        return None
    words = [token.text for token in tokens[at:end]]
    job = _job_before_name(tokens, end)
    if job is not None:
        named = _name_at(tokens, job)
        if named is not None and named.kind == "name":
            return Mention("name", at, named.last, named.name, (*words, *named.titles))
    words[-1] = _without_possessive(words[-1])
    cut = max((i + 1 for i, word in enumerate(words[:-1]) if word.lower() in lexicon.titles()), default=0)
    if len(words) == 1 and words[0].lower() in lexicon.titles():
        return Mention("bare", at, end)
    return Mention("name", at, end, tuple(words[cut:]), tuple(words[:cut]))


def _opens_sentence(tokens: Sequence[Token], at: int) -> bool:
    """Tell a word that is capitalised only as the first of its sentence: "Speaking", "Here"."""
    if at and tokens[at - 1].kind not in ".|Q-":
        return False
    word = tokens[at].text.lower()
    return word.endswith(("ing", "ly")) or word in lexicon.groups("grammar")["opener"]


def _job_before_name(tokens: Sequence[Token], at: int) -> int | None:
    """Return where the name begins in "[Ohio] campaign spokesman Ann Lee", read from "campaign" on."""
    end, size = at, len(tokens)
    while end < size and tokens[end].kind in "nb" and end - at < 4:
        end += 1
    if end > at and end < size and tokens[end].kind == "N" and tokens[end - 1].text in lexicon.titles():
        return end
    return None


def _end_of_capitals(tokens: Sequence[Token], at: int) -> int:
    end = at + 1
    size = len(tokens)
    while end < size and not tokens[end - 1].text.endswith(_POSSESSIVE):
        joined = end + 1 < size and tokens[end + 1].kind == "N" and _joins(tokens, end)
        if tokens[end].kind != "N" and not joined:
            break
        end += 2 if joined else 1
    return end


def _joins(tokens: Sequence[Token], at: int) -> bool:
    if tokens[at].text == ",":
        return tokens[at + 1].text.lower() in _SUFFIXES
    return tokens[at].text in lexicon.connectors()


def _without_possessive(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("'’")


def _phrase_at(tokens: Sequence[Token], first: int, at: int, *, bare: bool = False) -> Mention | None:
    """Read a noun phrase to its last noun; in "the Colombian president Gustavo Petro" the name wins."""
    end = _end_of_phrase(tokens, first, at)
    if end == at:
        return None
    last = end - 1
    if tokens[last].kind == "N" and (not bare or end > at + 1):
        start = last
        while start > at and tokens[start - 1].kind == "N":
            start -= 1
        if start == first and bare:
            return None
        name = _name_at(tokens, start)
        after_job = start > at and tokens[start - 1].text in lexicon.titles()
        if name is not None and name.kind == "name" and (len(name.name) > 1 or after_job):
            return Mention("name", first, name.last, name.name, name.titles)
    return Mention("bare" if bare else "description", first, end)


def _end_of_phrase(tokens: Sequence[Token], first: int, at: int) -> int:
    """Return the end of a run of nouns and adjectives; "riffed" in "the nominee riffed on" is neither."""
    end, size = at, len(tokens)
    while end < size and end - first < 8 and tokens[end].kind in _PHRASE:
        verb = tokens[end].text.endswith("ed") and end > at
        if verb and (end + 1 >= size or tokens[end + 1].kind not in _PHRASE):
            break
        end += 1
    return end


def _part_of(tokens: Sequence[Token], at: int) -> Mention | None:
    """Read "one of the advisers", or a determiner that stands alone before a verb: "many say"."""
    after = at + 1
    if after + 1 < len(tokens) and tokens[after].text == "of":
        whole = _mention_at(tokens, after + 1)
        return Mention("description", at, whole.last) if whole else None
    return Mention("description", at, after) if tokens[after].kind in "Vv" else None
