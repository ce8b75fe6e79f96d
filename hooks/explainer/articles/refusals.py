"""What cannot be read as an article, each with what to do about it, in one sentence."""

from explainer.articles.article import ORIGINALS, TEXTS
from explainer.places import as_typed
from explainer.text.encoding import NotText

READABLE = (*TEXTS, *ORIGINALS)
"""Endings of files that are read."""

_AS_TEXT = "copy its text into a file that ends in .txt"
_BY_ENDING = {
    ".pdf": f"is a PDF, which is not read: open it and {_AS_TEXT}",
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".gif", ".webp", ".heic", ".tif", ".tiff", ".bmp", ".svg", ".avif"),
        "is a picture, which is not read: type or copy its words into a file that ends in .txt",
    ),
    **dict.fromkeys((".doc", ".odt", ".rtf", ".pages"), f"is not read: save it as .docx, or {_AS_TEXT}"),
    **dict.fromkeys((".mhtml", ".mht", ".webarchive"), "is not read: save the page as “Web page, HTML only”"),
    **dict.fromkeys(
        (".url", ".webloc"), as_typed('is only a link: run `make article URL="…"` with the address in it')
    ),
    **dict.fromkeys(
        (".mp3", ".mp4", ".m4a", ".mov", ".wav"), f"is a recording, which is not read: {_AS_TEXT}"
    ),
    **dict.fromkeys((".zip", ".gz", ".7z", ".rar"), "is packed: unpack it and put its articles here"),
    **dict.fromkeys((".xls", ".xlsx", ".csv", ".ods", ".pptx", ".epub", ".eml"), f"is not read: {_AS_TEXT}"),
}
_BY_BYTES = (
    (b"%PDF-", ".pdf"), (b"\x89PNG", ".png"), (b"\xff\xd8\xff", ".jpg"), (b"GIF8", ".gif"),
    (b"{\\rtf", ".rtf"), (b"\xd0\xcf\x11\xe0", ".doc"),
)  # fmt: skip
"""How some files begin, whatever they are called."""


def refusal(suffix: str) -> str:
    """Return why files of an ending are not read, and what to do."""
    wanted = ", ".join(READABLE)
    return _BY_ENDING.get(suffix.lower(), f"is not read: save the article as one of {wanted}")


def is_known_refusal(suffix: str) -> bool:
    """Say whether files of an ending are likely to be articles that somebody hoped would be read."""
    return suffix.lower() in _BY_ENDING


def refuse(data: bytes, suffix: str) -> None:
    """Raise NotText for what is no article by its ending or by its first bytes."""
    for beginning, really in _BY_BYTES:
        if data.startswith(beginning):
            raise NotText(refusal(really))
    if data.startswith(b"PK\x03\x04") and suffix != ".docx":
        raise NotText(refusal(suffix if suffix not in READABLE else ".zip"))
    if suffix not in READABLE:
        raise NotText(refusal(suffix))
