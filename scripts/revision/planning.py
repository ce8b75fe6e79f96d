"""Fresh shares merged into the project: a plan. Nothing is written here."""

from collections import Counter
from collections.abc import Iterator, Mapping

from atomic.files import Write
from explainer.articles.article import Article
from explainer.errors import ContentError, Problem, shown_path
from explainer.records.model import RECORD_TYPES
from explainer.records.part import fields_of
from explainer.strict_yaml import dump
from explainer.strict_yaml.layout import Unpatchable
from explainer.strict_yaml.patch import patch
from explainer.text.characters import place
from merge.record import Merged, merge_record
from merge.shape import SHAPES
from merge.shared import combine, left_out
from merge.values import Record
from revision.names import contested, key, names, without_contested
from revision.plan import Action, Open, Plan, Settings, Step
from revision.project import Project
from revision.questions import refuse_mass_deletion, refuse_mass_orphaning
from revision.renewal import base_writes
from revision.shares import Share
from revision.spool import Shelved, Spooled
from revision.stored import Stored
from revision.tellers import Tellers
from revision.transaction import Progress

SHARED = ("people", "issues")
"""Folders whose records several articles speak of."""

KINDS = {model.FOLDER: model.KIND for model in RECORD_TYPES}
_TOLD = 100
"""So many records that the same happens to are kept to be told of."""
_LAST = ("aliases", "status", "prefix", "suffix", "start", "end")
FIELDS = {
    model.FOLDER: (*(each.name for each in fields_of(model) if each.name not in ("id", *_LAST)), *_LAST)
    for model in RECORD_TYPES
}
"""The order of fields in a new file, and where a new field goes in a writer's file."""


def make_plan(
    project: Project,
    shares: Mapping[str, Share],
    *,
    made_by: str,
    articles: Mapping[str, Article],
    settings: Settings,
    writes: Spooled[Write],
    progress: Progress | None = None,
) -> Plan:
    """Merge fresh shares, by source, into the project.

    A source without its article has an empty share. `articles` are those that were extracted, `writes` what
    is to be written before any record.
    Raises ContentError where the run had better ask first.
    """
    return _Planning(project, shares, articles, settings, writes).plan(made_by, progress)


