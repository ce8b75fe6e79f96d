"""One YAML file <-> one record, with the place of every fault."""

import os
import stat
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from explainer.articles import article
from explainer.articles.article import Article
from explainer.contents.findings import findings
from explainer.errors import ContentError, Problem, Severity
from explainer.records.invalid import Invalid
from explainer.records.part import Part
from explainer.records.record import Record
from explainer.records.validation import validated
from explainer.strict_yaml.parsed import START, FieldPath, Parsed, Place
from explainer.strict_yaml.placing import within
from explainer.strict_yaml.plain import fields
from explainer.strict_yaml.reading import parse
from explainer.text.characters import place as place_of
from explainer.text.characters import shown, suspicious
from explainer.text.encoding import NotText, decode

MAX_BYTES = 5_000_000
_MOST_WARNINGS = 20
Stamp = tuple[int, int, int, int]
"""Size, inode and both times of a file."""

T = TypeVar("T", bound=Part)


class Loaded(NamedTuple, Generic[T]):
    """A record and where each of its fields stands in its file."""

    record: T
    file: str | Path
    """Its place: text, of which thousands are read each time and few are asked for."""
    parsed: Parsed | None = None
    """None where the record was read without a parser: its text is then parsed for a fault."""
    text: str = ""
    """The whole file; empty where the record was kept from an earlier reading: it is then read again."""

    @property
    def path(self) -> Path:
        """Return its place."""
        return Path(self.file)

    def problem(
        self,
        field: FieldPath,
        message: str,
        severity: Severity = "error",
        *,
        at: tuple[str, int] | None = None,
    ) -> Problem:
        """Return a Problem at a field, or at the nearest part around it that stands in the file.

        `at` is the field's value and an offset into it, where a word is meant and not the whole.
        """
        text = self.text or _again(self.path, stamp(self.path))
        parsed = self.parsed or _parsed(text)
        place = parsed.near(field)
        if at and field in parsed.places:
            place = within(text, place, *at)
        return problem_at(self.path, place, field, message, severity)


def stamp(path: str | Path) -> Stamp | None:
    """Return what tells a state of a file from another, as git's index does; None where there is none."""
    try:
        status = os.stat(path, follow_symlinks=False)
    except OSError:
        return None
    return status.st_size, status.st_ino, status.st_mtime_ns, status.st_ctime_ns


@lru_cache(maxsize=64)
def _again(path: Path, state: Stamp | None) -> str:
    """Read a file for a fault's place; `state` is of the file, which may have changed since the last."""
    try:
        return decode(read_bytes(path, most=MAX_BYTES))
    except NotText:
        return ""


@lru_cache(maxsize=64)
def _parsed(text: str) -> Parsed:
    return parse(text)


def load(path: Path, model: type[T]) -> Loaded[T]:
    """Read one file as a record of type `model`; raises ContentError with all its faults."""
    loaded, problems = read(path, model)
    if loaded is None:
        raise ContentError(problems)
    return loaded


def read(path: Path, model: type[T]) -> tuple[Loaded[T] | None, list[Problem]]:
    """Return the record of a file, or None, and every fault and warning found in it."""
    try:
        data = read_bytes(path, most=MAX_BYTES)
        text = decode(data)
    except NotText as error:
        return None, [problem_at(path, Place(error.line, error.column), (), str(error))]
    return read_text(text, path, model)


def article_in(path: Path) -> Article:
    """Return the article in a file; raises NotText, with line and column, for what cannot be read."""
    return article.read(read_bytes(path, most=article.most_bytes(path.suffix)), path.suffix)


def read_text(text: str, path: Path, model: type[T]) -> tuple[Loaded[T] | None, list[Problem]]:
    """Return the record that a file's text holds, or None, and every fault and warning found in it.

    `path` names the file in messages and, for a Record, gives its id.
    """
    if plain := _plain(text, path, model):
        return plain, []
    parsed = parse(text)
    problems = [problem_at(path, fault.place, fault.path, fault.message) for fault in parsed.faults]
    warnings = list(_disguises(text, path)) if not text.isascii() else []
    loaded, found = _validated(text, parsed, path, model, problems)
    faulty = {(problem.line, problem.column) for problem in found}
    return loaded, found + [each for each in warnings if (each.line, each.column) not in faulty]


def _plain(text: str, path: Path, model: type[T]) -> Loaded[T] | None:
    """Return the record of a plain file of which there is nothing to say; None for any other."""
    values = fields(text)
    if values is None or next(suspicious(text), None):
        return None
    if issubclass(model, Record) and values.setdefault("id", path.stem) != path.stem:
        return None
    try:
        return Loaded(validated(model, values), path, text=text)
    except Invalid:
        return None  # with its places, the parser tells why


def _validated(
    text: str, parsed: Parsed, path: Path, model: type[T], problems: list[Problem]
) -> tuple[Loaded[T] | None, list[Problem]]:
    if not isinstance(parsed.value, dict):
        return None, problems or [problem_at(path, START, (), "expected fields, each as `name: value`")]
    if issubclass(model, Record):
        problems += _take_id(parsed, path)
    try:
        record = validated(model, parsed.value)
    except Invalid as invalid:
        faulty = {(problem.line, problem.column) for problem in problems}
        told = {fault.path for fault in parsed.faults}
        faults = (fault for fault in findings(invalid, parsed) if fault.path not in told)
        found = [problem_at(path, *fault) for fault in faults]
        return None, problems + [each for each in found if (each.line, each.column) not in faulty]
    if problems:
        return None, problems
    return Loaded(record, path, parsed, text), []


def read_bytes(path: Path, *, most: int) -> bytes:
    """Return a regular file's bytes, at most `most`; raises NotText for links, devices and large files."""
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        if path.is_symlink():
            raise NotText("is a symbolic link; put the file itself here") from None
        raise NotText(f"cannot be read: {error.strerror}") from None
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise NotText("is not a file")
        if status.st_size > most:
            raise NotText(f"is larger than {most / 1e6:.0f} MB")
        data = os.read(descriptor, status.st_size + 1)
        while len(data) != status.st_size and (more := os.read(descriptor, most)):
            data += more  # a file that grows, or a system that gives less than asked
        return data
    finally:
        os.close(descriptor)


def field_name(path: FieldPath) -> str:
    """Return a field's dotted path for messages, items counted from 1: `key_points.2.refs`."""
    return ".".join(str(part + 1) if isinstance(part, int) else shown(part) for part in path)


def problem_at(
    path: Path, place: Place, field: FieldPath, message: str, severity: Severity = "error"
) -> Problem:
    """Return a Problem at a place in a file."""
    return Problem.at(
        path, message, line=place.line, column=place.column, field=field_name(field), severity=severity
    )


def _disguises(text: str, path: Path) -> Iterator[Problem]:
    for offset, message in islice(suspicious(text), _MOST_WARNINGS):
        yield problem_at(
            path, Place(*place_of(text, offset)), (), f"suspicious characters: {message}", "warning"
        )


def _take_id(parsed: Parsed, path: Path) -> Iterator[Problem]:
    stem = path.stem
    written = parsed.value.setdefault("id", stem)
    if written != stem:
        parsed.value["id"] = stem
        message = f'is not the file\'s name, "{stem}"; leave `id` out, or rename the file'
        yield problem_at(path, parsed.places[("id",)], ("id",), message)
