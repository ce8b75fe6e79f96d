"""The words of our lists, marked where they stand in a clause: a sign takes the place of the first letter.

A pattern then asks for a sign where it would have to try three hundred words at every place, in every copy
of their list. Letter for letter, so that a place in a marked clause is the same in the clause. The signs are
letters of Latin-1 that begin no word: beyond it, a class of letters takes ten times as long to compile. For
that reason the clause's typographic marks become straight ones, too.
"""

from explainer.text.pattern import pattern
from explainer.verification import wordlists

VERB = "ß"
"""Of every verb of saying."""
NOBODY = "ªº"
"""Of words of `no-names` that begin with A to Z, the second of pronouns: inside a class of letters."""
PRONOUN = "º"
ACCENTED = "µ"
"""Of a pronoun of `no-names` that begins with É."""
_PRONOUNS = frozenset(("He", "She", "They", "El", "Ella", "Il", "Elle", "Er", "Sie", "Ele", "Ela"))
_OWN = pattern("[ªºµß]")
_STRANGE = "\u3042"
"""Stands for such a letter of the text itself: no capital either, and no sign."""
_STRAIGHT = str.maketrans({"’": "'", "“": '"', "”": '"'})
_ENDS = ("", "'", "’", ".")
_WORD = pattern(r"(\w+['’.]?)")


def _sign(word: str) -> str:
    """Return the sign of a word of `no-names`."""
    if word[0] == "É":
        return ACCENTED
    return PRONOUN if word in _PRONOUNS else NOBODY[0]


_PHRASES = [phrase for phrase in wordlists.phrases("saying") if " " in phrase]
_VERBS = [phrase for phrase in wordlists.phrases("saying") if " " not in phrase]
_MARKS = {verb + end: VERB + verb[1:] + end for verb in _VERBS for end in _ENDS} | {
    word: _sign(word) + word[1:] for word in wordlists.words("no-names")
}
"""A name may begin with what stands before an apostrophe or a full stop: "Am. Samoa", "I’m"."""
SAYING = "|".join([*(phrase.replace(" ", r"\s+") for phrase in _PHRASES), rf"{VERB}\w*"])
"""The inside of a pattern for a verb of saying, to be followed by the end of a word."""


def marked(clause: str) -> str:
    """Return a clause with its verbs of saying marked, and what has a capital but names nobody.

    Its apostrophes and its quotation marks are straight.
    """
    if not clause.isascii():
        clause = _OWN.sub(_STRANGE, clause)
    told = "".join([_MARKS.get(word, word) for word in _WORD.split(clause)])
    return told if told.isascii() else told.translate(_STRAIGHT)
