"""The JSON form of an extraction, as `scripts/extract.py --json` prints it."""

import json
from dataclasses import asdict
from typing import Any

from extraction.candidates import Extraction


def as_dict(extraction: Extraction) -> dict[str, Any]:
    """Return plain lists and dictionaries; a figure's period is its string form, or None."""
    plain = asdict(extraction)
    for figure, candidate in zip(plain["figures"], extraction.figures, strict=True):
        figure["period"] = None if candidate.period is None else str(candidate.period)
    return plain


def as_json(extraction: Extraction, **head: str) -> str:
    """Return one line of JSON: the fields of `head` (`article="x.txt"`), then those of the extraction."""
    return json.dumps({**head, **as_dict(extraction)}, ensure_ascii=False)