class _Planning:
    """One pass over all records that the fresh shares touch."""

    def __init__(
        self,
        project: Project,
        shares: Mapping[str, Share],
        articles: Mapping[str, Article],
        settings: Settings,
        writes: Spooled[Write],
    ) -> None:
        self.project = project
        self.shares = shares
        self.tellers = Tellers(project.bases, shares)
        self.articles = articles
        self.settings = settings
        self.result = Plan(writes=writes)
        self.problems: list[Problem] = []
        self.told: Counter[Action] = Counter()
        self.own = Shelved[dict[str, Record]]()
        """What is remembered of each source's own records."""
        self.shared: dict[str, dict[str, bool]] = {source: {} for source in shares}
        """Which records that several speak of are remembered; True as this run tells them."""
        self.orphaned: dict[str, int] = dict.fromkeys(shares, 0)
        self.contested_before = contested(project.extracted_people())
        self.contested = contested(self._people())
        """Names that several people have; they are proposed for none of them."""

    def plan(self, made_by: str, progress: Progress | None) -> Plan:
        """Merge, stop where that is wiser, and return what is to be written."""
        if not self.settings.accept_deletions:
            refuse_mass_deletion(self.project)
        for number, (source, share) in enumerate(self.shares.items(), start=1):
            if progress:
                progress("Articles merged", number, len(self.shares))
            before, remembered = self._base_records(source), dict[str, Record]()
            for ref in _own(before, share):
                record = self._own(source, ref, before.get(ref), share.get(ref))
                if record is not None:
                    remembered[ref] = record
            self.own.put(source, remembered)
        for ref in self._shared_refs():
            self._shared(ref)
        if not self.settings.accept_orphans:
            refuse_mass_orphaning(self.project, self.orphaned)
        if self.problems:
            raise ContentError(self.problems)
        for id_, person in self._people():
            self.result.names.setdefault(id_, str(person.get("name", id_)))
        to_remember = ((source, self._remembered(source)) for source in self.shares)
        self.result.writes.extend(
            base_writes(self.result, to_remember, self.project, articles=self.articles, made_by=made_by)
        )
        settled = {*self.result.settled, *(ref.partition("/")[2] for ref in self.result.settled)}
        self.result.unknown = tuple(sorted(self.settings.only - settled))
        return self.result

    def _people(self) -> Iterator[tuple[str, Record]]:
        """Yield everybody as articles and files give them once this run is done."""
        yield from self.project.said("people").items()
        yield from self.project.extracted_people(but=self.shares)
        for share in self.shares.values():
            yield from ((ref.partition("/")[2], share[ref]) for ref in share if _folder(ref) == "people")

    def _remembered(self, source: str) -> Mapping[str, Record]:
        """Return what the source's base is to hold."""
        before, after = self._base_records(source), self.shares[source]
        shared = {ref: (after if is_new else before)[ref] for ref, is_new in self.shared[source].items()}
        return {**self.own[source], **shared}

    def _own(self, source: str, ref: str, base: Record | None, theirs: Record | None) -> Record | None:
        if theirs is not None:
            theirs = self._without_dangling_speaker(theirs)
        merged = self._merged(ref, base, theirs)
        self.orphaned[source] += merged.orphaned
        self._follow(source, ref, merged)
        return merged.base

    def _shared(self, ref: str) -> None:
        before, after = self.tellers.before(ref), self.tellers.after(ref)
        shape = SHAPES[_folder(ref)]
        base, theirs = combine(shape, before), combine(shape, after)
        if _folder(ref) == "people":
            base = base and without_contested(base, self.contested_before)
            theirs = theirs and without_contested(theirs, self.contested)
        merged = self._merged(ref, base, theirs)
        if more := left_out(shape, after):
            self.result.left_out.append((self.project.path(ref), more))
        remembered = before if merged.conflicts else after
        for source in remembered.keys() & self.shares.keys():
            self.shared[source][ref] = remembered is after
        self._follow(next(iter(after or before)), ref, merged)

    def _merged(self, ref: str, base: Record | None, theirs: Record | None) -> Merged:
        stored = self.project.stored(ref)
        ours = stored.record if stored else None
        shape = SHAPES[_folder(ref)]
        merged = merge_record(shape, base, ours, theirs)
        side = self.settings.side(ref)
        if not merged.conflicts or side is None:
            return merged
        self.result.settled.append(ref)
        return merge_record(shape, base, ours, theirs, take=side)

    def _follow(self, source: str, ref: str, merged: Merged) -> None:
        """Note what a merged record asks for."""
        stored, folder = self.project.stored(ref), _folder(ref)
        path = self.project.path(ref)
        for conflict in merged.conflicts:
            line = stored.line(conflict.fields[0]) if stored and conflict.fields else 1
            now_at = self._now_at(source, conflict.theirs)
            self.result.conflicts.append(Open(ref, source, path, line, conflict, now_at))
        if merged.create is not None:
            text = dump.file_text(_ordered(folder, merged.create), schema=KINDS[folder])
            self.result.writes.append(Write(path, None, text.encode()))
            self._step("new", ref, 1, merged.create)
        elif merged.changes and stored:
            self._patch(stored, merged, FIELDS[folder])
            fields = tuple(merged.changes)
            record = {**stored.record, **{name: value or "" for name, value in merged.changes.items()}}
            line = stored.line(fields[0])
            self._step(_action(merged), ref, line, record, fields)

    def _step(
        self, action: Action, ref: str, line: int, record: Record, fields: tuple[str, ...] = ()
    ) -> None:
        self.told[action] += 1
        told = record if self.told[action] <= _TOLD else {}
        self.result.steps.append(Step(action, ref, self.project.content, line, told, fields))

    def _now_at(self, source: str, theirs: Record) -> str:
        file, start = self.project.articles.get(source), str(theirs.get("start", ""))
        if file is None or source not in self.articles or not start:
            return ""
        line, _ = place(self.articles[source].text, int(start))
        return f"{shown_path(file.path)}:{line}"

    def _patch(self, stored: Stored, merged: Merged, order: tuple[str, ...]) -> None:
        try:
            new = patch(stored.data, merged.changes, order=order)
        except Unpatchable as error:
            fields = ", ".join(merged.changes)
            line = stored.line(next(iter(merged.changes)))
            self.problems.append(
                Problem.at(stored.path, f"{error}; lay the file out more simply", line=line, field=fields)
            )
            return
        self.result.writes.append(Write(stored.path, stored.data, new))

    def _without_dangling_speaker(self, quote: Record) -> Record:
        speaker = f"people/{quote.get('speaker')}"
        if self.project.holds(speaker) or self.tellers.is_new(speaker):
            return quote
        return {name: value for name, value in quote.items() if name != "speaker"}

    def _shared_refs(self) -> list[str]:
        refs = {ref for source in self.shares for ref in (*self._base_records(source), *self.shares[source])}
        changed = self.contested ^ self.contested_before
        people = self.project.extracted_people() if changed else ()
        refs |= {f"people/{id_}" for id_, record in people if changed & set(map(key, names(record)))}
        return sorted(ref for ref in refs if _folder(ref) in SHARED)

    def _base_records(self, source: str) -> Mapping[str, Record]:
        base = self.project.bases.get(source)
        return base.records if base else {}


def _own(*shares: Mapping[str, Record]) -> list[str]:
    refs = dict.fromkeys(ref for share in shares for ref in share)
    return [ref for ref in refs if _folder(ref) not in SHARED]


def _folder(ref: str) -> str:
    return ref.partition("/")[0]


def _ordered(folder: str, record: Record) -> Record:
    rank = {name: place for place, name in enumerate(FIELDS[folder])}
    return dict(sorted(record.items(), key=lambda entry: rank[entry[0]]))


def _action(merged: Merged) -> Action:
    if merged.changes.get("status") == "orphaned":
        return "orphaned"
    return "revived" if merged.changes.get("status") == "proposed" else "changed"
