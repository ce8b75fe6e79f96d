"""Short articles of our own in the manner of newsrooms: how many names are wrong, how many are found.

In an article's text braces behind a quote name its speaker: `{Ann Lee}`, or one of `{Ann Lee|the mayor}`;
`{-}` where any name is wrong; `{~Ann Lee}` where words are only partly quoted, so that no name is as good.
Quoted words without braces are nobody's.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from extraction import extract

FOLDER = Path(__file__).parent
FOUND = 0.9
"""The least share of marked speakers to be found."""
_BRACES = re.compile(r"\{([^{}]*)\}")
_ARTICLE = re.compile(r"^(?:the|an?) ")
_EDGE = "“”‘’\"'«»„‚›‹ \u00a0"


class Marked(NamedTuple):
    """The speakers of a quote as the article is marked; none where any name is wrong."""

    end: int
    speakers: tuple[str, ...]
    required: bool


class Outcome(NamedTuple):
    """What became of a quote: `right`, `wrong`, `missed`, or `free` where no name is as good."""

    verdict: str
    """`described` where the source's own noun stands, "the shortstop", and a name could be found."""
    shown: str


def outcomes(marked_text: str) -> Iterator[Outcome]:
    """Yield what extraction makes of each quote of an article, marked or not."""
    text, marks = _without_marks(marked_text)
    places = {mark.end: mark for mark in marks}
    named = {}
    for quote in extract(text).quotes:
        end = _outer_end(text, quote.end, places)
        named[end] = quote.speaker
        if end not in places and quote.speaker is not None:
            yield Outcome("wrong", f"{quote.speaker} for nobody: {quote.exact}")
    for mark in marks:
        yield _judged(mark, named.get(mark.end), text)


def _without_marks(marked_text: str) -> tuple[str, list[Marked]]:
    pieces: list[str] = []
    marks: list[Marked] = []
    last = 0
    for match in _BRACES.finditer(marked_text):
        pieces.append(marked_text[last : match.start()])
        last = match.end()
        names = tuple(match[1].lstrip("~").split("|"))
        speakers = tuple(name for name in names if name != "-")
        required = "-" not in names and not match[1].startswith("~")
        marks.append(Marked(sum(map(len, pieces)), speakers, required))
    return "".join([*pieces, marked_text[last:]]), marks


def _outer_end(text: str, end: int, places: dict[int, Marked]) -> int:
    """Return where braces stand behind a quote: after its marks, its comma and its stop."""
    while end not in places and text[end : end + 1] and text[end] in _EDGE + ",.":
        end += 1
    return end


def _judged(mark: Marked, speaker: str | None, text: str) -> Outcome:
    shown = (
        f"{speaker} for {' or '.join(mark.speakers) or 'nobody'}: {text[max(0, mark.end - 60) : mark.end]}"
    )
    if speaker is None:
        return Outcome("missed" if mark.required else "free", shown)
    if any(_names(speaker, wanted) for wanted in mark.speakers):
        return Outcome("right" if mark.required else "free", shown)
    if not (mark.speakers and _is_noun(speaker)):
        return Outcome("wrong", shown)
    return Outcome("described" if mark.required else "free", shown)


def _is_noun(speaker: str) -> bool:
    """Tell the source's own noun for somebody, "the shortstop", from a name."""
    return speaker.lower().startswith("the ") and speaker[4:].islower()


def _names(speaker: str, wanted: str) -> bool:
    """Tell whether a name is the one wanted; a description may be cut where its noun phrase ends."""
    found, whole = (_ARTICLE.sub("", name.lower()) for name in (speaker, wanted))
    described = not wanted.split()[-1][0].isupper()
    return found == whole or (described and whole.startswith(f"{found} "))


def _articles() -> list[str]:
    files = sorted(FOLDER.joinpath("en").glob("*.yml"))
    return [article["text"] for path in files for article in yaml.safe_load(path.read_text(encoding="utf-8"))]


@pytest.fixture(scope="module")
def found() -> list[Outcome]:
    articles = _articles()
    assert len(articles) >= 60
    return [outcome for text in articles for outcome in outcomes(text)]


def test_no_name_is_wrong(found: list[Outcome]) -> None:
    assert [one.shown for one in found if one.verdict == "wrong"] == []


def test_most_speakers_are_found(found: list[Outcome]) -> None:
    right = sum(one.verdict == "right" for one in found)
    missed = [one.shown for one in found if one.verdict in {"missed", "described"}]
    assert right >= FOUND * (right + len(missed)), missed
