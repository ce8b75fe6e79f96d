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
        told = self._before.get(ref, {})
        return {source: kept or self._bases[source].records[ref] for source, kept in told.items()}

    def after(self, ref: str) -> Told:
        """Return what is told once this run is done: anew where its article was extracted."""
        kept = {source: told for source, told in self.before(ref).items() if source not in self._shares}
        told = self._anew.get(ref, {})
        return kept | {source: anew or self._shares[source][ref] for source, anew in told.items()}

    def is_new(self, ref: str) -> bool:
        """Say whether this run is the first to tell of a record."""
        return ref in self._anew and ref not in self._before


def _by_ref(told: Iterable[tuple[str, Mapping[str, Record]]]) -> Mapping[str, dict[str, Record | None]]:
    """Return who tells of what several may speak of, and the record where it is short, as people's are."""
    sources: dict[str, dict[str, Record | None]] = {}
    for source, records in told:
        for ref in records:
            if ref.startswith("people/"):
                sources.setdefault(ref, {})[source] = records[ref]
            elif ref.startswith("issues/"):
                sources.setdefault(ref, {})[source] = None
    return sources
