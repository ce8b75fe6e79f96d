"""A page of the site, made in the core and written by whatever builds the site."""

from typing import NamedTuple

from explainer.records.model import AnyRecord


class Page(NamedTuple):
    """A rendered page: plain text for the head, safe HTML for the body.

    `path` is the address relative to the root: "" for the home page, else ending in a slash.
    `head` is HTML for the page's head: JSON-LD, feeds, social card. `accent` names the issue whose colour
    the page takes. `source_file` is the writer's file behind it, below the content folder, for the edit link.
    """

    path: str
    title: str
    description: str
    body: str
    head: str = ""
    accent: str = ""
    record: AnyRecord | None = None
    source_file: str | None = None

    @property
    def file(self) -> str:
        """Return the HTML file of the page, relative to the root."""
        return f"{self.path}index.html"

    @property
    def meta(self) -> dict[str, str]:
        """Return the page's front matter: plain text for the head, and the HTML that stands in it."""
        return {"title": self.title, "description": self.description, "head": self.head}
