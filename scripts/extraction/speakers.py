"""Whose words a quote is: the mentions around it, told apart by weighted signs."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extraction import mentions, weights
from extraction.frames import Frame
from extraction.mentions import Mention
from extraction.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Source:
    """A possible source of a quote.

    `side`: `R` after it in its sentence, `L` before it, `P` in the sentence before, `C` the speaker of the
    quote before (no mention). `relation`: how it stands to a reporting verb. `cue`: index of that verb.
    """

    side: str
    relation: str
    signs: tuple[str, ...]
    mention: Mention | None = None
    cue: int | None = None


_CREDIT_LINE = re.compile(r"\.?\|(?P<line>-[NTJ#t,.-]{1,12})\|")

ENGLISH_SHARE = 0.1
"""At least so many words of English are articles, pronouns, auxiliaries, prepositions and conjunctions."""


class Surroundings:
    """The tokens and mentions of one article, with the mentions of any stretch at hand."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.mentions = mentions.find(tokens)
        kinds = tokens.kinds
        self.is_english = sum(map(kinds.count, "dparfc")) >= ENGLISH_SHARE * len(kinds)
        self._firsts = [mention.first for mention in self.mentions]

    def between(self, first: int, last: int) -> Sequence[Mention]:
        """Return the mentions that begin in tokens `first` to `last`, end exclusive."""
        return self.mentions[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]

    def stops_between(self, first: int, last: int) -> int:
        """Return how many sentences, quotes and paragraphs end among tokens `first` to `last`."""
        count = self.tokens.kinds.count
        return count(".", first, last) + count("Q", first, last) + count("|", first, last)

    def breaks_between(self, first: int, last: int) -> int:
        """Return how many paragraphs end among tokens `first` to `last`."""
        return self.tokens.kinds.count("|", first, last)


def candidates(around: Surroundings, frame: Frame, previous: Frame | None) -> list[Source]:
    """Return the possible sources of a quote, nearest side first."""
    found = [*_side(around, frame, "R", frame.at + 1, frame.right)]
    found += _side(around, frame, "L", frame.left, frame.at)
    found += _credit_line(around, frame)
    if frame.opening == "start" or frame.at == frame.left:
        first, last = _sentence_before(around.tokens, frame)
        found += _side(around, frame, "P", first, last)
    if previous is not None:
        found.append(Source("C", "carry", tuple(_carry_signs(frame, previous))))
    return found


def _credit_line(around: Surroundings, frame: Frame) -> Iterator[Source]:
    """Yield the name on a line of its own below the quote: "— Ann Lee, Ohio"."""
    match = _CREDIT_LINE.match(around.tokens.kinds, frame.at + 1)
    if match:
        yield from _side(around, frame, "R", match.start("line"), match.end())


def _sentence_before(tokens: Tokens, frame: Frame) -> tuple[int, int]:
    """Return the narrative sentence before the quote's, reaching back over one paragraph break at most."""
    last = frame.at
    breaks = 0
    while last > 0 and tokens.kinds[last - 1] in ".|":
        breaks += tokens.kinds[last - 1] == "|"
        if breaks > 1:
            return last, last
        last -= 1
    first = last
    while first > 0 and tokens.kinds[first - 1] not in ".|Q":
        first -= 1
    return first, last


def _side(around: Surroundings, frame: Frame, side: str, first: int, last: int) -> Iterator[Source]:
    inside = around.between(first, last)
    for order, mention in enumerate(inside):
        relation, cue = relate(around.tokens, mention, first, last)
        signs = _signs(around, frame, side, relation, cue, mention, first, last, order, len(inside))
        yield Source(side, relation, tuple(signs), mention, cue)


