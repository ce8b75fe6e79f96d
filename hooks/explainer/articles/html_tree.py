"""An HTML page's bytes -> its tree, within limits.

Attributes are counted before any parser runs, for parsers compare each with all before it; depth and tags
are counted in the tree itself, so that what only looks like a tag, in a script or an attribute, is none.
"""

import re
from typing import NamedTuple

from lxml import etree, html

from explainer.text.characters import place
from explainer.text.decoding import decode_any
from explainer.text.encoding import NotText
from explainer.text.pattern import pattern

MAX_BYTES = 5_000_000
"""Without the images that a page may hold."""
MAX_DEPTH = 512
MAX_TAGS = 100_000
MAX_ATTRIBUTES = 1_000
"""In one tag."""

_INLINE_DATA = pattern(rb"data:[\w/+.;=-]{1,100};base64,[A-Za-z0-9+/=]*")
"""Images within a page, as SingleFile saves them."""
_DECLARED = pattern(
    rb"<meta(?:\s+|(?=[^>]{0,200}http-equiv)[^>]{0,200}?)charset\s*=\s*[\"']?\s*([A-Za-z0-9_:-]{1,40})",
    re.IGNORECASE,
)
_XML = pattern(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([A-Za-z0-9_:-]{1,40})")
_COMMENT = pattern(rb"<!--.*?-->", re.DOTALL)
_TAG = pattern(
    r"<(?:(?P<comment>!--)|(?:(?P<raw>script|style|textarea|title)(?=[\s/>])|[A-Za-z][^\s/>]*+)"
    r"(?:[\s/]*+(?:[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'>]++))?+|=)){0,"
    + str(MAX_ATTRIBUTES)
    + r"}+[\s/]*+(?P<end>>|\Z)?)",
    re.IGNORECASE,
)
"""A comment's beginning, or a tag with its attributes; without an end it has more of them than it may."""
_CLOSING = {name: pattern(f"</{name}", re.IGNORECASE) for name in ("script", "style", "textarea", "title")}
_NUL_REFERENCE = pattern(r"&#(?:0+|x0+);?", re.IGNORECASE)


class Page(NamedTuple):
    """A parsed page."""

    tree: html.HtmlElement
    notes: tuple[tuple[int, int, str], ...] = ()
    """Line and column, and what had to be assumed in order to read it."""


def parse(data: bytes) -> Page:
    """Return a page's tree; raises NotText for what is no text and for pages beyond the limits."""
    data = _INLINE_DATA.sub(b"data:,", data)
    if len(data) > MAX_BYTES:
        raise NotText(f"is larger than {MAX_BYTES / 1e6:.0f} MB without its images")
    text, notes = decode_any(data, declared=_declared(data))
    text = _NUL_REFERENCE.sub(" ", text)
    _hold_attributes(text)
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = html.document_fromstring(text.encode(), parser=parser)
    except etree.ParserError:
        raise NotText("holds no text that a reader would see") from None
    _hold_depth(tree)
    return Page(tree, notes)


def saved_from(data: bytes) -> str | None:
    """Return the address in the comment that browsers write into a saved page: `saved from url=(0028)https://…`."""
    found = re.search(rb"<!-- saved from url=\(\d{4}\)(\S{1,2000}) -->", data[:4096])
    return found[1].decode("utf-8", "replace") if found else None


def _declared(data: bytes) -> str | None:
    head = _COMMENT.sub(lambda found: b" " * len(found[0]), data[:4096])
    found = _DECLARED.search(head) or _XML.match(head)
    return found[1].decode("ascii") if found else None


def _hold_attributes(page: str) -> None:
    """Look at each tag once, past comments, scripts and quoted values."""
    at = 0
    while tag := _TAG.search(page, at):
        at = tag.end()
        if tag["comment"]:
            end = page.find("-->", at)
            at = end if end >= 0 else len(page)
        elif tag["end"] is None:
            raise NotText(
                f"holds a tag of more than {MAX_ATTRIBUTES:,} attributes", *place(page, tag.start())
            )
        elif tag["raw"]:
            closing = _CLOSING[tag["raw"].lower()].search(page, at)
            at = closing.start() if closing else len(page)


def _hold_depth(tree: html.HtmlElement) -> None:
    level, depth, tags = [tree], 0, 0
    while level:
        depth, tags = depth + 1, tags + len(level)
        if depth > MAX_DEPTH:
            raise NotText(f"nests tags more than {MAX_DEPTH} deep", level[0].sourceline or 1)
        if tags > MAX_TAGS:
            raise NotText(f"holds more than {MAX_TAGS:,} tags", level[-1].sourceline or 1)
        level = [child for element in level for child in element]
