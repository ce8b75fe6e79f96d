"""What is wrong with a record's values, each at its place in the file."""

from collections.abc import Iterator

from explainer.records.invalid import Invalid
from explainer.strict_yaml.parsed import Fault, Parsed


def findings(invalid: Invalid, parsed: Parsed) -> Iterator[Fault]:
    """Yield what is wrong, at its place; a name that is wrong is a fault of what should have such a field."""
    for finding in invalid.findings:
        place = parsed.near(finding.path)
        if finding.wrong == "name":
            yield Fault(parsed.names.get(finding.path, place), finding.path[:-1], finding.message)
        else:
            yield Fault(place, finding.path, finding.message)
