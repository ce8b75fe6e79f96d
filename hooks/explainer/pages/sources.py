"""Every source: what is known of it, every passage used, what other sources say of its claims."""

from collections.abc import Iterator

from explainer.library import excerpts
from explainer.library.draft import Draft
from explainer.library.library import Library
from explainer.library.sheets import OF_TEXT, sheet_path, text_sheet
from explainer.pages import further, making, voices
from explainer.pages.making import below
from explainer.pages.page import Page
from explainer.pages.paging import AT_ONCE, Sheet, sheets
from explainer.pages.voices import Line
from explainer.records.address import url
from explainer.records.model import RECORD_TYPES, AnyRecord, Issue, Quote, Source


def drafts(library: Library, line: str) -> Iterator[Draft[Page]]:
    """Yield the list, articles first, then a page for each."""
    counts = len(library.sources), sum(source.archive_url is not None for source in library.sources.values())
    for sheet in sheets([*library.articles, *_others(library)], "sources/"):
        yield Draft(sheet.path(sheet.number), _list, (sheet, counts, line))
    for source in library.sources.values():
        for number in _numbers(source, library):
            yield Draft(sheet_path(url(source), number), _page, (source.id, number))
        if sum(len(records) for _, records in _resting(source, library)) > AT_ONCE:
            uses = [record for _, found in _uses(source, library) for record in found]
            yield from further.drafts(uses, source, "uses", line)


def _list(library: Library, sheet: Sheet[str], counts: tuple[int, int], line: str) -> Page:
    known = [library.sources[id_] for id_ in sheet.entries]
    return making.page(
        library,
        "sources.html",
        sheet.path(sheet.number),
        title=sheet.titled(library.words("pages.sources"), library.words),
        description=library.words("descriptions.sources", n=counts[0]),
        crumbs=below("sources", library) if sheet.number > 1 else (),
        balance=Line(line),
        sheet=sheet,
        total=counts[0],
        archived=counts[1],
        articles=[source for source in known if source.id in library.articles],
        others=[source for source in known if source.id not in library.articles],
    )


def _page(library: Library, id_: str, number: int) -> Page:
    source, article, words = library.sources[id_], id_ in library.articles, library.words
    text = _sheets(source, library) if article else {}
    numbers, paragraphs = sorted({1, *text}), text.get(number, [])
    sheet = Sheet(url(source), number, numbers[-1], paragraphs, sum(map(len, text.values())), numbers)
    return making.page(
        library,
        "source.html",
        sheet.path(number),
        title=sheet.titled(source.title, words),
        description=words(
            "descriptions.source", publisher=source.publisher or words("shared.source"), title=source.title
        ),
        record=source,
        crumbs=below("sources", library),
        balance=voices.behind(source, library),
        article=article,
        paragraphs=paragraphs,
        sheet=sheet,
        at_once=AT_ONCE,
        checks=[c for c in library.from_source("check", source.id) if getattr(c, "source", "") == source.id],
        uses=_uses(source, library),
    )


def _numbers(source: Source, library: Library) -> list[int]:
    """Return the sheets of a source's page, the first and those of a long text that show something."""
    text = library.texts.get(source.id, "")
    if len(text) <= OF_TEXT:
        return [1]
    return sorted({1, *_sheets(source, library)})


def _sheets(source: Source, library: Library) -> dict[int, list[excerpts.Paragraph]]:
    """Return the paragraphs to show by sheet."""
    text = library.texts[source.id]
    found: dict[int, list[excerpts.Paragraph]] = {}
    for paragraph in excerpts.paragraphs(source, library):
        found.setdefault(text_sheet(paragraph.start, text), []).append(paragraph)
    return found


def _others(library: Library) -> list[str]:
    """Return the ids of the sources without a text of ours, by publisher."""
    others = [source for source in library.sources.values() if source.id not in library.articles]
    ordered = sorted(others, key=lambda source: ((source.publisher or source.title).casefold(), source.id))
    return [source.id for source in ordered]


def _uses(source: Source, library: Library) -> list[tuple[str, list[AnyRecord]]]:
    """Return the records that rest on the source, kind by kind, in its order."""
    return [(kind, _within(records, source, library)) for kind, records in _resting(source, library)]


def _resting(source: Source, library: Library) -> list[tuple[str, list[AnyRecord]]]:
    """Return the records that rest on the source, kind by kind, those shown as passages apart."""
    kinds = sorted(RECORD_TYPES, key=lambda model: model in (Issue, Quote))
    found = ((model.KIND, library.from_source(model.KIND, source.id)) for model in kinds)
    return [(kind, records) for kind, records in found if records]


def _within(records: list[AnyRecord], source: Source, library: Library) -> list[AnyRecord]:
    """Keep the order of the source where the records stand in it."""
    places = {record.ref: excerpts.place(record, library) or (0, 0) for record in records}
    if all(isinstance(record, Issue) for record in records):
        return records
    return sorted(records, key=lambda record: (places[record.ref], record.id))
