"""Map values and dates to places in a drawing."""

from collections.abc import Iterable
from decimal import Decimal
from math import ceil, floor, log10
from typing import NamedTuple


class Scale(NamedTuple):
    """A straight line from the domain (values) to the range (units of the drawing)."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float | Decimal) -> float:
        """Return the place of a value."""
        share = (float(value) - self.low) / ((self.high - self.low) or 1)
        return self.start + share * (self.end - self.start)


def value_scale(
    values: Iterable[Decimal], start: float, end: float, count: int = 4
) -> tuple[Scale, list[Decimal]]:
    """Return the scale of an axis of values and the round numbers to mark on it; zero is always on it."""
    numbers = [*values, Decimal(0)]
    low, high = min(numbers), max(numbers)
    step = _round_step((high - low) / count or Decimal(1))
    levels = [step * number for number in range(floor(low / step), ceil(high / step) + 1)]
    if len(levels) > 2 and levels[-1] > high + step / 4:
        levels.pop()
    return Scale(float(min(low, levels[0])), float(max(high, levels[-1])), start, end), levels


def _round_step(raw: Decimal) -> Decimal:
    power = Decimal(10) ** floor(log10(raw))
    return next(power * size for size in (1, 2, Decimal("2.5"), 5, 10) if power * size >= raw)


def years(date: str) -> float:
    """Return a date as years: 2012 stands at 2012, each month and day in its share of the year after."""
    year, month, day = ([int(part) for part in date.split("-")] + [0, 0])[:3]
    return year + max(month - 1, 0) / 12 + max(day - 1, 0) / 366


def year_ticks(first: float, last: float, most: int) -> list[int]:
    """Return whole years from first to last to label, at most `most`, the latest among them."""
    low, high = ceil(first), floor(last)
    span = max(high - low, 0)
    step = next(size for size in (1, 2, 5, 10, 20, 25, 50, 100, 500, 1000, 10_000) if span / size <= most - 1)
    return sorted(high - number * step for number in range(span // step + 1)) if high >= low else []
