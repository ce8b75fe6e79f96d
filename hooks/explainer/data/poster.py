"""Draw a social card as PNG: 1200 by 630, two inks on paper, in the site's own typeface.

Pillow and a font file from the repository: no browser, no network, the same bytes everywhere a given
Pillow runs. Sixteen colours (eight steps of ink, eight of accent) keep a card near 20 KB.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

FONT = Path(__file__).resolve().parents[3] / "docs" / "assets" / "fonts" / "newsreader.woff2"
WIDTH, HEIGHT, MARGIN = 1200, 630, 72
PAPER, INK = (252, 251, 247), (27, 26, 24)
BAND = 170
"""What the words below a picture take."""
_MEASURE = 100
_SOFT = 170
_MOST_LETTERS = 1_000
"""More than any card holds; what lies beyond is not even measured."""
_STEPS = 8


@dataclass(frozen=True, slots=True)
class Poster:
    """What a card says: a text set as large as it fits, cut with an ellipsis if that fails."""

    text: str
    foot: Sequence[str]
    """Up to two lines below: who, and where it stands."""
    site: str
    accent: tuple[int, int, int]
    sizes: tuple[int, ...] = (84, 72, 62, 54, 47, 41, 36)
    quoted: bool = False
    heavy: bool = False
    kicker: str = ""


def covers(words: str) -> bool:
    """Return whether the typeface has every letter."""
    return all(char.isspace() or _has(char) for char in set(words))


def png(poster: Poster) -> bytes:
    """Return the card's bytes."""
    ink, accent = (Image.new("L", (WIDTH, HEIGHT), 0) for _ in range(2))
    on_ink, on_accent = ImageDraw.Draw(ink), ImageDraw.Draw(accent)
    on_accent.rectangle((0, 0, WIDTH, 14), fill=255)
    top = MARGIN
    if poster.quoted:
        on_accent.text((MARGIN - 8, top - 34), "“", font=_font(190, 620), fill=255)
        top += 84
    if poster.kicker:
        on_accent.text((MARGIN, top), _clip(poster.kicker, 30, 620), font=_font(30, 620), fill=255)
        top += 62
    bottom = HEIGHT - MARGIN - 46 * len(poster.foot) - 14
    weight = 620 if poster.heavy else 400
    size, lines = _fit(poster.text[:_MOST_LETTERS], poster.sizes, bottom - top, weight)
    pen = on_accent if poster.heavy else on_ink
    for number, line in enumerate(lines):
        pen.text((MARGIN, top + number * _leading(size)), line, font=_font(size, weight), fill=255)
    _foot(poster, on_ink, on_accent)
    return _encoded(ink, accent, poster.accent)


def photographed(poster: Poster, photo: Image.Image) -> bytes:
    """Return a card with a picture above the name; `photo` has the card's size, its foot is covered."""
    band = Image.new("RGB", (WIDTH, BAND), PAPER)
    pen = ImageDraw.Draw(band)
    pen.rectangle((0, 0, WIDTH, 10), fill=poster.accent)
    name = _clip(poster.kicker or poster.text, 54, 560)
    pen.text((MARGIN, 34), name, font=_font(54, 560), fill=INK)
    pen.text((MARGIN, BAND - 52), _clip(poster.site, 28, 620), font=_font(28, 620), fill=poster.accent)
    card = photo.copy()
    card.paste(band, (0, HEIGHT - BAND))
    out = io.BytesIO()
    card.save(out, "JPEG", quality=82, optimize=True)
    return out.getvalue()


def _foot(poster: Poster, on_ink: ImageDraw.ImageDraw, on_accent: ImageDraw.ImageDraw) -> None:
    """Write the lines below, and the site's name at the end of the last."""
    site = _clip(poster.site, 28, 620, room=WIDTH / 2)
    across = WIDTH - MARGIN - _width(site, 28, 620)
    on_accent.text((across, HEIGHT - MARGIN - 25), site, font=_font(28, 620), fill=255)
    last = len(poster.foot) - 1
    for number, line in enumerate(poster.foot):
        weight, fill = (620, 255) if number < last else (400, _SOFT)
        room = (across - 40 if number == last else WIDTH - MARGIN) - MARGIN
        place = (MARGIN, HEIGHT - MARGIN - 46 * (last + 1 - number) + 18)
        on_ink.text(place, _clip(line, 32, weight, room=room), font=_font(32, weight), fill=fill)


def _fit(words: str, sizes: Sequence[int], height: float, weight: int) -> tuple[int, list[str]]:
    for size in sizes:
        lines = _wrap(words, size, weight)
        if len(lines) * _leading(size) <= height:
            return size, lines
    most = int(height // _leading(sizes[-1]))
    lines = _wrap(words, sizes[-1], weight)[:most]
    lines[-1] = f"{lines[-1].rsplit(' ', 1)[0]} …"
    return sizes[-1], lines


def _wrap(words: str, size: int, weight: int) -> list[str]:
    """Break into lines by measured widths; a word wider than the card is broken within."""
    lines: list[str] = []
    left = 0.0
    room, space = WIDTH - 2 * MARGIN, _width(" ", size, weight)
    for word in words.split():
        width = _width(word, size, weight)
        while width > room:
            cut = max(int(len(word) * room / width) - 1, 1)
            lines.append(word[:cut])
            word, left = word[cut:], room
            width = _width(word, size, weight)
        if lines and left + space + width <= room:
            lines[-1] += f" {word}"
            left += space + width
        else:
            lines.append(word)
            left = width
    return lines or [""]


def _clip(line: str, size: int, weight: int, *, room: float = WIDTH - 2 * MARGIN) -> str:
    if len(line) <= _MOST_LETTERS and _width(line, size, weight) <= room:
        return line
    line = line[:_MOST_LETTERS]
    while line and _width(f"{line} …", size, weight) > room:
        line = line[: -max(len(line) // 12, 1)]
    return f"{line.rstrip(' ,;:')} …"


def _leading(size: int) -> int:
    return round(size * 1.2)


def _width(words: str, size: int, weight: int) -> float:
    return float(_font(_MEASURE, weight).getlength(words)) * size / _MEASURE


def _encoded(ink: Image.Image, accent: Image.Image, colour: tuple[int, int, int]) -> bytes:
    """Lay the two inks over each other as sixteen colours."""
    card = ink.point([value * _STEPS // 256 for value in range(256)])
    card.paste(
        accent.point([_STEPS + value * _STEPS // 256 for value in range(256)]),
        mask=accent.point([255 if value >= 256 // _STEPS else 0 for value in range(256)]),
    )
    card.putpalette([part for shade in (*_ramp(INK), *_ramp(colour)) for part in shade])
    out = io.BytesIO()
    card.save(out, "PNG", bits=4, compress_level=6)
    return out.getvalue()


def _ramp(colour: tuple[int, int, int]) -> list[tuple[int, ...]]:
    steps = [step / (_STEPS - 1) for step in range(_STEPS)]
    return [tuple(round(p + (c - p) * s) for p, c in zip(PAPER, colour, strict=True)) for s in steps]


@cache
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


@cache
def _has(char: str) -> bool:
    return _font(_MEASURE, 400).getmask(char).getbbox() is not None
