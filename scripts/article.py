"""Put an article into content/sources/: from an address, or from a file. `make site` then reads it.

    make article URL=https://gazette.example/ferry-fares
    make article FILE=~/Downloads/ferry.docx

What an address gives is saved as it came, with the address and the day in a comment at its head, as browsers
save pages. Nothing is overwritten. Exit status: 0 saved, 1 not, with the reason.
"""

import argparse
import re
import sys
import time
import unicodedata
from collections.abc import Callable
from datetime import date
from http.client import HTTPException
from pathlib import Path, PurePosixPath
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urlsplit
from urllib.request import Request, urlopen

from command import parser_of, run
from explainer.articles.refusals import refuse
from explainer.places import as_typed
from explainer.text.encoding import NotText

MAX_BYTES = 20_000_000
SECONDS = 30
"""Without a word from the server."""
MOST_SECONDS = 120
"""For all of the page."""
_PIECE = 1 << 16
_KINDS = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "text/markdown": ".md",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}  # fmt: skip
_AGENT = "Mozilla/5.0 (compatible; explainer; saves one page for a newsroom)"


class NotSaved(Exception):
    """Raised where there is no article to save; the message says why and what to do."""


def main() -> int:
    """Save one article."""
    options = _options()
    sources = options.content / "sources"
    try:
        name, data = fetched(options.url) if options.url else copied(options.file)
        refuse(data, PurePosixPath(name).suffix.lower())
        path = _free(sources, name)
    except (NotSaved, NotText) as error:
        print(f"{options.url or options.file}: {error}", file=sys.stderr)
        return 1
    sources.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)
    print(f"Saved {path} ({len(data):,} bytes). {as_typed('Now run `make site`.')}")
    return 0


def fetched(url: str) -> tuple[str, bytes]:
    """Return a file name for what an address gives, and its bytes; raises NotSaved."""
    if urlsplit(url).scheme not in ("http", "https"):
        raise NotSaved("is no web address; it begins with https://, or use FILE= for a file")
    try:
        with urlopen(Request(url, headers={"User-Agent": _AGENT}), timeout=SECONDS) as answer:
            suffix = _KINDS.get(answer.headers.get_content_type())
            if suffix is None:
                kind = answer.headers.get_content_type()
                raise NotSaved(f"is {kind}, which is no article; save its text as .txt and use FILE=")
            data = _read(answer.read)
            final = answer.geturl()
    except HTTPError as error:
        told = f"the server answers {error.code} {error.reason}"
        raise NotSaved(f"{told}; save the page in a browser and use FILE=") from None
    except (URLError, HTTPException, TimeoutError, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise NotSaved(f"cannot be reached ({reason}); save the page in a browser and use FILE=") from None
    if suffix == ".html":
        head = f"<!-- saved from url=({len(final):04}){final} -->\n<!-- saved on {date.today()} -->\n"
        data = head.encode() + data
    return f"{_slug(final)}{suffix}", data


def copied(path: Path) -> tuple[str, bytes]:
    """Return a file's name and bytes; raises NotSaved."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise NotSaved(f"is larger than {MAX_BYTES / 1e6:.0f} MB")
        data = path.read_bytes()
    except OSError as error:
        raise NotSaved(f"cannot be read: {error.strerror}") from None
    return f"{_slug(path.stem)}{path.suffix.lower()}", data


def _read(read: Callable[[int], bytes]) -> bytes:
    pieces: list[bytes] = []
    size, begun = 0, time.monotonic()
    while piece := read(_PIECE):
        size += len(piece)
        if time.monotonic() - begun > MOST_SECONDS:
            raise NotSaved(
                f"takes longer than {MOST_SECONDS} seconds; save the page in a browser and use FILE="
            )
        if size > MAX_BYTES:
            raise NotSaved(f"is larger than {MAX_BYTES / 1e6:.0f} MB")
        pieces.append(piece)
    if not size:
        raise NotSaved("is empty")
    return b"".join(pieces)


def _slug(words: str) -> str:
    """Return a name from an address's last words, or its host: letters, digits and hyphens."""
    parts = urlsplit(words)
    last = next((part for part in reversed(unquote(parts.path).split("/")) if part.strip()), parts.netloc)
    plain = unicodedata.normalize("NFKD", PurePosixPath(last).stem if parts.scheme else last)
    slug = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")
    return slug[:60].strip("-") or "article"


def _free(folder: Path, name: str) -> Path:
    stem, suffix = PurePosixPath(name).stem, PurePosixPath(name).suffix
    places = (folder / f"{stem}{'' if number == 1 else f'-{number}'}{suffix}" for number in range(1, 1000))
    return next(place for place in places if not place.exists())


def _options() -> argparse.Namespace:
    parser = parser_of(__doc__)
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--url", help="the address of a page")
    source.add_argument("--file", type=Path, help="an article on this machine")
    options = parser.parse_args()
    if not (options.url or options.file):
        say = as_typed("say which: `make article URL=https://…` or `make article FILE=…`")
        parser.exit(2, f"{say}\n")
    return options


if __name__ == "__main__":
    sys.exit(run(main))
