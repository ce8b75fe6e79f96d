"""Every source: what is known of it, every passage used, what other sources say of its claims."""

from collections.abc import Iterator

from explainer.library import excerpts
from explainer.library.library import Library
from explainer.pages import making, voices
from explainer.pages.making import below
from explainer.pages.page import Page
from explainer.pages.paging import sheets
from explainer.records.model import RECORD_TYPES, AnyRecord, Issue, Quote, Source


def pages(library: Library) -> Iterator[Page]:
    """Yield the list, articles first, then a page for each."""
    whole, words = making.whole(library), library.words
    archived = sum(source.archive_url is not None for source in library.sources.values())
    for sheet in sheets([*library.articles.values(), *_others(library)], "sources/"):
        yield making.page(
            library,
            "sources.html",
            sheet.path(sheet.number),
            title=sheet.titled(library.words("pages.sources"), library.words),
            description=words("descriptions.sources", n=len(library.sources)),
            crumbs=below("sources", library) if sheet.number > 1 else (),
            balance=whole,
            sheet=sheet,
            archived=archived,
            articles=[source for source in sheet.entries if source.id in library.articles],
            others=[source for source in sheet.entries if source.id not in library.articles],
        )
    for source in library.sources.values():
        article = source.id in library.articles
        yield making.page(
            library,
            "source.html",
            f"sources/{source.id}/",
            title=source.title,
            description=words(
                "descriptions.source",
                publisher=source.publisher or words("shared.source"),
                title=source.title,
            ),
            record=source,
            crumbs=below("sources", library),
            balance=voices.behind(source, library),
            article=article,
            paragraphs=list(excerpts.paragraphs(source, library)) if article else [],
            checks=[
                c for c in library.from_source("check", source.id) if getattr(c, "source", "") == source.id
            ],
            uses=_uses(source, library),
        )


def _others(library: Library) -> list[Source]:
    """Return the sources without a text of ours, by publisher."""
    others = [source for source in library.sources.values() if source.id not in library.articles]
    return sorted(others, key=lambda source: ((source.publisher or source.title).casefold(), source.id))


def _uses(source: Source, library: Library) -> list[tuple[str, list[AnyRecord]]]:
    """Return the records that rest on the source, kind by kind, those shown as passages apart."""
    kinds = sorted(RECORD_TYPES, key=lambda model: model in (Issue, Quote))
    found = [(model.KIND, library.from_source(model.KIND, source.id)) for model in kinds]
    return [(kind, _within(records, source, library)) for kind, records in found if records]


def _within(records: list[AnyRecord], source: Source, library: Library) -> list[AnyRecord]:
    """Keep the order of the source where the records stand in it."""
    places = {record.ref: excerpts.place(record, library) or (0, 0) for record in records}
    if all(isinstance(record, Issue) for record in records):
        return records
    return sorted(records, key=lambda record: (places[record.ref], record.id))
