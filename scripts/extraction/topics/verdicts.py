"""Which issues a text is about, and which passages of an article each issue owns.

A topic's points in a text are the sum of its terms found there (`extraction.topics.evidence`). A
paragraph is about a topic at `PASSAGE_BAR` points; a headline at `LINE_BAR`, since it says in a word what
a paragraph says in three, and so is a paragraph of an article that is about the topic anyway. Names of
places alone settle nothing in a line that another topic claims.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence

from extraction.candidates import PassageCandidate
from extraction.topics.catalogue import Catalogue, builtin
from extraction.topics.evidence import Evidence
from extraction.topics.topic import Topic

CATALOGUE = builtin()
PASSAGE_BAR = 3
LINE_BAR = 2
LINE_WORDS = 16
"""A text of at most so many words is read as a headline."""
ABOUT_POINTS = 12
"""An article whose different terms for a topic add up to so much is about it, wherever they stand,"""
ABOUT_SHARE = 0.2
"""and so is one with so large a share of its paragraphs (two at least) about it."""


def classify(
    text: str, topics: Iterable[Topic] | Catalogue = CATALOGUE, *, context: Collection[str] = ()
) -> tuple[str, ...]:
    """Return the ids of the topics a passage or headline is about, in the catalogue's order.

    `context` names the topics the article around it is about: less is then asked of the passage.
    """
    catalogue = Catalogue.of(topics)
    short = len(text.split(maxsplit=LINE_WORDS)) <= LINE_WORDS
    found = _settled(catalogue.evidence(text), bar=LINE_BAR if short else PASSAGE_BAR, context=context)
    return _ordered(catalogue, found)


def _settled(evidence: dict[str, Evidence], *, bar: int, context: Collection[str] = ()) -> set[str]:
    """Return the topics with points enough; places settle a headline only where no topic's own terms do."""
    found = {id for id, one in evidence.items() if one.points >= (LINE_BAR if id in context else bar)}
    if bar > LINE_BAR:
        return found
    claimed = any(one.points >= PASSAGE_BAR and not one.places for one in evidence.values())
    if claimed:
        return {id for id in found if not evidence[id].places or evidence[id].points > PASSAGE_BAR}
    return found or {id for id, one in evidence.items() if one.places}


def passages(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    topics: Iterable[Topic] | Catalogue = CATALOGUE,
) -> tuple[list[PassageCandidate], tuple[str, ...]]:
    """Return each paragraph (start, end) of an article with the topics it is about, and those of the whole.

    What the article as a whole is about helps its weaker paragraphs. Paragraphs about nothing are kept,
    with no issues, so that a reader can see what was left out.
    """
    catalogue = Catalogue.of(topics)
    evidence = [catalogue.evidence(text[start:end]) for start, end in paragraphs]
    context = _leading(evidence)
    marked = [
        PassageCandidate(start, end, _ordered(catalogue, _settled(found, bar=PASSAGE_BAR, context=context)))
        if found
        else PassageCandidate(start, end, ())
        for (start, end), found in zip(paragraphs, evidence, strict=True)
    ]
    return marked, _ordered(catalogue, context)


def _leading(evidence: Sequence[dict[str, Evidence]]) -> set[str]:
    """Return the topics with evidence enough for a whole article: many different terms, or many passages.

    Where none has that, the topic that marks most passages is returned, if it marks any.
    """
    terms: dict[str, dict[str, int]] = defaultdict(dict)
    marked: Counter[str] = Counter()
    for found in filter(None, evidence):
        marked.update(_settled(found, bar=PASSAGE_BAR))
        for id, one in found.items():
            terms[id].update({term: points for term, points in one.terms.items() if points > 1})
    points = {id: sum(terms[id].values()) for id in marked}
    enough = max(2, len(evidence) * ABOUT_SHARE)
    leading = {id for id in marked if points[id] >= ABOUT_POINTS or marked[id] >= enough}
    if leading or not marked:
        return leading
    return {max(marked, key=lambda id: (marked[id], points[id], id))}


def _ordered(catalogue: Catalogue, ids: Collection[str]) -> tuple[str, ...]:
    return tuple(topic.id for topic in catalogue if topic.id in ids)
