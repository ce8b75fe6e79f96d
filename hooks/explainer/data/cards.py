"""Social cards: which page has which, and their PNG bytes.

    card(record, library)           the card to announce on a record's page; None stands for any other page
    files(library)                  cards/site.png, cards/issues/<id>.png, cards/quotes/<id>.png …

Each issue has its card. People, quotes, figures and checks have their own while those are at most `MOST`:
a card costs about 5 ms of CPU, a tenth of a small site's build but more than all else of a large one;
beyond that they show their issue's. A card whose letters the typeface lacks is not drawn; the page falls
back likewise. A site without an address has no cards: who shares a page is told of a picture by its whole
address (https://ogp.me, "og:image").
Cards are kept in `.cache/cards/` beside the content folder under a hash of what they show.
"""

import hashlib
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

import PIL

from explainer.data import pictures
from explainer.data.poster import HEIGHT, WIDTH, Poster
from explainer.data.posters import charted, poster
from explainer.data.published import home
from explainer.data.typeface import FONT, covers
from explainer.library.library import Library
from explainer.records.model import AnyRecord, Check, Figure, Issue, Person, Quote
from explainer.records.parts import Picture

MOST = 240


def files(library: Library) -> Iterator[tuple[str, bytes]]:
    """Yield every card, from the cache where it was drawn before."""
    if not home(library):
        return
    folder = library.folder.resolve().parent / ".cache" / "cards"
    records = [record for record in library if _own(record, library)]
    for record in (None, *records):
        plain, image = poster(record, library), _image(record, library)
        if drawable(plain) and image is not None:
            yield _path(record, library), _pictured(plain, image, library)
        elif drawable(plain):
            yield _path(record, library), _drawn(charted(plain, record, library), folder)


class Card(NamedTuple):
    """A card for a page to announce."""

    path: str
    """From the site's root."""
    words: str
    """What it says, for who cannot see it."""


def card(record: AnyRecord | None, library: Library) -> Card | None:
    """Return the card for a record's page, the nearest that exists, or None."""
    if not home(library):
        return None
    steps: list[AnyRecord | None] = [record] if record and _own(record, library) else []
    issues = getattr(record, "issues", ())
    steps += [library.issues[issue] for issue in issues[:1] if issue in library.issues]
    found = (library.once(("card", step and step.ref), partial(_of, step)) for step in (*steps, None))
    return next((card for card in found if card), None)


def _of(record: AnyRecord | None, library: Library) -> Card | None:
    plain = poster(record, library)
    return Card(_path(record, library), _words(plain)) if drawable(plain) else None


def _words(plain: Poster) -> str:
    said = f"“{plain.text}" if plain.quoted else plain.text
    kicker = f"{plain.kicker}: " if plain.kicker else ""
    return f"{kicker}{said} {'. '.join(line for line in plain.foot if line)}".rstrip()


def drawable(plain: Poster) -> bool:
    """Return whether the typeface has all letters of a card."""
    return covers("".join((plain.text, *plain.foot, plain.site, plain.kicker)))


def _own(record: AnyRecord, library: Library) -> bool:
    few = len(library.quotes) + len(library.figures) + len(library.people) <= MOST
    return isinstance(record, Issue) or (few and isinstance(record, Quote | Figure | Person | Check))


def _path(record: AnyRecord | None, library: Library) -> str:
    ending = "png" if _image(record, library) is None else "jpg"
    return f"cards/{record.FOLDER}/{record.id}.{ending}" if record else f"cards/site.{ending}"


def _image(record: AnyRecord | None, library: Library) -> Picture | None:
    return getattr(record, "image", None) if record else library.site.image


def _pictured(plain: Poster, image: Picture, library: Library) -> bytes:
    from explainer.data.printing import photographed  # what draws is loaded where something is drawn

    return photographed(plain, pictures.photo(image, library, size=(WIDTH, HEIGHT)))


def _drawn(full: Poster, folder: Path) -> bytes:
    key = hashlib.sha256(f"{_version()}\0{full!r}".encode()).hexdigest()[:40]
    path = folder / f"{key}.png"
    try:
        return path.read_bytes()
    except OSError:
        pass
    from explainer.data.printing import png

    drawn = png(full)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partial")
        partial.write_bytes(drawn)
        partial.replace(path)
    except OSError:
        return drawn
    return drawn


@cache
def _version() -> str:
    """Return what changes a card's bytes beside its words: the code that draws, Pillow, the typeface."""
    code = ("printing.py", "poster.py", "lettering.py", "etching.py")
    parts = [Path(__file__).with_name(name).read_bytes() for name in code] + [FONT.read_bytes()]
    return hashlib.sha256(b"".join(parts) + PIL.__version__.encode()).hexdigest()
