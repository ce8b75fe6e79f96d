"""A content folder as extraction sees it: the writers' files, the articles, and what was extracted before."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from explainer.contents.store import MAX_BYTES, field_name, read_bytes
from explainer.errors import ContentError, Problem
from explainer.strict_yaml.reading import parse
from explainer.text.encoding import NotText, decode
from explainer.text.names import is_hidden, is_unicode
from merge.values import Record
from revision import base as bases
from revision.article_file import ArticleFile
from revision.base import Base
from revision.renames import followed
from revision.sources import find_articles
from revision.spool import Shelved
from revision.stored import Said, Stored

FOLDERS = ("sources", "issues", "people", "quotes", "figures")
"""The folders extraction writes to."""


@dataclass(slots=True)
class Project:
    """All that a run works from, read once, before anything is written."""

    content: Path
    records: dict[str, Shelved[Stored]] = field(default_factory=lambda: {name: Shelved() for name in FOLDERS})
    """By folder and id."""
    used: dict[str, set[str]] = field(default_factory=lambda: {name: set() for name in FOLDERS})
    """By folder, the ids that its files have or had."""
    citing: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """Ids of what quotes a source, by folder and source."""
    articles: Shelved[ArticleFile] = field(default_factory=Shelved)
    """By source id, in order."""
    set_aside: list[Problem] = field(default_factory=list)
    """Why some articles cannot be read; the others are."""
    unread: set[str] = field(default_factory=set)
    """Their sources: what was extracted from them stays as it is."""
    bases: dict[str, Base] = field(default_factory=dict)
    """By source id, in order; each record under the name its file has now."""
    written_bases: dict[str, Base] = field(default_factory=dict)
    """The bases as the last run wrote them."""
    base_bytes: Shelved[bytes] = field(default_factory=Shelved)
    """The bases as they were read."""

    def add(self, folder: str, id_: str, stored: Stored) -> None:
        """Take in a writer's file."""
        self.records[folder].put(id_, stored)
        aliases = stored.record.get("aliases", ())
        self.used[folder] |= {id_, *(alias for alias in aliases if isinstance(alias, str))}
        source = stored.record.get("source")
        if isinstance(source, str) and stored.record.get("exact"):
            self.citing.setdefault((folder, source), []).append(id_)

    def stored(self, ref: str) -> Stored | None:
        """Return the file of `folder/id`, None where there is none."""
        folder, _, id_ = ref.partition("/")
        return self.records[folder][id_] if self.holds(ref) else None

    def holds(self, ref: str) -> bool:
        """Say whether there is a file of `folder/id`, without fetching it."""
        folder, _, id_ = ref.partition("/")
        return id_ in self.records[folder]

    def said(self, folder: str) -> Mapping[str, Record]:
        """Return what the files of a folder say, by id."""
        return Said(self.records[folder])

    def cited(self, folder: str, source: str) -> Iterator[tuple[str, Record]]:
        """Yield id and record of each file of a folder that quotes a source."""
        yield from ((id_, self.records[folder][id_].record) for id_ in self.citing.get((folder, source), ()))

    def extracted_people(self, *, but: Collection[str] = ()) -> Iterator[tuple[str, Record]]:
        """Yield id and record of each person as each article gives them, those of some sources left out."""
        for source, base in self.bases.items():
            for ref in base.records if source not in but else ():
                if ref.startswith("people/"):
                    yield ref.partition("/")[2], base.records[ref]

    def proposed_issues(self) -> set[str]:
        """Return the refs of issues that extraction proposed, of those that were renamed since too."""
        found: set[str] = set()
        for base in self.bases.values():
            told = (ref for ref in base.records if ref.startswith("issues/") and ref not in found)
            found |= {ref for ref in told if "title" in base.records[ref]}
            found |= {ref for ref in base.retired if ref.startswith("issues/")}
        return found

    def path(self, ref: str) -> Path:
        """Return where the record `folder/id` is, or would be."""
        return self.content / f"{ref}.yml"

    def base_path(self, source: str) -> Path:
        """Return where a source's base is, or would be."""
        return self.content / bases.FOLDER / f"{source}.json"

    def ids(self, folder: str) -> set[str]:
        """Return every id that is or was used in a folder; none may be used again."""
        used = set(self.used[folder])
        for base in self.bases.values():
            refs = (*base.records, *base.retired)
            used |= {ref.partition("/")[2] for ref in refs if ref.startswith(f"{folder}/")}
        return used


def read(content: Path) -> Project:
    """Read a content folder; raises ContentError with every fault of every file."""
    project, problems = Project(content), list(_unfit_names(content))
    remembered = Shelved[Mapping[str, Record]]()
    for folder in FOLDERS:
        for path in _files(content / folder, ".yml"):
            stored, faults = _stored(path)
            problems += faults
            if stored:
                project.add(folder, path.stem, stored)
    for path in _files(content / bases.FOLDER, ".json"):
        try:
            data = read_bytes(path, most=100 * MAX_BYTES)
            project.written_bases[path.stem] = bases.load(path, data).shelved(remembered)
            project.base_bytes.put(path.stem, data)
        except NotText as error:
            problems.append(_problem(path, error))
        except ContentError as error:
            problems += error.problems
    project.bases = followed(project.written_bases, {name: project.said(name) for name in FOLDERS})
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
    return Stored(path, data, parsed.value), problems


def _find_articles(project: Project) -> None:
    found = find_articles(
        project.content / "sources",
        records=dict(project.said("sources")),
        bases=project.bases,
        taken=project.ids("sources") | set(project.bases),
    )
    project.articles, project.set_aside, project.unread = found.articles, found.set_aside, found.unread


def _problem(path: Path, error: NotText) -> Problem:
    return Problem.at(path, str(error), line=error.line, column=error.column)
