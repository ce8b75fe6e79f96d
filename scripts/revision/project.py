"""A content folder as extraction sees it: the writers' files, the articles, and what was extracted before."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from explainer.contents.store import MAX_BYTES, field_name, read_bytes
from explainer.errors import ContentError, Problem
from explainer.strict_yaml.parsed import FieldPath, Place
from explainer.strict_yaml.scan import parse
from explainer.text.encoding import NotText, decode
from explainer.text.names import is_hidden, is_unicode
from merge.values import Record
from revision import base as bases
from revision.article_file import ArticleFile
from revision.base import Base
from revision.renames import followed
from revision.sources import find_articles

FOLDERS = ("sources", "issues", "people", "quotes", "figures")
"""The folders extraction writes to."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A writer's file: its bytes as they were read, and what they say."""

    path: Path
    data: bytes
    record: Record
    names: Mapping[FieldPath, Place]

    def line(self, field_: str) -> int:
        """Return the line of a field, or the first where it has none."""
        return self.names.get((field_,), Place(1, 1)).line


@dataclass(slots=True)
class Project:
    """All that a run works from, read once, before anything is written."""

    content: Path
    records: dict[str, dict[str, Stored]] = field(default_factory=dict)
    """By folder and id."""
    cited: dict[tuple[str, str], dict[str, Record]] = field(default_factory=dict)
    """What quotes a source, by folder and source, then id."""
    articles: dict[str, ArticleFile] = field(default_factory=dict)
    """By source id, in order."""
    set_aside: list[Problem] = field(default_factory=list)
    """Why some articles cannot be read; the others are."""
    unread: set[str] = field(default_factory=set)
    """Their sources: what was extracted from them stays as it is."""
    bases: dict[str, Base] = field(default_factory=dict)
    """By source id, in order; each record under the name its file has now."""
    written_bases: dict[str, Base] = field(default_factory=dict)
    """The bases as the last run wrote them."""
    base_bytes: dict[str, bytes] = field(default_factory=dict)
    """The bases as they were read."""

    def add(self, folder: str, id_: str, stored: Stored) -> None:
        """Take in a writer's file."""
        self.records[folder][id_] = stored
        source = stored.record.get("source")
        if isinstance(source, str) and stored.record.get("exact"):
            self.cited.setdefault((folder, source), {})[id_] = stored.record

    def stored(self, ref: str) -> Stored | None:
        """Return the file of `folder/id`, None where there is none."""
        folder, _, id_ = ref.partition("/")
        return self.records[folder].get(id_)

    def extracted_people(self, *, but: Collection[str] = ()) -> Iterator[tuple[str, Record]]:
        """Yield id and record of each person as each article gives them, those of some sources left out."""
        for source, base in self.bases.items():
            for ref, record in base.records.items() if source not in but else ():
                if ref.startswith("people/"):
                    yield ref.partition("/")[2], record

    def path(self, ref: str) -> Path:
        """Return where the record `folder/id` is, or would be."""
        return self.content / f"{ref}.yml"

    def base_path(self, source: str) -> Path:
        """Return where a source's base is, or would be."""
        return self.content / bases.FOLDER / f"{source}.json"

    def ids(self, folder: str) -> set[str]:
        """Return every id that is or was used in a folder; none may be used again."""
        used = set(self.records[folder])
        for stored in self.records[folder].values():
            aliases = stored.record.get("aliases", ())
            used |= {alias for alias in aliases if isinstance(alias, str)}
        for base in self.bases.values():
            refs = (*base.records, *base.retired)
            used |= {ref.partition("/")[2] for ref in refs if ref.startswith(f"{folder}/")}
        return used


def read(content: Path) -> Project:
    """Read a content folder; raises ContentError with every fault of every file."""
    project, problems = Project(content), list(_unfit_names(content))
    for folder in FOLDERS:
        project.records[folder] = {}
        for path in _files(content / folder, ".yml"):
            stored, faults = _stored(path)
            problems += faults
            if stored:
                project.add(folder, path.stem, stored)
    for path in _files(content / bases.FOLDER, ".json"):
        try:
            data = read_bytes(path, most=100 * MAX_BYTES)
            project.written_bases[path.stem] = bases.load(path, data)
            project.base_bytes[path.stem] = data
        except NotText as error:
            problems.append(_problem(path, error))
        except ContentError as error:
            problems += error.problems
    written = {
        folder: {id_: stored.record for id_, stored in found.items()}
        for folder, found in project.records.items()
    }
    project.bases = followed(project.written_bases, written)
    _find_articles(project)
    if problems:
        raise ContentError(problems)
    return project


def refuse_links(content: Path) -> None:
    """Raise ContentError for a folder that is a link: what extraction writes stays in the content folder."""
    places = [content / name for name in (*FOLDERS, bases.FOLDER)]
    message = "is a symbolic link; put the folder itself here"
    if problems := [Problem.at(place, message) for place in places if place.is_symlink()]:
        raise ContentError(problems)


def _unfit_names(content: Path) -> Iterator[Problem]:
    for folder in (*FOLDERS, bases.FOLDER):
        for path in _entries(content / folder):
            if not is_unicode(path.name):
                yield Problem.at(path, "its name is not UTF-8; rename the file")


def _entries(folder: Path) -> list[Path]:
    """Return what stands in a folder, in order, without what editors and systems hide there."""
    return sorted(path for path in folder.iterdir() if not is_hidden(path.name)) if folder.is_dir() else []


def _files(folder: Path, *suffixes: str) -> Iterator[Path]:
    yield from (path for path in _entries(folder) if path.suffix in suffixes and is_unicode(path.name))


def _stored(path: Path) -> tuple[Stored | None, list[Problem]]:
    try:
        data = read_bytes(path, most=MAX_BYTES)
        parsed = parse(decode(data))
    except NotText as error:
        return None, [_problem(path, error)]
    problems = [
        Problem.at(
            path,
            fault.message,
            line=fault.place.line,
            column=fault.place.column,
            field=field_name(fault.path),
        )
        for fault in parsed.faults
    ]
    if not isinstance(parsed.value, dict):
        return None, problems or [Problem.at(path, "expected fields, each as `name: value`")]
    return Stored(path, data, parsed.value, parsed.names), problems


def _find_articles(project: Project) -> None:
    found = find_articles(
        project.content / "sources",
        records={id_: stored.record for id_, stored in project.records["sources"].items()},
        bases=project.bases,
        taken=project.ids("sources") | set(project.bases),
    )
    project.articles, project.set_aside, project.unread = found.articles, found.set_aside, found.unread


def _problem(path: Path, error: NotText) -> Problem:
    return Problem.at(path, str(error), line=error.line, column=error.column)
