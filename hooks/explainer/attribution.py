"""Which source bears out the words that a card shows, and how it is named there."""

from explainer.library import Library, sources_of
from explainer.model import Figure, Quote
from explainer.wording import date_words, last_known


def bearing(record: Quote | Figure) -> str | None:
    """Return the id of the source of a quote, or of the very value by which a figure is said."""
    point = last_known(record) if isinstance(record, Figure) else None
    if point and point.source:
        return point.source
    return next(iter(sources_of(record)), None) if record.source is None else record.source


def source_line(record: Quote | Figure, library: Library, *, headline: bool) -> str:
    """Return publisher, headline where wanted, and date; `no date stated` where there is none."""
    source = library.sources.get(bearing(record) or "")
    if source is None:
        return ""
    words = f"“{source.title}”" if source.title_kind == "headline" else source.title
    date = date_words(source.published) if source.published else "no date stated"
    if headline:
        return ", ".join(part for part in (source.publisher, words) if part) + f" ({date})"
    return f"{source.publisher or source.title}, {date}"
