"""What is found in a record: faults whose places are yet to be looked up, and what is our own reading."""

from typing import NamedTuple

from explainer.contents.store import Loaded
from explainer.errors import Problem, Severity
from explainer.records.model import AnyRecord
from explainer.strict_yaml.parsed import FieldPath

SIGN = "; correct it, or say in `signed_off` why it is right"


class Fault(NamedTuple):
    """What is wrong with a field; `at` is its value and an offset into it, where a word is meant."""

    field: FieldPath
    message: str
    severity: Severity = "error"
    at: tuple[str, int] | None = None

    def told(self, loaded: Loaded[AnyRecord]) -> Problem:
        """Return it at its place in the record's file."""
        return loaded.problem(self.field, self.message, self.severity, at=self.at)


class Judged(NamedTuple):
    """Faults of a record, and sentences for readers."""

    faults: tuple[Fault, ...] = ()
    readings: tuple[str, ...] = ()
    """What its page must say: what the source does not plainly bear out, and is our reading."""
