"""Words that an article says were never said, or not by whom somebody claims: they are nobody's."""

from extraction import wordlists
from extraction.speech.tokens import CUES, Tokens

_REACH = 14
"""Words after a quote within which its retraction follows: "He never said that"."""
_NEGATIONS = frozenset({"never", "not", "didn't", "didn’t"})
_CLOSE = 6
"""Words after a quote within which it is called fake: "but it is fake"."""


def denied(tokens: Tokens, first: int, verb: int) -> bool:
    """Tell whether a clause denies that its verb was done: "denied saying", "could have said"."""
    lists = wordlists.groups("speech")
    words = [word.lower() for word in tokens.words[first:verb]]
    if lists["denied"].intersection(words):
        return True
    at = verb
    while at > first and tokens.kinds[at - 1] == "a":
        at -= 1
    chain = words[at - first :]
    if any(word in lists["never"] or word.endswith(("n't", "n’t")) for word in chain):
        return True
    return "have" in chain and bool(lists["unreal"].intersection(chain))


def misreported(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a clause says that words are falsely claimed: "falsely claims that Ann Lee said"."""
    falsely = wordlists.groups("speech")["falsely"]
    clause = enumerate(tokens.words[first : last - 1], first + 1)
    return any(word.lower() in falsely and tokens.kinds[after] in CUES for after, word in clause)


def retracted(tokens: Tokens, at: int) -> bool:
    """Tell whether the words after a quote take it back: "He never said that", "but she did not say so"."""
    words = [word.lower() for word in tokens.words[at : at + _REACH]]
    lists = wordlists.groups("speech")
    if _NEGATIONS.isdisjoint(words) and lists["fake"].isdisjoint(words):
        return False
    for place, word in enumerate(words[:-2]):
        if word == "" and place:
            return False
        if word in lists["fake"] and words[place - 1] in {"is", "was", "were", "are", "a"} and place < _CLOSE:
            return True
        never = word == "never" and words[place + 1] in {"said", "did"}
        not_said = word in _NEGATIONS and word != "never" and words[place + 1] in {"say", ""}
        if (never or not_said) and words[place + 2] in {"that", "so", "it", "this", "any", "such", "."}:
            return True
    return False
