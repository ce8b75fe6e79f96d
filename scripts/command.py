"""What every command shares: it fails in words, never in a traceback; has the same options; tells faults."""

import argparse
import atexit
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal, NoReturn, TextIO

from explainer.errors import Problem
from explainer.places import as_typed

Format = Literal["text", "github", "json", "markdown"]
FORMATS: tuple[Format, ...] = ("text", "github", "json", "markdown")

SET_ASIDE = 5
"""Exit status of a command that did its work but for articles that cannot be read."""
UNPUBLISHED = "The site was not published."


class Refused(Exception):
    """Raised when the site must not be published; the message says why, the status tells programs."""

    def __init__(self, message: str, *, status: int = 1) -> None:
        super().__init__(message)
        self.status = status


def parser_of(doc: str | None, *, content: bool = True) -> argparse.ArgumentParser:
    """Return a parser that tells a command's docstring; with `--content`, unless it needs none."""
    parser = argparse.ArgumentParser(
        description=as_typed(doc or ""), formatter_class=argparse.RawDescriptionHelpFormatter
    )
    if content:
        parser.add_argument(
            "--content",
            type=Path,
            default=Path("content"),
            metavar="DIR",
            help="the writers' folder; default: content",
        )
    return parser


def run(command: Callable[[], int]) -> int:
    """Run a command and return its exit status: 1 where a file cannot be used, 130 when interrupted."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        status = command()
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        print(f"{place}{error.strerror or error}", file=sys.stderr)
        return 1


def leave(status: int) -> NoReturn:
    """End the process with an exit status, and leave all that it holds to the system.

    To take it apart object by object costs a first build a fortieth; mypy ends itself in this way too.
    """
    atexit._run_exitfuncs()
    with suppress(OSError):  # nobody reads what is written any more
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)


def render(problems: Sequence[Problem], form: Format = "text") -> str:
    """Return the faults in one of the forms, one line each ("json": one array)."""
    if form == "json":
        return json.dumps([_record(problem) for problem in problems], ensure_ascii=False, indent=2)
    line = {"github": _annotation, "markdown": _list_item}.get(form, str)
    return "\n".join(line(problem) for problem in problems)


def summary(problems: Sequence[Problem]) -> str:
    """Return how many faults there are, in words."""
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    return f"{_count(errors, 'error')}, {_count(warnings, 'warning')}"


def set_aside(problems: Iterable[Problem]) -> str:
    """Return a plain list of the articles that were set aside, each with its place and the reason."""
    told = [f"  {problem}" for problem in sorted(set(problems))]
    articles = len({problem.path for problem in problems})
    noun = "article was" if articles == 1 else "articles were"
    return "\n".join([f"{articles} {noun} set aside, all others were read:", *told])


class Progress:
    """How far long work is: a line that renews itself on a terminal, a line every few seconds elsewhere.

    Work that is done before the first line is due leaves no trace.
    """

    def __init__(self, stream: TextIO = sys.stderr, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream, self._clock = stream, clock
        self._every = 0.2 if stream.isatty() else 5.0
        self._what, self._first, self._begun, self._told = "", 0, clock(), clock()

    def __call__(self, what: str, done: int, total: int) -> None:
        """Say how many of all are done and how many seconds are left, as time goes on at this pace."""
        now = self._clock()
        if what != self._what:
            self._what, self._first, self._begun, self._told = what, done, now, now
        if now - self._told < self._every or done == self._first:
            return
        self._told = now
        left = (now - self._begun) * (total - done) / (done - self._first)
        self._write(f"{what}: {done} of {total}, {left:.0f} s left")

    def clear(self) -> None:
        """Take the line off the terminal, before other words."""
        if self._stream.isatty():
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def _write(self, line: str) -> None:
        self._stream.write(f"\r{line}\x1b[K" if self._stream.isatty() else f"{line}\n")
        self._stream.flush()


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def _record(problem: Problem) -> dict[str, str | int]:
    return {
        "path": problem.path.as_posix(),
        "line": problem.line,
        "column": problem.column,
        "field": problem.field,
        "message": problem.message,
        "severity": problem.severity,
    }


def _list_item(problem: Problem) -> str:
    """Return a fault for a workflow's summary, its words without meaning as Markdown or HTML."""
    place = f"`{problem.path.as_posix().replace('`', '')}:{problem.line}:{problem.column}`"
    words = ": ".join(part for part in (problem.field, problem.message) if part)
    return f"- **{problem.severity}** {place} {as_markdown(words)}"


def as_markdown(words: str) -> str:
    """Take the meaning of Markdown and HTML from words."""
    words = " ".join(words.split()).replace("\\", "\\\\").replace("&", "&amp;").replace("<", "&lt;")
    return "".join(f"\\{mark}" if mark in "`*_[]|~#@" else mark for mark in words)


def _annotation(problem: Problem) -> str:
    """Follow GitHub's workflow commands: properties escape also `:` and `,`."""
    place = f"file={_property(problem.path.as_posix())},line={problem.line},col={problem.column}"
    message = ": ".join(part for part in (problem.field, problem.message) if part)
    return f"::{problem.severity} {place}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def add_workers(parser: argparse.ArgumentParser) -> None:
    """Add the options that say who reads the articles."""
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        "--jobs", type=int, metavar="N", help="processes for many articles; default: all cores"
    )
    group.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="a Dask scheduler whose workers read them, tcp://10.0.0.5:8786 or the like: docs/decisions/0020",
    )
