"""A content folder -> all its records and texts, with every fault of every file."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from explainer.articles.article import Article
from explainer.articles.refusals import READABLE, is_known_refusal, refusal
from explainer.contents.derived import Derived
from explainer.contents.drafts import DRAFT, Draft, unfinished
from explainer.contents.interface import FILE, interface
from explainer.contents.kept import Kept
from explainer.contents.store import Loaded
from explainer.contents.store import read as read_record
from explainer.contents.texts import articles_of
from explainer.errors import Problem
from explainer.records.fields import ID_PATTERN, RESERVED_IDS
from explainer.records.model import RECORD_TYPES, AnyRecord, Source
from explainer.records.site import Site
from explainer.records.walking import Leaf, leaves
from explainer.text.names import is_hidden
from explainer.text.pattern import pattern
from explainer.text.suggestion import nearest
from explainer.words import Words, english

_ID = pattern(ID_PATTERN)
_READ = (*READABLE, ".yml", ".yaml")
_RESERVED = pattern(RESERVED_IDS)
_ALL_PLAIN = pattern(rf"(?:(?!(?:{RESERVED_IDS})\.){ID_PATTERN.strip('^$')}\.yml\n)*")
"""Names with nothing amiss, as a folder nearly always holds: of thousands, no one is looked at by itself."""


@dataclass(frozen=True)
class Contents:
    """What a content folder holds; `problems` are the faults of single files, rules find those between."""

    folder: Path
    site: Site
    records: Mapping[str, Mapping[str, AnyRecord]]
    """kind -> id -> record, in order of id; every kind is present."""
    files: Mapping[str, Loaded[Any]]
    """`kind:id`, or `site`, -> the record with its file and the places of its fields."""
    articles: Mapping[str, Article]
    """Source id -> its text and warnings, for sources with a text."""
    problems: tuple[Problem, ...] = ()
    broken: frozenset[str] = frozenset()
    """`kind:id` of records whose files could not be read: a reference to them is no second fault."""
    faulty_texts: frozenset[str] = frozenset()
    """Sources whose text could not be read: what quotes them is no second fault."""
    set_aside: tuple[Problem, ...] = ()
    """Why those texts could not be read. One bad article stops nothing else: what rests on it is withheld."""

    unfinished: Mapping[str, Draft] = field(default_factory=dict)
    """`kind:id` -> a draft that is no whole record yet."""
    words: Words = field(default_factory=english)
    """What the interface says."""
    derived: Derived = field(default_factory=Derived)
    """What rules take from single records, kept from one reading to the next."""

    @cached_property
    def drafts(self) -> Mapping[str, Path]:
        """Return `kind:id` -> file of every draft, whole or not."""
        whole = (each for each in self.files.values() if getattr(each.record, "status", "") == DRAFT)
        return {each.record.ref: each.path for each in whole} | {
            ref: draft.path for ref, draft in self.unfinished.items()
        }

    @property
    def texts(self) -> dict[str, str]:
        """Return source id -> text."""
        return {source: found.text for source, found in self.articles.items()}

    def parts(self) -> Iterator[Loaded[Any]]:
        """Yield every record that could be read with its file, the site's own settings included."""
        yield from self.files.values()

    @cached_property
    def fields(self) -> tuple[tuple[Loaded[Any], list[Leaf]], ...]:
        """Return every record with the values of its fields, those in lists and parts one by one."""
        take = self.derived.take
        return tuple((loaded, take(leaves, loaded.record)) for loaded in self.files.values())


def read_all(folder: Path, kept: Kept | None = None) -> Contents:
    """Read every record and article below `folder`; faults are gathered, never raised.

    A missing folder of records is an empty one. What is `kept` from an earlier reading is not read again.
    """
    kept = kept or Kept(keeps=False)
    problems: list[Problem] = []
    files: dict[str, Loaded[Any]] = {}
    broken: set[str] = set()
    drafts: dict[str, Draft] = {}
    records: dict[str, dict[str, AnyRecord]] = {}
    for model in RECORD_TYPES:
        records[model.KIND] = {}
        for path in _record_files(folder / model.FOLDER, problems):
            loaded, faults = kept.read(path, model)
            if loaded is None and (draft := unfinished(Path(path), model)):
                drafts[draft.ref] = draft
                problems += draft.problems
            elif loaded is None:
                problems += faults
                broken.add(f"{model.KIND}:{Path(path).stem}")
            else:
                problems += faults
                files[loaded.record.ref] = loaded
                records[model.KIND][loaded.record.id] = loaded.record
    others = [*_not_articles(folder / Source.FOLDER)]
    problems += _unread(folder, others)
    site = _site(folder / "site.yml", files, problems)
    words, faults = interface(folder, site.language)
    problems += faults
    set_aside = [Problem.at(path, refusal(path.suffix)) for path in others if is_known_refusal(path.suffix)]
    sources, place = records[Source.KIND], folder / Source.FOLDER
    articles, faulty = articles_of(sources, place, files, kept, problems, set_aside)
    return Contents(
        folder,
        site,
        records,
        files,
        articles,
        tuple(problems),
        frozenset(broken),
        faulty,
        tuple(set_aside),
        drafts,
        words,
        kept.derived,
    )


