"""What stands below the plot, in the picture itself: the events marked in it, and its sources."""

from collections.abc import Sequence
from typing import NamedTuple

from explainer.charts.axes import Frame
from explainer.charts.svg import element, text, wrap
from explainer.records.model import Event
from explainer.records.wording import date_words
from explainer.words import Words

LINE = 17
MOST_SOURCES = 3


class Beside(NamedTuple):
    """What a drawing carries beside its values."""

    events: Sequence[Event] = ()
    sources: Sequence[str] = ()
    """Names, the weightiest first."""


NOTHING = Beside()


def foot(beside: Beside, frame: Frame, top: float) -> tuple[str, int]:
    """Return the key to the events and the line of sources from `top` on, and the height of both."""
    parts: list[str] = []
    across, down = 0, 0
    for number, event in enumerate(beside.events, start=1):
        across = 24
        parts.append(badge(number, 9, top + down + LINE - 5, frame))
        told = f"{date_words(event.date, frame.words)}: {event.label}"
        for words in wrap(told, frame.letters(frame.width - across, size=frame.small)):
            down += LINE
            parts.append(text(words, across, top + down, class_="chart-event", size=frame.small))
        down += 4
    named = source_words(beside.sources, frame.words)
    for words in wrap(named, frame.letters(frame.width, size=frame.small)):
        down += LINE
        parts.append(text(words, 0, top + down, class_="chart-source", size=frame.small))
    return "".join(parts), down + 8 if parts else 0


def badge(number: int, x: float, y: float, frame: Frame) -> str:
    """Return the number of an event in a ring; `x` and `y` are its middle."""
    ring = element("circle", cx=x, cy=y, r=8, class_="chart-badge", fill="none", stroke="currentColor")
    size = frame.small - 2
    return ring + text(str(number), x, y + 4, class_="chart-event", anchor="middle", size=size)


def source_words(names: Sequence[str], words: Words) -> str:
    """Return the line that names the sources; empty for none."""
    if not names:
        return ""
    shown, more = "; ".join(names[:MOST_SOURCES]), len(names) - MOST_SOURCES
    listed = words("charts.and-more", names=shown, n=more) if more > 0 else shown
    return words("charts.sources", n=len(names), names=listed)
