"""Which sources tell of each record, before a run and after it."""

from collections.abc import Iterable, Mapping

from merge.values import Record
from revision.base import Base
from revision.shares import Share

Told = Mapping[str, Record]
"""A record as each source tells it, by source."""


class Tellers:
    """Found once for all records: with thousands of articles no record may ask each of them."""

    def __init__(self, bases: Mapping[str, Base], shares: Mapping[str, Share]) -> None:
        self._bases, self._shares = bases, shares
        self._before = _by_ref((source, base.records) for source, base in bases.items())
        self._anew = _by_ref(shares.items())

    def before(self, ref: str) -> Told:
        """Return what earlier runs were told of a record."""
        return {source: self._bases[source].records[ref] for source in self._before.get(ref, ())}

    def after(self, ref: str) -> Told:
        """Return what is told once this run is done: anew where its article was extracted."""
        kept = {source: told for source, told in self.before(ref).items() if source not in self._shares}
        return kept | {source: self._shares[source][ref] for source in self._anew.get(ref, ())}

    def is_new(self, ref: str) -> bool:
        """Say whether this run is the first to tell of a record."""
        return ref in self._anew and ref not in self._before


def _by_ref(told: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, list[str]]:
    sources: dict[str, list[str]] = {}
    for source, refs in told:
        for ref in refs:
            sources.setdefault(ref, []).append(source)
    return sources
