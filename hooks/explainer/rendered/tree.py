"""What an HTML parser sees of a page whose tags are not plain: those that are written by hand."""

from lxml import etree

from explainer.rendered.page import Seen, seen_of
from explainer.rendered.tags import Tag, tag
from explainer.safety.markup import redirect_fault

_PARSER = etree.HTMLParser(encoding="utf-8")
_TEXT = etree.XPath("string()")


def parse(page: str, *, whole: bool = True) -> Seen:
    """Look at a page as `page.read` does, always with the parser; an empty page is a fault."""
    if not page.strip():
        return Seen(faults=["is empty"])
    return look(etree.fromstring(page.encode(), _PARSER), whole=whole)


def look(tree: etree._Element, *, whole: bool = True) -> Seen:
    """Look at every element and attribute of a parsed page once."""
    tags: list[Tag] = []
    quotations, redirects = [], []
    for element in tree.iter("*"):
        attributes = dict(element.items())
        if found := tag(element.tag, attributes):
            tags.append(found)
        if fault := redirect_fault(element):
            redirects.append(fault)
        if "data-quote" in attributes:
            quotations.append((attributes["data-quote"], _TEXT(element)))
    seen = seen_of(tags, quotations, whole=whole)
    seen.faults += redirects
    return seen
