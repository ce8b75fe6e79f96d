"""A file that a writer gave another name is the same record: its base goes along."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace

from merge.shape import SHAPES
from merge.values import Record
from revision.base import Base


def followed(bases: Mapping[str, Base], records: Mapping[str, Mapping[str, Record]]) -> dict[str, Base]:
    """Return the bases with each record under its present name.

    `records` holds what the files say, by folder and id. A record whose file is missing moved where exactly
    one file of its folder, unknown to any base, has its source, words and place; else its source and words.
    Such a base asks for a new run, which writes the new name down before the words change too.
    """
    known = {ref: source for source, base in bases.items() for ref in base.records if _has_passage(ref)}
    here = {f"{folder}/{id_}": found for folder, found in records.items() for id_ in found}
    missing = {ref: bases[source].records[ref] for ref, source in known.items() if ref not in here}
    newcomers = {
        ref: found[ref.partition("/")[2]]
        for ref, found in here.items()
        if _has_passage(ref) and ref not in known
    }
    moved: dict[str, str] = {}
    for likeness in (_place, _words):
        moved |= _pairs(missing, newcomers, likeness)
        missing = {ref: record for ref, record in missing.items() if ref not in moved}
        newcomers = {ref: record for ref, record in newcomers.items() if ref not in moved.values()}
    return {source: _renamed(base, moved) for source, base in bases.items()}


def _pairs(
    missing: Mapping[str, Record], newcomers: Mapping[str, Record], likeness: Callable[[str, Record], object]
) -> dict[str, str]:
    """Return former and present name of those that are alike and like no other."""
    sides = defaultdict[object, tuple[list[str], list[str]]](lambda: ([], []))
    for side, records in enumerate((missing, newcomers)):
        for ref, record in records.items():
            sides[likeness(ref, record)][side].append(ref)
    return {before[0]: after[0] for before, after in sides.values() if len(before) == len(after) == 1}


def _renamed(base: Base, moved: Mapping[str, str]) -> Base:
    here = {ref: name for ref, name in moved.items() if ref in base.records}
    if not here:
        return base
    records = {here.get(ref, ref): record for ref, record in base.records.items()}
    return replace(base, records=records, retired=tuple(sorted({*base.retired, *here})), made_by="")


def _has_passage(ref: str) -> bool:
    return SHAPES[ref.partition("/")[0]].has_passage


def _place(ref: str, record: Record) -> object:
    return _words(ref, record), record.get("prefix"), record.get("suffix"), record.get("start")


def _words(ref: str, record: Record) -> object:
    return ref.partition("/")[0], record.get("source"), record.get("exact")
