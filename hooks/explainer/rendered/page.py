"""What one pass over a finished page sees.

A page of plain tags, as templates write them, is read tag by tag, which takes a fifth of the time that
building its tree does. Any other goes to the HTML parser.
"""

from dataclasses import dataclass, field
from html import unescape

from lxml import etree

from explainer.rendered.tags import NOTHING, PlainTags, Tag, tag
from explainer.safety.markup import redirect_fault
from explainer.text.pattern import pattern

_PARSER = etree.HTMLParser(encoding="utf-8")
_TEXT = etree.XPath("string()")
_TAG = pattern(r"<[^>]*>")
_QUOTATION = pattern(r'<([a-z]+) data-quote="([^"<>]*)"[^<>]*>([^<]*)</\1>')


@dataclass(slots=True)
class Seen:
    """The ids, links, quotations and faults of a page."""

    ids: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    quotations: list[tuple[str, str]] = field(default_factory=list)
    """Id of the quote and the words the reader sees, for each element that shows one."""
    faults: list[str] = field(default_factory=list)
    has_policy: bool = False

    def __reduce__(self) -> tuple[type["Seen"], tuple[object, ...]]:
        """Return how to make it again: a memory of thousands is written down in half the time."""
        return Seen, (self.ids, self.links, self.quotations, self.faults, self.has_policy)

    def add(self, found: Tag) -> None:
        """Add what one tag has."""
        self.ids.update(found.ids)
        self.links.update(found.links)
        self.faults += found.faults
        self.has_policy |= found.is_policy

    def judged(self, *, whole: bool) -> "Seen":
        """Return it with a fault more where a `whole` page has no policy."""
        if whole and not self.has_policy:
            self.faults.append("has no content security policy, or one that allows inline scripts")
        return self


def read(page: str, known: PlainTags, *, whole: bool = True) -> Seen:
    """Look at a page, or at a part of it, which needs no policy; an empty page is a fault.

    `known` are the tags of the pages looked at before.
    """
    plain = _plain(page, known)
    return plain.judged(whole=whole) if plain else parse(page, whole=whole)


def parse(page: str, *, whole: bool = True) -> Seen:
    """Look at a page as `read` does, always with the parser."""
    if not page.strip():
        return Seen(faults=["is empty"])
    return look(etree.fromstring(page.encode(), _PARSER), whole=whole)


def look(tree: etree._Element, *, whole: bool = True) -> Seen:
    """Look at every element and attribute of a parsed page once."""
    seen = Seen()
    for element in tree.iter("*"):
        attributes = dict(element.items())
        seen.add(tag(element.tag, attributes))
        if fault := redirect_fault(element):
            seen.faults.append(fault)
        if "data-quote" in attributes:
            seen.quotations.append((attributes["data-quote"], _TEXT(element)))
    return seen.judged(whole=whole)


def _plain(page: str, known: PlainTags) -> Seen | None:
    """Return what a page of plain tags shows; None where a parser must tell where its tags begin and end."""
    tags = _TAG.findall(page)
    if not len(tags) == page.count("<") == page.count(">") or "\0" in page:
        return None
    seen = Seen()
    for source in dict.fromkeys(tags):
        found = known[source]
        if found is None:
            return None
        if found is not NOTHING:
            seen.add(found)
    seen.quotations = [(unescape(id_), unescape(words)) for _, id_, words in _QUOTATION.findall(page)]
    return seen if tags and len(seen.quotations) == page.count("data-quote=") else None
