"""Markdown of a writer's field -> HTML through an allow-list, with `[[kind:id]]` links."""

import re
import xml.etree.ElementTree as etree

import nh3
from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markupsafe import Markup

from explainer.library.library import Library
from explainer.library.links import anchor_parts
from explainer.records.links import MEANT
from explainer.text.pattern import pattern

TAGS = {
    "a", "abbr", "b", "blockquote", "br", "code", "dd", "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6", "hr",
    "i", "li", "ol", "p", "pre", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {"a": {"href"}, "abbr": {"title"}, "th": {"scope"}, "ol": {"start"}}
SCHEMES = {"http", "https", "mailto"}
_HEADING = pattern(r"(</?h)([1-6])")


def markdown_html(text: str, library: Library, *, base: str, level: int = 3) -> Markup:
    """Return safe HTML; headings are moved so that the highest used stands at `level`, none skipped.

    Tables and definition lists are understood; scripts, styles, classes, images, unknown schemes are dropped.
    """
    if not text.strip():
        return Markup("")
    markdown = Markdown(extensions=["tables", "def_list", "sane_lists"])
    markdown.inlinePatterns.register(_Reference(library, base), "reference-to-record", 165)
    html = nh3.clean(
        markdown.convert(text),
        tags=TAGS | {"h1"},
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="noopener",
    )
    return Markup(_levelled(html, level))


def _levelled(html: str, level: int) -> str:
    used = sorted({int(match[2]) for match in _HEADING.finditer(html)})
    places = {old: min(level + place, 6) for place, old in enumerate(used)}
    return _HEADING.sub(lambda match: f"{match[1]}{places[int(match[2])]}", html)


class _Reference(InlineProcessor):
    """Makes a link of `[[kind:id|words]]`, outside code only: Markdown takes code out first."""

    def __init__(self, library: Library, base: str) -> None:
        super().__init__(MEANT.pattern)
        self._library = library
        self._base = base

    def handleMatch(  # type: ignore[override]
        self, match: re.Match[str], data: str
    ) -> tuple[etree.Element | str, int, int]:
        parts = anchor_parts(match[1], match[2], self._library, base=self._base)
        if parts is None:
            return match[2] or match[1].partition(":")[2], match.start(0), match.end(0)
        element = etree.Element("a", href=parts[0])
        element.text = parts[1]
        return element, match.start(0), match.end(0)
