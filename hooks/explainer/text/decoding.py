"""An article's bytes -> its text, whatever encoding they came in; what was assumed is told, never silent."""

import codecs
from typing import NamedTuple

from explainer.text.characters import place
from explainer.text.encoding import NotText
from explainer.text.guessing import guess

MOSTLY = 0.95
"""From this share of letters beyond ASCII that are UTF-8, the others are damage, not another encoding."""

CODECS = {
    "ascii": "cp1252", "us-ascii": "cp1252", "latin1": "cp1252", "iso-8859-1": "cp1252", "cp1252": "cp1252",
    **{f"windows-125{digit}": f"cp125{digit}" for digit in range(9)},
    **{f"iso-8859-{part}": f"iso-8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16)},
    "koi8-r": "koi8-r", "koi8-u": "koi8-u", "windows-874": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs",
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932",
    "euc-jp": "euc_jp", "iso-2022-jp": "iso2022_jp", "euc-kr": "cp949", "ks_c_5601-1987": "cp949",
}  # fmt: skip
"""Names that pages declare -> Python's codec, as browsers take them (WHATWG Encoding, "Names and labels")."""


class Decoded(NamedTuple):
    """A text and what had to be assumed: line, column, message."""

    text: str
    notes: tuple[tuple[int, int, str], ...] = ()


def decode_any(data: bytes, *, declared: str | None = None) -> Decoded:
    """Return the text of an article's bytes, without a byte order mark; `declared` is what a page says it is.

    Raises NotText for bytes that are no text, or in no encoding that is known here.
    """
    for mark, codec in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return Decoded(data[2:].decode(codec, "replace"))
    if (wide := _wide(data)) is not None:
        return wide
    if (nul := data.find(b"\0")) >= 0:
        before = data[:nul].decode("latin-1")
        message = "control character U+0000 is not allowed; the file is damaged, or no text"
        raise NotText(message, *place(before, nul))
    label = (declared or "").lower()
    try:
        if label == "iso-2022-jp":  # all ASCII, and so it looks like UTF-8
            return Decoded(data.decode(CODECS[label]))
        return Decoded(data.decode("utf-8").removeprefix("\ufeff"))
    except UnicodeDecodeError:
        return _damaged(data) or _as_declared(data, label) or _guessed(data, label)


def _wide(data: bytes) -> Decoded | None:
    """Read UTF-16 that lacks its mark: in text with spaces and digits every other byte is often zero."""
    for codec, zeros in (("utf-16-le", data[1:2000:2]), ("utf-16-be", data[:2000:2])):
        if len(data) % 2 == 0 and zeros and zeros.count(0) * 3 > len(zeros):
            return Decoded(data.decode(codec, "replace"), ((1, 1, "is not UTF-8; read as UTF-16"),))
    return None


def _damaged(data: bytes) -> Decoded | None:
    """Read UTF-8 with a few wrong bytes; these become U+FFFD, and what holds one is never quoted."""
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    beyond = sum(not character.isascii() for character in text)
    wrong = text.count("\ufffd")
    if wrong > beyond * (1 - MOSTLY):
        return None
    bytes_are = "byte is" if wrong == 1 else "bytes are"
    message = f"{wrong} {bytes_are} not UTF-8 and cannot be read; what holds one is not quoted"
    return Decoded(text, ((*place(text, text.index("\ufffd")), message),))


def _as_declared(data: bytes, label: str) -> Decoded | None:
    codec = CODECS.get(label)
    if codec is None:
        return None
    try:
        return Decoded(data.decode(codec))
    except UnicodeDecodeError:
        return None


def _guessed(data: bytes, label: str) -> Decoded:
    found = guess(data)
    says = f"declares {label} and is not" if label else "is not UTF-8"
    return Decoded(found.text, ((1, 1, f"{says}; read as {found.encoding}: look at its accented letters"),))
