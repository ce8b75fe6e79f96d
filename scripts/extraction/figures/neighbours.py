"""What a number takes from the numbers beside it: a place in an enumeration, a unit left out, a rate."""

import re

from extraction.figures.reading import Reading

_LISTED = re.compile(r"(?: [A-Za-z][\w’'-]*){1,4}(?:,| and|, and|;) ")
_REACH = 160


def settle(text: str, readings: list[Reading]) -> list[Reading]:
    """Return the readings that stand as figures, each with the unit its neighbours lend it."""
    return _with_units(text, _enumerated(text, _without_rates(text, readings)))


def _without_rates(text: str, readings: list[Reading]) -> list[Reading]:
    """Drop what only says how often or of how many: "$500 every three months", "per 100,000 people"."""
    ends = {reading.end for reading in readings}
    return [
        reading
        for reading in readings
        if not text.endswith(" per ", 0, reading.start)
        and (
            reading.kind != "duration"
            or not text.endswith((" every ", " each "), 0, reading.start)
            or reading.start - 7 not in ends
        )
    ]


def _enumerated(text: str, readings: list[Reading]) -> list[Reading]:
    """Keep small spelled counts only where a list ties them to a figure: "14 nurses, six cooks"."""
    kept = [not reading.small for reading in readings]
    pairs = list(zip(range(len(readings)), range(1, len(readings)), strict=False))
    for here, there in [*pairs, *((there, here) for here, there in reversed(pairs))]:
        if kept[here] and not kept[there] and readings[here].kind == "count":
            left, right = sorted((readings[here], readings[there]))
            kept[there] = bool(_LISTED.fullmatch(text, left.end, right.start))
    return [reading for reading, keep in zip(readings, kept, strict=True) if keep]


def _with_units(text: str, readings: list[Reading]) -> list[Reading]:
    """Lend a count that names nothing the unit of the count before it, else after it, in its paragraph.

    "She has 370 delegates, he has 129": the noun is left out because it is the same.
    """
    settled = list(readings)
    for order, step in ((range(len(settled)), -1), (reversed(range(len(settled))), 1)):
        for i in order:
            if settled[i].kind == "count" and settled[i].unit is None:
                settled[i] = settled[i]._replace(unit=_lender(text, settled, i, step))
    return settled


def _lender(text: str, readings: list[Reading], index: int, step: int) -> str | None:
    """Return the unit of the nearest count in one direction, past at most two figures of another kind."""
    for near in range(index + step, index + 4 * step, step):
        if not 0 <= near < len(readings):
            return None
        left, right = sorted((readings[index], readings[near]))
        if right.start - left.end > _REACH or "\n" in text[left.end : right.start]:
            return None
        if readings[near].kind == "count":
            return readings[near].unit
    return None
