"""Possible sources of a quote: mentions after it, before it, on the line below, and whoever spoke last."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extraction.speech.clauses import Surroundings, relate
from extraction.speech.frames import Frame
from extraction.speech.introductions import Introduction
from extraction.speech.mentions import Mention, is_time, trait
from extraction.speech.tokens import BREAKS, STOPS, Tokens


class Near(NamedTuple):
    """What tells a mention near a quote as its source: small values, so that few combinations occur."""

    side: str
    """`R` after the quote in its sentence, `L` before it there, `P` in the sentence before."""
    relation: str
    """To a reporting verb: see `extraction.clauses.relate`."""
    kind: str
    verb: str
    gap: int
    """Words between the quote and the mention with its verb, in steps."""
    order: int
    """Mentions before this one on its side, two at most."""
    last: int
    """Mentions after it on its side, two at most."""
    ending: str
    opening: str
    introduced: str
    """Whether the quote's own clause names it: `here`, `further`, `elsewhere`, `unknown`, `none`."""


class Carried(NamedTuple):
    """What tells whether the speaker of the quote before speaks on."""

    paragraphs: int
    previous: str
    gap: int
    ending: str
    opening: str


class PossibleSpeaker(NamedTuple):
    """A possible source: a mention with the index of its verb, or nothing but the last speaker.

    It has no traits where the quote's introduction leaves no choice.
    """

    traits: Near | Carried | None
    mention: Mention | None = None
    cue: int | None = None

    @property
    def carried(self) -> bool:
        """Whether this is the speaker of the quote before."""
        return self.mention is None

    @property
    def credited(self) -> bool:
        """Whether this is the name in a credit line."""
        return isinstance(self.traits, Near) and self.traits.relation == "credit"


_CREDIT_LINE = re.compile(r"\.?\|(?P<line>-(?:[NTJ#t,.-]{1,12}|[NTJo]{1,8},[nbgjkrofdcsNTJS#t,.-]{1,14}))\|")


def find(
    around: Surroundings, frame: Frame, previous: Frame | None, own: Introduction | None
) -> list[PossibleSpeaker]:
    """Return the possible sources of a quote, the sides in the order after, before, below, above, carried.

    `own` is the quote's own introduction: where there is one, nobody named in other sentences speaks.
    """
    found = [*_side(around, frame, own, "R", frame.at + 1, frame.right)]
    found += _side(around, frame, own, "L", frame.left, frame.at)
    found += _credit_line(around, frame, own)
    if own is not None and own.close:
        return found
    if frame.opening == "start" or frame.at == frame.left:
        first, last = _sentence_before(around.tokens, frame)
        before = [] if _has_clause(around, frame) else list(_side(around, frame, own, "P", first, last))
        if not _FINITE.search(around.tokens.kinds, first, last):
            named = (one for one in before if one.mention is not None and one.mention.kind == "name")
            before = [next(named, before[0])] if before else []
        found += before
    if previous is not None and not _has_clause(around, frame):
        found.append(PossibleSpeaker(_carried(frame, previous)))
    return found


_FINITE = re.compile("[Vvxka]")
"""A line without any of these is a credit: "From the desk of Ann Lee, Port Weekly" means the first name."""


def _has_clause(around: Surroundings, frame: Frame) -> bool:
    """Tell a clause behind the words whose verb is not known to report: "“…,” the statute provides."."""
    kinds = around.tokens.kinds
    return frame.ending == "comma" and frame.right - frame.at > 2 and kinds[frame.at + 1] in "dNTS"


def _credit_line(around: Surroundings, frame: Frame, own: Introduction | None) -> Iterator[PossibleSpeaker]:
    """Yield the name on a line of its own below the quote: "— Ann Lee, Ohio"."""
    match = _CREDIT_LINE.match(around.tokens.kinds, frame.at + 1)
    if match:
        yield from _side(around, frame, own, "R", match.start("line"), match.end())


def _sentence_before(tokens: Tokens, frame: Frame) -> tuple[int, int]:
    """Return the narrative sentence before the quote's, reaching back over one paragraph break at most."""
    last = frame.at
    breaks = 0
    while last > 0 and tokens.kinds[last - 1] in STOPS:
        breaks += tokens.kinds[last - 1] == "|"
        if breaks > 1:
            return last, last
        last -= 1
    first = last
    while first > 0 and tokens.kinds[first - 1] not in BREAKS:
        first -= 1
    return first, last


def _side(
    around: Surroundings, frame: Frame, own: Introduction | None, side: str, first: int, last: int
) -> Iterator[PossibleSpeaker]:
    inside = around.between(first, last)
    kinds = around.tokens.kinds
    for order, mention in enumerate(inside):
        relation, cue = relate(around.tokens, mention, first, last)
        if (
            is_time(around.tokens, mention)
            or _is_owner(kinds, mention)
            or _is_beyond(frame, mention, side, relation)
        ):
            continue
        if own is not None and own.mention == mention:
            cue = own.cue
        begin, end = mention.first, mention.last
        if cue is not None:
            begin, end = min(begin, cue), max(end, cue + 1)
        traits = Near(
            side=side,
            relation=relation,
            kind=trait(around.tokens, mention),
            verb="" if cue is None else kinds[cue],
            gap=_step(begin - frame.at - 1 if side == "R" else last - end),
            order=min(order, 2),
            last=min(len(inside) - order - 1, 2),
            ending=frame.ending,
            opening=frame.opening,
            introduced=_introduced(own, mention),
        )
        yield PossibleSpeaker(traits, mention, cue)


def _is_owner(kinds: str, mention: Mention) -> bool:
    """Tell a name that only says whose something is: "in Scott's district"."""
    return mention.kind == "name" and kinds[mention.last - 1] == "S" and kinds[mention.last] in "njNT"


def _is_beyond(frame: Frame, mention: Mention, side: str, relation: str) -> bool:
    """Tell what is only spoken of in the sentence after a cry: "The chant rolled down Main Street"."""
    is_aside = relation == "after-preposition" or (relation == "plain" and mention.kind == "description")
    return side == "R" and is_aside and frame.ending == "query"


def _carried(frame: Frame, previous: Frame) -> Carried:
    return Carried(
        paragraphs=min(frame.quoted.paragraph - previous.quoted.paragraph, 3),
        previous=previous.ending,
        gap=_step(frame.at - previous.at - 1),
        ending=frame.ending,
        opening=frame.opening,
    )


def _introduced(own: Introduction | None, mention: Mention) -> str:
    if own is None:
        return "none"
    if not own.close:
        return "further" if own.mention == mention else "none"
    return "unknown" if own.mention is None else "here" if own.mention == mention else "elsewhere"


def _step(distance: int) -> int:
    return distance if distance < 3 else 3 if distance < 6 else 6 if distance < 12 else 12
