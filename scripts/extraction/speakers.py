"""Whose words a quote is: the mentions around it, told apart by weighted signs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extraction.frames import Frame
from extraction.mentions import Mention
from extraction.tokens import Token


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


class Surroundings:
    """The tokens and mentions of one article, with the mentions of any stretch at hand."""

    def __init__(self, tokens: Sequence[Token], mentions: Sequence[Mention]) -> None:
        self.tokens = tokens
        self.mentions = mentions
        self.number_at: list[int] = []
        """For each token, how many mentions begin before it."""
        self._stops: list[int] = []
        self._breaks: list[int] = []
        count = 0
        stops = breaks = 0
        starts = {mention.first for mention in mentions}
        for index in range(len(tokens) + 1):
            self.number_at.append(count)
            count += index in starts
            self._stops.append(stops)
            self._breaks.append(breaks)
            if index < len(tokens):
                stops += tokens[index].kind in ".|Q"
                breaks += tokens[index].kind == "|"

    def stops_between(self, first: int, last: int) -> int:
        """Return how many sentences or quotes end among tokens `first` to `last`."""
        return self._stops[last] - self._stops[first]

    def breaks_between(self, first: int, last: int) -> int:
        """Return how many paragraphs end among tokens `first` to `last`."""
        return self._breaks[last] - self._breaks[first]

    def between(self, first: int, last: int) -> Sequence[Mention]:
        """Return the mentions that begin in tokens `first` to `last`, end exclusive."""
        return self.mentions[self.number_at[first] : self.number_at[last]]


def candidates(around: Surroundings, frame: Frame, previous: Frame | None) -> list[Source]:
    """Return the possible sources of a quote, nearest side first."""
    found = [*_side(around, frame, "R", frame.at + 1, frame.right)]
    found += _side(around, frame, "L", frame.left, frame.at)
    if frame.opening == "start" or frame.at == frame.left:
        first, last = _sentence_before(around.tokens, frame)
        found += _side(around, frame, "P", first, last)
    if previous is not None:
        found.append(Source("C", "carry", tuple(_carry_signs(around.tokens, frame, previous))))
    return found


def _sentence_before(tokens: Sequence[Token], frame: Frame) -> tuple[int, int]:
    """Return the narrative sentence before the quote's, reaching back over one paragraph break at most."""
    last = frame.at
    breaks = 0
    while last > 0 and tokens[last - 1].kind in ".|":
        breaks += tokens[last - 1].kind == "|"
        if breaks > 1:
            return last, last
        last -= 1
    first = last
    while first > 0 and tokens[first - 1].kind not in ".|Q":
        first -= 1
    return first, last


def _side(around: Surroundings, frame: Frame, side: str, first: int, last: int) -> Iterator[Source]:
    inside = around.between(first, last)
    for order, mention in enumerate(inside):
        relation, cue = relate(around.tokens, mention, first, last)
        signs = _signs(around, frame, side, relation, cue, mention, first, last, order, len(inside))
        yield Source(side, relation, tuple(signs), mention, cue)


def relate(tokens: Sequence[Token], mention: Mention, first: int, last: int) -> tuple[str, int | None]:
    """Tell how a mention stands to the reporting verbs within tokens `first` to `last`.

    `subject` right before its verb, `apposition` before it with a phrase between commas or after a
    preposition between, `inverted` right after it, `object` after a verb that has a subject, `according`,
    `owner` of a gerund, `after-preposition`, `plain`.
    """
    at = mention.last
    while at < last and tokens[at].kind == "a":
        at += 1
    if at < last and tokens[at].kind in "Vv":
        return "subject", at
    before = mention.first - 1
    if before >= first and tokens[before].kind in "Vv":
        subject = before - 1
        while subject >= first and tokens[subject].kind == "a":
            subject -= 1
        has_subject = subject >= first and tokens[subject].kind in "NnpQt" and tokens[subject].kind != "Q"
        return ("object" if has_subject else "inverted"), before
    if before > first and tokens[before].text == "to" and tokens[before - 1].text.lower() == "according":
        return "according", before - 1
    if before >= first and tokens[before].kind == "r":
        return "after-preposition", None
    cue = _later_verb(tokens, mention, last)
    if cue is not None:
        return "apposition", cue
    return "plain", None


def _later_verb(tokens: Sequence[Token], mention: Mention, last: int) -> int | None:
    """Return the first reporting verb after a mention's apposition or prepositional tail."""
    at = mention.last
    if at >= last or tokens[at].kind not in ",rcp-":
        return None
    limit = min(last, at + 30)
    return next((index for index in range(at, limit) if tokens[index].kind in "Vv"), None)


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
        yield f"{base} verb {tokens[cue].kind}"
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


def _carry_signs(tokens: Sequence[Token], frame: Frame, previous: Frame) -> Iterator[str]:
    paragraphs = min(frame.quoted.paragraph - previous.quoted.paragraph, 3)
    yield "C"
    yield f"C paragraphs {paragraphs}"
    yield f"C paragraphs {paragraphs} previous {previous.ending}"
    yield f"C opening {frame.opening}"
    yield f"C opening {frame.opening} paragraphs {paragraphs}"
    yield f"C ending {frame.ending}"
    yield f"C gap {_bucket(frame.at - previous.at - 1)} paragraphs {paragraphs}"


def score(source: Source, weights: Mapping[str, float]) -> float:
    """Return the sum of the weights of a source's signs."""
    return sum(weights.get(sign, 0.0) for sign in source.signs)
