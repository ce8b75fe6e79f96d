"""Bytes to text: strict UTF-8, and the exact place of what is not."""

from explainer.text.characters import place

UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class NotText(ValueError):
    """Raised for bytes that are not the text they should be; knows line and column, both from 1."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


def decode(data: bytes) -> str:
    """Return the text of UTF-8 bytes, without a byte order mark.

    Raises NotText naming the first wrong byte; no other encoding is guessed.
    """
    if data.startswith(UTF16_MARKS):
        raise NotText("is UTF-16, not UTF-8; save the file as UTF-8")
    try:
        return data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        byte = data[error.start]
        line, column = place(before, len(before))
        raise NotText(f"is not UTF-8 (byte 0x{byte:02X}); save the file as UTF-8", line, column) from None
