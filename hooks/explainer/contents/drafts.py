"""Records that a writer has only begun: `status: draft` may lack what the others must have.

A draft is checked as far as it is written, blocks nothing and is never published.
"""

from pathlib import Path
from typing import NamedTuple

from explainer.contents.findings import findings
from explainer.contents.store import MAX_BYTES, problem_at, read_bytes
from explainer.errors import Problem
from explainer.records.invalid import Invalid
from explainer.records.part import fields_of
from explainer.records.record import Record
from explainer.records.validation import validated
from explainer.strict_yaml.parsed import FieldPath
from explainer.strict_yaml.reading import parse
from explainer.text.encoding import NotText, decode

DRAFT = "draft"


class Draft(NamedTuple):
    """A draft that is no record yet."""

    ref: str
    path: Path
    missing: tuple[str, ...]
    """Required fields that are still to be written, in their order."""
    problems: tuple[Problem, ...]
    """What is wrong with the fields that are written."""


def unfinished(path: Path, model: type[Record]) -> Draft | None:
    """Return the draft in a file that is no whole record; None for what is no draft or cannot be read."""
    try:
        parsed = parse(decode(read_bytes(path, most=MAX_BYTES)))
    except NotText:
        return None
    if parsed.faults or not isinstance(parsed.value, dict) or parsed.value.get("status") != DRAFT:
        return None
    written = {name: value for name, value in parsed.value.items() if value not in (None, "")}
    written["id"] = path.stem
    try:
        validated(model, written)
        gaps: set[FieldPath] = set()
        problems = []
    except Invalid as invalid:
        gaps = {each.path for each in invalid.findings if each.wrong == "gap"}
        told = [fault for fault in findings(invalid, parsed) if fault.path not in gaps]
        problems = [problem_at(path, fault.place, fault.path, fault.message) for fault in told]
    lacking = tuple(field.written for field in fields_of(model) if (field.written,) in gaps)
    if lacking:
        message = f"is a draft; still to be written: {', '.join(lacking)}"
        problems.append(problem_at(path, parsed.near(("status",)), ("status",), message))
    return Draft(f"{model.KIND}:{path.stem}", path, lacking, tuple(problems))
