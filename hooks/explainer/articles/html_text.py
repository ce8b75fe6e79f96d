"""An HTML page's bytes -> the text its reader sees.

Limits are checked before any parser runs. Edges of blocks become paragraph breaks, so that no words are
glued; what a reader never sees is left out and reported.
"""

import codecs
import re
import warnings
from collections.abc import Iterator

from bs4 import (
    BeautifulSoup,
    Comment,
    MarkupResemblesLocatorWarning,
    Tag,
    XMLParsedAsHTMLWarning,
)
from bs4.element import NavigableString, PageElement, PreformattedString

from explainer.articles.inline_text import raised
from explainer.articles.reduced import Reduced
from explainer.articles.unseen import UNSEEN_STYLE
from explainer.text.characters import place, shown
from explainer.text.encoding import NotText, decode

MAX_DEPTH = 512
MAX_TAGS = 50_000
MAX_ATTRIBUTES = 500
"""In one tag; parsers compare each with all before it."""
MAX_NOTES = 50

ENCODINGS = {
    "utf-8": "utf-8", "utf8": "utf-8", "us-ascii": "ascii", "ascii": "ascii",
    "iso-8859-1": "cp1252", "latin1": "cp1252", "windows-1252": "cp1252", "cp1252": "cp1252",
    "iso-8859-2": "iso-8859-2", "iso-8859-15": "iso-8859-15",
    "windows-1250": "cp1250", "windows-1251": "cp1251",
}  # fmt: skip
"""Declared names we accept -> Python's codec; Latin-1 means Windows-1252 (WHATWG Encoding)."""

_DECLARED = re.compile(
    rb"<meta(?:\s+|(?=[^>]{0,200}http-equiv)[^>]{0,200}?)charset\s*=\s*[\"']?\s*([A-Za-z0-9_:-]{1,40})",
    re.IGNORECASE,
)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]{0,40})")
_WHOLE_TAG = re.compile(r"<[A-Za-z][^<>]*")


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_VOID = _names(
    """
    area base br col embed hr img input link meta param source track wbr
    """
)
_SELF_CLOSING = _names(
    """
    p li dt dd tr td th thead tbody tfoot option optgroup colgroup rt rp
    """
)
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
_AROUND = frozenset(("nav", "aside", "footer", "form"))
"""Left out of a page that says where its article is: menus, teasers, notices of rights."""
_BLOCKS = _names(
    """
    address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody
    tfoot thead tr ul
    """
)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_BREAK = "\n\n"


def html_text(data: bytes) -> Reduced:
    """Return a page's visible text; raises NotText for wrong encodings and pages beyond the limits."""
    page = _decode(data)
    _hold_limits(page)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        soup = BeautifulSoup(page, "lxml")
    walk = _Walk(page, framed=soup.find(("article", "main")) is not None)
    walk.element(soup)
    return Reduced(walk.text(), _head(soup), tuple(walk.notes))


def _decode(data: bytes) -> str:
    declared = _DECLARED.search(_COMMENT.sub(lambda found: b" " * len(found[0]), data[:4096]))
    if data.startswith(codecs.BOM_UTF8) or not declared:
        return decode(data)
    label = declared[1].decode("ascii")
    codec = ENCODINGS.get(label.lower())
    if codec is None:
        line, column = place(data[: declared.start(1)].decode("latin-1"), declared.start(1))
        raise NotText(
            f'declares the encoding "{label}", which is not accepted; save it as UTF-8', line, column
        )
    if codec == "utf-8":
        return decode(data)
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("latin-1")
        message = f"is not {label} as it declares (byte 0x{data[error.start]:02X})"
        raise NotText(message, *place(before, len(before))) from None


