"""What every command shares: it fails in words, never in a traceback; tells faults; reads settings."""

import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

import yaml

from explainer.errors import Problem

Format = Literal["text", "github", "json"]
FORMATS: tuple[Format, ...] = ("text", "github", "json")


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


def render(problems: Sequence[Problem], form: Format = "text") -> str:
    """Return the faults in one of three forms, one line each ("json": one array)."""
    if form == "json":
        return json.dumps([_record(problem) for problem in problems], ensure_ascii=False, indent=2)
    line = _annotation if form == "github" else str
    return "\n".join(line(problem) for problem in problems)


def summary(problems: Sequence[Problem]) -> str:
    """Return how many faults there are, in words."""
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    return f"{_count(errors, 'error')}, {_count(warnings, 'warning')}"


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


def _annotation(problem: Problem) -> str:
    """Follow GitHub's workflow commands: properties escape also `:` and `,`."""
    place = f"file={_property(problem.path.as_posix())},line={problem.line},col={problem.column}"
    message = ": ".join(part for part in (problem.field, problem.message) if part)
    return f"::{problem.severity} {place}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def shows_proposed(root: Path) -> bool:
    """Say whether records that nobody has checked are shown: `extra.show_proposed`, true unless set."""
    settings = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8")) or {}
    return bool((settings.get("extra") or {}).get("show_proposed", True))
