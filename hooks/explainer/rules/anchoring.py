"""Every passage taken from a source stands there, and one that stands in a false light is withheld."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from explainer.contents.folder import Contents
from explainer.errors import Problem
from explainer.records.model import AnyRecord, Check, Figure, Issue, Quote, Source
from explainer.records.parts import Passage
from explainer.rules.judged import Fault
from explainer.strict_yaml.parsed import FieldPath
from explainer.verification.brackets import disguises
from explainer.verification.editing import inserted
from explainer.verification.fairness import cautions
from explainer.verification.ladder import Match, verify
from explainer.verification.quotation import is_quoted

Anchor = Quote | Figure | Check | Passage
_UNPUBLISHED = {"orphaned": "its passage vanished from the source", "withdrawn": "it is withdrawn"}


class Anchored(NamedTuple):
    """Where a record's passage stands, why the record is not published, and its faults."""

    match: Match | None = None
    withheld: str | None = None
    faults: tuple[Fault, ...] = ()

    @property
    def is_amiss(self) -> bool:
        """Say whether the words are not the source's, or cannot be published as such."""
        return any(fault.severity == "error" for fault in self.faults)


def anchored(contents: Contents, record: AnyRecord) -> Anchored:
    """Find a quotation, figure or claim in its source, or the passages of an issue in theirs."""
    why = _UNPUBLISHED.get(record.status)
    if why:
        return Anchored(withheld=why)
    if isinstance(record, Quote) and record.transcribed:
        return Anchored()
    found = Anchored()
    for path, part in passages(record):
        if part is record and part.source in contents.faulty_texts:
            found = found._replace(withheld="the text of its source cannot be read")
        place = _find(contents, path, part)
        weighed = _weighed(contents, record, place.match) if isinstance(record, Quote) else Anchored()
        found = Anchored(
            place.match if part is record else None,
            weighed.withheld or place.withheld or found.withheld,
            (*found.faults, *place.faults, *weighed.faults),
        )
    return found


def passages(record: AnyRecord) -> Iterator[tuple[FieldPath, Anchor]]:
    """Yield what a record takes from sources, each with its field; nothing for the record itself."""
    if isinstance(record, Issue):
        for index, passage in enumerate(record.passages):
            yield ("passages", index), passage
    elif isinstance(record, Quote | Check | Figure) and record.exact is not None:
        yield (), record


def _find(contents: Contents, path: FieldPath, part: Anchor) -> Anchored:
    """Return where a part's passage stands, or why it does not."""
    field: FieldPath = (*path, "exact")
    if part.source is None or part.exact is None:
        return _amiss(Fault(field, "names no source; say in `source` which one has these words"))
    if part.source not in contents.records[Source.KIND]:
        return Anchored()
    article = contents.articles.get(part.source)
    if article is None:
        message = f'cannot be checked: source "{part.source}" has no text beside its record'
        return Anchored() if part.source in contents.faulty_texts else _amiss(Fault(field, message))
    found = verify(
        article.text, part.exact, start=part.start, end=part.end, prefix=part.prefix, suffix=part.suffix
    )
    if isinstance(found, Match):
        return Anchored(found)
    if isinstance(part, Figure) and part.status == "proposed" and found.reason == "cut":
        fault = Fault(field, f"{found.message}; withheld until mended", "warning")
        return Anchored(withheld="its words cut a number in two", faults=(fault,))
    at = (part.exact, found.nearest.departs) if found.nearest else None
    return _amiss(Fault(field, found.message, at=at))


def _amiss(fault: Fault) -> Anchored:
    return Anchored(faults=(fault,))


def _weighed(contents: Contents, quote: Quote, match: Match | None) -> Anchored:
    """Refuse what is no quotation in its source; withhold one in a false light until it is signed off."""
    if match is None:
        return Anchored()
    text, faults, withheld = contents.articles[quote.source].text, list[Fault](), None
    is_verbatim = match.tier in ("V0", "V1")
    for disguise in () if is_verbatim else disguises(quote.exact, inserted(quote.exact)):
        message = f"holds what may disguise a word ({disguise}) and is not in the source; take it out"
        faults.append(Fault(("exact",), message))
    if quote.signed_off:
        return Anchored(faults=tuple(faults))
    if not is_quoted(text, match.start, match.end):
        message = (
            "does not lie between quotation marks from its first to its last word; quote only the words "
            "between them, or say in `signed_off` why these are the speaker's own"
        )
        faults.append(Fault(("exact",), message))
    for caution in cautions(text, quote.exact, match):
        withheld = f"it {caution} and nobody signed that off"
        message = f"{caution}; withheld until `signed_off` says who looked and why it is fair"
        faults.append(Fault(("exact",), message, "warning"))
    return Anchored(withheld=withheld, faults=tuple(faults))


def drifted(contents: Contents, matches: Mapping[str, Match]) -> Iterator[Problem]:
    """Yield a warning for each source whose text is not the one that its record names by sha256."""
    texts, sources = contents.articles, contents.records[Source.KIND]
    known = {name: source.sha256 for name, source in sources.items() if isinstance(source, Source)}
    changed = [name for name, text in texts.items() if known[name] not in (None, text.sha256)]
    moved = _moved(contents, matches) if changed else {}
    for name in changed:
        message = (
            "the text has changed since it was read in; run the extraction to set places anew "
            f"({moved.get(name, 0)} passages now stand elsewhere)"
        )
        yield contents.files[sources[name].ref].problem(("sha256",), message, "warning")


def _moved(contents: Contents, matches: Mapping[str, Match]) -> Counter[str]:
    """Return how many passages of each source do not stand where their records say."""
    placed = ((contents.files[ref].record, match.start) for ref, match in matches.items())
    return Counter(record.source for record, start in placed if record.start not in (None, start))
