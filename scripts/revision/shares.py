"""What one article's extraction says, as records under the ids they have or are given."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, cast, get_args

from explainer.articles.article import Article
from explainer.records.parts import PeriodKind
from extraction.candidates import Extraction
from extraction.topics import Topic
from merge.matching import Anchor, match
from merge.values import Record
from revision import ids, proposals
from revision.fitness import unfitness, unfound
from revision.project import ArticleFile, Project

Share = dict[str, Record]
"""By `folder/id`, what one article says."""

_PERIODS = frozenset(get_args(PeriodKind))
_BETWEEN_NAMES = re.compile(r"[.\s]+")

LONGEST_PASSAGE = 5_000
"""The model's limit for words of a source; longer paragraphs are no help to a reader."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """An article just extracted."""

    file: ArticleFile
    article: Article
    extraction: Extraction

    @property
    def source(self) -> str:
        """Return the article's source id."""
        return self.file.source


@dataclass(slots=True)
class Registry:
    """Ids in use, and whom each name means; it grows as records are proposed."""

    taken: dict[str, set[str]]
    people: dict[str, set[str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    refused: list[tuple[str, str]] = field(default_factory=list)
    """Words that were found and cannot be proposed, and why."""

    @classmethod
    def of(cls, project: Project) -> "Registry":
        """Return what the project's files say; a person whose file was deleted is still known by the base."""
        registry = cls({folder: project.ids(folder) for folder in project.records})
        for base in project.bases.values():
            for ref, record in base.records.items():
                if ref.startswith("people/") and project.stored(ref) is None:
                    registry.learn(ref.partition("/")[2], record)
        written = {id_: stored.record for id_, stored in project.records["people"].items()}
        for name in {_key(name) for record in written.values() for name in _names(record)}:
            registry.people.pop(name, None)
        for id_, record in written.items():
            registry.learn(id_, record)
        return registry

    def learn(self, id_: str, record: Record) -> None:
        """Note a person's names."""
        self.names.setdefault(id_, str(record.get("name", id_)))
        for name in _names(record):
            self.people.setdefault(_key(name), set()).add(id_)

    def person(self, name: str) -> str | None:
        """Return the one person of that name; None where there is none, or more than one."""
        found = self.people.get(_key(name), set())
        return next(iter(found)) if len(found) == 1 else None

    def admits(self, folder: str, record: Record, words: str, *, text: str | None = None) -> bool:
        """Say whether a record, with its passage in `text` if it has one, may be proposed; note why not."""
        reason = unfitness(folder, record) or (unfound(record, text) if text is not None else None)
        if reason:
            self.refused.append((words, reason))
        return reason is None

    def mint(self, folder: str, wanted: str) -> str:
        """Return an id never used before in the folder."""
        id_ = ids.unique(wanted, self.taken[folder])
        self.taken[folder].add(id_)
        return id_


def share(fresh: Fresh, project: Project, registry: Registry, issues: Mapping[str, Topic | None]) -> Share:
    """Return all records of one article; `issues` maps those explained to a topic where it proposes them."""
    made: Share = {f"sources/{fresh.source}": _source(fresh)}
    made |= _people(fresh, registry)
    stored = _stored_passages(fresh.source, project)
    made |= _quotes(fresh, registry, stored["quotes"], issues)
    made |= _figures(fresh, registry, stored["figures"], issues)
    made |= _issues(fresh, project, issues)
    return made


def _source(fresh: Fresh) -> Record:
    title = fresh.article.meta.get("title") or proposals.headline(fresh.article.text, fresh.file.path.stem)
    return proposals.source_record(title, file=fresh.file.path.name, sha256=fresh.article.sha256)


def _people(fresh: Fresh, registry: Registry) -> Share:
    made: Share = {}
    for person in fresh.extraction.people:
        record = proposals.person_record(person)
        is_ambiguous = _key(person.name) in registry.people and registry.person(person.name) is None
        if is_ambiguous or not registry.admits("people", record, person.name):
            continue
        id_ = registry.person(person.name) or registry.mint("people", ids.person_id(person.name))
        name = registry.names.get(id_, person.name)
        if name != person.name:
            aliases = [person.name, *cast("list[str]", record.get("aliases", []))]
            record |= {"name": name, "aliases": [alias for alias in aliases if alias != name]}
        registry.learn(id_, record)
        made[f"people/{id_}"] = record
    return made


def _quotes(
    fresh: Fresh, registry: Registry, stored: Mapping[str, list[Anchor]], issues: Collection[str]
) -> Share:
    text, quotes = fresh.article.text, fresh.extraction.quotes
    speakers = [registry.person(quote.speaker) if quote.speaker else None for quote in quotes]
    made = [
        proposals.quote_record(quote, text, source=fresh.source, speaker=speaker, issues=issues)
        for quote, speaker in zip(quotes, speakers, strict=True)
    ]
    wanted = [ids.quote_id(quote.exact, quote.speaker) for quote in quotes]
    return _identified("quotes", made, wanted, registry, stored, text)


def _figures(
    fresh: Fresh, registry: Registry, stored: Mapping[str, list[Anchor]], issues: Collection[str]
) -> Share:
    text, figures = fresh.article.text, fresh.extraction.figures
    made = [
        proposals.figure_record(figure, text, source=fresh.source, issues=issues, periods=_PERIODS)
        for figure in figures
    ]
    wanted = [ids.figure_id(figure) for figure in figures]
    return _identified("figures", made, wanted, registry, stored, text)


def _identified(
    folder: str,
    made: list[proposals.Record],
    wanted: list[str],
    registry: Registry,
    stored: Mapping[str, list[Anchor]],
    text: str,
) -> Share:
    known = match([Anchor.of(record) for record in made], stored)
    named: Share = {}
    for index, record in enumerate(made):
        if not registry.admits(folder, record, str(record["exact"]), text=text):
            continue
        id_ = known.get(index) or registry.mint(folder, wanted[index])
        named[f"{folder}/{id_}"] = record
    return named


def _issues(fresh: Fresh, project: Project, issues: Mapping[str, Topic | None]) -> Share:
    made: Share = {}
    for id_, topic in issues.items():
        found = proposals.passages(
            fresh.extraction.passages, fresh.article.text, source=fresh.source, issue=id_
        )
        found = [passage for passage in found if len(str(passage["exact"])) <= LONGEST_PASSAGE]
        if not found:
            continue
        head = proposals.issue_record(topic.title, topic.question) if topic else {}
        made[f"issues/{id_}"] = {**head, "passages": found}
    return made


def _stored_passages(source: str, project: Project) -> dict[str, dict[str, list[Anchor]]]:
    """Return the anchors of a source's quotes and figures, as extraction wrote them and as they are now."""
    stored: dict[str, dict[str, list[Anchor]]] = {"quotes": {}, "figures": {}}
    base = project.bases.get(source)
    for folder, anchors in stored.items():
        for ref, record in base.records.items() if base else ():
            if ref.startswith(f"{folder}/"):
                anchors.setdefault(ref.partition("/")[2], []).append(Anchor.of(record))
        for id_, cited in project.cited.get((folder, source), {}).items():
            anchors.setdefault(id_, []).append(Anchor.of(cited))
    return stored


def _names(record: Record) -> Iterator[str]:
    aliases: Any = record.get("aliases", ())
    yield from (name for name in (record.get("name"), *aliases) if isinstance(name, str))


def _key(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(part for part in _BETWEEN_NAMES.split(folded) if part)
