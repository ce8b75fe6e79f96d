"""Draw a social card as PNG: 1200 by 630, two inks on paper, in the site's own typeface.

Pillow and a font file from the repository: no browser, no network, the same bytes everywhere a given
Pillow runs. Fifteen colours (paper, seven steps of ink, seven of accent) keep a card near 20 KB.
"""

import io
from typing import TypeAlias

from PIL import Image, ImageDraw

from explainer.charts.axes import CARD_WIDTH
from explainer.data.etching import PAPER as BARE
from explainer.data.etching import accent, etch, ink
from explainer.data.lettering import MOST_LETTERS, clip, first_lines, fit, font, leading, width
from explainer.data.poster import HEIGHT, WIDTH, Poster

Colour: TypeAlias = tuple[int, int, int]
MARGIN = 72
PAPER, INK = (252, 251, 247), (27, 26, 24)
BAND = 170
"""What the words below a picture take."""
_SOFT = 0.67
RUNS = 3
"""zlib's Z_RLE: a tenth larger than its best, in less than half the time."""
_ROOM = WIDTH - 2 * MARGIN
_GAP = 52
_SMALL, _LINE = 32, 46
_CHART = 1.75
"""How much larger than on a page a chart is drawn: type of 13 pixels becomes type of 23."""


def png(poster: Poster) -> bytes:
    """Return the card's bytes."""
    plate = Image.new("L", (WIDTH, HEIGHT), BARE)
    pen = ImageDraw.Draw(plate)
    pen.rectangle((0, 0, WIDTH, 14), fill=accent())
    room = _ROOM
    if poster.chart:
        across = round(CARD_WIDTH * _CHART)
        etch(poster.chart, plate, left=WIDTH - MARGIN - across, top=MARGIN, scale=_CHART)
        room -= across + _GAP
    foot = _foot(poster, pen)
    _text(poster, pen, room, foot)
    return _encoded(plate, poster.accent)


def _text(poster: Poster, pen: ImageDraw.ImageDraw, room: int, foot: int) -> None:
    """Write what the card says as large as it fits above `foot`, with what stands above it."""
    top = MARGIN
    if poster.quoted:
        pen.text((MARGIN - 8, top - 34), "“", font=font(190, 620), fill=accent())
        top += 84
    if poster.kicker:
        kicker = clip(poster.kicker, 30, 620, room=room)
        pen.text((MARGIN, top), kicker, font=font(30, 620), fill=accent())
        top += 62
    height = foot - 14 - top
    weight = 620 if poster.heavy else 400
    size, lines = fit(poster.text[:MOST_LETTERS], poster.sizes, room=room, height=height, weight=weight)
    shade = accent() if poster.heavy else ink()
    for number, line in enumerate(lines):
        pen.text((MARGIN, top + number * leading(size)), line, font=font(size, weight), fill=shade)


def photographed(poster: Poster, photo: Image.Image) -> bytes:
    """Return a card with a picture above the name; `photo` has the card's size, its foot is covered."""
    band = Image.new("RGB", (WIDTH, BAND), PAPER)
    pen = ImageDraw.Draw(band)
    pen.rectangle((0, 0, WIDTH, 10), fill=poster.accent)
    name = clip(poster.kicker or poster.text, 54, 560, room=_ROOM)
    pen.text((MARGIN, 34), name, font=font(54, 560), fill=INK)
    pen.text(
        (MARGIN, BAND - 52), clip(poster.site, 28, 620, room=_ROOM), font=font(28, 620), fill=poster.accent
    )
    card = photo.copy()
    card.paste(band, (0, HEIGHT - BAND))
    out = io.BytesIO()
    card.save(out, "JPEG", quality=82, optimize=True)
    return out.getvalue()


def _foot(poster: Poster, pen: ImageDraw.ImageDraw) -> int:
    """Write the lines below, the site's name at the end of the last; return where they begin."""
    site = clip(poster.site, 28, 620, room=WIDTH / 2 if poster.foot[-1] else _ROOM)
    across = WIDTH - MARGIN - width(site, 28, 620)
    pen.text((across, HEIGHT - MARGIN - 25), site, font=font(28, 620), fill=accent())
    *above, last = poster.foot
    bold = first_lines(above[0][:MOST_LETTERS], _SMALL, 620, room=_ROOM, most=2) if above else []
    lines = [(line, 620, ink()) for line in bold]
    lines += [(clip(line, _SMALL, 400, room=_ROOM), 400, ink(_SOFT)) for line in above[1:]]
    lines.append((clip(last, _SMALL, 400, room=across - 40 - MARGIN), 400, ink(_SOFT)))
    top = HEIGHT - MARGIN - _LINE * len(lines)
    for number, (line, weight, shade) in enumerate(lines):
        pen.text((MARGIN, top + _LINE * number + 18), line, font=font(_SMALL, weight), fill=shade)
    return top


def _encoded(plate: Image.Image, colour: Colour) -> bytes:
    """Give each value of a plate its colour: ink below bare paper, the accent above."""
    shades = [*reversed(_ramp(INK)), PAPER, *_ramp(colour)]
    plate.putpalette([part for shade in shades for part in shade])
    out = io.BytesIO()
    plate.save(out, "PNG", bits=4, compress_type=RUNS)
    return out.getvalue()


def _ramp(colour: Colour) -> list[Colour]:
    """Return the shades of a colour on paper, from the faintest to the full one."""
    return [_between(step / BARE, colour) for step in range(1, BARE + 1)]


def _between(share: float, colour: Colour) -> Colour:
    red, green, blue = (round(p + (c - p) * share) for p, c in zip(PAPER, colour, strict=True))
    return red, green, blue
