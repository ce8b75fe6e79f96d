"""Ids in use, and whom each name means, while the records of all articles are named."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from extraction.candidates import PersonCandidate
from revision import ids, proposals
from revision.fitness import unfitness
from revision.names import Directory
from revision.project import Project


@dataclass(slots=True)
class Registry:
    """Ids in use, and whom each name means; it grows as records are proposed."""

    taken: dict[str, set[str]]
    known: Directory = field(default_factory=Directory)
    names: dict[str, str] = field(default_factory=dict)
    """Id -> the name of that person's record."""
    numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    """Folder and wanted id -> the last number given, for in an archive thousands want the same."""
    refused: list[tuple[str, str]] = field(default_factory=list)
    """Words that were found and cannot be proposed, and why."""

    @classmethod
    def of(cls, project: Project) -> "Registry":
        """Return what the project's files say; a person whose file was deleted is still known by the base."""
        written = dict(project.said("people"))
        extracted = list(project.extracted_people())
        names = {id_: str(record.get("name", id_)) for id_, record in [*extracted, *written.items()]}
        taken = {folder: project.ids(folder) for folder in project.records}
        return cls(taken, Directory.of(written, extracted), names)

    def introduce(self, people: Iterable[PersonCandidate]) -> None:
        """Give everybody an id, whatever the order of articles: who is named more fully comes first."""
        for person in sorted(people, key=lambda person: -len(person.name.split())):
            record = proposals.person_record(person)
            if self.known.is_ambiguous(person.name):
                continue
            if not self.admits(person.name, unfitness("people", record)):
                continue
            id_ = self.known.person(person.name) or self.mint("people", ids.person_id(person.name))
            self.names.setdefault(id_, person.name)
            self.known.learn(id_, record)

    def admits(self, words: str, refusal: str | None) -> bool:
        """Say whether something may be proposed; where there is a reason against it, that is noted."""
        if refusal:
            self.refused.append((words, refusal))
        return refusal is None

    def mint(self, folder: str, wanted: str) -> str:
        """Return an id never used before in the folder."""
        last = self.numbers.get((folder, wanted), 0)
        id_, self.numbers[folder, wanted] = ids.numbered(wanted, self.taken[folder], last)
        self.taken[folder].add(id_)
        return id_
