"""One run from articles to files: lock, recover, read, extract, merge, write."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from atomic.files import Saved, Write
from explainer.articles.article import Article
from explainer.articles.refusals import READABLE
from explainer.errors import ContentError, Problem
from explainer.places import as_typed
from extraction.candidates import PersonCandidate
from extraction.topics import CATALOGUE, Topic
from merge.values import Record
from revision import base, checkpoint, extractor, project, shares
from revision.article_file import ArticleFile
from revision.checkpoint import Checkpoint
from revision.journal import recover
from revision.outcome import Found, Outcome
from revision.parallel import Cores, Workers
from revision.plan import Settings
from revision.planning import make_plan
from revision.project import Project
from revision.registry import Registry
from revision.shares import Fresh, Share
from revision.spool import Shelved, Spooled
from revision.transaction import Busy, Progress, commit, locked
from revision.work import work_through

_TRIES = 3
"""So often a run starts over because a writer saved a file in the middle of it."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to run."""

    settings: Settings = field(default_factory=Settings)
    only_plan: bool = False
    again: bool = False
    """Extract unchanged articles too."""
    workers: Workers = field(default_factory=Cores)
    progress: Progress | None = None
    extract: extractor.Extract = extractor.extract


def revise(content: Path, options: Options) -> Outcome:
    """Bring content/ up to date; raises ContentError, having written nothing, for whatever is in the way."""
    if not content.is_dir():
        raise _fault(content, "no such folder; --content names the writers' folder")
    project.refuse_links(content)
    try:
        if options.only_plan:
            return _run(content, options)
        with locked(content):
            recovered = recover(content)
            return _write(content, options, recovered=recovered)
    except Busy as busy:
        raise _fault(content, str(busy)) from None
    except OSError as error:
        path = Path(error.filename) if isinstance(error.filename, str) else content
        raise _fault(path, f"cannot be written: {error.strerror}; no file was changed") from None


def _write(content: Path, options: Options, *, recovered: bool) -> Outcome:
    for attempt in range(1, _TRIES + 1):
        outcome = _run(content, options)
        writes = outcome.plan.writes
        try:
            if writes:
                commit(content, writes, progress=options.progress)
        except Saved as saved:
            if attempt == _TRIES:
                raise _fault(saved.path, "is being saved again and again; run again when done") from None
            continue
        _checkpoint(content).remove()
        return replace(outcome, recovered=recovered, written=sum(len(write.new) for write in writes))
    raise AssertionError("unreachable")


def _run(content: Path, options: Options) -> Outcome:
    """Read, extract and merge; write nothing."""
    state = project.read(content)
    if not state.articles and not any(state.records.values()):
        raise ContentError([_nothing(content / "sources"), *state.set_aside])
    written = dict(state.said("issues"))
    made_by = extractor.fingerprint(written)
    gathered = _gathered(content, state, written, made_by, options)
    here = state.articles.keys() | state.unread
    gone = tuple(source for source in state.bases if source not in here and _is_open(state, source))
    registry = Registry.of(state)
    registry.introduce(gathered.people)
    gathered.people.clear()
    named, issues = _Named(), _issues(state, gathered.about)
    for number, fresh in enumerate(gathered.fresh, start=1):
        if options.progress:
            options.progress("Articles put into records", number, len(gathered.fresh))
        named.take(fresh, shares.share(fresh, state, registry, issues))
    for source in gone:
        named.shares.put(source, {})
    plan = make_plan(
        state,
        named.shares,
        made_by=made_by if written else extractor.fingerprint({id_: {} for id_ in named.issues}),
        articles=named.articles,
        settings=options.settings,
        writes=named.writes,
        progress=options.progress,
    )
    set_aside, read = (*state.set_aside, *gathered.unread), tuple(gathered.read)
    return Outcome(plan, read, gone, len(state.articles), tuple(registry.refused), set_aside)


@dataclass(slots=True)
class _Gathered:
    """What came of the articles; of each, what has to be known of all before its records have names."""

    fresh: Spooled[Fresh] = field(default_factory=Spooled)
    read: list[Found] = field(default_factory=list)
    unread: list[Problem] = field(default_factory=list)
    people: list[PersonCandidate] = field(default_factory=list)
    about: set[str] = field(default_factory=set)

    def take(self, each: Fresh | Problem) -> None:
        """Take what came of one."""
        if isinstance(each, Problem):
            self.unread.append(each)
            return
        self.fresh.append(each)
        self.read.append(Found.of(each))
        self.people += each.extraction.people
        self.about.update(each.extraction.about)


def _gathered(
    content: Path, state: Project, issues: Mapping[str, Record], made_by: str, options: Options
) -> _Gathered:
    """Return what came of the articles that are new, or are to be extracted again."""
    to_do = Spooled[ArticleFile]()
    to_do.extend(file for file in state.articles.values() if options.again or _is_new(state, file, made_by))
    gathered = _Gathered()
    for each in work_through(
        to_do,
        extractor.topics(issues),
        made_by=made_by,
        extract=options.extract,
        workers=options.workers,
        checkpoint=None if options.only_plan else _checkpoint(content),
        progress=options.progress,
    ):
        gathered.take(each)
    return gathered


@dataclass(slots=True)
class _Named:
    """What the articles say, under ids, out of memory until it is merged."""

    shares: Shelved[Share] = field(default_factory=Shelved)
    articles: Shelved[Article] = field(default_factory=Shelved)
    writes: Spooled[Write] = field(default_factory=Spooled)
    """Texts that were read of originals, to be stored."""
    issues: set[str] = field(default_factory=set)

    def take(self, fresh: Fresh, share: Share) -> None:
        """Take what one says."""
        self.issues |= {ref.partition("/")[2] for ref in share if ref.startswith("issues/")}
        self.shares.put(fresh.source, share)
        self.articles.put(fresh.source, fresh.article)
        self.writes.extend(filter(None, (fresh.file.write(fresh.article),)))


def _checkpoint(content: Path) -> Checkpoint:
    return Checkpoint(content / base.FOLDER / checkpoint.NAME)


def _is_new(state: Project, file: ArticleFile, made_by: str) -> bool:
    base = state.bases.get(file.source)
    if file.data is None:
        return True
    original = file.original.sha256 if file.original else ""
    now = (made_by, extractor.sha256(file.data), file.name, original)
    return base is None or (base.made_by, base.sha256, base.file, base.original_sha256) != now


def _is_open(state: Project, source: str) -> bool:
    """Say whether there is still something to do for an article that is gone."""
    base = state.bases[source]
    return bool(base.sha256) or not base.made_by


def _issues(state: Project, about: Collection[str]) -> Mapping[str, Topic | None]:
    """Return the issues explained, each with its topic where extraction proposed it or does so now.

    `about` are the topics that articles are about as a whole.
    """
    by_id = {topic.id: topic for topic in CATALOGUE}
    proposed = state.proposed_issues()
    if state.records["issues"]:
        return {
            id_: by_id.get(id_) if f"issues/{id_}" in proposed else None for id_ in state.records["issues"]
        }
    if proposed & {f"issues/{id_}" for id_ in by_id}:
        return {}
    return {id_: topic for id_, topic in by_id.items() if id_ in about}


def _nothing(folder: Path) -> Problem:
    advice = f"put texts, saved pages or Word files into it ({', '.join(READABLE)})"
    saved = as_typed("`make article URL=https://…`")
    return Problem.at(folder, f"holds no article that can be read; {advice}, or {saved}")


def _fault(path: Path, message: str) -> ContentError:
    return ContentError([Problem.at(path, message)])
