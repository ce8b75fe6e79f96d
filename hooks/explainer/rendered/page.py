"""What one pass over a finished page sees.

A page of plain tags, as templates write them, is read tag by tag, which takes a third of the time that
building its tree does. Any other goes to the HTML parser: `rendered.tree`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from explainer.rendered.tags import PlainTags, Tag, Unclear
from explainer.text.entities import unescape
from explainer.text.pattern import pattern

_TAG = pattern(r"<[^>]*>")
_QUOTATION = pattern(r'<([a-z]+) data-quote="([^"<>]*)"[^<>]*>([^<]*)</\1>')


@dataclass(slots=True)
class Seen:
    """The ids, links, quotations and faults of a page, or of a part of it.

    Of a page that was looked at before, ids and links are taken apart when they are asked for.
    """

    _ids: set[str] | str = field(default_factory=set)
    _links: set[str] | str = field(default_factory=set)
    quotations: list[tuple[str, str]] = field(default_factory=list)
    """Id of the quote and the words the reader sees, for each element that shows one."""
    faults: list[str] = field(default_factory=list)
    around: "Seen | None" = None
    """What stands around this part, and around that of other pages."""

    @property
    def own_ids(self) -> set[str]:
        """Return the ids of this part."""
        if isinstance(self._ids, str):
            self._ids = _apart(self._ids)
        return self._ids

    @property
    def own_links(self) -> set[str]:
        """Return the links of this part."""
        if isinstance(self._links, str):
            self._links = _apart(self._links)
        return self._links

    @property
    def ids(self) -> set[str]:
        """Return all ids of the page."""
        return self.own_ids | self.around.own_ids if self.around else self.own_ids

    @property
    def links(self) -> set[str]:
        """Return all links of the page."""
        return self.own_links | self.around.own_links if self.around else self.own_links

    def __reduce__(self) -> tuple[type["Seen"], tuple[object, ...]]:
        """Return how to make it again: a memory of thousands is read in half the time."""
        ids, links = _together(self._ids), _together(self._links)
        return Seen, (ids, links, self.quotations, self.faults, self.around)


def _together(names: set[str] | str) -> str:
    """Return names as one text; no page holds what parts them."""
    return names if isinstance(names, str) else "\0".join(sorted(names))


def _apart(names: str) -> set[str]:
    return set(names.split("\0")) if names else set()


def read(page: str, known: PlainTags, *, whole: bool = True) -> Seen:
    """Look at a page, or at a part of it, which needs no policy; an empty page is a fault.

    `known` are the tags of the pages looked at before.
    """
    if found := _read_plain(page, known, whole=whole):
        return found
    from explainer.rendered.tree import parse  # an edit's pages are plain, and need no parser to be loaded

    return parse(page, whole=whole)


def _read_plain(page: str, known: PlainTags, *, whole: bool) -> Seen | None:
    """Return what a page of plain tags shows; None where a parser must tell where its tags begin and end."""
    sources = _TAG.findall(page)
    if not sources or not len(sources) == page.count("<") == page.count(">") or "\0" in page:
        return None
    try:
        tags = [*filter(None, map(known.__getitem__, dict.fromkeys(sources)))]
    except Unclear:
        return None
    quotations = [(unescape(id_), unescape(words)) for _, id_, words in _QUOTATION.findall(page)]
    return seen_of(tags, quotations, whole=whole) if len(quotations) == page.count("data-quote=") else None


def seen_of(tags: Iterable[Tag], quotations: list[tuple[str, str]], *, whole: bool) -> Seen:
    """Return what some tags show together."""
    seen, has_policy = Seen(quotations=quotations), False
    for ids, links, faults, is_policy in tags:
        seen.own_ids.update(ids)
        seen.own_links.update(links)
        seen.faults += faults
        has_policy = has_policy or is_policy
    if whole and not has_policy:
        seen.faults.append("has no content security policy, or one that allows inline scripts")
    return seen
