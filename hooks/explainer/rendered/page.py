"""What one pass over a finished page sees."""

from dataclasses import dataclass, field

from lxml import etree

from explainer.safety.markup import TELLING, attribute_fault, element_faults, is_policy

_LINKS = frozenset(
    [("a", "href"), ("link", "href"), ("img", "src"), ("script", "src"), ("source", "src"), ("iframe", "src")]
)
_ELSEWHERE = frozenset(("canonical", "preconnect"))
_WORDS = frozenset(
    ("class", "datetime", "dir", "hidden", "lang", "role", "title", "aria-label", "aria-labelledby", "d")
)
"""Attributes that neither lead anywhere nor run anything: most of a page's, and passed over."""
_PARSER = etree.HTMLParser(encoding="utf-8")
_TEXT = etree.XPath("string()")


@dataclass(slots=True)
class Seen:
    """The ids, links, quotations and faults of a page."""

    ids: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    quotations: list[tuple[str, str]] = field(default_factory=list)
    """Id of the quote and the words the reader sees, for each element that shows one."""
    faults: list[str] = field(default_factory=list)


def read(page: bytes, *, whole: bool = True) -> Seen:
    """Look at a page's bytes, or at a part of it, which needs no policy; an empty page is a fault."""
    if not page.strip():
        return Seen(faults=["is empty"])
    return look(etree.fromstring(page, _PARSER), whole=whole)


def look(tree: etree._Element, *, whole: bool = True) -> Seen:
    """Look at every element and attribute of a parsed page once."""
    seen = Seen()
    has_policy = False
    for element in tree.iter("*"):
        tag = element.tag
        if tag in TELLING:
            seen.faults += element_faults(element)
            has_policy = has_policy or is_policy(element)
        for name, value in element.items():
            if name in _WORDS:
                continue
            if name == "id":
                seen.ids.add(value)
            elif name == "data-quote":
                seen.quotations.append((value, _TEXT(element)))
            elif (tag, name) in _LINKS and element.get("rel") not in _ELSEWHERE:
                seen.links.add(value)
            if fault := attribute_fault(tag, name, value, element.get("rel", "") if tag == "link" else ""):
                seen.faults.append(fault)
    if whole and not has_policy:
        seen.faults.append("has no content security policy, or one that allows inline scripts")
    return seen
