"""What an article says of itself, whatever kind of file it came in."""

import re
from dataclasses import dataclass

LONGEST = 300
"""Characters of a headline or name; longer is something else."""

_BY = re.compile(
    r"(?:(?:written |posted |story )?by|von|par|por|di|de|door|av|autor(?:a|es)?|author)(?:[: ]\s*|\Z)",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|;|&|\b(?:and|und|et|y|e)\b)\s*")
_NO_NAME = re.compile(r"https?:|www\.|@|\.com\b|\d{3}|[<>{}]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What an article says of itself; None or empty where it says nothing."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    """As the page writes it, at least year and month (ISO 8601)."""
    modified: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    description: str | None = None


def names_in(byline: str | None) -> list[str]:
    """Return the names in a byline: without `By`, addresses and what is no name."""
    if not byline:
        return []
    names = [name.strip(" .|•·-–—") for name in _AND.split(_BY.sub("", byline, count=1))]
    return [
        each for each in names if 2 <= len(each) <= 80 and not _NO_NAME.search(each) and _BY.sub("", each)
    ]
