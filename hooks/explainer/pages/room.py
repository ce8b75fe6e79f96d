"""How much of each list stands open on an issue's page, so that a phone reaches the sources in ten screens.

Heights are estimated in lines of prose on a phone of 375 by 812 pixels; a screen holds 28. What finds no room
is folded: one tap away, and printed. The first entry of a list stands open however long it is: no writer's
sentence is cut.
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import ceil
from typing import NamedTuple

from explainer.library.library import Library
from explainer.library.links import plain
from explainer.library.titles import title
from explainer.pages.standing import Standing
from explainer.records.model import Event, Figure, Issue, Quote
from explainer.records.parts import KeyPoint

EVIDENCE = 2
"""Records of evidence that stand open below a key point, where more than three are named."""
_LINES = 212
"""What answer, chart and lists may take together; headings, notes and the page's head take the rest."""
_POINTS, _POSITIONS = 74, 48
"""What the key points and the positions may take of it; they come before the other lists."""
_CHART, _PICTURE = 21, 10
"""Lines of a chart with its notes, of a picture."""
_BEGUN = 350
"""Characters of the background that stand open, in whole paragraphs."""
_PROSE, _SMALL, _LARGE = 36, 44, 26
"""Characters in a line of prose, of small print, of a quote."""
_SMALLER = 0.75
"""The height of a line of small print, in lines of prose."""


class Room(NamedTuple):
    """How many entries of each list stand open."""

    events: int
    points: int
    positions: int
    figures: int
    quotes: int
    questions: int
    charts: int = 1
    checks: int = 1
    evidence: int = EVIDENCE


def for_lists(
    issue: Issue,
    library: Library,
    *,
    events: Sequence[Event],
    standings: Sequence[Standing],
    figures: Sequence[Figure],
    quotes: Sequence[Quote],
) -> Room:
    """Return how many of an issue's lists stand open; `events` are its latest, newest first."""
    heights = {
        "quotes": [_quote(quote) for quote in quotes[:2]],
        "events": [_event(event, library) for event in events[:2]],
        "figures": [_figure(figure, library) for figure in figures[: 2 if issue.charts else 4]],
        "questions": [_prose(question, library) for question in issue.open_questions[:3]],
    }
    points, of_points = _first([_point(point, library) for point in issue.key_points], lines=_POINTS)
    positions, of_positions = _first([_standing(row, library) for row in standings], lines=_POSITIONS)
    left = _LINES - _before(issue, library) - of_points - of_positions
    return Room(points=points, positions=positions, **_shared(heights, lines=left))


def begun(background: str) -> tuple[str, str]:
    """Return the background's beginning and its rest, in whole paragraphs."""
    paragraphs = background.split("\n\n")
    said = 0
    for number, paragraph in enumerate(paragraphs, start=1):
        said += len(paragraph) if not paragraph.lstrip().startswith("#") else 0
        if said >= _BEGUN and number < len(paragraphs):
            return "\n\n".join(paragraphs[:number]), "\n\n".join(paragraphs[number:])
    return background, ""


def _first(heights: Sequence[float], *, lines: float) -> tuple[int, float]:
    """Return how many entries fit, none folded alone, and the lines they take."""
    number = sum(total <= lines for total in accumulate(heights)) or min(1, len(heights))
    number += len(heights) - number == 1
    return number, sum(heights[:number])


def _shared(heights: Mapping[str, Sequence[float]], *, lines: float) -> dict[str, int]:
    """Return how many entries of each list fit: the first of each, then one more of each in turn."""
    open_ = dict.fromkeys(heights, 0)
    for turn in range(max(map(len, heights.values()))):
        for name, entries in heights.items():
            if turn == open_[name] and turn < len(entries) and (not turn or entries[turn] <= lines):
                open_[name] += 1
                lines -= entries[turn]
    return open_


def _before(issue: Issue, library: Library) -> float:
    """Return the lines of what stands open in any case: answer, picture, chart, background's beginning."""
    picture = _PICTURE if issue.image else 0
    chart = _CHART if issue.charts else 0
    return (
        picture
        + chart
        + _prose(issue.answer or issue.summary, library)
        + _prose(begun(issue.background)[0], library)
    )


def _high(text: str, width: int = _PROSE) -> float:
    return ceil(len(text) / width) * (_SMALLER if width == _SMALL else 1)


def _prose(text: str | None, library: Library) -> float:
    return _high(plain(text, library)) if text else 0


def _event(event: Event, library: Library) -> float:
    said = (event.label, event.detail, event.reply)
    return 2.5 + sum(_prose(text, library) for text in said) + len(event.sources[:6]) * 0.4


def _point(point: KeyPoint, library: Library) -> float:
    evidence, open_ = 0.0, point.refs[: None if len(point.refs) == EVIDENCE + 1 else EVIDENCE]
    for record in (record for ref in open_ if (record := library.get(ref))):
        reply = plain(record.reply or "", library) if isinstance(record, Event) else ""
        evidence += 0.4 + _high(f"31 December 2000: {title(record, library)}", _SMALL) + _high(reply, _SMALL)
    folded = 1.2 if len(point.refs) > len(open_) else 0
    return 1.8 + _prose(point.text, library) + evidence + folded


def _standing(row: Standing, library: Library) -> float:
    return 2.2 + sum(3.6 + _prose(position.text, library) for position in row.positions)


def _figure(figure: Figure, library: Library) -> float:
    caveat = plain(figure.caveats[0], library) if figure.caveats else ""
    return 4.5 + _high(figure.label) + _high(caveat, _SMALL)


def _quote(quote: Quote) -> float:
    return 5 + 1.2 * _high(quote.exact, _LARGE) + _high(quote.translation or "")
