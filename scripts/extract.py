"""Turn the articles in content/sources/ into proposed records, and keep records up to date with them.

Put an article (.txt, .md, .html or .docx) into content/sources/ and run this. Its quotes, figures and people
become files marked `status: proposed`, for you to read, correct and mark `checked`. Run it again whenever
an article changes: what you wrote stays, what you did not touch follows the article, and where both
changed the same thing you are asked. Deleting a record's file is a decision too: it stays deleted.

  python scripts/extract.py                        new and changed articles
  python scripts/extract.py --plan                 say what would happen, write nothing
  python scripts/extract.py --take ours petro-x    settle a conflict: keep your version of petro-x
  python scripts/extract.py --take theirs          settle all conflicts: take what the articles say

For programs (these write no file):
  python scripts/extract.py --json FILE…           what is in some articles, one JSON object a line
  python scripts/extract.py --text FILE…           what is read of some articles, and who wrote it when
  python scripts/extract.py --jsonl < LINES        the same for lines of {"id", "text"}
  python scripts/extract.py --classify < LINES     only what each text is about: {"id", "issues"}

Exit status: 0 done, 1 faults (nothing was written), 3 conflicts (all else was written), 5 done, but for
articles that cannot be read (a plain list of them comes last).
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from command import SET_ASIDE, Progress, add_workers, parser_of, render, run, set_aside, summary
from explainer.contents.ids import renew_ids
from explainer.errors import ContentError, Problem
from explainer.text.encoding import NotText
from extraction.candidates import Extraction, as_json
from extraction.topics import CATALOGUE, classify
from reading import Reading, read
from reading.contract import as_row
from revision.cluster import Cluster
from revision.extractor import extract, extract_all
from revision.outcome import Outcome
from revision.parallel import Cores, Workers
from revision.plan import Settings
from revision.report import report
from revision.run import Options, revise

CONFLICTS = 3


def main() -> int:
    """Do what the command line says."""
    options = _options()
    try:
        if options.json:
            return _print_each(options.json, lambda path: as_json(_extracted(path), article=str(path)))
        if options.text:
            return _print_each(options.text, lambda path: as_row(_read(path), article=str(path)))
        if options.jsonl or options.classify:
            return _print_lines(sys.stdin.buffer, classify_only=options.classify, workers=workers(options))
        outcome = _revise(options)
    except ContentError as error:
        print(f"{render(error.problems)}\n{summary(error.problems)}; nothing was written", file=sys.stderr)
        return 1
    print(report(outcome, planned=options.plan))
    if outcome.set_aside:
        print(set_aside(outcome.set_aside), file=sys.stderr)
    if outcome.plan.conflicts:
        return CONFLICTS
    return SET_ASIDE if outcome.set_aside else 0


def extract_new(content: Path, *, workers: Workers, progress: Progress) -> Outcome:
    """Bring content/ up to date before a build.

    Says nothing where there is nothing to say. Raises ContentError for faults; nothing is written then.
    """
    outcome = revise(content, Options(workers=workers, progress=progress))
    renew_ids(content)
    progress.clear()
    if outcome.plan.steps or outcome.plan.conflicts or outcome.recovered:
        print(report(outcome), flush=True)
    return outcome


def _revise(options: argparse.Namespace) -> Outcome:
    settings = Settings(
        take=options.take,
        only=frozenset(options.ids),
        accept_orphans=options.accept_orphans,
        accept_deletions=options.accept_deletions,
    )
    progress = Progress()
    chosen = Options(
        settings=settings,
        only_plan=options.plan,
        again=options.again,
        workers=workers(options),
        progress=progress,
    )
    outcome = revise(options.content, chosen)
    if not options.plan:
        renew_ids(options.content)
    progress.clear()
    return outcome


def _print_each(paths: Sequence[Path], line: Callable[[Path], str]) -> int:
    """Print a line for each file that can be read; one that cannot be read stops no other."""
    problems = []
    for path in paths:
        try:
            print(line(path))
        except (NotText, OSError) as error:
            problems.append(_unreadable(path, error))
    if problems:
        raise ContentError(problems)
    return 0


def _read(path: Path) -> Reading:
    return read(path.read_bytes(), path.name if path.suffix else f"{path.name}.txt")


def _extracted(path: Path) -> Extraction:
    reading = _read(path)
    return extract(reading.text, CATALOGUE, reading.metadata.language)


def _unreadable(path: Path, error: NotText | OSError) -> Problem:
    if isinstance(error, NotText):
        return Problem.at(path, str(error), line=error.line, column=error.column)
    return Problem.at(path, f"cannot be read: {error.strerror}")


def _print_lines(lines: Iterator[bytes], *, classify_only: bool, workers: Workers) -> int:
    records = list(_records(lines))
    if classify_only:
        for record in records:
            issues = classify(record["text"], CATALOGUE)
            print(json.dumps({"id": record["id"], "issues": issues}, ensure_ascii=False))
        return 0
    texts = [record["text"] for record in records]
    for record, extraction in zip(records, extract_all(texts, CATALOGUE, workers=workers), strict=True):
        print(as_json(extraction, id=record["id"]))
    return 0


def _records(lines: Iterator[bytes]) -> Iterator[dict[str, str]]:
    for number, line in enumerate(lines, start=1):
        try:
            record = json.loads(line)
            if line.strip():
                yield {"id": record["id"], "text": _text(record["text"])}
        except (ValueError, KeyError, TypeError):
            message = 'expected one JSON object a line, such as {"id": "a1", "text": "…"}'
            raise ContentError([Problem(Path("standard input"), number, 1, "", message)]) from None


def _text(text: object) -> str:
    if not isinstance(text, str):
        raise TypeError("a text is a string")
    return text


def workers(options: argparse.Namespace) -> Workers:
    """Return who reads the articles."""
    return Cluster(options.cluster) if options.cluster else Cores(options.jobs)


def _options() -> argparse.Namespace:
    parser = parser_of(__doc__)
    parser.add_argument("ids", nargs="*", metavar="ID", help="records whose conflicts --take is to settle")
    parser.add_argument("--plan", action="store_true", help="say what would happen and write nothing")
    parser.add_argument("--take", choices=("ours", "theirs"), help="ours: your files; theirs: the articles")
    parser.add_argument("--again", action="store_true", help="extract unchanged articles too")
    parser.add_argument("--accept-orphans", action="store_true", help="yes, many passages did vanish")
    parser.add_argument("--accept-deletions", action="store_true", help="yes, many files were deleted")
    add_workers(parser)
    modes = parser.add_mutually_exclusive_group()
    modes.add_argument("--json", nargs="+", type=Path, metavar="FILE", help="print what is in some articles")
    modes.add_argument(
        "--text", nargs="+", type=Path, metavar="FILE", help="print what is read of some articles"
    )
    modes.add_argument("--jsonl", action="store_true", help="the same for lines from standard input")
    modes.add_argument("--classify", action="store_true", help="print what each line's text is about")
    options = parser.parse_args()
    if options.ids and not options.take:
        parser.error("ids go with --take ours or --take theirs")
    return options


if __name__ == "__main__":
    sys.exit(run(main))
