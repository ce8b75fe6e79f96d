"""Pictures as readers get them: upright, in a few widths, as WebP, without what the camera wrote into them.

    shown(picture, library)      its files with their widths, for a page
    files(library)               pictures/<name>-<width>.<digest>.webp …
    photo(picture, library)      1200 by 630, for a social card

Kept in `.cache/pictures/` beside the content folder under a hash of the original.
"""

import hashlib
import io
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import PIL

from explainer.library.library import Library
from explainer.records.parts import Picture
from explainer.rules.pictures import FOLDER
from explainer.safety.pictures import FORMATS

if TYPE_CHECKING:
    from PIL import Image  # loaded where a picture is: most sites have none

WIDTHS = (480, 960, 1440)
QUALITY = 78


class Shown(NamedTuple):
    """A picture's files, by address from the site's root, each with its width; the size of the largest."""

    files: tuple[tuple[str, int], ...]
    width: int
    height: int


def shown(picture: Picture, library: Library) -> Shown:
    """Return the files of a picture; none is wider than the original."""
    path = _path(picture, library)
    width, height, digest = _measured(path, path.stat().st_mtime_ns)
    widths = [each for each in WIDTHS if each < width] + ([width] if width <= WIDTHS[-1] else [])
    stem = f"pictures/{path.stem}"
    return Shown(
        tuple((f"{stem}-{each}.{digest[:8]}.webp", each) for each in widths),
        widths[-1], round(height * widths[-1] / width),
    )  # fmt: skip


def files(library: Library) -> Iterator[tuple[str, bytes]]:
    """Yield the files of every picture that a page shows, each once, however many records show it."""
    held = [library.site.image, *(getattr(record, "image", None) for record in library)]
    pictures = {_path(picture, library): picture for picture in held if picture}
    for path, picture in pictures.items():
        for name, width in shown(picture, library).files:
            yield name, _kept(path, width, library)


def photo(picture: Picture, library: Library, *, size: tuple[int, int]) -> "Image.Image":
    """Return a picture cut to a size, around its middle."""
    from PIL import Image, ImageOps

    with Image.open(_path(picture, library), formats=FORMATS) as opened:
        upright = ImageOps.exif_transpose(opened)
        return ImageOps.fit(upright.convert("RGB"), size, Image.Resampling.LANCZOS)


def _path(picture: Picture, library: Library) -> Path:
    return library.folder / FOLDER / picture.file


@lru_cache(maxsize=1024)
def _measured(path: Path, changed: int) -> tuple[int, int, str]:
    """Return width and height of a picture held upright, and its digest."""
    from PIL import Image, ImageOps

    with Image.open(path, formats=FORMATS) as opened:
        width, height = ImageOps.exif_transpose(opened).size
    return width, height, hashlib.sha256(path.read_bytes()).hexdigest()


def _kept(path: Path, width: int, library: Library) -> bytes:
    folder = library.folder.resolve().parent / ".cache" / "pictures"
    key = f"{_measured(path, path.stat().st_mtime_ns)[2][:32]}-{width}-{QUALITY}-{PIL.__version__}.webp"
    try:
        return (folder / key).read_bytes()
    except OSError:
        made = _made(path, width)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        partial = folder / f"{key}.partial"
        partial.write_bytes(made)
        partial.replace(folder / key)
    except OSError:
        return made
    return made


def _made(path: Path, width: int) -> bytes:
    from PIL import Image, ImageOps

    with Image.open(path, formats=FORMATS) as opened:
        upright = ImageOps.exif_transpose(opened)
        plain = upright.convert(
            "RGBA" if "A" in upright.getbands() or "transparency" in opened.info else "RGB"
        )
        height = round(plain.height * width / plain.width)
        out = io.BytesIO()
        plain.resize((width, height), Image.Resampling.LANCZOS).save(out, "WEBP", quality=QUALITY, method=4)
    return out.getvalue()
