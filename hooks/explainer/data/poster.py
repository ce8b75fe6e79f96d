"""Draw a social card as PNG: 1200 by 630, two inks on paper, in the site's own typeface.

Pillow and a font file from the repository: no browser, no network, the same bytes everywhere a given
Pillow runs. Sixteen colours (eight steps of ink, eight of accent) keep a card near 20 KB.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from explainer.charts.axes import CARD_WIDTH
from explainer.data.etching import Inks, etch
from explainer.data.lettering import MOST_LETTERS, clip, first_lines, fit, font, leading, width

WIDTH, HEIGHT, MARGIN = 1200, 630, 72
PAPER, INK = (252, 251, 247), (27, 26, 24)
BAND = 170
"""What the words below a picture take."""
_SOFT = 170
_STEPS = 8
RUNS = 3
"""zlib's Z_RLE: a tenth larger than its best, in less than half the time."""
_ROOM = WIDTH - 2 * MARGIN
_GAP = 52
_SMALL, _LINE = 32, 46
_CHART = 1.75
"""How much larger than on a page a chart is drawn: type of 13 pixels becomes type of 23."""


@dataclass(frozen=True, slots=True)
class Poster:
    """What a card says: a text set as large as it fits, cut with an ellipsis if that fails."""

    text: str
    foot: Sequence[str]
    """What stands below: who or what, in two lines at most, then up to two lines that say where from."""
    site: str
    accent: tuple[int, int, int]
    sizes: tuple[int, ...] = (84, 72, 62, 54, 47, 41, 36)
    quoted: bool = False
    heavy: bool = False
    kicker: str = ""
    chart: str = ""
    """A drawing of the size of `charts.axes.card_frame`, to stand at the right of the text."""


def png(poster: Poster) -> bytes:
    """Return the card's bytes."""
    inks = Inks(*(Image.new("L", (WIDTH, HEIGHT), 0) for _ in range(2)))
    on_ink, on_accent = map(ImageDraw.Draw, inks.both())
    on_accent.rectangle((0, 0, WIDTH, 14), fill=255)
    room = _ROOM
    if poster.chart:
        across = round(CARD_WIDTH * _CHART)
        etch(poster.chart, inks, left=WIDTH - MARGIN - across, top=MARGIN, scale=_CHART)
        room -= across + _GAP
    foot = _foot(poster, on_ink, on_accent)
    _text(poster, on_ink, on_accent, room, foot)
    return _encoded(inks, poster.accent)


def _text(
    poster: Poster, on_ink: ImageDraw.ImageDraw, on_accent: ImageDraw.ImageDraw, room: int, foot: int
) -> None:
    """Write what the card says as large as it fits above `foot`, with what stands above it."""
    top = MARGIN
    if poster.quoted:
        on_accent.text((MARGIN - 8, top - 34), "“", font=font(190, 620), fill=255)
        top += 84
    if poster.kicker:
        kicker = clip(poster.kicker, 30, 620, room=room)
        on_accent.text((MARGIN, top), kicker, font=font(30, 620), fill=255)
        top += 62
    height = foot - 14 - top
    weight = 620 if poster.heavy else 400
    size, lines = fit(poster.text[:MOST_LETTERS], poster.sizes, room=room, height=height, weight=weight)
    pen = on_accent if poster.heavy else on_ink
    for number, line in enumerate(lines):
        pen.text((MARGIN, top + number * leading(size)), line, font=font(size, weight), fill=255)


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


def _foot(poster: Poster, on_ink: ImageDraw.ImageDraw, on_accent: ImageDraw.ImageDraw) -> int:
    """Write the lines below, the site's name at the end of the last; return where they begin."""
    site = clip(poster.site, 28, 620, room=WIDTH / 2 if poster.foot[-1] else _ROOM)
    across = WIDTH - MARGIN - width(site, 28, 620)
    on_accent.text((across, HEIGHT - MARGIN - 25), site, font=font(28, 620), fill=255)
    *above, last = poster.foot
    bold = first_lines(above[0][:MOST_LETTERS], _SMALL, 620, room=_ROOM, most=2) if above else []
    lines = [(line, 620, 255) for line in bold]
    lines += [(clip(line, _SMALL, 400, room=_ROOM), 400, _SOFT) for line in above[1:]]
    lines.append((clip(last, _SMALL, 400, room=across - 40 - MARGIN), 400, _SOFT))
    top = HEIGHT - MARGIN - _LINE * len(lines)
    for number, (line, weight, tone) in enumerate(lines):
        on_ink.text((MARGIN, top + _LINE * number + 18), line, font=font(_SMALL, weight), fill=tone)
    return top


def _encoded(inks: Inks, colour: tuple[int, int, int]) -> bytes:
    """Lay the two inks over each other as sixteen colours."""
    ink, accent = inks.both()
    card = ink.point([value * _STEPS // 256 for value in range(256)])
    card.paste(
        accent.point([_STEPS + value * _STEPS // 256 for value in range(256)]),
        mask=accent.point([255 if value >= 256 // _STEPS else 0 for value in range(256)]),
    )
    card.putpalette([part for shade in (*_ramp(INK), *_ramp(colour)) for part in shade])
    out = io.BytesIO()
    card.save(out, "PNG", bits=4, compress_type=RUNS)
    return out.getvalue()


def _ramp(colour: tuple[int, int, int]) -> list[tuple[int, ...]]:
    steps = [step / (_STEPS - 1) for step in range(_STEPS)]
    return [tuple(round(p + (c - p) * s) for p, c in zip(PAPER, colour, strict=True)) for s in steps]