def _hold_limits(page: str) -> None:
    """Count tags and depth in one pass over the text; raises NotText beyond the limits."""
    open_tags: dict[str, int] = {}
    depth = 0
    for number, tag in enumerate(_TAG.finditer(page)):
        if number >= MAX_TAGS:
            raise NotText(f"holds more than {MAX_TAGS:,} tags", *place(page, tag.start()))
        name = tag[2].lower()
        if name in _VOID or name in _SELF_CLOSING:
            continue
        if not tag[1]:
            open_tags[name] = open_tags.get(name, 0) + 1
            depth += 1
        elif open_tags.get(name):
            open_tags[name] -= 1
            depth -= 1
        if depth > MAX_DEPTH:
            raise NotText(f"nests tags more than {MAX_DEPTH} deep", *place(page, tag.start()))
    for whole in _WHOLE_TAG.finditer(page):
        if len(whole[0]) > MAX_ATTRIBUTES and len(whole[0].split(None, MAX_ATTRIBUTES)) > MAX_ATTRIBUTES:
            raise NotText(
                f"holds a tag of more than {MAX_ATTRIBUTES} attributes", *place(page, whole.start())
            )


def _head(soup: BeautifulSoup) -> dict[str, str]:
    found = {}
    if soup.title and soup.title.string:
        found["title"] = _SPACE.sub(" ", soup.title.string).strip()
    if isinstance(soup.html, Tag) and isinstance(soup.html.get("lang"), str):
        found["language"] = str(soup.html["lang"])
    return found


class _Walk:
    """Gathers visible text in reading order, without recursion."""

    def __init__(self, page: str, *, framed: bool) -> None:
        self.page = page
        self.framed = framed
        self.pieces: list[str] = []
        self.notes: list[tuple[int, int, str]] = []

    def element(self, root: Tag) -> None:
        """Walk all that is below an element."""
        stack: list[tuple[Iterator[PageElement], str]] = [(iter(root.children), "")]
        while stack:
            children, after = stack[-1]
            child = next(children, None)
            if child is None:
                self.pieces.append(after)
                stack.pop()
            elif isinstance(child, Tag):
                if self.enter(child):
                    stack.append((iter(child.children), _BREAK if child.name in _BLOCKS else ""))
            elif isinstance(child, NavigableString):
                self.string(child)

    def enter(self, tag: Tag) -> bool:
        """Begin an element; False where its content is not for readers."""
        if self.framed and tag.name in _AROUND:
            return False
        how = _hidden(tag)
        if how:
            if tag.name not in _SILENT:
                self.skip(tag.get_text(" ", strip=True), f"<{tag.name}{how}>")
            return False
        if tag.name == "br":
            self.pieces.append("\n")
        elif tag.name in ("td", "th"):
            self.pieces.append("\t")
        elif tag.name in _BLOCKS:
            self.pieces.append(_BREAK)
        return True

    def string(self, text: NavigableString) -> None:
        """Take a stretch of text; comments and declarations are not shown to readers."""
        if isinstance(text, PreformattedString):
            if isinstance(text, Comment):
                self.skip(text.strip(), "comment")
            return
        preformatted = text.parent is not None and text.parent.name == "pre"
        words = str(text) if preformatted else _SPACE.sub(" ", text)
        is_raised = text.parent is not None and text.parent.name == "sup"
        self.pieces.append(raised(words) if is_raised else words)

    def skip(self, hidden: str, where: str) -> None:
        """Note hidden text and where it stands in the page."""
        if hidden and len(self.notes) < MAX_NOTES:
            offset = self.page.find(hidden[:30])
            message = f'hidden text skipped ({where}): "{shown(hidden)}"'
            self.notes.append((*place(self.page, max(offset, 0)), message))

    def text(self) -> str:
        """Return all pieces, with single spaces and single paragraph breaks."""
        joined = "".join(self.pieces)
        lines = (_SPACES.sub(_one_space, line).strip(" \t") for line in joined.split("\n"))
        return _BREAKS.sub(_BREAK, "\n".join(lines)).strip("\n") + "\n"


_SPACES = re.compile(r"[ \t]{2,}")
_BREAKS = re.compile(r"\n{3,}")


def _one_space(match: re.Match[str]) -> str:
    return "\t" if "\t" in match[0] else " "


def _hidden(tag: Tag) -> str:
    """Return how an element is kept from readers, or nothing."""
    if tag.name in _SKIPPED:
        return " "
    if tag.has_attr("hidden"):
        return " hidden"
    style = tag.get("style")
    if isinstance(style, str) and UNSEEN_STYLE.search(style):
        return ' style="…"'
    return ""
