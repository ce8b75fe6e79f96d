"""The words of our lists, marked where they stand in a clause: the first letter of each is made a wide one.

A pattern then asks for a kind of letter where it would have to try three hundred words at every place, in
every copy of their list. Letter for letter, so that a place in a marked clause is the same in the clause.
"""

import re

from explainer.verification import wordlists

NOBODY = "\uff21-\uff3a"
"""First letters of `no-names`, inside a class of letters: each its own, because some are of pronouns."""
ACCENTED = "\uff45"
"""Of a word of `no-names`, É."""
VERB = "\uff53"
"""First letter of every verb of saying."""
_WIDE = re.compile("[\uff21-\uff5a]")
_STRANGE = "\u3042"
"""Stands for a letter that a text itself has as a wide one: no capital either, and no mark."""
_ENDS = ("", "'", "’", ".")
_WORD = re.compile(r"(\w+['’.]?)")


def _wide(letter: str) -> str:
    return ACCENTED if letter == "É" else chr(ord(letter) - ord("A") + ord("\uff21"))


_PHRASES = [phrase for phrase in wordlists.phrases("saying") if " " in phrase]
_VERBS = [phrase for phrase in wordlists.phrases("saying") if " " not in phrase]
_MARKS = {verb + end: VERB + verb[1:] + end for verb in _VERBS for end in _ENDS} | {
    word: _wide(word[0]) + word[1:] for word in wordlists.words("no-names")
}
"""A name may begin with what stands before an apostrophe or a full stop: "Am. Samoa", "I’m"."""
SAYING = "|".join([*(phrase.replace(" ", r"\s+") for phrase in _PHRASES), rf"{VERB}\w*"])
"""The inside of a pattern for a verb of saying, to be followed by the end of a word."""


def marked(clause: str) -> str:
    """Return a clause with its verbs of saying marked, and what has a capital but names nobody."""
    if not clause.isascii():
        clause = _WIDE.sub(_STRANGE, clause)
    return "".join([_MARKS.get(word, word) for word in _WORD.split(clause)])
