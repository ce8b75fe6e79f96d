"""Every claim held against other sources: all of them by finding, and a page for each."""

from collections.abc import Iterable, Iterator

from explainer.library.draft import Draft
from explainer.library.library import Library
from explainer.library.titles import title
from explainer.pages import making, voices
from explainer.pages.making import below
from explainer.pages.page import Page
from explainer.pages.paging import Sheet, sheets
from explainer.pages.voices import Line
from explainer.records.model import Check, Finding, Source

ORDER: tuple[Finding, ...] = ("differs", "not-found", "cannot-be-checked", "qualifies", "supports")
"""What a reader most needs to know stands first."""


def drafts(library: Library, line: str) -> Iterator[Draft[Page]]:
    """Yield the list, then a page for each check."""
    ordered = [check.id for _, group in by_finding(library.checks.values()) for check in group]
    for sheet in sheets(ordered, "checks/"):
        yield Draft(sheet.path(sheet.number), _list, (sheet, line))
    for check in library.checks:
        yield Draft(f"checks/{check}/", _page, (check,))


def _list(library: Library, sheet: Sheet[str], line: str) -> Page:
    return making.page(
        library,
        "checks.html",
        sheet.path(sheet.number),
        title=sheet.titled(library.words("pages.checks"), library.words),
        description=_description(library),
        crumbs=below("checks", library) if sheet.number > 1 else (),
        balance=Line(line),
        sheet=sheet,
        groups=by_finding(library.checks[id_] for id_ in sheet.entries),
        issues=[issue for issue in library.issues.values() if library.checks_on(issue.id)],
    )


def _page(library: Library, id_: str) -> Page:
    check, words = library.checks[id_], library.words
    return making.page(
        library,
        "check.html",
        f"checks/{check.id}/",
        title=words("titles.check", finding=words.findings[check.finding], words=title(check, library)),
        description=check.verdict or check.note,
        record=check,
        crumbs=below("checks", library),
        balance=voices.behind(check, library),
        accent=check.issues[0] if check.issues else "",
        compared=_compared(check, library),
        others=_others(check, library),
    )


def by_finding(checks: Iterable[Check]) -> list[tuple[Finding, list[Check]]]:
    """Return the checks of each finding, those that matter most first, each finding's by id."""
    found = sorted(checks, key=lambda check: check.id)
    groups = ((finding, [check for check in found if check.finding == finding]) for finding in ORDER)
    return [(finding, group) for finding, group in groups if group]


def _description(library: Library) -> str:
    words, groups = library.words, by_finding(library.checks.values())
    counts = ", ".join(f"{len(group)} {words.findings[finding].lower()}" for finding, group in groups)
    return words("descriptions.checks", counts=counts or words("descriptions.checks-none"))


def _compared(check: Check, library: Library) -> list[Source]:
    """Return the sources the claim was held against, each once."""
    return [library.sources[source] for source in dict.fromkeys(check.sources)]


def _others(check: Check, library: Library) -> list[Check]:
    """Return the other checks on the same issue, those that matter most first."""
    near = library.checks_on(check.issues[0]) if check.issues else []
    groups = by_finding(other for other in near if other.id != check.id)
    return [other for _, group in groups for other in group][:6]
