"""A file that a writer gave another name is the same record: its base goes along."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from merge.shape import SHAPES
from merge.values import Record
from revision.base import Base


def followed(bases: Mapping[str, Base], records: Mapping[str, Mapping[str, Record]]) -> dict[str, Base]:
    """Return the bases with each record under its present name.

    `records` holds what the files say, by folder and id. A record whose file is missing moved where exactly
    one file of its folder, unknown to any base, has its source and its words. Such a base asks for a new run,
    which writes the new name down before the words change too.
    """
    known = {ref for base in bases.values() for ref in base.records}
    newcomers: dict[object, list[str]] = defaultdict(list)
    for folder, found in records.items():
        for id_, record in found.items():
            if SHAPES[folder].has_passage and f"{folder}/{id_}" not in known:
                newcomers[_words(folder, record)].append(f"{folder}/{id_}")
    return {source: _renamed(base, records, newcomers) for source, base in bases.items()}


def _renamed(
    base: Base, records: Mapping[str, Mapping[str, Record]], newcomers: Mapping[object, list[str]]
) -> Base:
    moved: dict[str, str] = {}
    for ref, record in base.records.items():
        folder, _, id_ = ref.partition("/")
        heirs = newcomers.get(_words(folder, record), [])
        if id_ not in records[folder] and len(heirs) == 1 and heirs[0] not in moved.values():
            moved[ref] = heirs[0]
    if not moved:
        return base
    records_now = {moved.get(ref, ref): record for ref, record in base.records.items()}
    retired = tuple(sorted({*base.retired, *moved}))
    return replace(base, records=records_now, retired=retired, made_by="")


def _words(folder: str, record: Record) -> object:
    return folder, record.get("source"), record.get("exact")
