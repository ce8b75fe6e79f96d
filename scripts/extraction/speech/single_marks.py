"""Single quotation marks, curly and straight, told from apostrophes by what stands beside them."""

import re
from collections.abc import Sequence

MARKS = frozenset("'‘’")
_BEFORE_OPENER = frozenset(" \t\n\r\u00a0\u2009\u202f([{—–-/¿¡>*_:,") | {""}
_ELIDED = re.compile(
    r"\d0s|(?:n|em|til|tis|twas|twere|twill|cause|bout|round|cos|cuz|un|im|er|s|t)(?![\w’'])|n[’']",
    re.IGNORECASE,
)
"""Words that begin with an apostrophe: the '90s, rock 'n' roll, 'tis."""
_LEAD_IN = re.compile(r"(?:\A|[\n:,])[ \u00a0]?\Z")


def can_open(text: str, at: int) -> bool:
    """Tell whether a single mark opens a quotation: before a word, behind a gap, and no letter left out."""
    mark, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if mark == "’" or before not in _BEFORE_OPENER:
        return False
    return (after.isalnum() or after in '“"[¿¡…$£€') and after != "" and not _ELIDED.match(text, at + 1)


def introduces(text: str, at: int) -> bool:
    """Tell whether a mark that nothing closes still opens speech: after a colon, a comma or a line's end."""
    return _LEAD_IN.search(text, max(0, at - 2), at) is not None and text[at + 1 : at + 2].isupper()


def closings(text: str, marks: Sequence[re.Match[str]]) -> list[int | None]:
    """Return for each mark the index of the one that would close a quotation opened there, or None.

    A mark behind the s of a plural, or the n of "goin'", closes only where no surer one follows first.
    """
    found: list[int | None] = [None] * len(marks)
    sure = weak = opener = None
    for index in range(len(marks) - 1, -1, -1):
        between = opener is not None and sure is not None and weak is not None and weak < opener < sure
        found[index] = weak if between or sure is None else sure
        at = marks[index].start()
        if len(marks[index].group()) > 1 or text[at] not in MARKS:
            continue
        if can_open(text, at):
            opener = index
        elif _can_close(text, at):
            if _may_be_apostrophe(text, at):
                weak = index
            else:
                sure, weak = index, None
    return found


def _can_close(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return text[at] != "‘" and before.strip() != "" and not after.isalnum()


def _may_be_apostrophe(text: str, at: int) -> bool:
    """Tell whether a word goes on behind the mark: "the pilots' leader", "goin' home", "o' the"."""
    before, after = text[max(0, at - 2) : at], text[at + 1 : at + 3]
    return after[:1] == " " and after[1:].isalnum() and (before[-1:] == "s" or before in {"in", " o"})
