"""Words and marks of an article's narrative, with each quoted stretch as one token."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from extraction import lexicon
from extraction.marks import Quoted
from extraction.paragraphs import Span


class Token(NamedTuple):
    """One word, mark or quoted stretch.

    `kind` is a class of `lexicon.word_classes`, or `N` a capitalised word, `n` another word, `#` a number,
    `t` a day or month, `.` a sentence's end, `,` a comma, `:` a colon, `-` another mark, `Q` a quoted
    stretch, `|` a paragraph's end.
    """

    text: str
    kind: str
    start: int
    end: int
    quote: int = -1


_TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Capt|Maj|Sgt|Adm|Rev|Hon|St|Jr|Sr|Jan|Feb|Aug|Sept|Oct"
    r"|Nov|Dec|Inc|Corp|Co|Sra?)\.(?!\w)"
    r"|[^\W\d_]\.(?:[^\W\d_]\.)*(?=\W)"
    r"|[\w@#$](?:\w|[’'&.@-](?=\w))*"
    r"|[^\w\s]"
)
_MARKS = {".": ".", "!": ".", "?": ".", ",": ",", ":": ":", "…": "."}


def read(text: str, paragraphs: Sequence[Span], quoted: Sequence[Quoted]) -> list[Token]:
    """Return the tokens of `text` in order, each paragraph closed by a `|`."""
    tokens: list[Token] = []
    place = 0
    for number, paragraph in enumerate(paragraphs):
        at = paragraph.start
        while place < len(quoted) and quoted[place].paragraph == number:
            stretch = quoted[place]
            _narrative(text, at, stretch.outer_start, tokens)
            tokens.append(Token("", "Q", stretch.outer_start, stretch.outer_end, place))
            at = stretch.outer_end
            place += 1
        _narrative(text, at, paragraph.end, tokens)
        tokens.append(Token("", "|", paragraph.end, paragraph.end))
    return tokens


def _narrative(text: str, start: int, end: int, tokens: list[Token]) -> None:
    classes = lexicon.word_classes()
    days = lexicon.groups("not-names")["day"]
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        first = word[0]
        if first.isupper():
            kind = "N"
            if word.lower() in days:
                kind = "t"
            elif not tokens or tokens[-1].kind in ".|Q:-":
                kind = classes.get(word.lower(), "N")
        elif first.isalpha():
            kind = classes.get(word, "n")
        elif first.isdigit() or first in "$":
            kind = "#"
        else:
            kind = _MARKS.get(word, "-")
            if kind == "." and _goes_on(text, match.end()):
                kind = "-"
        tokens.append(Token(word, kind, match.start(), match.end()))


def _goes_on(text: str, at: int) -> bool:
    """Tell whether a sentence goes on after a stop, as in "Rep. Ruiz (D-Ariz.), who"."""
    after = text[at : at + 2]
    return (
        after[:1] in {",", ";", ":", ")"} or after[:1].isalnum() or (after[:1] == " " and after[1:].islower())
    )
