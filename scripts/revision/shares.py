"""What one article's extraction says, as records under the ids they have or are given."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import cast

from explainer.articles.article import Article
from extraction.candidates import Extraction, QuoteCandidate
from extraction.topics import Topic
from merge.matching import Anchor, match
from merge.values import Record
from reading.metadata import Metadata
from revision import proposals
from revision.article_file import ArticleFile
from revision.fitness import is_misnamed, unfitness
from revision.project import Project
from revision.registry import Registry
from revision.weighing import Proposal, Weighed, is_misgiven, refusal

Share = dict[str, Record]
"""By `folder/id`, what one article says."""

LONGEST_PASSAGE = 5_000
"""The model's limit for words of a source; longer paragraphs are no help to a reader."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """An article just extracted."""

    file: ArticleFile
    article: Article
    extraction: Extraction
    weighed: Weighed
    """Its quotes and figures as they may be proposed."""
    said: Metadata = field(default_factory=Metadata)
    """What the article says of itself."""

    @property
    def source(self) -> str:
        """Return the article's source id."""
        return self.file.source


def share(fresh: Fresh, project: Project, registry: Registry, issues: Mapping[str, Topic | None]) -> Share:
    """Return all records of one article; `issues` maps those explained to a topic where it proposes them."""
    made: Share = {f"sources/{fresh.source}": _source(fresh)}
    made |= _people(fresh, registry)
    stored = _stored_passages(fresh.source, project)
    made |= _quotes(fresh, registry, stored["quotes"], issues)
    made |= _identified("figures", fresh.weighed.figures, registry, stored["figures"], issues)
    made |= _issues(fresh, project, issues)
    return made


def _source(fresh: Fresh) -> Record:
    """Return the record of an article, without what the model does not take of what a page says."""
    file = fresh.file
    original = file.original.name if file.original else None
    stem = PurePosixPath(original or file.name).stem
    title = fresh.said.title or proposals.headline(fresh.article.text, stem)
    record = proposals.source_record(
        title,
        fresh.said,
        file=file.name,
        original=original,
        sha256=fresh.article.sha256,
        language=_language(fresh),
    )
    needed = {name: record[name] for name in ("title", "file", "sha256", "status")}
    return {
        name: value for name, value in record.items() if not unfitness("sources", {**needed, name: value})
    }


def _language(fresh: Fresh) -> str | None:
    """Return what the words are in; the article's own word for it where it says the same more exactly."""
    told, seen = fresh.said.language, fresh.extraction.language
    return told if told and seen and told.lower().startswith(f"{seen}-") else seen


def of_the_story(extraction: Extraction, authors: Collection[str]) -> Extraction:
    """Return what was found without people who only wrote the article."""
    speakers = {quote.speaker for quote in extraction.quotes}
    people = (each for each in extraction.people if each.name not in authors or each.name in speakers)
    return replace(extraction, people=tuple(people))


def _people(fresh: Fresh, registry: Registry) -> Share:
    made: Share = {}
    for person in fresh.extraction.people:
        id_ = registry.known.person(person.name)
        if id_ is None:
            continue
        record, name = proposals.person_record(person), registry.names[id_]
        if name != person.name:
            aliases = [person.name, *cast("list[str]", record.get("aliases", []))]
            record |= {"name": name, "aliases": [alias for alias in aliases if alias != name]}
        made[f"people/{id_}"] = record
    return made


def _quotes(
    fresh: Fresh, registry: Registry, stored: Mapping[str, list[Anchor]], issues: Collection[str]
) -> Share:
    made = [
        _quote(quote, proposal, fresh, registry)
        for quote, proposal in zip(fresh.extraction.quotes, fresh.weighed.quotes, strict=True)
    ]
    return _identified("quotes", made, registry, stored, issues)


def _quote(quote: QuoteCandidate, proposal: Proposal, fresh: Fresh, registry: Registry) -> Proposal:
    """Return a quote under its speaker's id; without a speaker where it is given to somebody else."""
    record, text = dict(proposal.record), fresh.article.text
    speaker = registry.known.person(quote.speaker) if quote.speaker else None
    if speaker is not None and not _is_misgiven(proposal, quote, speaker, fresh, registry):
        return replace(proposal, record=record | {"speaker": speaker})
    record.pop("speaker", None)
    if "speaker_as_named" not in record or not is_misnamed(record, text):
        return replace(proposal, record=record)
    del record["speaker_as_named"]
    record.pop("cue", None)
    return Proposal(record, proposal.wanted, refusal("quotes", record, text))


def _is_misgiven(
    proposal: Proposal, quote: QuoteCandidate, speaker: str, fresh: Fresh, registry: Registry
) -> bool:
    """Say whether the words beside a quote give it to somebody else than it was proposed for."""
    people, name = fresh.extraction.people, registry.names[speaker]
    person = next((each for each in people if registry.known.person(each.name) == speaker), None)
    if person is not None and person.name == quote.speaker == name:
        return proposal.is_misgiven  # the article names them as the record does
    return is_misgiven(proposal.record, fresh.article.text, person, name=name)


def _identified(
    folder: str,
    made: Sequence[Proposal],
    registry: Registry,
    stored: Mapping[str, list[Anchor]],
    issues: Collection[str],
) -> Share:
    """Return what may be proposed under its id, with those of its issues that the project explains."""
    known = match([Anchor.of(proposal.record) for proposal in made], stored)
    named: Share = {}
    for index, proposal in enumerate(made):
        if not registry.admits(str(proposal.record["exact"]), proposal.refused):
            continue
        id_ = known.get(index) or registry.mint(folder, proposal.wanted)
        named[f"{folder}/{id_}"] = _explained(proposal.record, issues)
    return named


def _explained(record: Record, issues: Collection[str]) -> Record:
    """Return a record with those of its issues alone that the project explains."""
    kept = [issue for issue in cast("list[str]", record.get("issues", [])) if issue in issues]
    if kept:
        return {**record, "issues": kept}
    return {name: value for name, value in record.items() if name != "issues"}


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
        for id_, cited in project.cited(folder, source):
            anchors.setdefault(id_, []).append(Anchor.of(cited))
    return stored
