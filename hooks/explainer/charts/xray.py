"""An article seen through: one strip as long as its text, each stretch colored by what was made of it.

What was quoted, what was held against other sources and with which finding, what is a figure; as plainly,
how much was not examined. Shares are of the text's code points. Eyes and fingers only: the annotated text
leads keyboards and screen readers to the same records.
"""

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from explainer.charts.svg import element
from explainer.charts.svg import title as tooltip
from explainer.library import excerpts
from explainer.library.library import Library
from explainer.library.titles import title
from explainer.records.address import relative, url
from explainer.records.model import AnyRecord, Check, Figure, Quote, Source
from explainer.words import Words

WIDTH, HEIGHT = 1000, 36
_TOLD = 200
"""Stretches that each tell and lead somewhere; more would be thinner than a finger or a pointer."""
_SLIGHT = 1.5
"""Units of width below which a stretch could be neither seen nor met with a finger."""


class Xray(NamedTuple):
    """The strip of one article, and what it shows in words."""

    svg: Markup
    legend: tuple[tuple[str, str, int], ...]
    """Class, words and share in percent of each kind of stretch, what was not examined last."""


def xray(source: Source, library: Library, *, base: str) -> Xray | None:
    """Return the strip of a source for the page at `base`; None where its text is not held or empty."""
    text = library.texts.get(source.id, "")
    if not text.strip():
        return None
    stretches = _stretches(source, library, len(text))
    total: Counter[tuple[str, str]] = Counter()
    for start, end, record in stretches:
        total[_kind(record, library.words)] += end - start
    total["none", library.words("xray.none")] = len(text) - total.total()
    draw = _linked if len(stretches) <= _TOLD else _rect
    rects = [draw(start, end, len(text), record, library, base) for start, end, record in stretches]
    ground = element("rect", class_="x-none", x=0, y=0, width=WIDTH, height=HEIGHT)
    svg = element(
        "svg", ground, *rects, class_="xray", viewBox=f"0 0 {WIDTH} {HEIGHT}", preserveAspectRatio="none",
        aria_hidden="true", xmlns="http://www.w3.org/2000/svg",
    )  # fmt: skip
    order = sorted(total, key=lambda kind: (kind[0] == "none", -total[kind]))
    legend = tuple((name, words, round(100 * total[name, words] / len(text))) for name, words in order)
    return Xray(Markup(svg), legend)


def _stretches(source: Source, library: Library, length: int) -> list[tuple[int, int, AnyRecord]]:
    """Return stretches that do not overlap; where records do, a check shows, then the shorter one."""
    spans = [(*span[:2], span[2]) for span in excerpts.spans(source, library)]
    cuts = sorted({0, length} | {edge for start, end, _ in spans for edge in (start, end)})
    found: list[tuple[int, int, AnyRecord]] = []
    for left, right in pairwise(cuts):
        over = [span for span in spans if span[0] <= left and span[1] >= right]
        if over:
            record = min(over, key=lambda span: (not isinstance(span[2], Check), span[1] - span[0]))[2]
            found.append((left, right, record))
    return found


def _kind(record: AnyRecord, words: Words) -> tuple[str, str]:
    match record:
        case Check():
            return record.finding, words.findings[record.finding]
        case Quote():
            return "quote", words("xray.quote")
        case Figure():
            return "figure", words("xray.figure")
        case _:
            raise ValueError(f"{record.ref} has no words of a source")


def _linked(start: int, end: int, length: int, record: AnyRecord, library: Library, base: str) -> str:
    told = tooltip(f"{_kind(record, library.words)[1]}: {title(record, library)}")
    bar = _rect(start, end, length, record, library, base)
    return element("a", told, bar, href=relative(url(record), base=base), tabindex="-1")


def _rect(start: int, end: int, length: int, record: AnyRecord, library: Library, _: str) -> str:
    name, scale = _kind(record, library.words)[0], WIDTH / length
    return element(
        "rect", class_=f"x-{name}", x=start * scale, y=0, width=max(_SLIGHT, (end - start) * scale),
        height=HEIGHT,
    )  # fmt: skip
