"""What a reader cares for most of a change to a record, in sentences that go from what it said to the new.

Of long words that are mostly the same only what differs is told, with a few words on either side.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from explainer.library.library import Library
from explainer.library.links import plain
from explainer.library.titles import speaker_name, title
from explainer.records.model import (
    AnyRecord,
    Check,
    Event,
    Figure,
    Issue,
    Person,
    Position,
    Quote,
    Source,
    Term,
)
from explainer.records.wording import date_words, figure_words, listing, point_words
from explainer.words import Words

_AROUND = 4
"""Words kept on either side of what differs."""


class _Telling(NamedTuple):
    """How the change of some fields of a record type is told."""

    kind: type
    fields: frozenset[str]
    words: Callable[..., Sequence[str]]
    lead: str


def revisions(
    old: AnyRecord, new: AnyRecord, before: Library, after: Library
) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield a sentence for each change that is told from what to what, and the fields that it tells of."""
    for kind, fields, words, lead in _TELLINGS:
        if isinstance(old, kind) and any(getattr(old, name) != getattr(new, name) for name in fields):
            was, now = _apart(words(old, before), words(new, after), after.words)
            if was != now:
                yield lead.format(title=title(new, after), was=was or "nothing", now=now or "nothing"), fields


def _apart(was: Sequence[str], now: Sequence[str], words: Words) -> tuple[str, str]:
    """Return the pieces that only one of both has; of a single piece, the words that differ."""
    if len(was) == len(now) == 1:
        return differing(was[0], now[0])
    old, new = ([piece for piece in some if piece not in others] for some, others in ((was, now), (now, was)))
    return listing(old, words), listing(new, words)


def differing(was: str, now: str) -> tuple[str, str]:
    """Return both without the words at their ends that they share, but for a few on either side."""
    old, new = was.split(), now.split()
    if not old or not new:
        return was, now
    shortest = min(len(old), len(new))
    opening = next((n for n in range(shortest) if old[n] != new[n]), shortest)
    rest = shortest - opening
    closing = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    return _cut(old, opening, closing), _cut(new, opening, closing)


def _cut(words: list[str], opening: int, closing: int) -> str:
    start = opening - _AROUND if opening > _AROUND + 1 else 0
    end = len(words) - (closing - _AROUND if closing > _AROUND + 1 else 0)
    left, right = ("“… " if words[0].startswith("“") else "… ") * (start > 0), " …" * (end < len(words))
    return f"{left}{' '.join(words[start:end])}{right}{'”' * (bool(right) and words[-1].endswith('”'))}"


def _speaker(quote: Quote, library: Library) -> Sequence[str]:
    return [speaker_name(quote, library)]


def _values(figure: Figure, library: Library) -> Sequence[str]:
    """Return a figure in words; of a series, each of its points."""
    if not figure.series:
        return [figure_words(figure, library.words)]
    words = library.words
    return [
        f"{point_words(point, figure.unit, words)} in {date_words(point.date, words)}"
        for point in figure.series
    ]


def _in_marks(field: str) -> Callable[..., Sequence[str]]:
    """Return what gives a field's words between marks, their links as readers read them; empty for none."""

    def words(record: AnyRecord, library: Library) -> Sequence[str]:
        said = getattr(record, field)
        return [f"“{plain(said, library)}”" if said else ""]

    return words


def _telling(kind: type, fields: str, words: Callable[..., Sequence[str]], lead: str) -> _Telling:
    return _Telling(kind, frozenset(fields.split()), words, lead)


def _text(kind: type, field: str, lead: str) -> _Telling:
    return _telling(kind, field, _in_marks(field), f"{lead}: from {{was}} to {{now}}")


_TELLINGS = (
    _text(Quote, "exact", "Quote revised"),
    _telling(Quote, "speaker speaker_as_named", _speaker, "Quote given to {now} (before: {was}): {title}"),
    _telling(
        Figure,
        "value value_max qualifier unit period series",
        _values,
        "Figure revised: {title}: from {was} to {now}",
    ),
    _telling(
        Check,
        "finding",
        lambda check, library: [library.words.findings[check.finding]],
        "Check now: {now} (before: {was}): “{title}”",
    ),
    _text(Check, "verdict", "Check reworded: “{title}”"),
    _telling(
        Event,
        "date",
        lambda event, library: [date_words(event.date, library.words)],
        "Event moved: {title}: from {was} to {now}",
    ),
    _text(Event, "label", "Event reworded"),
    _text(Position, "text", "Position revised: {title}"),
    _text(Issue, "answer", "Answer revised: {title}"),
    _text(Term, "definition", "Term revised: {title}"),
    _telling(Person, "name", lambda person, _: [person.name], "Person renamed: from {was} to {now}"),
    _text(Source, "caution", "Caution revised: {title}"),
)
"""In the order in which a reader would want to be told."""
