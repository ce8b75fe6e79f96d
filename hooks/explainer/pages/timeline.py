"""What happened when: the site's timeline, and those of an issue or person with too many for a page."""

from collections.abc import Iterator, Sequence

from explainer.library.draft import Draft
from explainer.library.library import Library
from explainer.library.titles import title
from explainer.pages import making
from explainer.pages.making import Crumb, below
from explainer.pages.page import Page
from explainer.pages.paging import AT_ONCE, Sheet, sheets
from explainer.pages.voices import Line
from explainer.records.address import url
from explainer.records.model import Event, Issue, Person


def drafts(library: Library, line: str) -> Iterator[Draft[Page]]:
    """Yield the timeline, then the others."""
    yield from _drafts(list(library.events.values()), "timeline/", "", line)
    owners: list[Issue | Person] = [*library.issues.values(), *library.people.values()]
    for owner in owners:
        events = library.events_on(owner.id) if isinstance(owner, Issue) else library.events_of(owner.id)
        if len(events) > AT_ONCE:
            yield from _drafts(events, f"{url(owner)}events/", owner.ref, line)


def _drafts(events: Sequence[Event], base: str, of: str, line: str) -> Iterator[Draft[Page]]:
    for sheet in sheets([event.id for event in events], base):
        yield Draft(sheet.path(sheet.number), _page, (sheet, of, line))


def _page(library: Library, sheet: Sheet[str], of: str, line: str) -> Page:
    events = [library.events[id_] for id_ in sheet.entries]
    name = library.words("pages.timeline")
    crumbs: tuple[Crumb, ...] = below("timeline", library) if sheet.number > 1 else ()
    owner = library.get(of) if of else None
    if isinstance(owner, Issue | Person):
        name = library.words("titles.events", title=title(owner, library))
        crumbs = (*below(owner.FOLDER, library), Crumb(title(owner, library), url(owner)))
    return making.page(
        library,
        "timeline.html",
        sheet.path(sheet.number),
        title=sheet.titled(name, library.words),
        description=library.words("descriptions.timeline"),
        crumbs=crumbs,
        balance=Line(line),
        sheet=sheet,
        name=name,
        anchors=not of,
        events=[event for event in events if not library.is_later(event)],
        later=[event for event in events if library.is_later(event)],
    )
