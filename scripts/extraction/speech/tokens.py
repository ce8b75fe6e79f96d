"""An article's narrative as words and as a string of word classes, one letter a word.

Mentions, frames and clauses are patterns over that string. Its letters:

    N capitalised word   T capitalised title    S capitalised possessive   J Jr.    E capital by its place
    n other word         j job noun             s possessive               k word in -ed    # number
    d determiner         p pronoun              w who      o de, van       t day or month
    V verb reporting sentences, finite          v other reporting verb     b its base       g its gerund
    x finite verb that reports nothing          a auxiliary, adverb
    r preposition        f of                   c conjunction
    . sentence's end     , : ( )                - other mark
    Q quoted stretch     | paragraph's end
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extraction import wordlists
from extraction.paragraphs import Span
from extraction.speech.marks import Quoted
from extraction.speech.nicknames import NICKNAME


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of the narrative and the class of each; a quoted stretch is one token, its word empty."""

    words: Sequence[str]
    kinds: str


_ABBREVIATIONS = sorted(wordlists.groups("grammar")["abbreviation"])
_STOP_OF_ABBREVIATION = "|".join(
    rf"(?<=\b{word}\.)"
    for word in ("[A-Z]", r"\.[A-Z]", *sorted(wordlists.groups("grammar")["abbreviation"]))
)
_TOKEN = re.compile(
    r"(?=\S)(?:\d+(?:/\d+)+"
    r"|[\w@#$]+(?:[’'&.@-]\w+)*(?:[’'](?<=s.)|\.(?=[\w,;:]|\)(?! ?[\"“A-Z])| [a-zà-ÿ])"
    rf"|\.(?:{_STOP_OF_ABBREVIATION}))?"
    rf"|(?<=[\w.][ \u00a0]){NICKNAME}(?=[ \u00a0][A-ZÀ-ÖØ-Þ])"
    r"|[^\w\s])"
)
"""Words hold their apostrophes, and the stop that does not end a sentence: "Sen.", "U.S.", "D-Md.,". A
nickname within a name is one word with its marks."""

# Sets of classes, by which a token's place in a sentence is told.
VERBS = "Vv"
"""A reporting verb in a finite form."""
CUES = "Vvg"
"""The same, or its gerund: what may introduce words."""
PREPOSITIONS = "rf"
SUBJECTS = "NTSJnjspt"
"""The last word of a subject: of a name, a noun, a pronoun."""
TAILS = ",rfcpw-("
"""What may follow a subject before its verb: an apposition, a prepositional tail, a relative clause."""
STOPS = ".|"
"""The end of a sentence or of a paragraph."""
BREAKS = ".|Q"
"""The same, or a quoted stretch."""

_MARKS = {".": ".", "!": ".", "?": ".", "…": ".", ",": ",", ":": ":", "(": "(", ")": ")"}
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_ENDINGS = ((_POSSESSIVE, "s"), ("ed", "k"), (("ly", "n't", "n’t"), "a"))
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
_FIRST_CAPITAL = re.compile(r"[NT](?<![^.|Q:)-].)")
_OF_PLACE = re.compile(r"[NT]fN")
_CLOSED = frozenset("dpwarfc")
_VERB_FORMS = frozenset("Vvbgx")
_PARTICLE = re.compile(r"[a-z]{1,2}[’'-][A-Z]")
"""Small letters that begin a name: d’Arcy, al-Amin."""


def read(text: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted]) -> Tokens:
    """Return the tokens of `text` in order, each paragraph closed by a `|`."""
    words: list[str] = []
    kinds: list[str] = []
    place = 0
    for number, paragraph in enumerate(paragraphs):
        at = paragraph.start
        while place < len(quoted) and quoted[place].paragraph == number:
            _add(text, at, quoted[place].outer_start, "Q", words, kinds)
            at = quoted[place].outer_end
            place += 1
        _add(text, at, paragraph.end, "|", words, kinds)
    classed = _without_sentence_capitals(words, "".join(kinds)).replace("TJ", "NJ")
    return Tokens(words, _with_nobles(words, classed))


def _add(text: str, start: int, end: int, closing: str, words: list[str], kinds: list[str]) -> None:
    found = _TOKEN.findall(text, start, end)
    words += found
    words.append("")
    kinds += map(kind_of, found)
    kinds.append(closing)


def _without_sentence_capitals(words: Sequence[str], kinds: str) -> str:
    """Class anew the words that are capitalised because a sentence begins with them."""
    letters = list(kinds)
    for match in _FIRST_CAPITAL.finditer(kinds):
        letters[match.start()] = _first_kind(words[match.start()])
    return "".join(letters)


def _with_nobles(words: Sequence[str], kinds: str) -> str:
    """Class "Duchess of Wexcombe" as one name."""
    nobles = wordlists.groups("grammar")["noble"]
    for found in _OF_PLACE.finditer(kinds):
        if words[found.start()].lower() in nobles:
            kinds = f"{kinds[: found.start()]}No{kinds[found.end() - 1 :]}"
    return kinds


@lru_cache(maxsize=1 << 15)
def kind_of(word: str) -> str:
    """Return the class of a word or mark that does not begin a sentence."""
    first = word[0]
    if first.isupper():
        return _capital_kind(word)
    if first.isalpha() and (not first.islower() or _PARTICLE.match(word)):
        return "N"
    if first.isalpha():
        known = wordlists.classes().get(word)
        return known or next((kind for endings, kind in _ENDINGS if word.endswith(endings)), "n")
    if first.isdigit() or first == "$":
        return "#"
    if len(word) > 2 and first in "“\"‘'(":
        return "o"
    return _MARKS.get(word, "n" if len(word) > 1 else "-")


def _capital_kind(word: str) -> str:
    lower = word.lower()
    if lower in wordlists.groups("not-names")["day"]:
        return "t"
    if word in _SUFFIXES:
        return "J"
    if word.endswith(_POSSESSIVE):
        return "S"
    if word in {"I", "He", "She"}:
        return "p"
    return "T" if lower in wordlists.titles() else "N"


@lru_cache(maxsize=1 << 12)
def _first_kind(word: str) -> str:
    """Return the class of a capitalised word that begins a sentence; a first name stays a name."""
    lower = word.lower()
    known = wordlists.classes().get(lower, "")
    if known in _CLOSED:
        return known
    if lower in wordlists.groups("grammar")["opener"] or lower.endswith(("ing", "ly")):
        return "E"
    if lower in wordlists.first_names() or lower in wordlists.titles():
        return kind_of(word)
    return known if known in _VERB_FORMS or known == "j" else kind_of(word)
