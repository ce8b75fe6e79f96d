"""What a quoted stretch is: direct speech, a fragment of it, or mere scare quotes and titles."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from extraction import wordlists
from extraction.candidates import QuoteKind
from extraction.speech.clauses import Surroundings, relate
from extraction.speech.frames import Frame
from extraction.speech.sources import PossibleSpeaker
from extraction.speech.tokens import CUES, Tokens

SHORT_WORD = 3
"""Words of a title that stay small, "of" and "the", are no longer than this."""

_SENTENCE_ENDS = frozenset({"stop", "query", "open"})
_BEFORE_TITLE = frozenset("rnsSNTjft")
"""Classes of words before a title: "on “Meet the Council”", "the film “Rain”"; a verb comes before speech."""


class Traits(NamedTuple):
    """What tells direct speech from other quoted words: small values, so that few combinations occur."""

    words: int
    case: str
    opening: str
    ending: str
    after: str
    """The class of what follows the quote."""
    left: str
    """The reporting verb before the quote and what stands between them."""
    right: str
    """The reporting clause right after it."""
    share: str
    """How much of what is reported stands between the marks."""
    previous: str
    """Whether the quote before in the paragraph is direct, and how near it is; empty where there is none."""
    previous_ending: str


def traits(around: Surroundings, frame: Frame, previous: Frame | None, previous_direct: bool) -> Traits:
    """Return what there is to tell direct speech by."""
    right = _right_cue(around, frame)
    beside = "" if previous is None else _beside(frame, previous, previous_direct)
    return Traits(
        words=_size(frame.words),
        case="capital" if frame.capital else "small",
        opening=frame.opening,
        ending=frame.ending,
        after=_after(around.tokens, frame),
        left=_left_cue(around.tokens, frame),
        right=right,
        share=_share(around.tokens, frame, right),
        previous=beside,
        previous_ending=previous.ending if previous is not None and beside else "",
    )


def _beside(frame: Frame, previous: Frame, direct: bool) -> str:
    paragraphs = frame.quoted.paragraph - previous.quoted.paragraph
    if paragraphs == 0:
        return f"{direct} {'near' if previous.at >= frame.left - 1 else 'far'}"
    return f"{direct} open" if paragraphs == 1 and previous.ending == "open" else ""


def signs(traits: Traits) -> Iterator[str]:
    """Yield what speaks for or against direct speech, as the list of weights names it."""
    words, case, opening, ending, after, left, right, share, previous, previous_ending = traits
    yield "bias"
    yield f"words {words}"
    yield f"words {words} opening {opening} {case}"
    yield f"words {words} share {share}"
    yield f"{case} opening {opening}"
    yield f"{case} ending {ending}"
    yield f"opening {opening} ending {ending}"
    yield f"opening {opening} after {after}"
    yield f"ending {ending} after {after}"
    yield f"right {right}"
    yield f"right {right} ending {ending}"
    yield f"left {left}"
    yield f"left {left} {case}"
    yield f"left {left} share {share}"
    yield f"share {share}"
    yield f"share {share} {case}"
    if previous:
        yield f"previous {previous} {case}"
        yield f"previous {previous} ending {previous_ending} opening {opening}"


def _size(words: int) -> int:
    return words if words < 4 else 4 if words < 6 else 6 if words < 10 else 10 if words < 20 else 20


def _after(tokens: Tokens, frame: Frame) -> str:
    return "that" if tokens.words[frame.at + 1] == "that" else tokens.kinds[frame.at + 1]


def _right_cue(around: Surroundings, frame: Frame) -> str:
    """Tell the reporting clause that follows the quote at once: "he said", "said Dr. Velez"."""
    first = frame.at + 1
    if first < frame.right and around.tokens.kinds[first] == ",":
        first += 1
    for mention in around.between(first, frame.right):
        relation, cue = relate(around.tokens, mention, first, frame.right)
        if cue is not None and min(cue, mention.first) <= first + 1:
            return f"{relation} {around.tokens.kinds[cue]}"
        if relation == "subject" or mention.first > first + 2:
            break
    return "none"


def _left_cue(tokens: Tokens, frame: Frame) -> str:
    """Tell the reporting verb before the quote, and what stands between them."""
    for at in range(frame.at - 1, frame.left - 1, -1):
        if tokens.kinds[at] in CUES:
            last = tokens.words[frame.at - 1]
            link = "at once" if at == frame.at - 1 else last if last in {",", ":", "that"} else "far"
            return f"{tokens.kinds[at]} {link}"
    return "none"


def _share(tokens: Tokens, frame: Frame, right: str) -> str:
    """Return how much of what is reported stands between the marks: PolNeAR's bound is 80 in 100."""
    before = frame.at
    while before > frame.left and not _reports(tokens, before - 1):
        before -= 1
    outside = _words(tokens.kinds[before : frame.at])
    if right == "none" and frame.ending not in _SENTENCE_ENDS:
        outside += _words(tokens.kinds[frame.at + 1 : frame.right])
    share = frame.words / (frame.words + outside) if frame.words else 0
    return next(
        name for bound, name in ((1, "all"), (0.8, "most"), (0.5, "half"), (0, "little")) if share >= bound
    )


def _reports(tokens: Tokens, at: int) -> bool:
    return tokens.kinds[at] in f"{CUES}:" or tokens.words[at] == "that"


def _words(kinds: str) -> int:
    return len(kinds) - sum(map(kinds.count, ",.:-()"))


@lru_cache(maxsize=1 << 14)
def is_direct(traits: Traits) -> bool:
    """Tell direct speech by the sum of the weights of its signs."""
    table = wordlists.weights("weights-direct")
    return sum(table.get(sign, 0.0) for sign in signs(traits)) > 0


def of(text: str, frame: Frame, *, direct: bool, source: PossibleSpeaker | None) -> QuoteKind | None:
    """Return the kind of a quote, or None for the title of a work, which nobody said.

    Direct speech that has its source from the quote before is a continuation. What is not direct speech is
    a fragment where a reporting verb claims it, and scare quotes where none does.
    """
    if direct:
        return "continuation" if source is not None and source.carried else "direct"
    if frame.opening in _BEFORE_TITLE and _is_title_case(text[frame.quoted.start : frame.quoted.end]):
        return None
    return "fragment" if source is not None and source.cue is not None else "scare"


def _is_title_case(words: str) -> bool:
    parts = words.split()
    return (
        all(not word[0].islower() or len(word) <= SHORT_WORD for word in parts) and not parts[0][0].islower()
    )
