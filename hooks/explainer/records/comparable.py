"""Say why figures may not be drawn together; rules and charts both ask here.

A chart mixes neither units nor kinds of period: $32 billion a year beside $12 billion since 2000 would
tell a reader something that is not so.
"""

from collections.abc import Callable, Sequence

from explainer.records.model import Figure
from explainer.records.parts import Form


def refusal(figures: Sequence[Figure], *, form: Form = "table") -> str | None:
    """Return what stands against one chart of these figures, in words for its writer, or None."""
    return (
        _mixed(figures, "units", lambda figure: figure.unit, "draw one chart per unit")
        or _mixed(figures, "kinds of period", _period, "draw one chart per kind of period")
        or _mixed(figures, "starting dates", _since, "totals that began at different times do not compare")
        or _mixed(figures, "series and single values", _shape, "draw series with series")
        or (_undated(figures) if form == "line" else None)
    )


def _mixed(figures: Sequence[Figure], what: str, key: Callable[[Figure], str], advice: str) -> str | None:
    first: dict[str, str] = {}
    for figure in figures:
        first.setdefault(key(figure), figure.id)
    if len(first) < 2:
        return None
    kinds = " and ".join(f"{name} ({figure})" for name, figure in first.items())
    return f"mixes {what}: {kinds}; {advice}"


def _period(figure: Figure) -> str:
    return figure.period.kind if figure.period else "no period"


def _since(figure: Figure) -> str:
    since = figure.period is not None and figure.period.kind == "since"
    return f"since {figure.period.start or 'no date'}" if since and figure.period else "no start"


def _shape(figure: Figure) -> str:
    return "series" if figure.series else "single value"


def _undated(figures: Sequence[Figure]) -> str | None:
    for figure in figures:
        if not figure.series and dated(figure) is None:
            return f"draws a line through {figure.id}, which has no date; give it as_of, or write form: bars"
    return None


def dated(figure: Figure) -> str | None:
    """Return the date at which a single value stands on an axis of time, or None."""
    if figure.period and figure.period.kind == "at" and figure.period.start:
        return figure.period.start
    return figure.as_of or (figure.period.end or figure.period.start if figure.period else None)
