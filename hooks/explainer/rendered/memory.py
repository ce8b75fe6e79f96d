"""What an edition of the site was made of, so that the next one makes again only what has changed.

A page or file is good as long as its draft is given the same and nothing it asked the library for has
changed: see `library.index` for what questions there are. All else that pages depend on, the code, the
templates, the site's own words, is one digest: where it differs, nothing is remembered.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from sys import intern
from typing import NamedTuple

from explainer.contents import notes
from explainer.contents.kept import Kept
from explainer.contents.notes import digest
from explainer.library.index import keys_of
from explainer.library.library import Library
from explainer.library.notebook import Pieces
from explainer.records.model import AnyRecord, Source
from explainer.rendered.askers import Askers
from explainer.rendered.page import Seen

_PARTS = ("faces", "orders", "made", "sizes", "folders", "pieces")


class Face(NamedTuple):
    """A record as it was: what tells it, its words' place and its text; the groups it was part of."""

    told: tuple[object, ...]
    """As pages see it that are not its own."""
    whole: tuple[object, ...]
    groups: tuple[str, ...]


_NONE = Face((), (), ())


class Made(NamedTuple):
    """What was made of a draft: what it was given, its files and what was seen on its pages."""

    given: str
    files: dict[str, Seen | None]


@dataclass(slots=True)
class Memory:
    """An edition: `settings` is the digest of all that is no record."""

    settings: str
    faces: dict[str, Face] = field(default_factory=dict)
    orders: dict[str, bytes] = field(default_factory=dict)
    """Kind -> digest of its ids in their order."""
    made: dict[str, Made] = field(default_factory=dict)
    sizes: dict[str, tuple[int, int]] = field(default_factory=dict)
    """File -> its size and time of change, as written."""
    folders: dict[int, tuple[int, int]] = field(default_factory=dict)
    """What was known in the end of the folders of the site: see `atomic.marker`."""
    pieces: Pieces = field(default_factory=dict)
    """What files are put together from."""
    askers: Askers = field(default_factory=Askers)
    note: notes.Note | None = None
    """Where it was read from."""
    renewed: Collection[str] = ()
    """The pieces that may be others than in the edition before."""

    def changed(self, now: "Memory") -> list[str]:
        """Return the records, as `kind:id`, that are new, gone or not as they were."""
        then, gone = self.faces.get, self.faces.keys() - now.faces.keys()
        here = ((ref, face, then(ref, _NONE)) for ref, face in now.faces.items())
        return [*gone, *(ref for ref, face, old in here if old is not face and old.whole != face.whole)]

    def touched(self, now: "Memory") -> frozenset[str]:
        """Return the questions to which the records of now may give other answers."""
        found: set[str] = set()
        for ref in self.changed(now):
            kind, _, id_ = ref.partition(":")
            before, after = self.faces.get(ref, _NONE), now.faces.get(ref, _NONE)
            found.add(f"{ref} whole")
            if before.told == after.told:
                continue
            found.update((kind, ref), before.groups, after.groups)
            found.update(("article", f"article:{id_}") if kind == Source.KIND else ())
        kinds = self.orders.keys() | now.orders.keys()
        found.update(f"{kind} ids" for kind in kinds if self.orders.get(kind) != now.orders.get(kind))
        return frozenset(found)


def remembered(
    library: Library, settings: str, kept: Kept | None = None, before: Memory | None = None
) -> Memory:
    """Return the memory of an edition of `library` of which nothing is made yet; `kept` read its records.

    Of the edition `before` is taken what is the same.
    """
    index = library.index
    faces = dict(_faces(library, kept or Kept(), before.faces if before else {}))
    orders = {kind: digest(ids) for kind, ids in {**index.ordered, "article": index.articles}.items()}
    orders["changes"] = digest([repr(index.tells_changes)])
    return Memory(settings, faces, orders)


def _faces(library: Library, kept: Kept, held: Mapping[str, Face]) -> Iterator[tuple[str, Face]]:
    index, texts = library.index, library.index.texts
    match_of, readings_of, told = index.matches.get, index.readings.get, kept.told
    for kind, records in index.records.items():
        whole_records, is_source = index.whole[kind], kind == Source.KIND
        for id_, record in records.items():
            ref, fields = f"{kind}:{id_}", whole_records[id_]
            text = digest([texts.get(id_, "")]) if is_source else b""
            whole = told(fields), match_of(ref), readings_of(ref, ()), text
            face = held.get(ref)
            if face and face.whole == whole:
                index.known[ref] = face.groups
            else:
                as_seen = whole if record is fields else (told(record), *whole[1:])
                face = Face(as_seen, whole, _groups(record))
            yield ref, face


def _groups(record: AnyRecord) -> tuple[str, ...]:
    return tuple(map(intern, keys_of(record)))


def load(path: Path, settings: str) -> Memory | None:
    """Return what is remembered at `path`, or None where that is of other settings or cannot be read."""
    note = notes.load(path, settings)
    if note is None or not note.parts.keys() >= {*_PARTS, "names", "of"}:
        return None
    parts = {name: note.parts[name] for name in _PARTS}
    askers = Askers(note.parts["names"], note.parts["of"])
    return Memory(settings, **parts, askers=askers, note=note)


def keep(memory: Memory, path: Path, before: Memory | None) -> None:
    """Write a memory down; where that cannot be, the next edition is made from nothing.

    `before` is what was remembered there.
    """
    parts = {name: getattr(memory, name) for name in _PARTS}
    parts |= {"names": memory.askers.names, "of": memory.askers.of}
    new = islice(memory.askers.names, memory.askers.first_new, None)
    at = {"pieces": memory.renewed, "names": [*new], "of": memory.askers.changed}
    notes.save(parts, path, memory.settings, since=before.note if before else None, at=at)
