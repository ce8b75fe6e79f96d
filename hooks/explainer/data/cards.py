"""Social cards: which page has which, and their PNG bytes.

    card_path(record, library)      the card to announce on a record's page; None stands for any other page
    files(library)                  cards/site.png, cards/issues/<id>.png, cards/quotes/<id>.png …

Each issue has its card. People, quotes, figures and checks have their own while those are at most `MOST`:
a card costs about 8 ms of CPU, a tenth of a small site's build but more than all else of a large one;
beyond that they show their issue's. A card whose letters the typeface lacks is not drawn; the page falls
back likewise.
Cards are kept in `.cache/cards/` beside the content folder under a hash of what they show.
"""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import PIL

from explainer.data import pictures
from explainer.data.poster import FONT, HEIGHT, WIDTH, Poster, covers, photographed, png
from explainer.library.library import Library
from explainer.library.titles import caution, pages_line, source_line, speaker_name
from explainer.records.model import AnyRecord, Check, Figure, Issue, Person, Quote
from explainer.records.parts import Picture
from explainer.records.wording import FINDINGS, date_words, figure_words
from explainer.verification.quotation import display

MOST = 120
ACCENTS = (
    (0x1A, 0x5A, 0x99), (0x1E, 0x6A, 0x43), (0x95, 0x40, 0x0C), (0x77, 0x30, 0x7A),
    (0x0A, 0x65, 0x6F), (0x7D, 0x54, 0x00), (0x47, 0x47, 0x9B), (0x9C, 0x24, 0x58),
)  # fmt: skip
"""The issues' colours on paper, as in docs/assets/page.css."""
BRAND = (0xA1, 0x26, 0x1C)


def files(library: Library) -> Iterator[tuple[str, bytes]]:
    """Yield every card, from the cache where it was drawn before."""
    folder = library.folder.resolve().parent / ".cache" / "cards"
    records = [record for record in library if _own(record, library)]
    for record in (None, *records):
        poster, image = _poster(record, library), _image(record, library)
        if drawable(poster):
            yield (
                _path(record, library),
                _drawn(poster, folder) if image is None else _pictured(poster, image, library),
            )


def card_path(record: AnyRecord | None, library: Library) -> str | None:
    """Return the path of the card for a record's page, the nearest that exists, or None."""
    steps: list[AnyRecord | None] = [record] if record and _own(record, library) else []
    issues = getattr(record, "issues", ())
    steps += [library.issues[issue] for issue in issues[:1] if issue in library.issues]
    for step in (*steps, None):
        if drawable(_poster(step, library)):
            return _path(step, library)
    return None


def drawable(poster: Poster) -> bool:
    """Return whether the typeface has all letters of a card."""
    return covers("".join((poster.text, *poster.foot, poster.site, poster.kicker)))


def _own(record: AnyRecord, library: Library) -> bool:
    few = len(library.quotes) + len(library.figures) + len(library.people) <= MOST
    return isinstance(record, Issue) or (few and isinstance(record, Quote | Figure | Person | Check))


def _path(record: AnyRecord | None, library: Library) -> str:
    ending = "png" if _image(record, library) is None else "jpg"
    return f"cards/{record.FOLDER}/{record.id}.{ending}" if record else f"cards/site.{ending}"


def _image(record: AnyRecord | None, library: Library) -> Picture | None:
    return getattr(record, "image", None) if record else library.site.image


def _pictured(poster: Poster, image: Picture, library: Library) -> bytes:
    return photographed(poster, pictures.photo(image, library, size=(WIDTH, HEIGHT)))


def _poster(record: AnyRecord | None, library: Library) -> Poster:
    site = library.site.short_title or library.site.title
    accent = _accent(record, library)
    match record:
        case Quote():
            where = caution(record, library) or _where(record, library)
            foot = (speaker_name(record, library), where)
            sizes = (70, 62, 54, 47, 41, 36, 31)
            return Poster(f"{display(record.exact)}”", foot, site, accent, sizes=sizes, quoted=True)
        case Figure():
            foot = (record.label, source_line(record, library, headline=False))
            words = figure_words(record)
            return Poster(words, foot, site, accent, sizes=(150, 128, 108, 92, 78, 66, 54, 44), heavy=True)
        case Issue():
            return Poster(record.question, ("",), site, accent, kicker=record.title)
        case Check():
            foot = (record.verdict or "", source_line(record, library, headline=False))
            words, kicker = f"{display(record.exact)}”", FINDINGS[record.finding]
            sizes = (66, 62, 54, 47, 41, 36, 31)
            return Poster(words, foot, site, accent, sizes=sizes, quoted=True, kicker=kicker)
        case Person():
            roles = " · ".join(role.title for role in record.roles[:2])
            lines = [line for line in (roles, _quoted(record, library)) if line]
            return Poster(record.name, (*lines, "")[:2], site, accent, sizes=(110, 92, 76, 62))
    question = library.site.question or library.site.description or ""
    return Poster(
        library.site.title, (question, "") if question else ("",), site, accent, sizes=(110, 96, 84, 72, 60)
    )


def _where(quote: Quote, library: Library) -> str:
    if quote.transcribed:
        return f"{date_words(quote.said_on or '')}; copied from {pages_line(quote, library)}"
    return source_line(quote, library, headline=False)


def _quoted(person: Person, library: Library) -> str:
    count = sum(1 for quote in library.quotes_by(person.id) if quote.is_statement)
    if count == 0:
        return "No direct quote on this site"
    return f"{count} quote{'' if count == 1 else 's'}"


def _accent(record: AnyRecord | None, library: Library) -> tuple[int, int, int]:
    issues = [record.id] if isinstance(record, Issue) else list(getattr(record, "issues", ()))
    order = list(library.issues)
    return ACCENTS[order.index(issues[0]) % len(ACCENTS)] if issues and issues[0] in library.issues else BRAND


def _drawn(poster: Poster, folder: Path) -> bytes:
    key = hashlib.sha256(f"{_version()}\0{poster!r}".encode()).hexdigest()[:40]
    path = folder / f"{key}.png"
    try:
        return path.read_bytes()
    except OSError:
        pass
    drawn = png(poster)
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
    """Return what changes a card's bytes beside its words: this code, Pillow, the typeface."""
    parts = (
        Path(__file__).read_bytes(),
        (Path(__file__).parent / "poster.py").read_bytes(),
        FONT.read_bytes(),
    )
    return hashlib.sha256(b"".join(parts) + PIL.__version__.encode()).hexdigest()
