"""The ledger of silence and doubt: what nobody told us, kept as carefully as what somebody did."""

from collections.abc import Iterator

from explainer.library.draft import Draft
from explainer.library.library import Library
from explainer.pages import making
from explainer.pages.checks import by_finding
from explainer.pages.page import Page
from explainer.pages.standing import standings
from explainer.pages.voices import Line
from explainer.records.model import Issue, Person, Source


def drafts(library: Library, line: str) -> Iterator[Draft[Page]]:
    """Yield the one page."""
    yield Draft("ledger/", _ledger, (line,))


def _ledger(library: Library, line: str) -> Page:
    return making.page(
        library,
        "ledger.html",
        "ledger/",
        title=library.words("ledger.title"),
        description=library.words("descriptions.ledger"),
        balance=Line(line),
        silences=_silences(library),
        questions=[issue for issue in library.issues.values() if issue.open_questions],
        unsettled=[
            (finding, checks)
            for finding, checks in by_finding(library.checks.values())
            if finding in ("not-found", "cannot-be-checked")
        ],
        unknowns=[source for source in library.sources.values() if source.unknowns],
        second_hand=_second_hand(library),
    )


def _silences(library: Library) -> list[tuple[Issue, list[Person]]]:
    """Return the people who are not quoted on each issue, where it names any."""
    found = (
        (issue, [row.actor for row in standings(issue, library) if row.silent and row.actor.kind == "person"])
        for issue in library.issues.values()
    )
    return [(issue, silent) for issue, silent in found if silent]


def _second_hand(library: Library) -> list[Source]:
    """Return the sources that were read in a copy or a translation and not in the original."""
    return [source for source in library.sources.values() if source.via]
