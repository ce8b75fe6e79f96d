"""The ledger of silence and doubt: what nobody told us, kept as carefully as what somebody did."""

from collections.abc import Iterator

from explainer.library.draft import Draft
from explainer.library.library import Library
from explainer.pages import making
from explainer.pages.checks import by_finding
from explainer.pages.making import below
from explainer.pages.page import Page
from explainer.pages.paging import Sheet, sheets
from explainer.pages.standing import standings
from explainer.pages.voices import Line
from explainer.records.model import Check, Issue, Person


def drafts(library: Library, line: str) -> Iterator[Draft[Page]]:
    """Yield the page, and more where it tells much."""
    for sheet in sheets(_entries(library), "ledger/"):
        yield Draft(sheet.path(sheet.number), _ledger, (sheet, line))


def _entries(library: Library) -> list[tuple[str, str]]:
    """Return what the ledger tells: part and id."""
    return [
        *(("silence", issue.id) for issue, _ in _silences(library)),
        *(("questions", issue.id) for issue in library.issues.values() if issue.open_questions),
        *(("unsettled", check.id) for check in _unsettled(library)),
        *(("unknowns", source.id) for source in library.sources.values() if source.unknowns),
        *(("copies", source.id) for source in library.sources.values() if source.via),
    ]


def _ledger(library: Library, sheet: Sheet[tuple[str, str]], line: str) -> Page:
    told: dict[str, list[str]] = {}
    for part, id_ in sheet.entries:
        told.setdefault(part, []).append(id_)
    silent = set(told.get("silence", ()))
    return making.page(
        library,
        "ledger.html",
        sheet.path(sheet.number),
        title=sheet.titled(library.words("ledger.title"), library.words),
        description=library.words("descriptions.ledger"),
        crumbs=below("ledger", library) if sheet.number > 1 else (),
        balance=Line(line),
        sheet=sheet,
        silences=[(issue, people) for issue, people in _silences(library) if issue.id in silent],
        questions=[library.issues[id_] for id_ in told.get("questions", ())],
        unsettled=by_finding(library.checks[id_] for id_ in told.get("unsettled", ())),
        unknowns=[library.sources[id_] for id_ in told.get("unknowns", ())],
        second_hand=[library.sources[id_] for id_ in told.get("copies", ())],
    )


def _unsettled(library: Library) -> list[Check]:
    return [
        check
        for finding, checks in by_finding(library.checks.values())
        if finding in ("not-found", "cannot-be-checked")
        for check in checks
    ]


def _silences(library: Library) -> list[tuple[Issue, list[Person]]]:
    """Return the people who are not quoted on each issue, where it names any."""
    found = (
        (issue, [row.actor for row in standings(issue, library) if row.silent and row.actor.kind == "person"])
        for issue in library.issues.values()
    )
    return [(issue, silent) for issue, silent in found if silent]