def relate(tokens: Tokens, mention: Mention, first: int, last: int) -> tuple[str, int | None]:
    """Tell how a mention stands to the reporting verbs within tokens `first` to `last`.

    `subject` right before its verb, `apposition` before it with a phrase between commas or after a
    preposition between, `inverted` right after it, `object` after a verb that has a subject, `according`,
    `credit` alone behind a dash ("— Ann Lee"), `after-preposition`, `plain`.
    """
    at = mention.last
    while at < last and tokens.kinds[at] == "a":
        at += 1
    if at < last and tokens.kinds[at] in "Vv":
        return "subject", at
    before = mention.first - 1
    while before >= first and tokens.kinds[before] == "o":
        before -= 1
    if before >= first and tokens.kinds[before] in "Vv":
        subject = before - 1
        while subject >= first and tokens.kinds[subject] == "a":
            subject -= 1
        has_subject = subject >= first and tokens.kinds[subject] in "NTSJnjspt"
        return ("object" if has_subject else "inverted"), before
    if before > first and tokens.words[before] == "to" and tokens.words[before - 1].lower() == "according":
        return "according", before - 1
    if before == first and tokens.kinds[before] == "-" and tokens.kinds[mention.last] in ".,|":
        return "credit", None
    if before >= first and tokens.kinds[before] in "rf":
        return "after-preposition", None
    cue = _later_verb(tokens, mention, last)
    if cue is not None:
        return "apposition", cue
    return "plain", None


def _later_verb(tokens: Tokens, mention: Mention, last: int) -> int | None:
    """Return the first reporting verb after a mention's apposition or prepositional tail."""
    at = mention.last
    if at >= last or tokens.kinds[at] not in ",rfcpw-(":
        return None
    limit = min(last, at + 30)
    return next((index for index in range(at, limit) if tokens.kinds[index] in "Vv"), None)


def _signs(
    around: Surroundings,
    frame: Frame,
    side: str,
    relation: str,
    cue: int | None,
    mention: Mention,
    first: int,
    last: int,
    order: int,
    count: int,
) -> Iterator[str]:
    tokens = around.tokens
    base = f"{side} {relation}"
    yield base
    yield f"{base} ending {frame.ending}"
    yield f"{base} opening {frame.opening}"
    yield f"{side} {mention.kind}"
    yield f"{relation} {mention.kind}"
    if cue is not None:
        yield f"{base} verb {tokens.kinds[cue]}"
    yield f"{side} order {min(order, 2)}"
    if side == "R":
        near = mention.first if cue is None else min(mention.first, cue)
        yield f"{base} gap {_bucket(near - frame.at - 1)}"
    else:
        near = mention.last if cue is None else max(mention.last, cue + 1)
        yield f"{base} gap {_bucket(last - near)}"
        yield f"{side} last {min(count - order - 1, 2)}"


def _bucket(distance: int) -> int:
    return distance if distance < 3 else 3 if distance < 6 else 6 if distance < 12 else 12


def _carry_signs(frame: Frame, previous: Frame) -> Iterator[str]:
    paragraphs = min(frame.quoted.paragraph - previous.quoted.paragraph, 3)
    yield "C"
    yield f"C paragraphs {paragraphs}"
    yield f"C paragraphs {paragraphs} previous {previous.ending}"
    yield f"C opening {frame.opening}"
    yield f"C opening {frame.opening} paragraphs {paragraphs}"
    yield f"C ending {frame.ending}"
    yield f"C gap {_bucket(frame.at - previous.at - 1)} paragraphs {paragraphs}"


def score(source: Source, table: Mapping[str, float]) -> float:
    """Return the sum of the weights of a source's signs."""
    return sum(table.get(sign, 0.0) for sign in source.signs)


def choose(around: Surroundings, frame: Frame, previous: Frame | None) -> Source | None:
    """Return the likeliest source of a quote: a credit line's name before all.

    Outside English only a source that a known verb ties to the quote.
    """
    found = candidates(around, frame, previous)
    credited = next((source for source in found if source.relation == "credit"), None)
    if credited is not None:
        return credited
    if not around.is_english:
        found = [source for source in found if source.cue is not None or source.side == "C"]
    table = weights.table("weights-source")
    return max(found, key=lambda source: score(source, table), default=None)
