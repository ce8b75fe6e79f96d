"""Markdown's marks within a paragraph, taken off in one pass.

Brackets and emphasis are paired with stacks, so that no input makes the scan go back.
"""

import re
from html import unescape

from explainer.text.pattern import pattern

_TOKEN = pattern(
    r"\\[!-/:-@\[-`{-~]|`+|\*+|_+|~~|!?\[|\]|</?[A-Za-z][^<>]{0,2000}>|<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000}>"
    r"|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
)
_TARGET = pattern(
    r"\([ ]?(?:<[^<>\n]{0,2000}>|[^\s()<>]{0,2000}(?:\([^\s()<>]{0,500}\)[^\s()<>]{0,500})?)"
    r"(?:[ ]+(?:\"[^\"]{0,500}\"|'[^']{0,500}'))?[ ]?\)|\[[^\[\]]{0,200}\]"
)
_ADDRESS = pattern(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)>")
_MAIL = pattern(r"<([\w.+-]{1,100}@[\w.-]{1,200})>")
_LONGEST_TICKS = 32
_BLOCK_TAG = pattern(
    r"</?(?:address|blockquote|br|dd|div|dt|figcaption|h[1-6]|hr|li|ol|p|pre|table|td|th|tr|ul)\b", re.I
)


def inline_text(paragraph: str) -> str:
    """Return a paragraph's words without emphasis marks, code marks, link targets, images and tags."""
    if not _TOKEN.search(paragraph):
        return paragraph
    return _Inline(paragraph).text()


def raised(words: str) -> str:
    """Return raised digits as such, so that 10<sup>6</sup> is not read as 106."""
    return words.translate(_RAISED) if words.strip().lstrip("-−+").isdigit() else words


_RAISED = str.maketrans("0123456789-−+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁺")


class _Inline:
    """The pieces of one paragraph; marks that turn out to be marks are blanked."""

    def __init__(self, paragraph: str) -> None:
        self.source = paragraph
        self.pieces: list[str] = []
        self.brackets: list[tuple[int, str]] = []
        """Open brackets: index of the piece, and its mark."""
        self.emphasis: dict[str, list[int]] = {}
        """Open emphasis by mark: indices of pieces."""
        self.raised = False
        self.ticks = {len(run) for run in re.findall("`+", paragraph)}

    def text(self) -> str:
        """Return the paragraph's text."""
        end = 0
        while token := _TOKEN.search(self.source, end):
            words = self.source[end : token.start()]
            self.pieces.append(raised(words) if self.raised else words)
            end = self.take(token)
        self.pieces.append(self.source[end:])
        return "".join(self.pieces)

    def take(self, token: re.Match[str]) -> int:
        """Take one mark; returns the offset after it."""
        mark = token[0]
        match mark[0]:
            case "\\":
                self.pieces.append(mark[1])
            case "&":
                character = unescape(mark)
                self.pieces.append(mark if "\ufffd" in character else character)
            case "<":
                address = _ADDRESS.fullmatch(mark) or _MAIL.fullmatch(mark)
                if mark.lower() in ("<sup>", "</sup>"):
                    self.raised = mark[1] != "/"
                self.pieces.append(address[1] if address else "\n" if _BLOCK_TAG.match(mark) else "")
            case "`":
                return self.code(token)
            case "[" | "!":
                self.brackets.append((len(self.pieces), mark))
                self.pieces.append(mark)
            case "]":
                return self.bracket(token)
            case _:
                self.emphasise(token)
        return token.end()

    def code(self, token: re.Match[str]) -> int:
        """Take a code span literally, or the mark itself where none closes it."""
        mark = token[0]
        closing = None
        if len(mark) in self.ticks and len(mark) <= _LONGEST_TICKS:
            closing = re.compile(f"(?<!`){mark}(?!`)").search(self.source, token.end())
        if not closing:
            self.ticks.discard(len(mark))
            self.pieces.append(mark)
            return token.end()
        self.pieces.append(self.source[token.end() : closing.start()].strip(" "))
        return closing.end()

    def bracket(self, token: re.Match[str]) -> int:
        """Close a bracket: a link leaves its words, an image nothing; other brackets stay."""
        if not self.brackets:
            self.pieces.append("]")
            return token.end()
        index, mark = self.brackets.pop()
        target = _TARGET.match(self.source, token.end())
        inner = self.pieces[index + 1] if len(self.pieces) > index + 1 else ""
        if inner.startswith("^") and len(self.pieces) == index + 2:
            self.cut(index)
        elif not target:
            self.pieces.append("]")
        elif mark == "![":
            self.cut(index)
        else:
            self.pieces[index] = ""
        return target.end() if target else token.end()

    def cut(self, index: int) -> None:
        """Drop all pieces from an index on, and the marks that wait among them."""
        self.pieces[index:] = [""]
        while self.brackets and self.brackets[-1][0] >= index:
            self.brackets.pop()
        for waiting in self.emphasis.values():
            while waiting and waiting[-1] >= index:
                waiting.pop()

    def emphasise(self, token: re.Match[str]) -> None:
        """Blank a pair of emphasis marks; a lone or free-standing mark is text."""
        mark, source = token[0], self.source
        before = source[token.start() - 1 : token.start()] or " "
        after = source[token.end() : token.end() + 1] or " "
        closes, opens = not before.isspace(), not after.isspace()
        if mark[0] == "_":
            closes, opens = closes and not after.isalnum(), opens and not before.isalnum()
        waiting = self.emphasis.setdefault(mark, [])
        if closes and waiting:
            opener = waiting.pop()
            if mark == "~~":
                self.cut(opener)
                return
            self.pieces[opener] = ""
            self.pieces.append("")
            return
        if opens:
            waiting.append(len(self.pieces))
        self.pieces.append(mark)
