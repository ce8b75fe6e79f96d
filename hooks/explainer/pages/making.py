"""Make a Page: a template within what every page carries at its foot."""

from collections.abc import Sequence
from typing import NamedTuple

from explainer.library.library import Library
from explainer.pages import voices
from explainer.pages.head import page_head
from explainer.pages.here import Here
from explainer.pages.page import Page
from explainer.pages.templating import render
from explainer.pages.voices import Balance, Line
from explainer.records.model import AnyRecord
from explainer.records.parts import Change

_DESCRIPTION = 160


class Crumb(NamedTuple):
    """A step on the way from the home page."""

    words: str
    path: str


def below(name: str, library: Library) -> tuple[Crumb]:
    """Return the way to a page below one of the lists, such as `people`."""
    return (Crumb(library.words(f"pages.{name}"), f"{name}/"),)


def page(
    library: Library,
    template: str,
    path: str,
    *,
    title: str,
    description: str,
    record: AnyRecord | None = None,
    crumbs: Sequence[Crumb] = (),
    balance: Balance | Line,
    accent: str = "",
    changes: Sequence[Change] = (),
    file: str | None = None,
    **values: object,
) -> Page:
    """Return the page that `template` makes of `values`; `title` and `description` are plain text."""
    here, record = Here(library, path), library.whole(record) if record else None
    summary = shortened(here.plain(description))
    file = f"{record.FOLDER}/{record.id}.yml" if record else file
    body = render(
        template,
        here,
        record=record,
        crumbs=crumbs,
        balance=balance,
        accent=here.accent(accent) if accent else 0,
        changed=max((change.date for change in changes), default=None),
        edit_url=here.edit_url(file),
        edit_file=file and f"{library.folder.name}/{file}",
        **values,
    )
    return Page(
        path=path,
        title=title,
        description=summary,
        body=body,
        head=page_head(
            library,
            path=path,
            title=title,
            description=summary,
            record=record,
            crumbs=[(crumb.words, crumb.path) for crumb in crumbs],
        ),
        accent=accent,
        record=record,
        source_file=file,
    )


def whole(library: Library) -> Balance:
    """Return the balance of the whole site."""
    return library.once("whole balance", _whole)


def _whole(library: Library) -> Balance:
    return voices.balance(
        library.quotes.values(),
        library,
        actors=voices.actors(library),
        others=len(library.sources) - len(library.articles),
    )


def shortened(text: str) -> str:
    """Return a description that search engines show whole."""
    text = " ".join(text.split())
    return text if len(text) <= _DESCRIPTION else text[: text.rfind(" ", 0, _DESCRIPTION)] + " …"