def _unread(folder: Path, others: Iterable[Path]) -> Iterator[Problem]:
    """Yield what a writer may think is read and is not: folders, suffixes, places nothing looks at.

    `others` are files among the sources that are neither records nor articles.
    """
    if not folder.is_dir():
        yield _fault(folder, "no such folder; --content names the writers' folder")
        return
    known = {model.FOLDER for model in RECORD_TYPES}
    for entry in _entries(folder):
        if entry.is_dir() and entry.name not in known | {"schema"}:
            if any(entry.glob("*.y*ml")):
                near = nearest(entry.name, sorted(known))
                hint = f"; did you mean {near}/?" if near else ""
                yield _warning(entry, f"nothing in this folder is read{hint}")
        elif entry.suffix.lower() in (".yml", ".yaml") and entry.name not in ("site.yml", FILE):
            message = f"is not read; the site's words stand in site.yml and {FILE}, records in folders"
            yield _warning(entry, message)
    for path in sorted(folder.glob("*/*/*.yml")):
        parts = path.relative_to(folder).parts
        if parts[0] in known and not any(map(is_hidden, parts)):
            yield _warning(path, "is not read: records stand in their folder itself, not below it")
    for path in others:
        if not is_known_refusal(path.suffix):
            yield _warning(path, refusal(path.suffix))


def _not_articles(folder: Path) -> Iterator[Path]:
    """Yield the files among the sources that are neither records nor what can be read."""
    for path in _entries(folder):
        if path.suffix.lower() not in _READ and path.is_file():
            yield path


def _entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*") if not is_hidden(path.name))


def _warning(path: Path, message: str) -> Problem:
    return Problem.at(path, message, severity="warning")


def _site(path: Path, files: dict[str, Loaded[Any]], problems: list[Problem]) -> Site:
    if not path.is_symlink() and not path.exists():
        return Site()
    loaded, faults = read_record(path, Site)
    problems += faults
    if loaded is None:
        return Site()
    files["site"] = loaded
    return loaded.record


def _record_files(folder: Path, problems: list[Problem]) -> Iterator[str]:
    """Yield the .yml files of a folder in order, with a fault for each name that cannot be an id."""
    if folder.is_symlink():
        problems.append(_fault(folder, "is a symbolic link; put the folder itself here"))
        return
    if not folder.is_dir():
        return
    names = sorted(os.listdir(folder))
    if _ALL_PLAIN.fullmatch("".join(f"{name}\n" for name in names)):
        yield from (f"{folder}{os.sep}{name}" for name in names)
        return
    seen: dict[str, str] = {}
    for name in names:
        stem, suffix = os.path.splitext(name)
        if suffix.lower() not in (".yml", ".yaml") or is_hidden(name):
            continue
        twin = seen.setdefault(stem.casefold(), name)
        if fault := _misnamed(stem, suffix, "" if twin == name else twin):
            problems.append(_fault(folder / name, fault))
        else:
            yield f"{folder}{os.sep}{name}"


def _misnamed(stem: str, suffix: str, twin: str) -> str:
    """Return what is wrong with a record's name, of which there may be a `twin`; empty for nothing."""
    if twin:
        return f"has the same id as {twin}; rename one of them"
    if suffix != ".yml":
        return f"rename it to {stem}.yml; only .yml files are read"
    if not _ID.fullmatch(stem):
        return "the file's name is the id: it must match [a-z0-9][a-z0-9-]{0,63}"
    return f'"{stem}" is a reserved name; choose another id' if _RESERVED.fullmatch(stem) else ""


def _fault(path: Path, message: str) -> Problem:
    return Problem.at(path, message)
