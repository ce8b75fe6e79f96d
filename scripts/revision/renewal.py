"""The bases that the next run compares with."""

from collections.abc import Iterable, Iterator, Mapping

from atomic.files import Write
from explainer.articles.article import Article
from merge.values import Record
from revision import base as bases
from revision.article_file import ArticleFile
from revision.base import Base
from revision.plan import Plan
from revision.project import Project


def base_writes(
    plan: Plan,
    remembered: Iterable[tuple[str, Mapping[str, Record]]],
    project: Project,
    *,
    articles: Mapping[str, Article],
    made_by: str,
) -> Iterator[Write]:
    """Yield each base that differs from the file there is; `remembered` yields source and records.

    A source with an open conflict is stamped by nobody, so that the next run asks again.
    """
    open_sources = {conflict.source for conflict in plan.conflicts}
    created = {step.ref for step in plan.steps if step.action == "new"}
    for source, records in remembered:
        file, old, article = project.articles.get(source), project.bases.get(source), articles.get(source)
        former = {*old.records, *old.retired} if old else set()
        deleted = (ref for ref in records if not project.holds(ref) and ref not in created)
        new = Base(
            source,
            file.name if file else old.file if old else "",
            article.sha256 if article else "",
            "" if source in open_sources else made_by,
            records,
            deleted=tuple(sorted(deleted)),
            retired=tuple(sorted(former - set(records))),
            **_of_original(file, old, article),
        )
        if new != project.written_bases.get(source):
            yield Write(project.base_path(source), project.base_bytes.get(source), bases.dump(new))


def _of_original(file: ArticleFile | None, old: Base | None, article: Article | None) -> dict[str, str]:
    """Return what the next run must know of a saved page or a Word file."""
    if file is None or file.original is None:
        return {}
    was_read = old.read_sha256 if old else ""
    read = article.sha256 if article and file.data is None else was_read
    return {"original": file.original.name, "original_sha256": file.original.sha256, "read_sha256": read}
