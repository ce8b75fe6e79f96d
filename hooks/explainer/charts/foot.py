"""What stands below the plot, in the picture itself: the events marked in it, and its sources."""

from collections.abc import Sequence
from dataclasses import dataclass

from explainer.charts.axes import Frame
from explainer.charts.svg import element, text, wrap
from explainer.records.model import Event
from explainer.records.wording import date_words

LINE = 17
MOST_SOURCES = 3


@dataclass(frozen=True, slots=True)
class Beside:
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
        parts.append(badge(number, 8, top + down + LINE - 5, frame))
        for words in wrap(
            f"{date_words(event.date)}: {event.label}", frame.letters(frame.width - across, size=frame.small)
        ):
            down += LINE
            parts.append(text(words, across, top + down, class_="chart-event", size=frame.small))
        down += 4
    for words in wrap(source_words(beside.sources), frame.letters(frame.width, size=frame.small)):
        down += LINE
        parts.append(text(words, 0, top + down, class_="chart-source", size=frame.small))
    return "".join(parts), down + 8 if parts else 0


def badge(number: int, x: float, y: float, frame: Frame) -> str:
    """Return the number of an event in a ring; `x` and `y` are its middle."""
    ring = element("circle", cx=x, cy=y, r=8, class_="chart-badge", fill="none", stroke="currentColor")
    size = frame.small - 2
    return ring + text(str(number), x, y + 4, class_="chart-event", anchor="middle", size=size)


def source_words(names: Sequence[str]) -> str:
    """Return the line that names the sources; empty for none."""
    if not names:
        return ""
    shown, more = "; ".join(names[:MOST_SOURCES]), len(names) - MOST_SOURCES
    return f"{'Source' if len(names) == 1 else 'Sources'}: {shown}{f' and {more} more' if more > 0 else ''}"
