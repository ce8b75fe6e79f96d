"""Which drawing a form asks for, given the figures' dates."""

from collections.abc import Sequence
from typing import assert_never

from explainer.charts.axes import Frame
from explainer.charts.bars import columns
from explainer.charts.rows import rows
from explainer.charts.series import Series
from explainer.charts.timeplot import time_plot
from explainer.records.model import Event
from explainer.records.parts import Form


def plot(
    form: Form, all_series: Sequence[Series], frame: Frame, events: Sequence[Event] = ()
) -> tuple[str, int]:
    """Return the content of a drawing and its height. Raises ValueError for a table, which is not drawn."""
    match form:
        case "line":
            return time_plot(all_series, frame, events, joined=True)
        case "dots" if over_time(all_series):
            return time_plot(all_series, frame, events, joined=False)
        case "bars" if over_time(all_series):
            return columns(all_series, frame, events)
        case "dots" | "bars":
            return rows(all_series, frame, dots=form == "dots")
        case "table":
            raise ValueError("a table is not drawn")
        case _:
            assert_never(form)


def over_time(all_series: Sequence[Series]) -> bool:
    """Return whether a drawing can be read date by date."""
    return any(len(series.marks) > 1 for series in all_series)
