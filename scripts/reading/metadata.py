"""What an article says of itself, whatever kind of file it came in."""

import re
from dataclasses import dataclass

from extraction import wordlists

LONGEST = 300
"""Characters of a headline or name; longer is something else."""

_BY = re.compile(
    r"(?:(?:written |posted |story )?by|von|par|por|di|de|door|av|autor(?:a|es)?|author)(?:[: ]\s*|\Z)",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|;|&|\b(?:and|und|et|y|e)\b)\s*")
_FOR = re.compile(r"\s+(?:of|for|at|with|from)\s+(?=(?:the\s+)?[A-Z])")
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
    """Return who wrote, by a byline: without `By`, addresses, offices, and the outlet after a person."""
    named = _named(byline)
    return [*named[:1], *(each for each in named[1:] if not _is_no_writer(each))]


def outlet_in(byline: str | None) -> str | None:
    """Return the outlet that a byline names after a person: "By Ann Lee, The Quay Courier"."""
    return next((each for each in _named(byline)[1:] if _is_outlet(each)), None)


def _named(byline: str | None) -> list[str]:
    """Return all that a byline names, the outlet of "Ann Lee of The Quay Courier" by itself."""
    parts = _AND.split(_BY.sub("", byline or "", count=1))
    names = [name.strip(" .|•·-–—") for part in parts for name in _apart(part)]
    return [
        each for each in names if 2 <= len(each) <= 80 and not _NO_NAME.search(each) and _BY.sub("", each)
    ]


def _apart(name: str) -> list[str]:
    person, *rest = _FOR.split(name, maxsplit=1)
    return [person, *rest] if rest and _is_outlet(rest[0].strip()) else [name]


def _is_no_writer(name: str) -> bool:
    """Say whether what follows a person in a byline is an outlet, or an office: "staff writer"."""
    last = name.split()[-1].lower()
    office = last in wordlists.groups("titles")["job"] and not _has_first_name(name)
    return _is_outlet(name) or office or name.islower()


def _is_outlet(name: str) -> bool:
    words = name.lower().split()
    if words[0] == "the" and len(words) > 1:
        return True
    return words[-1] in wordlists.words("outlets") and not _has_first_name(name)


def _has_first_name(name: str) -> bool:
    first, *rest = name.lower().split()
    return bool(rest) and first in wordlists.first_names()
