"""Clauses around a quote: which mentions stand where, and how each stands to a reporting verb."""

from bisect import bisect_left
from collections.abc import Sequence

from extraction.speech import mentions
from extraction.speech.mentions import Mention
from extraction.speech.tokens import PREPOSITIONS, STOPS, SUBJECTS, TAILS, VERBS, Tokens

_LONGEST = 14
"""Tokens of the longest mention."""
_ENGLISH = frozenset({"the", "of", "and", "to", "that", "was", "with", "for"})


class Surroundings:
    """The tokens and mentions of one article, with the mentions of any stretch at hand."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.mentions = mentions.find(tokens)
        self.is_english = len(_ENGLISH.intersection(tokens.words)) > 1
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


def relate(tokens: Tokens, mention: Mention, first: int, last: int) -> tuple[str, int | None]:
    """Tell how a mention stands to the reporting verbs within tokens `first` to `last`.

    `subject` right before its verb, `tail` there but within a longer phrase ("an aide to Ann Lee"),
    `apposition` before it with a phrase between commas or after a
    preposition between, `inverted` right after it, `object` after a verb that has a subject, `according`,
    `credit` alone behind a dash ("— Ann Lee"), `after-preposition`, `plain`.
    """
    at = mention.last
    while at < last and tokens.kinds[at] == "a":
        at += 1
    before = mention.first - 1
    if at < last and tokens.kinds[at] in VERBS:
        return ("tail" if before >= first and tokens.kinds[before] in PREPOSITIONS else "subject"), at
    while before >= first and tokens.kinds[before] == "o":
        before -= 1
    if before >= first and tokens.kinds[before] in VERBS:
        return ("object" if _has_subject(tokens, before, first) else "inverted"), before
    if before > first and tokens.words[before] == "to" and tokens.words[before - 1].lower() == "according":
        return "according", before - 1
    if before == first and tokens.kinds[before] == "-" and tokens.kinds[mention.last] in f",{STOPS}":
        return "credit", None
    if before >= first and tokens.kinds[before] in PREPOSITIONS:
        return "after-preposition", None
    cue = _later_verb(tokens, mention, last)
    if cue is not None:
        return "apposition", cue
    return "plain", None


def _has_subject(tokens: Tokens, verb: int, first: int) -> bool:
    at = verb - 1
    while at >= first and tokens.kinds[at] == "a":
        at -= 1
    return at >= first and tokens.kinds[at] in SUBJECTS


def _later_verb(tokens: Tokens, mention: Mention, last: int) -> int | None:
    """Return the first reporting verb after a mention's apposition or prepositional tail."""
    at = mention.last
    if at >= last or tokens.kinds[at] not in TAILS:
        return None
    limit = min(last, at + 30)
    return next((index for index in range(at, limit) if tokens.kinds[index] in VERBS), None)


def starting(around: Surroundings, at: int) -> Mention | None:
    """Return the mention that begins at a token, adverbs and small words left out."""
    while around.tokens.kinds[at] in "ao":
        at += 1
    found = around.between(at, at + 1)
    return found[0] if found else None


def beside(around: Surroundings, first: int, at: int) -> Mention | None:
    """Return the mention whose last token is the one before `at`, if it begins at `first` or later."""
    reach = max(first, at - _LONGEST)
    return next((one for one in around.between(reach, at) if one.last == at), None)


def subject_of_sentence(around: Surroundings, first: int, last: int) -> Mention | None:
    """Return the first mention of the main clause that no preposition precedes and a verb follows."""
    kinds = around.tokens.kinds
    if kinds[first] in "rcE":
        comma = kinds.find(",", first, last)
        first = comma + 1 if comma >= 0 else first
    for mention in around.between(first, last):
        if mention.kind != "who" and kinds[mention.first - 1] not in PREPOSITIONS:
            at = _end_of_aside(kinds, mention.last, last)
            if at < last and kinds[at] in "Vvxka":
                return mention
    return None


def _end_of_aside(kinds: str, at: int, last: int) -> int:
    """Return where a clause goes on behind what is set between commas, or a phrase with a preposition."""
    verbs = (index for index in range(at, last) if kinds[index] in "Vvxk")
    if kinds[at] in PREPOSITIONS:
        return next(verbs, last)
    if kinds[at] in ",(-w":
        goes_on = (
            index for index in range(at, last) if kinds[index] in "Vvxka" and kinds[index - 1] in ",)-"
        )
        return min(next(goes_on, last), next((index for index in verbs if kinds[index - 1] in ",)-a"), last))
    return at
