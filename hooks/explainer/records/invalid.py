"""What is wrong with values for a record, in words for the person who wrote them."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any, Literal, NamedTuple, Self

from explainer.records.fields import FORMS, ID_PATTERN
from explainer.strict_yaml.parsed import FieldPath
from explainer.text.characters import shown
from explainer.text.suggestion import did_you_mean


class Finding(NamedTuple):
    """What is wrong with a field: with its value, its name, or that it is a gap where one must stand."""

    path: FieldPath
    message: str
    wrong: Literal["value", "name", "gap"] = "value"


class Invalid(ValueError):
    """Raised for values that are no record, with all that is wrong with them."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("; ".join(f"{each.path}: {each.message}" for each in self.findings))

    @classmethod
    def of(cls, message: str) -> Self:
        """Return the fault of a value that has no parts."""
        return cls([Finding((), message)])

    def below(self, part: str | int) -> list[Finding]:
        """Return the findings as seen from what holds the value under a name or at an index."""
        return [each._replace(path=(part, *each.path)) for each in self.findings]


def found(value: Any) -> str:
    """Return what stands there instead, in words."""
    match value:
        case str():
            return f'"{shown(value)}"'
        case dict():
            return "a group of fields"
        case list() | tuple():
            return "a list"
    return shown(str(value))


def unknown_field(name: str, known: Iterable[str]) -> str:
    """Return the message for a field that the record type does not have."""
    names = sorted(known)
    nearest = did_you_mean(name, names) or f"; the fields are {', '.join(names)}"
    return f'there is no field "{shown(name)}"{nearest}'


def form_words(value: str, form: str) -> str:
    """Return what a text is not, where a pattern asks for it."""
    if "):[a-z0-9]" in form:
        kinds = form.partition("(")[2].partition(")")[0].replace("|", ", ")
        return f"is not a reference; write kind:id, where kind is one of {kinds}"
    if form == ID_PATTERN and (likely := _as_id(value)):
        return f"is not {FORMS[form].partition(', such as')[0]}, such as {likely}"
    return f"is not {FORMS[form]}"


def _as_id(words: str) -> str:
    """Return words in the form of an id; empty where they have no letter or digit that it may have."""
    plain = unicodedata.normalize("NFKD", words[:64]).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
