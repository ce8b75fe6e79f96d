"""Pictures that may be opened: three formats, no bombs, no way out of their folder."""

import os
from functools import lru_cache
from pathlib import Path

FORMATS = ("JPEG", "PNG", "WEBP")
MOST_BYTES = 20_000_000
MOST_PIXELS = 60_000_000


def picture_fault(folder: Path, name: str) -> str | None:
    """Return what is wrong with a picture in `folder`, or None."""
    path = folder / name
    if not os.path.lexists(path):
        return f'there is no file "{name}" in {folder.name}/'
    if any(each.is_symlink() for each in (path, *path.parents) if each.is_relative_to(folder)):
        return f'"{name}" is a symbolic link; put the file itself there'
    found = path.stat()
    return f'"{name}" {fault}' if (fault := _fault(path, found.st_mtime_ns, found.st_size)) else None


@lru_cache(maxsize=1024)
def _fault(path: Path, changed: int, size: int) -> str | None:
    """Return what is wrong with a file; a preview asks again about files that did not change."""
    if size > MOST_BYTES:
        return f"has {size:,} bytes; {MOST_BYTES:,} at most"
    from PIL import Image, UnidentifiedImageError  # most newsrooms have no pictures to look at

    try:
        with Image.open(path, formats=FORMATS) as picture:
            width, height = picture.size
            if width * height > MOST_PIXELS:
                return f"has {width * height:,} pixels; {MOST_PIXELS:,} at most"
            picture.verify()
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return "cannot be read as a picture; save it anew as JPEG, PNG or WebP"
    return None
