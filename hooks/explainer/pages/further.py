"""What of a record's page is more than one page holds: a list of its own, below the page."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from explainer.library.draft import Draft
from explainer.library.library import Library
from explainer.library.titles import title
from explainer.pages import making
from explainer.pages.making import below
from explainer.pages.page import Page
from explainer.pages.paging import AT_ONCE, Sheet, sheets
from explainer.pages.voices import Line
from explainer.records.address import url
from explainer.records.model import AnyRecord


def drafts(records: Sequence[AnyRecord], of: AnyRecord, name: str, line: str) -> Iterator[Draft[Page]]:
    """Yield the sheets of a list called `name`, by its words and address; none where the page holds all."""
    if len(records) > AT_ONCE:
        for sheet in sheets([record.ref for record in records], f"{url(of)}{name}/"):
            yield Draft(sheet.path(sheet.number), _list, (sheet, of.ref, name, line))


def _list(library: Library, sheet: Sheet[str], of: str, name: str, line: str) -> Page:
    owner = library.get(of)
    assert owner is not None
    known = library.words(f"titles.{name}", title=title(owner, library))
    records = [record for ref in sheet.entries if (record := library.get(ref))]
    return making.page(
        library,
        "further.html",
        sheet.path(sheet.number),
        title=sheet.titled(known, library.words),
        description=known,
        crumbs=(*below(owner.FOLDER, library), making.Crumb(title(owner, library), url(owner))),
        balance=Line(line),
        sheet=sheet,
        name=known,
        groups=[(kind, list(found)) for kind, found in groupby(records, key=lambda record: record.KIND)],
    )
