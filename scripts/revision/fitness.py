"""Is a record extraction made one the project's rules allow? What is not is told, never written."""

from collections.abc import Iterable

from explainer.records.invalid import Invalid
from explainer.records.model import RECORD_TYPES
from explainer.records.validation import validated
from explainer.records.walking import leaves
from explainer.rules.alone import faults_within
from explainer.strict_yaml.scan import SOURCE_WORDS
from explainer.text.characters import CONTROL_OR_BIDI, name
from explainer.verification.ladder import Match, verify
from explainer.verification.naming import named
from explainer.verification.quotation import is_quoted
from explainer.verification.speakers import misnamed, standing, stands_near
from merge.values import Record

_MODELS = {model.FOLDER: model for model in RECORD_TYPES}


def unfitness(folder: str, record: Record) -> str | None:
    """Return why a record of that folder cannot be proposed, in words; None where it can.

    Asked are the model, what may stand in a file, and the rules that look at one record alone.
    """
    try:
        proposed = validated(_MODELS[folder], {**record, "id": "new"})
    except Invalid as invalid:
        finding = invalid.findings[0]
        field = ".".join(str(part + 1 if isinstance(part, int) else part) for part in finding.path)
        return f"{field} {finding.message}"
    for leaf in leaves(proposed):
        if isinstance(leaf.value, str) and leaf.name not in SOURCE_WORDS:
            if found := CONTROL_OR_BIDI.search(leaf.value):
                return f"{leaf.name} holds {name(found[0])}"
            if "[[" in leaf.value:
                return f"{leaf.name} holds [[, which opens a link of ours"
    if folder == "figures" and "value_max" in record and _is_result(record):
        return "it is a result of two numbers and no range; write a figure for each that you need"
    return next((problem.message for problem in faults_within(proposed)), None)


def unfound(record: Record, text: str) -> str | None:
    """Return why the check would not find a record's words where it says; None where it does."""
    exact, start, end = str(record["exact"]), int(str(record["start"])), int(str(record["end"]))
    prefix, suffix = str(record.get("prefix", "")), str(record.get("suffix", ""))
    found = verify(text, exact, start=start, end=end, prefix=prefix, suffix=suffix)
    if not isinstance(found, Match) or found.start != start:
        return "its words cannot be taken out of the word or number they are part of; quote more by hand"
    if "kind" in record and not is_quoted(text, start, end):
        return "its quotation mark is never closed; close it where the quotation ends"
    return None


def is_given_to_another(record: Record, text: str, *, name: str, aliases: Iterable[str], body: bool) -> bool:
    """Say whether the check would refuse the speaker of a quote: better no name than a wrong one."""
    start, end = int(str(record["start"])), int(str(record["end"]))
    as_named = str(record.get("speaker_as_named", "")) or None
    found = standing(text, start, end, named(name, aliases, body=body), as_named=as_named)
    return found.verdict not in ("confirmed", "open")


def is_misnamed(record: Record, text: str) -> bool:
    """Say whether the check would refuse how a quote says that its source names the speaker."""
    start, end, as_named = int(str(record["start"])), int(str(record["end"])), str(record["speaker_as_named"])
    return misnamed(text, start, end, as_named=as_named) is not None


def strange_words(record: Record, text: str) -> list[str]:
    """Return the fields of a quote whose words the check would not find near it in the source."""
    start, end = int(str(record["start"])), int(str(record["end"]))
    told = [(name, str(record[name])) for name in ("speaker_as_named", "cue") if name in record]
    return [name for name, words in told if not stands_near(text, start, end, words)]


def _is_result(record: Record) -> bool:
    """Say whether two numbers are a vote or a score, such as 29 to 16."""
    low, high = (float(str(record.get(name, 0))) for name in ("value", "value_max"))
    return high < low or record.get("unit") == "votes"
