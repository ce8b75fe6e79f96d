"""The JSON form of a reading, as `scripts/extract.py --text` prints it."""

import json

from reading.reading import Reading


def as_row(reading: Reading, *, article: str) -> str:
    """Return one line of JSON; null where the article says nothing."""
    said = reading.metadata
    row = {
        "article": article,
        "text": reading.text,
        "title": said.title,
        "author": list(said.authors) or None,
        "published": said.published,
        "modified": said.modified,
        "publisher": said.publisher,
        "url": said.url,
        "language": said.language,
    }
    return json.dumps(row, ensure_ascii=False)
