"""An HTML page's tree -> the text its reader sees, block by block.

Edges of blocks become paragraph breaks, so that no words are glued; what a reader never sees is left out
and reported.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree, html

from explainer.articles.html_tree import parse
from explainer.articles.inline_text import raised
from explainer.articles.note_marks import is_note_mark
from explainer.articles.reduced import Reduced
from explainer.articles.unseen import UNSEEN_STYLE
from explainer.text.characters import ARTICLE_CONTROL, shown
from explainer.text.encoding import NotText
from explainer.text.pattern import pattern

MOST_TOLD = 12
"""Stretches of hidden text that a note names."""


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SKIPPED = _names(
    """
    head script style template noscript del s strike iframe object embed svg math audio video canvas
    select textarea button dialog noembed noframes datalist map
    """
)
_SILENT = _names(
    """
    head script style svg math iframe button select
    """
)
"""Skipped without a note: no reader takes their content for the article's text."""
_BLOCKS = _names(
    """
    address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody
    tfoot thead tr ul
    """
)
_MARKING = _names("sup a")
"""What may be the mark of a note."""
_QUOTED = {
    "": (("“", "”"), ("‘", "’")),
    "de": (("„", "“"), ("‚", "‘")),
    "fr": (("« ", " »"), ("“", "”")),
    "es": (("«", "»"), ("“", "”")),
}
"""The marks of <q>, outer and inner (HTML standard, 15.3.7; CLDR)."""
_FOR_SCREEN_READERS = pattern(
    r"(?:\A|\s)(?:sr-only|visually-?hidden|screen-reader-text|screenreader-only|assistive-text)(?:\s|\Z)",
    re.IGNORECASE,
)
"""Conventional names of classes that take an element from sight (Bootstrap, WordPress, HTML5 Boilerplate)."""
_WHOLE = _names("html body main article")
"""Hidden only until a script has run, where they are: all there is would be lost."""
_SPACE = pattern(r"[ \t\n\r\f]+")
_CELL = pattern(r"[ \t]*\t[ \t]*")
_BREAKS = pattern(r"\n{2,}")


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A paragraph, heading, item or row as it is shown, and the element around it."""

    text: str
    element: html.HtmlElement


class Hidden(NamedTuple):
    """Text that is kept from readers: what and where, and after how many blocks."""

    text: str
    where: str
    line: int
    after: int


class Shown(NamedTuple):
    """What of a page is for readers, and what is not."""

    blocks: tuple[Block, ...]
    hidden: tuple[Hidden, ...]


def html_text(data: bytes) -> Reduced:
    """Return a page's visible text; raises NotText for what is no text and for pages beyond the limits."""
    page = parse(data)
    seen = blocks(page.tree)
    if not seen.blocks:
        raise NotText("holds no text that a reader would see")
    return Reduced(text_of(seen.blocks), {}, (*page.notes, *hidden_note(seen.hidden)))


def blocks(tree: html.HtmlElement) -> Shown:
    """Return what a page shows, in reading order."""
    walk = _Walk()
    walker = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walker:
        if event == "end":
            walk.leave(element)
        elif not walk.enter(element):
            walker.skip_subtree()
    walk.flush(tree)
    return Shown(tuple(walk.blocks), tuple(walk.hidden))


def text_of(shown: tuple[Block, ...]) -> str:
    """Return blocks as a text: paragraphs with an empty line between them."""
    return "\n\n".join(block.text for block in shown) + "\n"


def hidden_note(hidden: tuple[Hidden, ...]) -> tuple[tuple[int, int, str], ...]:
    """Return one note of all hidden text, or none: line, column, message."""
    if not hidden:
        return ()
    told = ", ".join(f'{each.where} "{shown(each.text, limit=30)}"' for each in hidden[:MOST_TOLD])
    more = f" and {len(hidden) - MOST_TOLD} more" if len(hidden) > MOST_TOLD else ""
    return ((hidden[0].line, 1, f"hidden text skipped: {told}{more}"),)


class _Walk:
    """Gathers visible text in reading order."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.hidden: list[Hidden] = []
        self.pieces: list[str] = []
        self.skipped: html.HtmlElement | None = None

    def enter(self, element: html.HtmlElement) -> bool:
        """Begin an element; False where its content is not for readers."""
        tag = element.tag
        if tag in _MARKING and is_note_mark(element, self.before()):
            self.skipped = element
            return False
        how = _hidden(element)
        if how:
            self.skipped = element
            if tag not in _SILENT and how != _SILENTLY:
                self.skip(element, f"<{tag}{how}>")
            return False
        if tag == "br":
            self.pieces.append(_BR)
        elif tag in ("td", "th"):
            self.pieces.append("\t")
        elif tag == "q":
            self.pieces.append(_marks(element)[0])
        elif tag in _BLOCKS:
            self.flush(element.getparent())
        if element.text:
            self.string(element.text, element)
        return True

    def leave(self, element: html.HtmlElement) -> None:
        """End an element, or pass by one that was skipped, and take what follows it."""
        if element is self.skipped:
            self.skipped = None
        elif element.tag == "q":
            self.pieces.append(_marks(element)[1])
        elif element.tag in _BLOCKS:
            self.flush(element)
        if element.tail:
            self.string(element.tail, element.getparent())

    def before(self) -> str:
        """Return the last words of the block so far."""
        return "".join(self.pieces[-3:]).rstrip("\0")

    def string(self, text: str, around: html.HtmlElement | None) -> None:
        """Take a stretch of text."""
        tag = around.tag if around is not None else ""
        words = text.replace("\n", _BR) if tag == "pre" else _SPACE.sub(" ", text)
        self.pieces.append(raised(words) if tag == "sup" else words)

    def flush(self, element: html.HtmlElement | None) -> None:
        """End a block that stood directly in `element`."""
        if self.pieces and element is not None:
            text = _laid_out("".join(self.pieces))
            if text:
                self.blocks.append(Block(text, element))
        self.pieces = []

    def skip(self, element: html.HtmlElement, where: str) -> None:
        """Note hidden text."""
        text = " ".join("".join(element.itertext()).split())
        if text:
            self.hidden.append(Hidden(text, where, element.sourceline or 1, len(self.blocks)))


def _laid_out(text: str) -> str:
    """Return a block's text with single spaces and without empty lines."""
    lines = (_SPACES.sub(" ", _CELL.sub("\t", line)).strip(" \t") for line in text.split(_BR))
    return ARTICLE_CONTROL.sub(" ", _BREAKS.sub("\n", "\n".join(lines)).strip("\n"))


_SPACES = pattern(r" {2,}")
_SILENTLY = " class"
_BR = "\0"  # no page holds one any more


def _marks(element: html.HtmlElement) -> tuple[str, str]:
    """Return the marks that a browser puts around <q>, by its language and by how deep it stands."""
    language = next((lang for each in (element, *element.iterancestors()) if (lang := each.get("lang"))), "")
    inner = sum(1 for _ in element.iterancestors("q")) % 2
    return _QUOTED.get(language[:2].lower(), _QUOTED[""])[inner]


def _hidden(element: html.HtmlElement) -> str:
    """Return how an element is kept from readers, or nothing."""
    if element.tag in _SKIPPED:
        return " "
    attributes = element.attrib
    if not attributes or element.tag in _WHOLE:
        return ""
    if "hidden" in attributes:
        return " hidden"
    if UNSEEN_STYLE.search(attributes.get("style", "")):
        return ' style="…"'
    return _SILENTLY if _FOR_SCREEN_READERS.search(attributes.get("class", "")) else ""
