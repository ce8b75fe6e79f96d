"""Every passage taken from a source stands there, and one that stands in a false light is withheld."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from explainer.contents.folder import Contents
from explainer.contents.kept import Kept
from explainer.contents.store import Loaded
from explainer.errors import Problem
from explainer.records.model import AnyRecord, Check, Figure, Issue, Quote, Source
from explainer.records.parts import Passage
from explainer.strict_yaml.parsed import FieldPath
from explainer.verification.brackets import disguises
from explainer.verification.editing import inserted
from explainer.verification.fairness import cautions
from explainer.verification.ladder import Match, verify
from explainer.verification.quotation import is_quoted

Anchor = Quote | Figure | Check | Passage
_UNPUBLISHED = {"orphaned": "its passage vanished from the source", "withdrawn": "it is withdrawn"}


@dataclass(frozen=True, slots=True)
class Anchored:
    """Where the records' passages stand, what is withheld and why, and the faults."""

    matches: dict[str, Match] = field(default_factory=dict)
    """`kind:id` -> place and tier."""
    withheld: dict[str, str] = field(default_factory=dict)
    """`kind:id` -> why the record is not published."""
    problems: list[Problem] = field(default_factory=list)


class _Found(NamedTuple):
    """The same of one record."""

    match: Match | None
    withheld: str | None
    problems: tuple[Problem, ...]


def anchor(contents: Contents, kept: Kept) -> Anchored:
    """Find each quotation, figure and claim in its source."""
    anchored = Anchored()
    for kind in (Quote.KIND, Figure.KIND, Check.KIND, Issue.KIND):
        for record in contents.by_source(kind):
            texts = tuple(_text_of(part.source, contents) for _, part in _parts(record))
            found = kept.judge("anchor", (record, texts), partial(_anchored, contents, record))
            if found.match:
                anchored.matches[record.ref] = found.match
            if found.withheld:
                anchored.withheld[record.ref] = found.withheld
            anchored.problems.extend(found.problems)
    anchored.problems.extend(_drift(contents, anchored.matches))
    return anchored


def _text_of(source: str | None, contents: Contents) -> str:
    """Return what tells the text of a source from another, or why it has none."""
    article = contents.articles.get(source or "")
    if article:
        return article.sha256
    return f"{source in contents.records[Source.KIND]} {source in contents.faulty_texts}"


def _anchored(contents: Contents, record: AnyRecord) -> tuple[_Found, bool]:
    anchored = Anchored()
    _anchor_record(contents, record, anchored)
    match, withheld = anchored.matches.get(record.ref), anchored.withheld.get(record.ref)
    return _Found(match, withheld, tuple(anchored.problems)), not anchored.problems


def _anchor_record(contents: Contents, record: AnyRecord, anchored: Anchored) -> None:
    loaded = contents.files[record.ref]
    why = _UNPUBLISHED.get(record.status)
    if why:
        anchored.withheld[record.ref] = why
        return
    if isinstance(record, Quote) and record.transcribed:
        return
    for path, part in _parts(record):
        if part is record and part.source in contents.faulty_texts:
            anchored.withheld[record.ref] = "the text of its source cannot be read"
        match = _find(contents, loaded, path, part, anchored)
        if match and part is record:
            anchored.matches[record.ref] = match
        if match and isinstance(record, Quote):
            _weigh(contents, record, loaded, match, anchored)


def _parts(record: AnyRecord) -> Iterator[tuple[FieldPath, Anchor]]:
    if isinstance(record, Issue):
        for index, passage in enumerate(record.passages):
            yield ("passages", index), passage
    elif isinstance(record, Quote | Check | Figure) and record.exact is not None:
        yield (), record


def _find(
    contents: Contents, loaded: Loaded[AnyRecord], path: FieldPath, part: Anchor, anchored: Anchored
) -> Match | None:
    """Return where a part's passage stands; notes a fault where it does not."""
    field: FieldPath = (*path, "exact")
    problems = anchored.problems
    if part.source is None or part.exact is None:
        problems.append(loaded.problem(field, "names no source; say in `source` which one has these words"))
        return None
    if part.source not in contents.records[Source.KIND]:
        return None
    article = contents.articles.get(part.source)
    if article is None:
        if part.source not in contents.faulty_texts:
            message = f'cannot be checked: source "{part.source}" has no text beside its record'
            problems.append(loaded.problem(field, message))
        return None
    found = verify(
        article.text, part.exact, start=part.start, end=part.end, prefix=part.prefix, suffix=part.suffix
    )
    if isinstance(found, Match):
        return found
    if isinstance(part, Figure) and part.status == "proposed" and found.reason == "cut":
        anchored.withheld[part.ref] = "its words cut a number in two"
        problems.append(loaded.problem(field, f"{found.message}; withheld until mended", "warning"))
    else:
        at = (part.exact, found.nearest.departs) if found.nearest else None
        problems.append(loaded.problem(field, found.message, at=at))
    return None


def _weigh(
    contents: Contents, quote: Quote, loaded: Loaded[AnyRecord], match: Match, anchored: Anchored
) -> None:
    """Refuse what is no quotation in its source; withhold one in a false light until it is signed off."""
    text = contents.articles[quote.source].text
    is_verbatim = match.tier in ("V0", "V1")
    for disguise in () if is_verbatim else disguises(quote.exact, inserted(quote.exact)):
        message = f"holds what may disguise a word ({disguise}) and is not in the source; take it out"
        anchored.problems.append(loaded.problem(("exact",), message))
    if quote.signed_off:
        return
    if not is_quoted(text, match.start, match.end):
        message = (
            "does not lie between quotation marks from its first to its last word; quote only the words "
            "between them, or say in `signed_off` why these are the speaker's own"
        )
        anchored.problems.append(loaded.problem(("exact",), message))
    for caution in cautions(text, quote.exact, match):
        anchored.withheld[quote.ref] = f"it {caution} and nobody signed that off"
        message = f"{caution}; withheld until `signed_off` says who looked and why it is fair"
        anchored.problems.append(loaded.problem(("exact",), message, "warning"))


def _drift(contents: Contents, matches: Mapping[str, Match]) -> Iterator[Problem]:
    """Yield a warning for each source whose text is not the one that its record names by sha256."""
    moved: dict[str, int] = {}
    for ref, match in matches.items():
        record = contents.files[ref].record
        moved[record.source] = moved.get(record.source, 0) + (record.start not in (None, match.start))
    for source_id, article in contents.articles.items():
        source = contents.records[Source.KIND][source_id]
        if isinstance(source, Source) and source.sha256 not in (None, article.sha256):
            message = (
                "the text has changed since it was read in; run the extraction to set places anew "
                f"({moved.get(source_id, 0)} passages now stand elsewhere)"
            )
            yield contents.files[source.ref].problem(("sha256",), message, "warning")
