"""A transcribed quote says who copied it, when, and from which pages: two at least, of two publishers."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from explainer.contents.folder import Contents
from explainer.contents.store import Loaded
from explainer.errors import Problem
from explainer.records.model import Quote, Source
from explainer.records.parts import Transcription


def unborne_transcriptions(contents: Contents) -> Iterator[Problem]:
    """Yield a fault for each transcribed quote that does not say enough to be looked up again."""
    for loaded in contents.parts():
        quote = loaded.record
        if not isinstance(quote, Quote):
            continue
        if (quote.kind == "transcribed") != (quote.transcribed is not None):
            message = (
                '"transcribed" and the field `transcribed` (by, on, pages) go together; give both or neither'
            )
            yield loaded.problem(("kind",), message)
        elif quote.transcribed:
            yield from _faults(contents, quote, quote.transcribed, loaded)


def _faults(
    contents: Contents, quote: Quote, copied: Transcription, loaded: Loaded[Quote]
) -> Iterator[Problem]:
    if quote.source in contents.articles:
        yield loaded.problem(("kind",), f'the text of "{quote.source}" is held here; quote it from the text')
    if quote.source not in copied.pages:
        yield loaded.problem(("source",), f'"{quote.source}" is none of the pages it was copied from')
    if quote.said_on is None:
        yield loaded.problem(("said_on",), "is missing; words copied from a page need the day they were said")
    elif copied.on < quote.said_on:
        yield loaded.problem(
            ("transcribed", "on"), f'"{copied.on}" is before "{quote.said_on}", when it was said'
        )
    pages = [contents.records[Source.KIND].get(page) for page in copied.pages]
    known = [page for page in pages if isinstance(page, Source)]
    if len(known) == len(pages) and not _independent(known):
        message = "are one publisher's or on one host; name pages of two publishers that carry these words"
        yield loaded.problem(("transcribed", "pages"), message)


def _independent(pages: list[Source]) -> bool:
    """Return whether the pages come from two publishers and two hosts at least."""
    publishers = {(page.publisher or page.title).casefold() for page in pages}
    hosts = {urlsplit(page.url).hostname if page.url else page.id for page in pages}
    return len(publishers) > 1 and len(hosts) > 1
